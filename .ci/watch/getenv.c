/* Put before the C library, this writes the name of every environment variable that a program asks for to the
   file of the descriptor WATCH_FD, one a line. For .ci/watched. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

static void tell(const char *name) {
  char line[256];
  size_t length = strnlen(name, sizeof line - 1);
  memcpy(line, name, length);
  line[length] = '\n';
  if (write(97, line, length + 1) < 0) { /* nobody listens */ }
}

char *getenv(const char *name) {
  static char *(*real)(const char *);
  if (!real) real = (char *(*)(const char *))dlsym(RTLD_NEXT, "getenv");
  tell(name);
  return real(name);
}

char *secure_getenv(const char *name) {
  static char *(*real)(const char *);
  if (!real) real = (char *(*)(const char *))dlsym(RTLD_NEXT, "secure_getenv");
  tell(name);
  return real(name);
}
