/* Stands between a program and the disk (LD_PRELOAD on Linux): the n-th write, sync or removal of a file whose path
   holds a given text fails, or fails from then on, or is the last thing the program does. In a program that cannot ask
   for it, the first one below FULL_DISK fails for want of room. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ONCE = 0, FROM_THEN_ON = 1, KILL = 2 };
static long left;         /* how many calls until the fault; 0 while nothing is wrong */
static int how, number;   /* what then happens, and the errno */
static char part[256];    /* of the path */
static int happened;

void fail_at(long n, int how_, int number_, const char *part_) {
    how = how_, number = number_, happened = 0;
    strncpy(part, part_, sizeof part - 1);
    left = n;
}

__attribute__((constructor)) static void begin(void) {
    const char *full = getenv("FULL_DISK");
    if (full) fail_at(1, ONCE, ENOSPC, full);
}

int fault_happened(void) { return happened; }

static int concerns(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, part) != 0;
}

/* Whether this call is to fail. */
static int due(void) {
    if (left == 0 || --left > 0) return 0;
    happened = 1;
    if (how == FROM_THEN_ON) left = 1;
    errno = number;
    return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define LAST if (how == KILL) raise(SIGKILL)

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    REAL(pwrite64);
    if (left && concerns(file) && due()) {
        real(file, bytes, count / 2, at); /* a torn write: half of it is on the disk */
        LAST;
        errno = number;
        return -1;
    }
    return real(file, bytes, count, at);
}

int fsync(int file) {
    REAL(fsync);
    if (left && concerns(file) && due()) { LAST; return -1; }
    return real(file);
}

int ftruncate64(int file, off64_t size) {
    REAL(ftruncate64);
    if (left && concerns(file) && due()) { LAST; return -1; }
    return real(file, size);
}

int unlink(const char *path) {
    REAL(unlink);
    if (left && strstr(path, part) && due()) { LAST; return -1; }
    return real(path);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    if (left && (strstr(from, part) || strstr(to, part)) && due()) { LAST; return -1; }
    return real(from, to);
}
