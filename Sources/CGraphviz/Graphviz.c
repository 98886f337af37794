#include "CGraphviz.h"

#include <gvc.h>
#include <stdlib.h>
#include <string.h>

// `agnew` is a macro up to version 12 and gone from 13 on, where several signatures changed.
#ifdef agnew
#define CGV_BEFORE_13 1
#else
#define CGV_BEFORE_13 0
#endif

static GVC_t *as_context(cgv_context *context) { return (GVC_t *)context; }
static Agraph_t *as_graph(cgv_graph *graph) { return (Agraph_t *)graph; }

// ---- The library

cgv_context *cgv_context_new(void) { return (cgv_context *)gvContext(); }

void cgv_context_free(cgv_context *context) {
  if (context) gvFreeContext(as_context(context));
}

const char *cgv_version(cgv_context *context) { return gvcVersion(as_context(context)); }

int cgv_has_plugin(cgv_context *context, const char *kind, const char *name) {
  int count = 0, found = 0;
  // Version 9 dropped the fourth argument; one too many is ignored by the calling conventions in use.
  typedef char **(*plugin_list)(GVC_t *, const char *, int *, char *);
  char **names = ((plugin_list)(void (*)(void))gvPluginList)(as_context(context), kind, &count, NULL);
  if (!names) return 0;
  for (int i = 0; i < count; i++) {
    if (strcmp(names[i], name) == 0) found = 1;
    free(names[i]);
  }
  free(names);
  return found;
}

void cgv_seed(void) {
  srand(1);
  srand48(1);
}

// ---- Graphs

cgv_graph *cgv_graph_open(const char *name) { return (cgv_graph *)agopen((char *)name, Agdirected, NULL); }

void cgv_graph_close(cgv_graph *graph) {
  if (graph) agclose(as_graph(graph));
}

cgv_node *cgv_node_add(cgv_graph *graph, const char *name) {
  return (cgv_node *)agnode(as_graph(graph), (char *)name, 1);
}

cgv_edge *cgv_edge_add(cgv_graph *graph, cgv_node *tail, cgv_node *head, const char *key) {
  Agedge_t *edge = agedge(as_graph(graph), (Agnode_t *)tail, (Agnode_t *)head, (char *)key, 1);
  // Creating gives the out half and finding the in half: always the out half, so that pointers can be compared.
  return edge ? (cgv_edge *)AGMKOUT(edge) : NULL;
}

cgv_graph *cgv_cluster_add(cgv_graph *graph, const char *name) {
  return (cgv_graph *)agsubg(as_graph(graph), (char *)name, 1);
}

int cgv_cluster_add_node(cgv_graph *cluster, cgv_node *node) {
  return agsubnode(as_graph(cluster), (Agnode_t *)node, 1) ? 0 : -1;
}

void cgv_clusters_to_springs(cgv_graph *graph) {
  Agraph_t *root = as_graph(graph);
  if (!agfstsubg(root)) return;
  if (!agattr(root, AGEDGE, "len", NULL)) agattr(root, AGEDGE, "len", "1");
  for (Agraph_t *next, *cluster = agfstsubg(root); cluster; cluster = next) {
    next = agnxtsubg(cluster);
    for (Agnode_t *node = agfstnode(cluster); node; node = agnxtnode(cluster, node)) {
      Agnode_t *other = node;
      for (int count = 0; count < 6; count++) {
        other = agnxtnode(cluster, other);
        if (!other) other = agfstnode(cluster);
        if (other == node) break;
        Agedge_t *spring = agedge(root, node, other, NULL, 1);
        if (spring) agset(spring, "len", "0.5");
      }
    }
    agdelsubg(root, cluster);
  }
}

int cgv_cluster_remove(cgv_graph *graph, cgv_graph *cluster) {
  return agdelsubg(as_graph(graph), as_graph(cluster)) == 0 ? 0 : -1;
}

// ---- Attributes

static int set_default(cgv_graph *graph, int kind, const char *name, const char *value) {
  return agattr(as_graph(graph), kind, (char *)name, (char *)value) ? 0 : -1;
}

static int set_text(void *object, const char *name, const char *value) {
  return agsafeset(object, (char *)name, (char *)value, "");
}

