// The part of Graphviz that Entente uses, as small functions on opaque pointers.
//
// Graphviz changes its headers with every major version (macros become functions, a length changes its width, a
// function loses an argument), and some of them cannot be imported into Swift 6. All of that stays in Graphviz.c,
// the only file that includes <gvc.h>. Nothing here is safe to call from two threads: Graphviz keeps its state in
// globals.
#ifndef ENTENTE_CGRAPHVIZ_H
#define ENTENTE_CGRAPHVIZ_H

#include <stddef.h>
#include <stdint.h>

typedef struct cgv_context cgv_context;
typedef struct cgv_graph cgv_graph;
typedef struct cgv_node cgv_node;
typedef struct cgv_edge cgv_edge;

// A rectangle in points, 72 an inch.
typedef struct cgv_rectangle {
  double left, bottom, right, top;
} cgv_rectangle;

// ---- The library (Graphviz.c)

// Loads the list of plugins; null when there is no memory.
cgv_context *cgv_context_new(void);
void cgv_context_free(cgv_context *context);
// The version of the library that runs, such as "2.43.0".
const char *cgv_version(cgv_context *context);
// Whether a plugin of a kind ("layout", "device") goes by a name.
int cgv_has_plugin(cgv_context *context, const char *kind, const char *name);
// Makes what is random in sfdp, neato and fdp the same each time.
void cgv_seed(void);

// ---- Graphs

// A new directed graph that keeps parallel edges.
cgv_graph *cgv_graph_open(const char *name);
void cgv_graph_close(cgv_graph *graph);
cgv_node *cgv_node_add(cgv_graph *graph, const char *name);
// Edges with different keys stay apart, even between the same nodes.
cgv_edge *cgv_edge_add(cgv_graph *graph, cgv_node *tail, cgv_node *head, const char *key);
// A cluster is a subgraph whose name begins with "cluster".
cgv_graph *cgv_cluster_add(cgv_graph *graph, const char *name);
int cgv_cluster_add_node(cgv_graph *cluster, cgv_node *node);
// Forgets all clusters; each node of one is held near the six that follow it there by edges half as long as others.
void cgv_clusters_to_springs(cgv_graph *graph);
// Forgets a cluster, whose nodes stay; its pointer then leads nowhere.
int cgv_cluster_remove(cgv_graph *graph, cgv_graph *cluster);

// ---- Text in DOT (Parsing.c)

// Reads a graph of a text; null where it is none, and messages say why. Whatever the text holds behind it is read and
// forgotten: the parser keeps it otherwise, and gives it to whoever reads next.
cgv_graph *cgv_graph_parse(const char *text, int *more);
int cgv_node_count(cgv_graph *graph);
int cgv_edge_count(cgv_graph *graph);
cgv_node *cgv_node_next(cgv_graph *graph, cgv_node *previous);
// The edges that leave a node.
cgv_edge *cgv_edge_next(cgv_graph *graph, cgv_node *node, cgv_edge *previous);
cgv_graph *cgv_subgraph_next(cgv_graph *graph, cgv_graph *previous);
// Attributes of graphs (0), nodes (1) and edges (2) as a graph knows them.
typedef struct cgv_attribute cgv_attribute;
cgv_attribute *cgv_attribute_next(cgv_graph *graph, int kind, cgv_attribute *previous);
const char *cgv_attribute_name(cgv_attribute *attribute);
const char *cgv_attribute_default(cgv_attribute *attribute);
const char *cgv_attribute_value(void *object, cgv_attribute *attribute);
int cgv_value_is_html(const char *value);
// Sets what objects have that say nothing themselves.
int cgv_default_text(cgv_graph *graph, int kind, const char *name, const char *value);

// ---- Attributes: 0 when set. Values are copied.

int cgv_set_node_default(cgv_graph *graph, const char *name, const char *value);
int cgv_set_edge_default(cgv_graph *graph, const char *name, const char *value);
int cgv_set_graph_text(cgv_graph *graph, const char *name, const char *value);
int cgv_set_node_text(cgv_node *node, const char *name, const char *value);
int cgv_set_edge_text(cgv_edge *edge, const char *name, const char *value);
// What an attribute says, empty where it is not set; valid until it is set again.
const char *cgv_node_text(cgv_node *node, const char *name);
const char *cgv_edge_text(cgv_edge *edge, const char *name);
int cgv_set_graph_html(cgv_graph *graph, const char *name, const char *html);
int cgv_set_node_html(cgv_node *node, const char *name, const char *html);
int cgv_set_edge_html(cgv_edge *edge, const char *name, const char *html);

// ---- Layout and picture

