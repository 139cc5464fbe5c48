/* Makes one call to the disk fail, at will: the k-th of those that touch a path with a given text in it.

   Built by disk.py and loaded before the C library (LD_PRELOAD), so that it stands between the program, with all its
   libraries, and the system. Until it is armed it only passes calls on. Counting is for a single thread. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE = 1, SYNC = 2, RESIZE = 4, NAME = 8, READ = 16, CREATE = 32 };

static struct {
    int is_armed;
    int left;      /* calls to let pass before the one that fails */
    int error;     /* the errno that it fails with */
    int is_lasting; /* every later one fails too */
    int is_torn;   /* a write that fails has put half of its bytes on the disk */
    int kinds;     /* the kinds of call that count */
    int met;       /* calls that counted */
    int fired;     /* calls that have failed */
    char path[PATH_MAX];
} fault;

void fault_arm(int k, int error, int is_lasting, int is_torn, int kinds, const char *path)
{
    memset(&fault, 0, sizeof fault);
    fault.left = k - 1;
    fault.error = error;
    fault.is_lasting = is_lasting;
    fault.is_torn = is_torn;
    fault.kinds = kinds;
    strncpy(fault.path, path, sizeof fault.path - 1);
    fault.is_armed = 1;
}

int fault_disarm(void)
{
    fault.is_armed = 0;
    return fault.fired;
}

int fault_met(void)
{
    return fault.met;
}

static int fails(enum kind kind, const char *path)
{
    if (!fault.is_armed || !(fault.kinds & kind) || !path || !strstr(path, fault.path))
        return 0;
    fault.met++;
    if (fault.fired ? !fault.is_lasting : fault.left-- > 0)
        return 0;
    fault.fired++;
    errno = fault.error;
    return 1;
}

static int fails_at(enum kind kind, int file)
{
    char link[40], path[PATH_MAX];
    if (!fault.is_armed || !(fault.kinds & kind))
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return fails(kind, path);
}

/* The system's own function of this name. */
#define SYSTEM(name) ((__typeof__(&name))system_function(#name))

static void *system_function(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

ssize_t write(int file, const void *bytes, size_t count)
{
    static __typeof__(&write) call;
    if (!call)
        call = SYSTEM(write);
    if (!fails_at(WRITE, file))
        return call(file, bytes, count);
    if (fault.is_torn)
        (void)!call(file, bytes, count / 2);
    errno = fault.error;
    return -1;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place)
{
    static __typeof__(&pwrite64) call;
    if (!call)
        call = SYSTEM(pwrite64);
    if (!fails_at(WRITE, file))
        return call(file, bytes, count, place);
    if (fault.is_torn)
        (void)!call(file, bytes, count / 2, place);
    errno = fault.error;
    return -1;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) { return pwrite64(file, bytes, count, place); }

ssize_t writev(int file, const struct iovec *parts, int count)
{
    return fails_at(WRITE, file) ? -1 : SYSTEM(writev)(file, parts, count);
}

ssize_t read(int file, void *bytes, size_t count)
{
    static __typeof__(&read) call;
    if (!call)
        call = SYSTEM(read);
    return fails_at(READ, file) ? -1 : call(file, bytes, count);
}

ssize_t pread64(int file, void *bytes, size_t count, off64_t place)
{
    static __typeof__(&pread64) call;
    if (!call)
        call = SYSTEM(pread64);
    return fails_at(READ, file) ? -1 : call(file, bytes, count, place);
}

ssize_t pread(int file, void *bytes, size_t count, off_t place) { return pread64(file, bytes, count, place); }

int fsync(int file) { return fails_at(SYNC, file) ? -1 : SYSTEM(fsync)(file); }

int fdatasync(int file) { return fails_at(SYNC, file) ? -1 : SYSTEM(fdatasync)(file); }

int ftruncate64(int file, off64_t size) { return fails_at(RESIZE, file) ? -1 : SYSTEM(ftruncate64)(file, size); }

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int posix_fallocate64(int file, off64_t place, off64_t size)
{
    return fails_at(RESIZE, file) ? fault.error : SYSTEM(posix_fallocate64)(file, place, size);
}

int posix_fallocate(int file, off_t place, off_t size) { return posix_fallocate64(file, place, size); }

int rename(const char *from, const char *to) { return fails(NAME, to) ? -1 : SYSTEM(rename)(from, to); }

int unlink(const char *path) { return fails(NAME, path) ? -1 : SYSTEM(unlink)(path); }

static int open_with(const char *name, const char *path, int flags, va_list rest)
{
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
    if (flags & O_CREAT && fails(CREATE, path))
        return -1;
    return ((int (*)(const char *, int, ...))system_function(name))(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    int file = open_with("open", path, flags, rest);
    va_end(rest);
    return file;
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    int file = open_with("open64", path, flags, rest);
    va_end(rest);
    return file;
}