static int set_html(void *object, const char *name, const char *html) {
#if CGV_BEFORE_13
  // The marked copy belongs to the graph's table of strings, and is freed with the graph.
  char *copy = agstrdup_html(agroot(object), (char *)html);
  return copy ? agsafeset(object, (char *)name, copy, "") : -1;
#else
  return agsafeset_html(object, (char *)name, html, "");
#endif
}

int cgv_set_node_default(cgv_graph *graph, const char *name, const char *value) {
  return set_default(graph, AGNODE, name, value);
}

int cgv_set_edge_default(cgv_graph *graph, const char *name, const char *value) {
  return set_default(graph, AGEDGE, name, value);
}

int cgv_set_graph_text(cgv_graph *graph, const char *name, const char *value) { return set_text(graph, name, value); }
int cgv_set_node_text(cgv_node *node, const char *name, const char *value) { return set_text(node, name, value); }
int cgv_set_edge_text(cgv_edge *edge, const char *name, const char *value) { return set_text(edge, name, value); }
static const char *text(void *object, const char *name) {
  const char *value = agget(object, (char *)name);
  return value ? value : "";
}

const char *cgv_node_text(cgv_node *node, const char *name) { return text(node, name); }
const char *cgv_edge_text(cgv_edge *edge, const char *name) { return text(edge, name); }

int cgv_set_graph_html(cgv_graph *graph, const char *name, const char *html) { return set_html(graph, name, html); }
int cgv_set_node_html(cgv_node *node, const char *name, const char *html) { return set_html(node, name, html); }
int cgv_set_edge_html(cgv_edge *edge, const char *name, const char *html) { return set_html(edge, name, html); }

// ---- Layout and picture

int cgv_layout(cgv_context *context, cgv_graph *graph, const char *engine) {
  return gvLayout(as_context(context), as_graph(graph), engine);
}

void cgv_layout_free(cgv_context *context, cgv_graph *graph) { gvFreeLayout(as_context(context), as_graph(graph)); }

cgv_rectangle cgv_bounds(cgv_graph *graph) {
  boxf box = GD_bb(as_graph(graph));
  return (cgv_rectangle){box.LL.x, box.LL.y, box.UR.x, box.UR.y};
}

void cgv_bounds_set(cgv_graph *graph, cgv_rectangle rectangle) {
  GD_bb(as_graph(graph)) = (boxf){{rectangle.left, rectangle.bottom}, {rectangle.right, rectangle.top}};
}

