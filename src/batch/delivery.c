/* How a set of files takes the place of another.
 *
 *     DIR/.ladle/lock        held while a run lasts (flock)
 *     DIR/.ladle/kind        "anonymous" or "named"
 *     DIR/.ladle/list        names of the standing delivery's files, one a line
 *     DIR/.ladle/next/       files to come, each flushed when it is written
 *     DIR/.ladle/next/seal   "add NAME" and "remove NAME" lines, closed by "end": from here on the
 *                            new delivery stands, and what is left to do can be done again
 *
 * The one commit point is the rename of `seal` into place. Before it, the old delivery is
 * untouched; after it, whoever opens the folder next finishes the renames. */
#include "batch/delivery.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct ladle_delivery {
    char *folder, *work, *next;
    int lock;
    GPtrArray *added;    /* names */
    GHashTable *kept;    /* names */
    GPtrArray *standing; /* names of the old delivery */
};

static bool fail(ladle_diagnostics *diagnostics, const char *what, const char *path, int error)
{
    ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0},
                   "%s %s: %s; mend that, or name another folder with -o (the reports that were "
                   "there are as they were)",
                   what, path, g_strerror(error));
    return false;
}

static bool make_folder(const char *path, ladle_diagnostics *diagnostics)
{
    if (g_mkdir_with_parents(path, 0777) == 0)
        return true;
    return fail(diagnostics, "cannot make the folder", path, errno);
}

static bool flush_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool flushed = folder >= 0 && fsync(folder) == 0;
    if (folder >= 0)
        close(folder);
    return flushed;
}

static bool write_whole(const char *path, const char *text, gsize bytes,
                        ladle_diagnostics *diagnostics)
{
    char *error = NULL;
    if (ladle_file_replace(path, text, bytes, &error))
        return true;
    ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0},
                   "%s; the reports that were there are as they were", error);
    g_free(error);
    return false;
}

/* A name that stays inside the folder: parts that are no "." or "..", not hidden, at most two. */
static bool is_safe_name(const char *name)
{
    char **parts = g_strsplit(name, "/", -1);
    unsigned n = g_strv_length(parts);
    bool safe = n == 1 || n == 2;
    for (unsigned i = 0; i < n; i++)
        safe = safe && *parts[i] && *parts[i] != '.';
    g_strfreev(parts);
    return safe;
}

/* The names of a list file; an empty array where there is none. */
static GPtrArray *read_list(const char *path)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    char *text = NULL;
    if (g_file_get_contents(path, &text, NULL, NULL)) {
        char **lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line; line++)
            if (is_safe_name(*line))
                g_ptr_array_add(names, g_strdup(*line));
        g_strfreev(lines);
    }
    g_free(text);
    return names;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* -------------------------------------------------------------------------- finishing a seal */

static bool put_into_place(const ladle_delivery *self, const char *name,
                           ladle_diagnostics *diagnostics)
{
    char *from = g_build_filename(self->next, name, NULL);
    char *to = g_build_filename(self->folder, name, NULL);
    char *folder = g_path_get_dirname(to);
    bool placed = make_folder(folder, diagnostics);
    if (placed && rename(from, to) != 0 && errno != ENOENT)
        placed = fail(diagnostics, "cannot write", to, errno);
    placed = placed && flush_folder(folder);
    g_free(from);
    g_free(to);
    g_free(folder);
    return placed;
}

static void remove_old(const ladle_delivery *self, const char *name)
{
    char *path = g_build_filename(self->folder, name, NULL);
    unlink(path);
    char *folder = g_path_get_dirname(path);
    if (strchr(name, '/'))
        rmdir(folder);
    g_free(folder);
    g_free(path);
}

