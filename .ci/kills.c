/* Makes one call to the system fail, for .ci/kills: loaded before the C library (LD_PRELOAD), it counts the calls
   that change what is below FAULT_FOLDER, and lets the one with the number FAULT_AT fail as FAULT_KIND says.
   SHORT lets a write take half of what it is given, which the system may do at any time. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int calls;

static int below(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int descriptor_below(int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path);
}

/* Counts a call; 0 if it is to be left alone. */
static int fault(const char *call) {
  const char *wanted = getenv("FAULT_CALL"), *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND");
  if (!wanted || !at || !kind || strcmp(wanted, call) != 0) return 0;
  int number = __sync_add_and_fetch(&calls, 1);
  if (number != atoi(at)) return 0;
  if (strcmp(kind, "ENOSPC") == 0) return ENOSPC;
  if (strcmp(kind, "EIO") == 0) return EIO;
  if (strcmp(kind, "EROFS") == 0) return EROFS;
  return strcmp(kind, "SHORT") == 0 ? -1 : 0;
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAULT_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%d\n", calls);
  fclose(file);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  int error = count > 0 && descriptor_below(descriptor) ? fault("write") : 0;
  if (error > 0) {
    /* A disk that becomes full takes what still fits. */
    if (error == ENOSPC && count > 1) real(descriptor, bytes, count / 2);
    errno = error;
    return -1;
  }
  return real(descriptor, bytes, error < 0 && count > 1 ? count / 2 : count);
}

int fsync(int descriptor) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  int error = descriptor_below(descriptor) ? fault("fsync") : 0;
  if (error) return errno = error, -1;
  return real(descriptor);
}

int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
  int error = below(to) ? fault("rename") : 0;
  if (error) return errno = error, -1;
  return real(from, to);
}

int mkdir(const char *path, mode_t mode) {
  int (*real)(const char *, mode_t) = dlsym(RTLD_NEXT, "mkdir");
  int error = below(path) ? fault("mkdir") : 0;
  if (error) return errno = error, -1;
  return real(path, mode);
}

int open(const char *path, int flags, ...) {
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list more;
    va_start(more, flags);
    mode = va_arg(more, mode_t);
    va_end(more);
    int error = below(path) ? fault("open") : 0;
    if (error) return errno = error, -1;
  }
  return real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list more;
    va_start(more, flags);
    mode = va_arg(more, mode_t);
    va_end(more);
  }
  return open(path, flags, mode);
}
