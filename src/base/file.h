/* Files written complete or not at all.
 *
 * A file is written beside its place under a name of its own, flushed to the disk, and only then
 * renamed into place. So whoever reads sees the old file or the new one, never a half. */
#ifndef LADLE_BASE_FILE_H
#define LADLE_BASE_FILE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct ladle_file ladle_file;

/* Begins to write the file `path` (its folder must exist). Returns NULL when that is not possible;
 * *error (may be NULL) is then a sentence that tells what went wrong and how to mend it, to be
 * freed with g_free. */
ladle_file *ladle_file_open(const char *path, char **error) __attribute__((warn_unused_result));

/* Writes n bytes. A failure sticks and is told by ladle_file_commit. */
void ladle_file_write(ladle_file *file, const void *bytes, size_t n);

/* A stream to write to instead, for what prints. Borrowed; its failure is told by the commit too.
 */
FILE *ladle_file_stream(ladle_file *file);

/* Puts the file into its place, and frees `file`. False when anything written was lost on the way:
 * the old file is then as it was, nothing is left over, and *error says why. */
bool ladle_file_commit(ladle_file *file, char **error) __attribute__((warn_unused_result));

/* Gives up: the old file stays, what was written is removed. NULL is allowed. */
void ladle_file_abandon(ladle_file *file);

/* Whether there is something at the path, and it lies inside the folder when all links are
 * followed: what a name from outside (of an import, of a picture) must pass before it is opened. */
bool ladle_file_is_inside(const char *path, const char *folder);

/* The SHA-256 of a file in hexadecimal; NULL when it cannot be read. Owned by the arena. */
const char *ladle_file_digest(ladle_arena *arena, const char *path);

/* The whole of it in one call. */
bool ladle_file_replace(const char *path, const void *bytes, size_t n, char **error)
    __attribute__((warn_unused_result));

#endif
