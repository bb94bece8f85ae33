#include "CWorkers.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#if __has_include(<mpi.h>)

#include <mpi.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

// MARK: Waiting

// What is said when a process has waited too long, made beforehand: a signal handler may do little more than write.
static char complaint[160];
static int complaint_length;
static int patience;

static void give_up(int signal_number) {
  (void)signal_number;
  ssize_t ignored = write(2, complaint, (size_t)complaint_length);
  (void)ignored;
  _exit(1);
}

static void begin_waiting(void) { alarm((unsigned)patience); }

static bool end_waiting(int outcome) {
  alarm(0);
  return outcome == MPI_SUCCESS;
}

// MARK: Workers

bool workers_have_mpi(void) { return true; }

bool workers_start(int patience_seconds, int *rank, int *count) {
  // Sums are formed by recursive doubling, ((0 + 1) + (2 + 3)), whatever their length; memory is shared by copying, which
  // containers allow; and who waits lets others compute. What the environment says comes first.
  setenv("OMPI_MCA_coll_tuned_use_dynamic_rules", "1", 0);
  setenv("OMPI_MCA_coll_tuned_allreduce_algorithm", "3", 0);
  setenv("OMPI_MCA_btl_vader_single_copy_mechanism", "none", 0);
  setenv("OMPI_MCA_mpi_yield_when_idle", "1", 0);

#ifdef __linux__
  if (getenv("OMPI_COMM_WORLD_SIZE")) prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody outlives mpirun
#endif
  // The first to give up ends them all, so that only one complains.
  const char *own = getenv("OMPI_COMM_WORLD_RANK");
  patience = patience_seconds + 5 * (own ? atoi(own) : 0);
  complaint_length = snprintf(
      complaint, sizeof complaint, "Error: a worker waited %d s for the others to start; one of them did not.\n", patience);
  signal(SIGALRM, give_up);
  begin_waiting();
  if (MPI_Init(NULL, NULL) != MPI_SUCCESS) return end_waiting(!MPI_SUCCESS);
  // Errors come back to the caller, who has more to say than MPI.
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_rank(MPI_COMM_WORLD, rank);
  MPI_Comm_size(MPI_COMM_WORLD, count);
  end_waiting(MPI_SUCCESS);
  complaint_length = snprintf(
      complaint, sizeof complaint, "Error: worker %d of %d waited %d s for the others; one of them hangs.\n", *rank,
      *count, patience);
  return true;
}

bool workers_sum(float *numbers, size_t count) {
  begin_waiting();
  return end_waiting(MPI_Allreduce(MPI_IN_PLACE, numbers, (int)count, MPI_FLOAT, MPI_SUM, MPI_COMM_WORLD));
}

bool workers_broadcast(float *numbers, size_t count) {
  begin_waiting();
  return end_waiting(MPI_Bcast(numbers, (int)count, MPI_FLOAT, 0, MPI_COMM_WORLD));
}

bool workers_barrier(void) {
  begin_waiting();
  return end_waiting(MPI_Barrier(MPI_COMM_WORLD));
}

void workers_stop(void) {
  begin_waiting();
  end_waiting(MPI_Finalize());
}

void workers_abort(int status) {
  MPI_Abort(MPI_COMM_WORLD, status);
  _exit(status);
}

#else

bool workers_have_mpi(void) { return false; }

bool workers_start(int patience_seconds, int *rank, int *count) {
  (void)patience_seconds;
  *rank = 0;
  *count = 1;
  return true;
}

bool workers_sum(float *numbers, size_t count) {
  (void)numbers, (void)count;
  return true;
}

bool workers_broadcast(float *numbers, size_t count) {
  (void)numbers, (void)count;
  return true;
}

bool workers_barrier(void) { return true; }

void workers_stop(void) {}

void workers_abort(int status) { _exit(status); }

#endif
