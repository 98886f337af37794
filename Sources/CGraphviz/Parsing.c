#include "CGraphviz.h"

#include <gvc.h>

cgv_graph *cgv_graph_parse(const char *text, int *more) {
  Agraph_t *graph = agmemread((char *)text);
  *more = 0;
  // At most a few: each call that gives nothing more ends it, and so does a text that is no graph.
  for (int i = 0; i < 64; i++) {
    Agraph_t *next = agmemread("");
    if (!next) break;
    agclose(next);
    *more = 1;
  }
  return (cgv_graph *)graph;
}

int cgv_node_count(cgv_graph *graph) { return agnnodes((Agraph_t *)graph); }
int cgv_edge_count(cgv_graph *graph) { return agnedges((Agraph_t *)graph); }

cgv_node *cgv_node_next(cgv_graph *graph, cgv_node *previous) {
  Agraph_t *g = (Agraph_t *)graph;
  return (cgv_node *)(previous ? agnxtnode(g, (Agnode_t *)previous) : agfstnode(g));
}

cgv_edge *cgv_edge_next(cgv_graph *graph, cgv_node *node, cgv_edge *previous) {
  Agraph_t *g = (Agraph_t *)graph;
  return (cgv_edge *)(previous ? agnxtout(g, (Agedge_t *)previous) : agfstout(g, (Agnode_t *)node));
}

cgv_graph *cgv_subgraph_next(cgv_graph *graph, cgv_graph *previous) {
  return (cgv_graph *)(previous ? agnxtsubg((Agraph_t *)previous) : agfstsubg((Agraph_t *)graph));
}

static int kind_of(int kind) { return kind == 0 ? AGRAPH : kind == 1 ? AGNODE : AGEDGE; }

cgv_attribute *cgv_attribute_next(cgv_graph *graph, int kind, cgv_attribute *previous) {
  return (cgv_attribute *)agnxtattr((Agraph_t *)graph, kind_of(kind), (Agsym_t *)previous);
}

const char *cgv_attribute_name(cgv_attribute *attribute) { return ((Agsym_t *)attribute)->name; }
const char *cgv_attribute_default(cgv_attribute *attribute) { return ((Agsym_t *)attribute)->defval; }

const char *cgv_attribute_value(void *object, cgv_attribute *attribute) {
  return agxget(object, (Agsym_t *)attribute);
}

int cgv_value_is_html(const char *value) { return value && aghtmlstr((char *)value); }

int cgv_default_text(cgv_graph *graph, int kind, const char *name, const char *value) {
  return agattr((Agraph_t *)graph, kind_of(kind), (char *)name, (char *)value) ? 0 : -1;
}