static cgv_rectangle around(pointf centre, double width, double height) {
  return (cgv_rectangle){centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
}

cgv_rectangle cgv_node_box(cgv_node *node) {
  Agnode_t *n = (Agnode_t *)node;
  return around(ND_coord(n), ND_width(n) * 72, ND_height(n) * 72);
}

cgv_rectangle cgv_tile_box(cgv_node *node) {
  Agnode_t *n = (Agnode_t *)node;
  return around(ND_coord(n), ND_lw(n) + ND_rw(n), ND_ht(n));
}

int cgv_node_contains(cgv_node *node, double x, double y) {
  Agnode_t *n = (Agnode_t *)node;
  inside_t inside = {{0}};
  pointf point = {x, y};
  inside.s.n = n;
  return ND_shape(n) && ND_shape(n)->fns->insidefn && ND_shape(n)->fns->insidefn(&inside, point);
}

struct numbers {
  double *numbers;
  size_t room, count;
};

static void add_point(struct numbers *out, pointf point) {
  if (out->count < out->room) out->numbers[out->count] = point.x;
  out->count++;
  if (out->count < out->room) out->numbers[out->count] = point.y;
  out->count++;
}

// A straight line as a curve, without its first point.
static void add_straight(struct numbers *out, pointf from, pointf to) {
  for (int i = 1; i <= 3; i++) {
    pointf point = {from.x + (to.x - from.x) * i / 3, from.y + (to.y - from.y) * i / 3};
    add_point(out, point);
  }
}

size_t cgv_edge_curve(cgv_edge *edge, double *numbers, size_t room) {
  splines *lines = ED_spl((Agedge_t *)edge);
  struct numbers out = {numbers, room, 0};
  if (!lines) return 0;
  pointf last = {0, 0};
  for (int i = 0; i < lines->size; i++) {
    bezier line = lines->list[i];
    if (line.size < 1) continue;
    pointf first = line.sflag ? line.sp : line.list[0];
    if (out.count == 0)
      add_point(&out, first);
    else
      add_straight(&out, last, first);
    if (line.sflag) add_straight(&out, first, line.list[0]);
    for (int j = 1; j < line.size; j++) add_point(&out, line.list[j]);
    last = line.list[line.size - 1];
    if (line.eflag) {
      add_straight(&out, last, line.ep);
      last = line.ep;
    }
  }
  return out.count;
}

static int label_box(textlabel_t *label, cgv_rectangle *box) {
  if (!label || !label->set) return -1;
  *box = around(label->pos, label->dimen.x, label->dimen.y);
  return 0;
}

int cgv_edge_label_size(cgv_edge *edge, double *width, double *height) {
  textlabel_t *label = ED_label((Agedge_t *)edge);
  if (!label) return -1;
  *width = label->dimen.x;
  *height = label->dimen.y;
  return 0;
}

void cgv_edge_label_move(cgv_edge *edge, double x, double y) {
  textlabel_t *label = ED_label((Agedge_t *)edge);
  if (!label) return;
  label->pos = (pointf){x, y};
  label->set = TRUE;
}

int cgv_graph_label_size(cgv_graph *graph, double *width, double *height) {
  textlabel_t *label = GD_label(as_graph(graph));
  if (!label) return -1;
  *width = label->dimen.x;
  *height = label->dimen.y;
  return 0;
}

int cgv_graph_label_box(cgv_graph *graph, cgv_rectangle *box) { return label_box(GD_label(as_graph(graph)), box); }

int cgv_places_to_attributes(cgv_context *context, cgv_graph *graph) {
  // Without a file this format only sets attributes.
  return gvRender(as_context(context), as_graph(graph), "dot", NULL);
}

void cgv_graph_label_move(cgv_graph *graph, double x, double y) {
  if (GD_label(as_graph(graph))) GD_label(as_graph(graph))->pos = (pointf){x, y};
}

void cgv_node_move(cgv_node *node, double x, double y) { ND_coord((Agnode_t *)node) = (pointf){x, y}; }

static pointf shifted(pointf point, double x, double y) { return (pointf){point.x + x, point.y + y}; }

void cgv_edge_shift(cgv_edge *edge, double x, double y) {
  splines *lines = ED_spl((Agedge_t *)edge);
  if (!lines) return;
  for (int i = 0; i < lines->size; i++) {
    bezier *line = &lines->list[i];
    for (int j = 0; j < line->size; j++) line->list[j] = shifted(line->list[j], x, y);
    line->sp = shifted(line->sp, x, y);
    line->ep = shifted(line->ep, x, y);
  }
  lines->bb.LL = shifted(lines->bb.LL, x, y);
  lines->bb.UR = shifted(lines->bb.UR, x, y);
}

int cgv_render(cgv_context *context, cgv_graph *graph, const char *format, char **bytes, size_t *count) {
  char *data = NULL;
  // The length is an unsigned int before version 13 and a size_t from then on. Zeroed, and passed without its
  // type, a size_t takes both on little-endian machines.
  size_t length = 0;
  int result = gvRenderData(as_context(context), as_graph(graph), format, &data, (void *)&length);
  *bytes = data;
  *count = data ? length : 0;
  return result;
}

int cgv_render_into(cgv_context *context, cgv_graph *graph, const char *format, void *drawing) {
  return gvRenderContext(as_context(context), as_graph(graph), format, drawing);
}

void cgv_bytes_free(char *bytes) {
  if (bytes) gvFreeRenderData(bytes);
}

// ---- Messages

static char messages[64 * 1024];
static size_t messages_length;

// Messages come in pieces: "Error", ": ", the rest.
static int append_message(char *piece) {
  size_t length = strlen(piece);
  size_t room = sizeof messages - 1 - messages_length;
  if (length > room) length = room;
  memcpy(messages + messages_length, piece, length);
  messages_length += length;
  messages[messages_length] = 0;
  return 0;
}

void cgv_messages_begin(void) {
  messages_length = 0;
  messages[0] = 0;
  agseterr(AGWARN);
  agseterrf(append_message);
  agreseterrors();
}

const char *cgv_messages(void) { return messages; }

int cgv_error_count(void) { return agerrors(); }
