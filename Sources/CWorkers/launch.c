#define _GNU_SOURCE

#include "CWorkers.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// What a child does between fork and its new program: little, for other threads may hold any lock.
static void become(const char *const *arguments, int output, int failures, pid_t parent) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(127);  // it has died already
#else
  (void)parent;
#endif
  // Threads of a pool block most signals, and a child inherits that.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  int nothing = open("/dev/null", O_RDONLY);
  if (nothing >= 0) dup2(nothing, 0);
  dup2(output, 1);
  dup2(output, 2);
  signal(SIGPIPE, SIG_DFL);
  execvp(arguments[0], (char *const *)arguments);
  int reason = errno;
  ssize_t ignored = write(failures, &reason, sizeof reason);
  (void)ignored;
  _exit(127);
}

launch_result workers_launch(const char *const *arguments, int seconds, char *said, size_t capacity) {
  size_t length = 0;
  said[0] = 0;
  int output[2], failures[2];
  if (pipe(output) != 0) return (launch_result){launch_failed, errno};
  if (pipe(failures) != 0) {
    int reason = errno;
    close(output[0]), close(output[1]);
    return (launch_result){launch_failed, reason};
  }
  for (int end = 0; end < 2; end++) fcntl(output[end], F_SETFD, FD_CLOEXEC), fcntl(failures[end], F_SETFD, FD_CLOEXEC);
  pid_t parent = getpid(), child = fork();
  if (child == 0) become(arguments, output[1], failures[1], parent);
  int fork_reason = errno, reason = 0;
  close(output[1]), close(failures[1]);
  // Closed without a word when the new program runs.
  bool is_running = child > 0 && read(failures[0], &reason, sizeof reason) == 0;
  close(failures[0]);
  if (!is_running) {
    close(output[0]);
    if (child > 0) waitpid(child, NULL, 0);
    return (launch_result){launch_failed, child > 0 ? reason : fork_reason};
  }

  fcntl(output[0], F_SETFL, O_NONBLOCK);
  long long deadline = milliseconds() + 1000LL * seconds;
  int kills = 0, status = 0;
  for (bool is_open = true, has_ended = false; !has_ended;) {
    if (milliseconds() >= deadline && kills < 2) {
      kill(child, kills++ == 0 ? SIGTERM : SIGKILL);
      deadline += 2000;
    }
    // Not only its output says that it has ended: others may hold the pipe open.
    struct pollfd waiting = {is_open ? output[0] : -1, POLLIN, 0};
    poll(&waiting, 1, is_open ? 50 : 2);
    has_ended = waitpid(child, &status, WNOHANG) != 0;
    char buffer[4096];
    ssize_t count;
    while ((count = read(output[0], buffer, sizeof buffer)) > 0) {
      for (ssize_t place = 0; place < count && length + 1 < capacity; place++) said[length++] = buffer[place];
      said[length] = 0;
    }
    if (count == 0) is_open = false;
  }
  close(output[0]);
  if (kills > 0) return (launch_result){launch_late, seconds};
  if (WIFSIGNALED(status)) return (launch_result){launch_killed, WTERMSIG(status)};
  return (launch_result){launch_ended, WEXITSTATUS(status)};
}
