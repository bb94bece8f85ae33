#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How one run of gnuplot went.
typedef struct {
  /// 0 when the program was started; otherwise the `errno` of the attempt, and nothing else is set.
  int start_error;
  /// The exit status of the program, or -1 when a signal ended it.
  int exit_status;
  /// The signal that ended the program, or 0.
  int signal;
  /// The `errno` when the program did not take the whole script, or 0.
  int write_error;
  /// The `errno` when not all that the program wrote could be read back, or 0.
  int read_error;
  /// What the program wrote to standard output; `output_count` bytes, never NULL.
  char *output;
  size_t output_count;
  /// What the program wrote to standard error; `message_count` bytes, never NULL.
  char *message;
  size_t message_count;
} gnuplot_outcome;

/// Runs `program -d` (looked up in PATH unless it has a slash) with the further arguments in `directory` (NULL: the current
/// one), sends it the script through gnuplot-iostream, and waits for it to end.
///
/// Safe from several threads at once; a program that dies early raises no signal here.
/// Give the outcome to `gnuplot_outcome_free`.
gnuplot_outcome gnuplot_run(const char *program, const char *const *arguments, const char *directory,
                            const char *script, size_t script_count);

/// Frees what an outcome holds.
void gnuplot_outcome_free(gnuplot_outcome outcome);

#ifdef __cplusplus
}
#endif