/* Does what a complete seal says. Can be repeated at any time. */
static bool finish_seal(const ladle_delivery *self, ladle_diagnostics *diagnostics)
{
    char *path = g_build_filename(self->next, "seal", NULL);
    char *text = NULL;
    bool done = true;
    if (g_file_get_contents(path, &text, NULL, NULL) && g_str_has_suffix(text, "\nend\n")) {
        char **lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line && done; line++) {
            if (g_str_has_prefix(*line, "add ") && is_safe_name(*line + 4))
                done = put_into_place(self, *line + 4, diagnostics);
            else if (g_str_has_prefix(*line, "remove ") && is_safe_name(*line + 7))
                remove_old(self, *line + 7);
        }
        GString *list = g_string_new(NULL);
        for (char **line = lines; *line; line++)
            if (g_str_has_prefix(*line, "add ") || g_str_has_prefix(*line, "keep "))
                g_string_append_printf(list, "%s\n", strchr(*line, ' ') + 1);
        char *list_path = g_build_filename(self->work, "list", NULL);
        done = done && write_whole(list_path, list->str, list->len, diagnostics);
        if (done)
            unlink(path);
        g_free(list_path);
        g_string_free(list, TRUE);
        g_strfreev(lines);
    }
    g_free(text);
    g_free(path);
    return done;
}

static void remove_tree(const char *path)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
        char *inner = g_build_filename(path, name, NULL);
        if (g_file_test(inner, G_FILE_TEST_IS_DIR) && !g_file_test(inner, G_FILE_TEST_IS_SYMLINK))
            remove_tree(inner);
        else
            unlink(inner);
        g_free(inner);
    }
    if (folder)
        g_dir_close(folder);
    rmdir(path);
}

/* ---------------------------------------------------------------------------------- opening */

static ladle_delivery_outcome take_lock(ladle_delivery *self, ladle_diagnostics *diagnostics)
{
    char *path = g_build_filename(self->work, "lock", NULL);
    ladle_delivery_outcome outcome = LADLE_DELIVERY_OPEN;
    self->lock = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (self->lock < 0) {
        fail(diagnostics, "cannot write", path, errno);
        outcome = LADLE_DELIVERY_FAILED;
    } else if (flock(self->lock, LOCK_EX | LOCK_NB) != 0) {
        ladle_diag_add(diagnostics, LADLE_DIAG_BUSY, (ladle_pos){0},
                       "another run is writing reports to %s; wait until it is done and try again",
                       self->folder);
        outcome = LADLE_DELIVERY_BUSY;
    }
    g_free(path);
    return outcome;
}

static ladle_delivery_outcome check_kind(const ladle_delivery *self, const char *kind,
                                         ladle_diagnostics *diagnostics)
{
    char *path = g_build_filename(self->work, "kind", NULL);
    char *there = NULL;
    ladle_delivery_outcome outcome = LADLE_DELIVERY_OPEN;
    if (g_file_get_contents(path, &there, NULL, NULL)) {
        if (!g_str_equal(g_strstrip(there), kind)) {
            ladle_diag_add(diagnostics, LADLE_DIAG_NAMED_FOLDER, (ladle_pos){0},
                           "%s holds a delivery %s names, and the one asked for is %s names; name "
                           "another folder with -o",
                           self->folder, g_str_equal(there, "named") ? "with" : "without",
                           g_str_equal(kind, "named") ? "with" : "without");
            outcome = LADLE_DELIVERY_REFUSED;
        }
    } else {
        char *line = g_strdup_printf("%s\n", kind);
        if (!write_whole(path, line, strlen(line), diagnostics))
            outcome = LADLE_DELIVERY_FAILED;
        g_free(line);
    }
    g_free(there);
    g_free(path);
    return outcome;
}

static ladle_delivery_outcome prepare(ladle_delivery *self, const char *kind,
                                      ladle_diagnostics *diagnostics)
{
    if (!make_folder(self->work, diagnostics))
        return LADLE_DELIVERY_FAILED;
    ladle_delivery_outcome outcome = take_lock(self, diagnostics);
    if (outcome == LADLE_DELIVERY_OPEN)
        outcome = check_kind(self, kind, diagnostics);
    if (outcome != LADLE_DELIVERY_OPEN)
        return outcome;
    if (!finish_seal(self, diagnostics))
        return LADLE_DELIVERY_FAILED;
    remove_tree(self->next);
    if (!make_folder(self->next, diagnostics))
        return LADLE_DELIVERY_FAILED;
    char *list = g_build_filename(self->work, "list", NULL);
    self->standing = read_list(list);
    g_free(list);
    return LADLE_DELIVERY_OPEN;
}