// 0 when laid out; messages and their number say whether it really was.
int cgv_layout(cgv_context *context, cgv_graph *graph, const char *engine);
void cgv_layout_free(cgv_context *context, cgv_graph *graph);
cgv_rectangle cgv_bounds(cgv_graph *graph);
void cgv_bounds_set(cgv_graph *graph, cgv_rectangle rectangle);
cgv_rectangle cgv_node_box(cgv_node *node);
// The tile of a node in the layout `patchwork`, which leaves the size of its shape as it was.
cgv_rectangle cgv_tile_box(cgv_node *node);
// Whether the shape of a node holds a point, given from its centre.
int cgv_node_contains(cgv_node *node, double x, double y);
// The control points of the line of an edge, x and y in turn: writes as many numbers as there is room for, and gives
// how many there are. Bezier curves that continue one another, arrowheads as straight ones.
size_t cgv_edge_curve(cgv_edge *edge, double *numbers, size_t room);
// Where the words of a graph or of a cluster are: 0 when there are some.
int cgv_graph_label_box(cgv_graph *graph, cgv_rectangle *box);
// How large they are, wherever they are: 0 when there are some.
int cgv_graph_label_size(cgv_graph *graph, double *width, double *height);
// How large the words of an edge are, wherever they are: 0 when there are some.
int cgv_edge_label_size(cgv_edge *edge, double *width, double *height);
void cgv_edge_label_move(cgv_edge *edge, double x, double y);
// Writes the places of a layout into the attributes of the graph (pos, lp, bb), from which the engine `nop2` takes
// them again: 0 when done.
int cgv_places_to_attributes(cgv_context *context, cgv_graph *graph);
void cgv_graph_label_move(cgv_graph *graph, double x, double y);
void cgv_node_move(cgv_node *node, double x, double y);
// Moves the line of an edge.
void cgv_edge_shift(cgv_edge *edge, double x, double y);
// 0 when drawn; the bytes belong to the caller until cgv_bytes_free.
int cgv_render(cgv_context *context, cgv_graph *graph, const char *format, char **bytes, size_t *count);
void cgv_bytes_free(char *bytes);

// 0 when drawn by the library that draws this format, into a context of its own.
int cgv_render_into(cgv_context *context, cgv_graph *graph, const char *format, void *drawing);

// ---- Pages (Pages.c)

// A PDF of several pages of one size in points; null where the library that writes PDF is not to be found.
typedef struct cgv_document cgv_document;
cgv_document *cgv_document_open(double width, double height);
// Adds a page with what of a picture lies so many points below its upper edge: 0 when drawn.
int cgv_document_add_page(cgv_document *document, cgv_context *context, cgv_graph *graph, double down);
// Ends the document; the bytes belong to the caller, who frees them with free().
void cgv_document_close(cgv_document *document, char **bytes, size_t *count);

// ---- Layouts in processes of their own (Trials.c)

// A second layout by `fdp` in one process follows where memory happens to lie, and so differs from run to run; so does
// one with clusters, which lays out each of them. A trial is a copy of this process, begun before any layout, which lays
// out once, without clusters, and tells where nodes are.
typedef struct {
  int process, file;
} cgv_trial;

// From a start of its own, or where that is null from that of the graph. 0 when begun; then it has to be ended or
// abandoned.
int cgv_trial_begin(
    cgv_context *context, cgv_graph *graph, const char *engine, const char *start, cgv_node *const *nodes,
    size_t count, cgv_trial *trial);
// Waits, and gives the boxes of the nodes: 0 when it was laid out.
int cgv_trial_end(cgv_trial trial, cgv_rectangle *boxes, size_t count);
void cgv_trial_abandon(cgv_trial trial);

// ---- Messages

// Collects the messages of Graphviz from here on, instead of letting them go to the error stream.
void cgv_messages_begin(void);
// The messages so far, a line each; valid until the next message.
const char *cgv_messages(void);
// How many of them were errors.
int cgv_error_count(void);

// ---- The process (Process.c)

// Limits this process; 0 leaves a limit as it is.
void cgv_limit_process(uint64_t cpu_seconds, uint64_t address_space_bytes);
// Runs a function to its end on a thread with a stack of this size: layouts recurse. 0 when it ran.
int cgv_run_on_stack(size_t stack_bytes, void (*body)(void *), void *argument);

// ---- Fonts (Fonts.c)

// Which of the characters no installed font has: writes 1 into missing for each, and gives their number, or -1
// where the fonts cannot be asked.
int cgv_missing_characters(const uint32_t *characters, size_t count, uint8_t *missing);

#endif
