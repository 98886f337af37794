#include "CGraphviz.h"

#include <pthread.h>
#include <sys/resource.h>

static void limit(int resource, uint64_t value) {
  struct rlimit now;
  if (value == 0 || getrlimit(resource, &now) != 0) return;
  // A limit can only be lowered.
  if (now.rlim_max != RLIM_INFINITY && value > now.rlim_max) value = now.rlim_max;
  now.rlim_cur = value;
  now.rlim_max = value;
  setrlimit(resource, &now);
}

void cgv_limit_process(uint64_t cpu_seconds, uint64_t address_space_bytes) {
  limit(RLIMIT_CPU, cpu_seconds);
  limit(RLIMIT_AS, address_space_bytes);
  // No core file of a crash: it would be left in somebody's folder.
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

struct job {
  void (*body)(void *);
  void *argument;
};

static void *run(void *job) {
  ((struct job *)job)->body(((struct job *)job)->argument);
  return NULL;
}

int cgv_run_on_stack(size_t stack_bytes, void (*body)(void *), void *argument) {
  struct job job = {body, argument};
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return -1;
  int failed = pthread_attr_setstacksize(&attributes, stack_bytes) != 0 ||
               pthread_create(&thread, &attributes, run, &job) != 0;
  pthread_attr_destroy(&attributes);
  return failed ? -1 : pthread_join(thread, NULL);
}
