#pragma once

#include <stdbool.h>
#include <stddef.h>

// Processes that compute together, through MPI; where mpi.h was missing when this was built, one process alone.
// Every process has to make the same calls in the same order. No call lasts longer than the patience given to start:
// a process that waits longer says so and ends, and mpirun then ends the others.

#ifdef __cplusplus
extern "C" {
#endif

/* Whether this was built with MPI. */
bool workers_have_mpi(void);

/* Joins the processes that mpirun started; this one's number, and how many there are. False if MPI refuses. */
bool workers_start(int patience_seconds, int *rank, int *count);

/* Replaces the numbers of all processes by their sum, which has the same bits everywhere. */
bool workers_sum(float *numbers, size_t count);

/* Replaces the numbers of all processes by those of process 0. */
bool workers_broadcast(float *numbers, size_t count);

/* Waits until all processes are here. */
bool workers_barrier(void);

/* Leaves the other processes. */
void workers_stop(void);

/* Ends all processes, this one with the given status. */
_Noreturn void workers_abort(int status);

/* How a program that was started has ended. */
typedef enum { launch_ended, launch_killed, launch_late, launch_failed } launch_ending;

typedef struct {
  launch_ending ending;
  int number; /* the exit status, the signal, or the error number */
} launch_result;

/* Starts a program that is searched in PATH, and waits for its end, but at most so many seconds: then it is told to
   end, and after two more seconds killed. What it says on both streams is kept as far as it fits, with a 0 behind.
   It dies with the thread that started it. */
launch_result workers_launch(const char *const *arguments, int seconds, char *said, size_t capacity);

#ifdef __cplusplus
}
#endif
