#ifndef COUNT_ALLOCATIONS_H
#define COUNT_ALLOCATIONS_H

#include <stdint.h>

/// How many addresses of an allocation's callers are kept at most.
enum { COUNT_ALLOCATIONS_DEPTH = 32 };
/// Of how many allocations the callers are kept at most.
enum { COUNT_ALLOCATIONS_TRACES = 4096 };

/// Starts to count what this thread allocates, from 0.
///
/// `traces` says of how many allocations, the first ones, the callers are kept too, which takes time.
void count_allocations_start(int64_t traces);

/// Stops counting.
///
/// Returns how often memory was asked for since the start: calls of malloc, calloc, realloc,
/// posix_memalign, aligned_alloc and memalign, from this program and from all its libraries.
int64_t count_allocations_stop(void);

/// How many callers of an allocation were kept; 0 if it was not.
int64_t count_allocations_depth(int64_t allocation);

/// The address of a caller, 0 the innermost, counted from where the program was loaded; 0 for one
/// that is in a library.
uint64_t count_allocations_caller(int64_t allocation, int64_t depth);

#endif
