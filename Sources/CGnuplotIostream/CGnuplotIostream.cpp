// Why this file exists: the course draws through gnuplot-iostream, a header of templates in C++, and Swift reads C. (For the
// one write to a pipe that it does here, nothing else would need it.) No other file knows gnuplot-iostream.h or Boost.
//
// The header's own `popen` loses gnuplot's exit status and its messages, and a gnuplot that dies early raises SIGPIPE.
// So the process is started here, with standard output and error going to nameless temporary files (a pipe could fill
// up and block both sides), and the header is handed the pipe to gnuplot's standard input as a FILE.

#include "CGnuplotIostream.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <gnuplot-iostream.h>

extern char **environ;

namespace {

/// What of the user's environment gnuplot sees: nothing that changes a picture, so that all users get the same one.
///
/// Left out are its own variables (GNUTERM, GNUPLOT_LIB, GNUPLOT_DRIVER_DIR, GDFONTPATH, FIT_LOG …) and the locale, which decides
/// the decimal point; `-d` keeps it from reading gnuplotrc and ~/.gnuplot.
class Environment {
public:
  Environment() {
    for (char **entry = environ; *entry; ++entry) {
      std::string text(*entry);
      bool dropped = false;
      for (const char *prefix : {"GNU", "GDFONTPATH=", "FIT_", "LC_", "LANG"}) dropped |= text.rfind(prefix, 0) == 0;
      if (!dropped) entries.push_back(text);
    }
    entries.push_back("LC_ALL=C.UTF-8");
    for (std::string &entry : entries) pointers.push_back(entry.data());
    pointers.push_back(nullptr);
  }
  char *const *data() const { return pointers.data(); }

private:
  std::vector<std::string> entries;
  std::vector<char *> pointers;
};

/// A nameless temporary file that collects what the child writes.
class Capture {
public:
  Capture() : file(std::tmpfile()) {
    if (file) fcntl(fileno(file), F_SETFD, FD_CLOEXEC);
  }
  ~Capture() {
    if (file) std::fclose(file);
  }
  Capture(const Capture &) = delete;
  Capture &operator=(const Capture &) = delete;

  /// Makes the child's descriptor write here, or nowhere if there is no temporary folder.
  void redirect(posix_spawn_file_actions_t &actions, int descriptor) const {
    if (file) {
      posix_spawn_file_actions_adddup2(&actions, fileno(file), descriptor);
    } else {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0);
    }
  }

  /// All that the child wrote; where not all of it can be read, `error` says why.
  char *contents(size_t &count, int &error) const {
    std::string text;
    char block[65536];
    while (file) {
      ssize_t read = pread(fileno(file), block, sizeof block, static_cast<off_t>(text.size()));
      if (read == 0) break;
      if (read > 0) text.append(block, static_cast<size_t>(read));
      if (read < 0 && errno != EINTR) {
        error = errno;
        break;
      }
    }
    count = text.size();
    char *copy = static_cast<char *>(std::malloc(count + 1));
    if (!copy) std::abort();
    std::memcpy(copy, text.c_str(), count + 1);
    return copy;
  }

private:
  std::FILE *file;
};

/// Keeps SIGPIPE from this thread while it lives, and swallows the one that a dead reader raised.
class PipeSignalGuard {
public:
  PipeSignalGuard() {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    was_pending = sigismember(&pending, SIGPIPE) == 1;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &previous);
  }
  ~PipeSignalGuard() {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    if (!was_pending && sigismember(&pending, SIGPIPE) == 1) {
      int received;
      sigwait(&pipe_signal, &received);
    }
    pthread_sigmask(SIG_SETMASK, &previous, nullptr);
  }
  PipeSignalGuard(const PipeSignalGuard &) = delete;
  PipeSignalGuard &operator=(const PipeSignalGuard &) = delete;

  const sigset_t &mask_before() const { return previous; }

private:
  sigset_t pipe_signal;
  sigset_t previous;
  bool was_pending;
};

/// A pipe that other children of this process do not inherit: an inherited end would keep gnuplot waiting for more.
int open_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

int start(const char *program, const char *const *arguments, const char *directory, int input, const Capture &output,
          const Capture &message, const sigset_t &mask, pid_t &child) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  output.redirect(actions, STDOUT_FILENO);
  message.redirect(actions, STDERR_FILENO);
  if (directory) posix_spawn_file_actions_addchdir_np(&actions, directory);

  // The child starts with the mask and the default SIGPIPE that it would have had without us.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigmask(&attributes, &mask);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);

  std::vector<char *> argv{const_cast<char *>(program), const_cast<char *>("-d")};
  for (; arguments && *arguments; ++arguments) argv.push_back(const_cast<char *>(*arguments));
  argv.push_back(nullptr);
  int error = posix_spawnp(&child, program, &actions, &attributes, argv.data(), Environment().data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

extern "C" gnuplot_outcome gnuplot_run(const char *program, const char *const *arguments, const char *directory,
                                       const char *script, size_t script_count) {
  gnuplot_outcome outcome = {};
  PipeSignalGuard guard;
  Capture output, message;
  int ends[2];
  if (open_pipe(ends) != 0) {
    outcome.start_error = errno;
    return outcome;
  }
  pid_t child = 0;
  outcome.start_error = start(program, arguments, directory, ends[0], output, message, guard.mask_before(), child);
  close(ends[0]);
  std::FILE *pipe = outcome.start_error == 0 ? fdopen(ends[1], "w") : nullptr;
  if (!pipe) {
    close(ends[1]);
    if (outcome.start_error != 0) return outcome;
  } else {
    // A reader that is gone shows as a bad stream; why it went is in its status and its messages.
    gnuplotio::Gnuplot gnuplot(pipe);
    gnuplot.write(script, static_cast<std::streamsize>(script_count));
    gnuplot.flush();
    if (!gnuplot) outcome.write_error = errno ? errno : EIO;
  }

  int status = 0;
  pid_t waited;
  do waited = waitpid(child, &status, 0);
  while (waited == -1 && errno == EINTR);
  // With SIGCHLD ignored there is no status to fetch: the caller then judges by what was written.
  if (waited == child && WIFSIGNALED(status)) {
    outcome.exit_status = -1;
    outcome.signal = WTERMSIG(status);
  } else if (waited == child) {
    outcome.exit_status = WEXITSTATUS(status);
  }
  outcome.output = output.contents(outcome.output_count, outcome.read_error);
  outcome.message = message.contents(outcome.message_count, outcome.read_error);
  return outcome;
}

extern "C" void gnuplot_outcome_free(gnuplot_outcome outcome) {
  std::free(outcome.output);
  std::free(outcome.message);
}
