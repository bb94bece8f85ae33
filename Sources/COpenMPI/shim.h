// MPI's constants are macros that Swift cannot read: only CWorkers includes mpi.h, and gets the flags for it from here.
// Without Open MPI there is nothing to include, and the package builds all the same.
#if __has_include(<mpi.h>)
#include <mpi.h>
#endif
