// Counts allocations exactly: the functions below stand in for glibc's in the whole process, since
// the dynamic linker asks the program first, and pass each call on to glibc's own.
//
// Only the thread that has started to count is counted, so that nothing else disturbs it.

#define _GNU_SOURCE
#include "CountAllocations.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <stdbool.h>
#include <stddef.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static _Thread_local bool counting;
static _Thread_local int64_t count;
static _Thread_local int64_t wanted;

static void *callers[COUNT_ALLOCATIONS_TRACES][COUNT_ALLOCATIONS_DEPTH];
static int depths[COUNT_ALLOCATIONS_TRACES];

static inline void note(void) {
  if (!counting) return;
  if (count < wanted) {
    // What looking for callers allocates is not counted.
    counting = false;
    depths[count] = backtrace(callers[count], COUNT_ALLOCATIONS_DEPTH);
    counting = true;
  }
  count += 1;
}

void *malloc(size_t size) {
  note();
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  note();
  return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
  note();
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  note();
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  note();
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) return EINVAL;
  note();
  void *memory = __libc_memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *result = memory;
  return 0;
}

void count_allocations_start(int64_t traces) {
  if (traces > 0) {
    // The first look for callers loads a library.
    void *one[1];
    backtrace(one, 1);
  }
  wanted = traces < COUNT_ALLOCATIONS_TRACES ? traces : COUNT_ALLOCATIONS_TRACES;
  for (int64_t index = 0; index < wanted; index += 1) depths[index] = 0;
  count = 0;
  counting = true;
}

int64_t count_allocations_stop(void) {
  counting = false;
  return count;
}

int64_t count_allocations_depth(int64_t allocation) {
  return allocation < COUNT_ALLOCATIONS_TRACES ? depths[allocation] : 0;
}

uint64_t count_allocations_caller(int64_t allocation, int64_t depth) {
  Dl_info own, other;
  void *address = callers[allocation][depth];
  if (!dladdr((void *)count_allocations_start, &own) || !dladdr(address, &other)) return 0;
  if (own.dli_fbase != other.dli_fbase) return 0;
  return (uint64_t)((char *)address - (char *)own.dli_fbase);
}
