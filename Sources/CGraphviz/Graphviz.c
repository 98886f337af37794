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
