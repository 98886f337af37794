#include "CGraphviz.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// Cairo draws the PDF of Graphviz, so it is there wherever there is a PDF; but its headers need not be. It is asked
// through the few functions below, found by name.
typedef int (*write_function)(void *closure, const unsigned char *data, unsigned int length);

struct cgv_document {
  void *surface;
  double width, height;
  char *bytes;
  size_t count, room;
  void *(*new_part)(void *, double, double, double, double), *(*new_cairo)(void *);
  void (*translate)(void *, double, double), (*destroy)(void *);
  void (*show_page)(void *), (*finish)(void *), (*destroy_surface)(void *);
  int (*status)(void *);
};

static void *open_cairo(void) {
  static const char *const names[] = {
      "libcairo.so.2", "libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib", "/usr/local/lib/libcairo.2.dylib"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

// Keeps what is written; 11 is CAIRO_STATUS_WRITE_ERROR.
static int keep(void *closure, const unsigned char *data, unsigned int length) {
  cgv_document *document = closure;
  if (document->room - document->count < length) {
    size_t room = document->room * 2 + length;
    char *bytes = realloc(document->bytes, room);
    if (!bytes) return 11;
    document->bytes = bytes;
    document->room = room;
  }
  memcpy(document->bytes + document->count, data, length);
  document->count += length;
  return 0;
}

cgv_document *cgv_document_open(double width, double height) {
  void *library = open_cairo();
  if (!library) return NULL;
  void *(*new_surface)(write_function, void *, double, double) =
      (void *(*)(write_function, void *, double, double))dlsym(library, "cairo_pdf_surface_create_for_stream");
  cgv_document *document = calloc(1, sizeof *document);
  if (!document) return NULL;
  document->width = width;
  document->height = height;
  document->new_part =
      (void *(*)(void *, double, double, double, double))dlsym(library, "cairo_surface_create_for_rectangle");
  document->new_cairo = (void *(*)(void *))dlsym(library, "cairo_create");
  document->translate = (void (*)(void *, double, double))dlsym(library, "cairo_translate");
  document->destroy = (void (*)(void *))dlsym(library, "cairo_destroy");
  document->show_page = (void (*)(void *))dlsym(library, "cairo_surface_show_page");
  document->finish = (void (*)(void *))dlsym(library, "cairo_surface_finish");
  document->destroy_surface = (void (*)(void *))dlsym(library, "cairo_surface_destroy");
  document->status = (int (*)(void *))dlsym(library, "cairo_surface_status");
  if (!new_surface || !document->new_part || !document->new_cairo || !document->translate || !document->destroy ||
      !document->show_page || !document->finish || !document->destroy_surface || !document->status) {
    free(document);
    return NULL;
  }
  document->surface = new_surface(keep, document, width, height);
  return document;
}

int cgv_document_add_page(cgv_document *document, cgv_context *context, cgv_graph *graph, double down) {
  // Graphviz finishes the surface that it has drawn into: it gets one that is a part of the page, all of it.
  void *part = document->new_part(document->surface, 0, 0, document->width, document->height);
  void *cairo = document->new_cairo(part);
  document->translate(cairo, 0, -down);
  int result = cgv_render_into(context, graph, "pdf", cairo);
  document->destroy(cairo);
  document->destroy_surface(part);
  document->show_page(document->surface);
  return result ? result : document->status(document->surface);
}

void cgv_document_close(cgv_document *document, char **bytes, size_t *count) {
  document->finish(document->surface);
  document->destroy_surface(document->surface);
  *bytes = document->bytes;
  *count = document->count;
  free(document);
}
