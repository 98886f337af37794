#include "CGraphviz.h"

#include <dlfcn.h>

// Fontconfig comes with Graphviz's text plugin, so it is there wherever a font matters; but its headers need not
// be. It is asked through the few functions below, found by name.
typedef struct {
  int count, room;
  void **patterns;
} font_set;

static void *open_fontconfig(void) {
  static const char *const names[] = {
      "libfontconfig.so.1", "libfontconfig.1.dylib", "/opt/homebrew/lib/libfontconfig.1.dylib",
      "/usr/local/lib/libfontconfig.1.dylib"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

int cgv_missing_characters(const uint32_t *characters, size_t count, uint8_t *missing) {
  void *library = open_fontconfig();
  if (!library) return -1;
  void *(*new_pattern)(void) = (void *(*)(void))dlsym(library, "FcPatternCreate");
  void *(*new_object_set)(const char *, ...) = (void *(*)(const char *, ...))dlsym(library, "FcObjectSetBuild");
  font_set *(*list)(void *, void *, void *) = (font_set * (*)(void *, void *, void *)) dlsym(library, "FcFontList");
  int (*character_set)(void *, const char *, int, void **) =
      (int (*)(void *, const char *, int, void **))dlsym(library, "FcPatternGetCharSet");
  int (*has)(void *, uint32_t) = (int (*)(void *, uint32_t))dlsym(library, "FcCharSetHasChar");
  if (!new_pattern || !new_object_set || !list || !character_set || !has) return -1;

  // All fonts with their characters: the renderer may fall back to any of them.
  void *everything = new_pattern();
  void *objects = new_object_set("charset", (char *)0);
  font_set *fonts = everything && objects ? list((void *)0, everything, objects) : (font_set *)0;
  if (!fonts) return -1;
  int total = 0;
  for (size_t i = 0; i < count; i++) {
    missing[i] = 1;
    for (int font = 0; font < fonts->count && missing[i]; font++) {
      void *set = (void *)0;
      if (character_set(fonts->patterns[font], "charset", 0, &set) == 0 && set && has(set, characters[i]))
        missing[i] = 0;
    }
    total += missing[i];
  }
  // The process ends soon: the lists are left to it.
  return total;
}