ladle_delivery_outcome ladle_delivery_open(const char *folder, const char *kind,
                                           ladle_delivery **delivery,
                                           ladle_diagnostics *diagnostics)
{
    ladle_delivery *self = g_new0(ladle_delivery, 1);
    self->folder = g_strdup(folder);
    self->work = g_build_filename(folder, ".ladle", NULL);
    self->next = g_build_filename(self->work, "next", NULL);
    self->lock = -1;
    self->added = g_ptr_array_new_with_free_func(g_free);
    self->kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ladle_delivery_outcome outcome = prepare(self, kind, diagnostics);
    *delivery = self;
    if (outcome != LADLE_DELIVERY_OPEN) {
        ladle_delivery_close(self);
        *delivery = NULL;
    }
    return outcome;
}

/* ------------------------------------------------------------------------------- publishing */

bool ladle_delivery_add(ladle_delivery *self, const char *name, const GByteArray *bytes,
                        ladle_diagnostics *diagnostics)
{
    char *path = g_build_filename(self->next, name, NULL);
    char *folder = g_path_get_dirname(path);
    bool added = make_folder(folder, diagnostics) &&
                 write_whole(path, (const char *)bytes->data, bytes->len, diagnostics);
    if (added)
        g_ptr_array_add(self->added, g_strdup(name));
    g_free(folder);
    g_free(path);
    return added;
}

void ladle_delivery_keep(ladle_delivery *self, const char *name)
{
    g_hash_table_add(self->kept, g_strdup(name));
}

static bool is_added(const ladle_delivery *self, const char *name)
{
    for (guint i = 0; i < self->added->len; i++)
        if (g_str_equal(g_ptr_array_index(self->added, i), name))
            return true;
    return false;
}

/* Whether each added file can take its place: once the delivery is sealed, there is no way back. */
static bool places_are_free(const ladle_delivery *self, ladle_diagnostics *diagnostics)
{
    bool free = true;
    for (guint i = 0; i < self->added->len && free; i++) {
        char *to = g_build_filename(self->folder, g_ptr_array_index(self->added, i), NULL);
        char *folder = g_path_get_dirname(to);
        struct stat there;
        free = make_folder(folder, diagnostics);
        if (free && access(folder, W_OK | X_OK) != 0)
            free = fail(diagnostics, "cannot write into", folder, errno);
        if (free && lstat(to, &there) == 0 && S_ISDIR(there.st_mode))
            free = fail(diagnostics, "cannot write", to, EISDIR);
        g_free(folder);
        g_free(to);
    }
    return free;
}

bool ladle_delivery_publish(ladle_delivery *self, bool keep_all, ladle_diagnostics *diagnostics)
{
    if (!places_are_free(self, diagnostics))
        return false;
    GString *seal = g_string_new(NULL);
    g_ptr_array_sort(self->added, compare_names);
    for (guint i = 0; i < self->added->len; i++)
        g_string_append_printf(seal, "add %s\n", (char *)g_ptr_array_index(self->added, i));
    for (guint i = 0; i < self->standing->len; i++) {
        const char *name = g_ptr_array_index(self->standing, i);
        if (!is_added(self, name))
            g_string_append_printf(
                seal, "%s %s\n",
                keep_all || g_hash_table_contains(self->kept, name) ? "keep" : "remove", name);
    }
    g_string_append(seal, "\nend\n");
    char *path = g_build_filename(self->next, "seal", NULL);
    bool published = write_whole(path, seal->str, seal->len, diagnostics) &&
                     flush_folder(self->next) && finish_seal(self, diagnostics);
    g_free(path);
    g_string_free(seal, TRUE);
    return published;
}

void ladle_delivery_close(ladle_delivery *self)
{
    if (!self)
        return;
    char *seal = g_build_filename(self->next, "seal", NULL);
    if (self->standing && !g_file_test(seal, G_FILE_TEST_EXISTS))
        remove_tree(self->next);
    g_free(seal);
    if (self->lock >= 0)
        close(self->lock);
    g_ptr_array_unref(self->added);
    g_hash_table_unref(self->kept);
    if (self->standing)
        g_ptr_array_unref(self->standing);
    g_free(self->folder);
    g_free(self->work);
    g_free(self->next);
    g_free(self);
}
