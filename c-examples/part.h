/*
 * part.h: a file that arrives in parts. NAME.part grows, and becomes NAME when it is complete.
 *
 * Beside it lies NAME.part.tag with what the server called this version of the file: its ETag, or the
 * date of its last change. A later run sends that along (If-Range), so that no two versions are ever
 * glued together: a file that has changed comes whole.
 */
#ifndef PART_H
#define PART_H

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PART_TAG 256

struct part {
    char *name, *path, *tag;
    int file;
    /* How many bytes of the file there are. */
    uint64_t done;
};

static inline char *part_join(const char *first, const char *second)
{
    size_t size = strlen(first) + strlen(second) + 1;
    char *joined = malloc(size);
    if (joined == NULL)
        abort();
    snprintf(joined, size, "%s%s", first, second);
    return joined;
}

/*
 * The name that a URL suggests: the last segment of its path, decoded. Nothing that a URL says may lead out
 * of the directory, hide a file, or do something to a terminal.
 */
static inline char *part_suggest(const char *url)
{
    const char *path = strstr(url, "://"), *last;
    path = path == NULL ? url : path + 3;
    size_t end = strcspn(path, "?#"), length = 0;
    for (last = path + end; last > path && last[-1] != '/'; last--)
        continue;
    /* A host alone has no path. */
    size_t left = last == path ? 0 : (size_t)(path + end - last);
    char *name = malloc(left + sizeof "index.html");
    if (name == NULL)
        abort();
    for (; left > 0; left--, last++) {
        char c = *last;
        if (c == '%' && left > 2 && isxdigit((unsigned char)last[1]) && isxdigit((unsigned char)last[2])) {
            char digits[] = { last[1], last[2], '\0' };
            c = (char)strtol(digits, NULL, 16);
            last += 2;
            left -= 2;
        }
        int is_bad = c == '/' || c == 0x7f || (c >= 0 && c < ' ') || (c == '.' && length == 0);
        name[length++] = is_bad ? '_' : c;
    }
    name[length] = '\0';
    return length > 0 ? name : strcpy(name, "index.html");
}

static inline void part_init(struct part *part, const char *directory, const char *name)
{
    char *folder = part_join(directory, *directory != '\0' ? "/" : "");
    part->name = part_join(folder, name);
    part->path = part_join(part->name, ".part");
    part->tag = part_join(part->path, ".tag");
    part->file = -1;
    part->done = 0;
    free(folder);
}

static inline void part_free(struct part *part)
{
    free(part->name), free(part->path), free(part->tag);
}

/* What the server called the version that there is a part of; empty if nothing can be continued. */
static inline void part_resume(struct part *part, char tag[PART_TAG])
{
    struct stat there;
    FILE *file = fopen(part->tag, "r");
    part->done = 0;
    if (file == NULL || fgets(tag, PART_TAG, file) == NULL)
        tag[0] = '\0';
    if (file != NULL)
        fclose(file);
    tag[strcspn(tag, "\r\n")] = '\0';
    if (tag[0] != '\0' && stat(part->path, &there) == 0 && S_ISREG(there.st_mode))
        part->done = (uint64_t)there.st_size;
    if (part->done == 0)
        tag[0] = '\0';
}

/* Forgets what there is. */
static inline void part_drop(struct part *part)
{
    unlink(part->tag);
    unlink(part->path);
    part->done = 0;
}

/* Opens what there is of the file, to write behind it. */
static inline int part_continue(struct part *part)
{
    part->file = open(part->path, O_WRONLY | O_APPEND | O_CLOEXEC);
    return part->file < 0 ? errno : 0;
}

/*
 * Begins the file anew, as the version of that tag. The old tag goes first and the new one comes last:
 * a tag never lies beside bytes of another version.
 */
static inline int part_begin(struct part *part, const char *tag)
{
    part_drop(part);
    part->file = open(part->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (part->file < 0)
        return errno;
    FILE *file = *tag != '\0' ? fopen(part->tag, "w") : NULL;
    if (file != NULL) {
        fprintf(file, "%s\n", tag);
        fclose(file);
    }
    return 0;
}

static inline int part_write(struct part *part, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t written = write(part->file, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        data += written;
        size -= (size_t)written;
        part->done += (uint64_t)written;
    }
    return 0;
}

/* Leaves the part as it is; an empty one is of no use. */
static inline int part_close(struct part *part)
{
    int failed = part->file >= 0 && close(part->file) != 0 ? errno : 0;
    if (part->file >= 0 && part->done == 0)
        part_drop(part);
    part->file = -1;
    return failed;
}

/* The file is complete. */
static inline int part_finish(struct part *part)
{
    int failed = part->file >= 0 && close(part->file) != 0 ? errno : 0;
    part->file = -1;
    if (failed == 0 && rename(part->path, part->name) != 0)
        failed = errno;
    if (failed == 0)
        unlink(part->tag);
    return failed;
}

#endif
