#ifdef __linux__
#include <malloc.h>

// A training step asks for the same buffers again and again. Without this, glibc hands those of over 128 kB back to the
// system at each free and fetches them anew, page by page: a third of a small transformer's time.
__attribute__((constructor)) static void keep_memory(void) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}
#endif
