#include "CGraphviz.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

// Writes (or reads) all of it: 0 when done.
static int transfer(ssize_t (*step)(int, void *, size_t), int file, void *bytes, size_t count) {
  char *next = bytes;
  while (count > 0) {
    ssize_t done = step(file, next, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return -1;
    next += done;
    count -= (size_t)done;
  }
  return 0;
}

static ssize_t write_some(int file, void *bytes, size_t count) { return write(file, bytes, count); }

int cgv_trial_begin(
    cgv_context *context, cgv_graph *graph, const char *engine, const char *start, cgv_node *const *nodes,
    size_t count, cgv_trial *trial) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  pid_t process = fork();
  if (process != 0) {
    close(ends[1]);
    if (process < 0) close(ends[0]);
    *trial = (cgv_trial){process, ends[0]};
    return process < 0 ? -1 : 0;
  }
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  close(ends[0]);
  cgv_seed();
  cgv_clusters_to_springs(graph);
  int failed = (start && cgv_set_graph_text(graph, "start", start) != 0) || cgv_layout(context, graph, engine) != 0 ||
               cgv_error_count() > 0;
  for (size_t i = 0; i < count && !failed; i++) {
    cgv_rectangle box = cgv_node_box(nodes[i]);
    failed = transfer(write_some, ends[1], &box, sizeof box) != 0;
  }
  _exit(failed);
}

static int ended_well(cgv_trial trial) {
  int status = 0;
  close(trial.file);
  while (waitpid(trial.process, &status, 0) < 0)
    if (errno != EINTR) return 0;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int cgv_trial_end(cgv_trial trial, cgv_rectangle *boxes, size_t count) {
  int failed = transfer(read, trial.file, boxes, count * sizeof *boxes) != 0;
  return ended_well(trial) && !failed ? 0 : -1;
}

void cgv_trial_abandon(cgv_trial trial) {
  kill(trial.process, SIGKILL);
  ended_well(trial);
}
