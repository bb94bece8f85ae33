#include <gnuplot-iostream.h>
