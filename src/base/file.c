#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct ladle_file {
    char *path, *folder, *temporary;
    FILE *stream;
    int error; /* the first errno that a write gave */
};

static const char *cure(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return "free some space on the disk and run again";
    case EACCES:
    case EPERM:
        return "change the permissions of its folder, or write to another folder";
    case ENOENT:
    case ENOTDIR:
        return "make its folder first, or write to another folder";
    case EROFS:
        return "the disk is read-only; write to another folder";
    case EISDIR:
        return "a folder of this name is in the way; move it, or write to another folder";
    case ENAMETOOLONG:
        return "give it a shorter name";
    default:
        return "mend that, or write to another folder";
    }
}

static void tell(char **error, const char *path, int code)
{
    if (error)
        *error =
            g_strdup_printf("%s cannot be written (%s); %s", path, g_strerror(code), cure(code));
}

static void free_file(ladle_file *file)
{
    g_free(file->path);
    g_free(file->folder);
    g_free(file->temporary);
    g_free(file);
}

/* Opens a new file beside the place; a left-over of the same name is passed over. */
static int open_temporary(ladle_file *file)
{
    char *base = g_path_get_basename(file->path);
    int descriptor = -1;
    for (unsigned attempt = 0; attempt < 100 && descriptor < 0; attempt++) {
        g_free(file->temporary);
        file->temporary =
            g_strdup_printf("%s/.%.200s.%ld-%u", file->folder, base, (long)getpid(), attempt);
        descriptor =
            open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (descriptor < 0 && errno != EEXIST)
            break;
    }
    g_free(base);
    return descriptor;
}

ladle_file *ladle_file_open(const char *path, char **error)
{
    ladle_file *file = g_new0(ladle_file, 1);
    file->path = g_strdup(path);
    file->folder = g_path_get_dirname(path);
    int descriptor = open_temporary(file);
    if (descriptor >= 0)
        file->stream = fdopen(descriptor, "w");
    if (file->stream)
        return file;
    int code = errno;
    if (descriptor >= 0) {
        close(descriptor);
        unlink(file->temporary);
    }
    tell(error, path, code);
    free_file(file);
    return NULL;
}

void ladle_file_write(ladle_file *file, const void *bytes, size_t n)
{
    if (!file->error && n && fwrite(bytes, 1, n, file->stream) != n)
        file->error = errno ? errno : EIO;
}

FILE *ladle_file_stream(ladle_file *file)
{
    return file->stream;
}

/* Flushes the folder, so that the rename itself is on the disk. Some file systems cannot do that
 * for folders; the file is then as safe as they make it. */
static void flush_folder(const char *folder)
{
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

bool ladle_file_commit(ladle_file *file, char **error)
{
    if (!file->error && ferror(file->stream))
        file->error = EIO;
    if (fflush(file->stream) != 0 && !file->error)
        file->error = errno;
    if (!file->error && fsync(fileno(file->stream)) != 0)
        file->error = errno;
    if (fclose(file->stream) != 0 && !file->error)
        file->error = errno;
    if (!file->error && rename(file->temporary, file->path) != 0)
        file->error = errno;
    bool done = !file->error;
    if (done) {
        flush_folder(file->folder);
    } else {
        unlink(file->temporary);
        tell(error, file->path, file->error);
    }
    free_file(file);
    return done;
}

void ladle_file_abandon(ladle_file *file)
{
    if (!file)
        return;
    fclose(file->stream);
    unlink(file->temporary);
    free_file(file);
}

bool ladle_file_replace(const char *path, const void *bytes, size_t n, char **error)
{
    ladle_file *file = ladle_file_open(path, error);
    if (!file)
        return false;
    ladle_file_write(file, bytes, n);
    return ladle_file_commit(file, error);
}

bool ladle_file_is_inside(const char *path, const char *folder)
{
    char *real_path = realpath(path, NULL), *real_folder = realpath(folder, NULL);
    size_t length = real_folder ? strlen(real_folder) : 0;
    while (length && real_folder[length - 1] == '/') /* of "/" alone */
        length--;
    bool inside = real_path && real_folder && strncmp(real_path, real_folder, length) == 0 &&
                  real_path[length] == '/';
    free(real_path);
    free(real_folder);
    return inside;
}

const char *ladle_file_digest(ladle_arena *arena, const char *path)
{
    char *text;
    gsize bytes;
    if (!g_file_get_contents(path, &text, &bytes, NULL))
        return NULL;
    char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, bytes);
    const char *kept = ladle_arena_strdup(arena, digest);
    g_free(digest);
    g_free(text);
    return kept;
}
