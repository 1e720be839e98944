/* How a set of files takes the place of another.
 *
 *     DIR/.ladle/lock        held while a run lasts (flock)
 *     DIR/.ladle/kind        "anonymous" or "named"
 *     DIR/.ladle/list        names of the standing delivery's files, one a line
 *     DIR/.ladle/next/       files to come, each flushed when it is written
 *     DIR/.ladle/next/list   the list that will take the place of the one above
 *     DIR/.ladle/next/seal   "add NAME" and "remove NAME" lines, closed by "end": from here on the
 *                            new delivery stands, and what is left to do can be done again
 *
 * The one commit point is the rename of `seal` into place. Before it, the old delivery is
 * untouched; after it, whoever opens the folder next finishes the renames. */
#include "batch/delivery.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct ladle_delivery {
    char *folder, *work, *next;
    int lock;
    GHashTable *added;   /* names */
    GHashTable *dropped; /* names */
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

/* The first part of the path that is there and is no folder; NULL: none. To be freed. */
static char *file_in_path(const char *path)
{
    char *part = g_strdup(path);
    while (!g_file_test(part, G_FILE_TEST_EXISTS)) {
        char *parent = g_path_get_dirname(part);
        bool end = g_str_equal(parent, part);
        g_free(part);
        part = parent;
        if (end)
            break;
    }
    if (!g_file_test(part, G_FILE_TEST_IS_DIR))
        return part;
    g_free(part);
    return NULL;
}

static bool make_folder(const char *path, ladle_diagnostics *diagnostics)
{
    if (g_mkdir_with_parents(path, 0777) == 0)
        return true;
    int error = errno;
    char *in_the_way = error == ENOTDIR || error == EEXIST ? file_in_path(path) : NULL;
    if (in_the_way)
        ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0},
                       "%s is a file, so reports cannot be written into it as a folder; name "
                       "another folder with -o (the reports that were there are as they were)",
                       in_the_way);
    else
        fail(diagnostics, "cannot make the folder", path, error);
    g_free(in_the_way);
    return false;
}

/* A folder inside the one delivered to. A link there is refused: it would lead the writing, and
 * the removing, to files that are not ours. */
static bool make_inner_folder(const char *path, ladle_diagnostics *diagnostics)
{
    struct stat there;
    if (lstat(path, &there) == 0 && S_ISLNK(there.st_mode))
        return fail(diagnostics, "will not write through the link", path, ELOOP);
    return make_folder(path, diagnostics);
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

/* A name that stays inside the folder and on its line of a list: parts that are no "." or "..",
 * not hidden, at most two. */
static bool is_safe_name(const char *name)
{
    char **parts = g_strsplit(name, "/", -1);
    unsigned n = g_strv_length(parts);
    bool safe = (n == 1 || n == 2) && !strchr(name, '\n');
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

/* What goes wrong after the commit point; errno tells why. */
static bool fail_sealed(const ladle_delivery *self, ladle_diagnostics *diagnostics,
                        const char *what, const char *path)
{
    ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0},
                   "%s %s: %s; mend that and run again: the new reports are complete in %s, and "
                   "the next run puts the rest of them into place",
                   what, path, g_strerror(errno), self->next);
    return false;
}

/* Renames a file into its place; one that is gone from next/ was renamed before. */
static bool put_into_place(const ladle_delivery *self, const char *name,
                           ladle_diagnostics *diagnostics)
{
    char *from = g_build_filename(self->next, name, NULL);
    char *to = g_build_filename(self->folder, name, NULL);
    char *folder = g_path_get_dirname(to);
    bool inner = strchr(name, '/') != NULL;
    bool placed = !inner || make_inner_folder(folder, diagnostics);
    if (placed && rename(from, to) != 0 && errno != ENOENT)
        placed = fail_sealed(self, diagnostics, "cannot write", to);
    g_free(from);
    g_free(to);
    g_free(folder);
    return placed;
}

/* The folder goes too when nothing is left in it, but not through a link. */
static void remove_old(const ladle_delivery *self, const char *name)
{
    char *path = g_build_filename(self->folder, name, NULL);
    char *folder = g_path_get_dirname(path);
    bool inner = strchr(name, '/') != NULL;
    if (!inner || !g_file_test(folder, G_FILE_TEST_IS_SYMLINK))
        unlink(path);
    if (inner)
        rmdir(folder);
    g_free(folder);
    g_free(path);
}

/* Flushes the folders that files were renamed into, before the seal may go. */
static bool flush_places(const ladle_delivery *self, char *const *lines)
{
    GHashTable *folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (char *const *line = lines; *line; line++) {
        const char *name = strchr(*line, ' ');
        if (!name || !strchr(name, '/'))
            continue;
        char *path = g_build_filename(self->folder, name + 1, NULL);
        char *folder = g_path_get_dirname(path);
        if (g_file_test(folder, G_FILE_TEST_IS_DIR))
            g_hash_table_add(folders, folder);
        else
            g_free(folder);
        g_free(path);
    }
    GHashTableIter each;
    gpointer folder;
    bool flushed = true;
    g_hash_table_iter_init(&each, folders);
    while (g_hash_table_iter_next(&each, &folder, NULL))
        flushed = flush_folder(folder) && flushed;
    g_hash_table_unref(folders);
    return flush_folder(self->folder) && flushed;
}

/* The list of what stands was written beside the seal, so that no room is needed for it now. */
static bool put_list_into_place(const ladle_delivery *self, ladle_diagnostics *diagnostics)
{
    char *from = g_build_filename(self->next, "list", NULL);
    char *to = g_build_filename(self->work, "list", NULL);
    bool placed = rename(from, to) == 0 || errno == ENOENT;
    if (!placed || !flush_folder(self->work))
        placed = fail_sealed(self, diagnostics, "cannot write", to);
    g_free(from);
    g_free(to);
    return placed;
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
        if (done && !flush_places(self, lines))
            done = fail_sealed(self, diagnostics, "cannot flush", self->folder);
        done = done && put_list_into_place(self, diagnostics);
        if (done)
            unlink(path);
        g_strfreev(lines);
    }
    g_free(text);
    g_free(path);
    return done;
}

static int remove_one(const char *path, const struct stat *facts, int kind, struct FTW *place)
{
    (void)facts, (void)kind, (void)place;
    remove(path);
    return 0;
}

/* Removes a folder with all that is in it; a link is removed, never followed. */
static void remove_tree(const char *path)
{
    enum { MOST_OPEN_FOLDERS = 16 };
    nftw(path, remove_one, MOST_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
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
    } else if (flock(self->lock, LOCK_EX | LOCK_NB) == 0) {
        outcome = LADLE_DELIVERY_OPEN;
    } else if (errno != EWOULDBLOCK) {
        fail(diagnostics, "cannot lock", path, errno);
        outcome = LADLE_DELIVERY_FAILED;
    } else {
        ladle_diag_add(diagnostics, LADLE_DIAG_BUSY, (ladle_pos){0},
                       "another run is writing reports to %s; wait until it is done and try again",
                       self->folder);
        outcome = LADLE_DELIVERY_BUSY;
    }
    g_free(path);
    return outcome;
}

static bool stands(const ladle_delivery *self)
{
    char *list = g_build_filename(self->work, "list", NULL);
    char *seal = g_build_filename(self->next, "seal", NULL);
    bool is = g_file_test(list, G_FILE_TEST_EXISTS) || g_file_test(seal, G_FILE_TEST_EXISTS);
    g_free(list);
    g_free(seal);
    return is;
}

static ladle_delivery_outcome write_kind(const char *path, const char *kind,
                                         ladle_diagnostics *diagnostics)
{
    char *line = g_strdup_printf("%s\n", kind);
    bool written = write_whole(path, line, strlen(line), diagnostics);
    g_free(line);
    return written ? LADLE_DELIVERY_OPEN : LADLE_DELIVERY_FAILED;
}

/* Named and anonymous deliveries never share a folder. A kind that cannot be read is no leave to
 * write another; one that a run left which delivered nothing is. */
static ladle_delivery_outcome check_kind(const ladle_delivery *self, const char *kind,
                                         ladle_diagnostics *diagnostics)
{
    char *path = g_build_filename(self->work, "kind", NULL);
    char *there = NULL;
    GError *error = NULL;
    ladle_delivery_outcome outcome = LADLE_DELIVERY_OPEN;
    if (!g_file_get_contents(path, &there, NULL, &error)) {
        if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
            outcome = write_kind(path, kind, diagnostics);
        } else {
            ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0},
                           "cannot tell whether %s holds names: %s; mend that, or name another "
                           "folder with -o",
                           self->folder, error->message);
            outcome = LADLE_DELIVERY_FAILED;
        }
    } else if (!g_str_equal(g_strstrip(there), kind) && !stands(self)) {
        outcome = write_kind(path, kind, diagnostics);
    } else if (!g_str_equal(there, kind)) {
        ladle_diag_add(diagnostics, LADLE_DIAG_NAMED_FOLDER, (ladle_pos){0},
                       "%s holds a delivery %s names, and the one asked for is %s names; name "
                       "another folder with -o",
                       self->folder, g_str_equal(there, "named") ? "with" : "without",
                       g_str_equal(kind, "named") ? "with" : "without");
        outcome = LADLE_DELIVERY_REFUSED;
    }
    g_clear_error(&error);
    g_free(there);
    g_free(path);
    return outcome;
}

static ladle_delivery_outcome prepare(ladle_delivery *self, const char *kind,
                                      ladle_diagnostics *diagnostics)
{
    if (!make_inner_folder(self->work, diagnostics))
        return LADLE_DELIVERY_FAILED;
    ladle_delivery_outcome outcome = take_lock(self, diagnostics);
    if (outcome == LADLE_DELIVERY_OPEN)
        outcome = check_kind(self, kind, diagnostics);
    if (outcome != LADLE_DELIVERY_OPEN)
        return outcome;
    if (!finish_seal(self, diagnostics))
        return LADLE_DELIVERY_FAILED;
    remove_tree(self->next);
    if (!make_inner_folder(self->next, diagnostics))
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
    self->added = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->dropped = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
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
    if (!is_safe_name(name))
        return fail(diagnostics, "cannot write a file of the name", name, EINVAL);
    char *path = g_build_filename(self->next, name, NULL);
    char *folder = g_path_get_dirname(path);
    bool added = make_folder(folder, diagnostics) &&
                 write_whole(path, (const char *)bytes->data, bytes->len, diagnostics);
    if (added)
        g_hash_table_add(self->added, g_strdup(name));
    g_free(folder);
    g_free(path);
    return added;
}

void ladle_delivery_drop(ladle_delivery *self, const char *name)
{
    g_hash_table_add(self->dropped, g_strdup(name));
}

bool ladle_delivery_has(const ladle_delivery *self, const char *name)
{
    for (guint i = 0; i < self->standing->len; i++)
        if (g_str_equal(g_ptr_array_index(self->standing, i), name))
            return true;
    return false;
}

/* Whether a file can take its place: once the delivery is sealed, there is no way back. */
static bool is_free(const ladle_delivery *self, const char *name, ladle_diagnostics *diagnostics)
{
    char *to = g_build_filename(self->folder, name, NULL);
    char *folder = g_path_get_dirname(to);
    struct stat there;
    bool is = !strchr(name, '/') || make_inner_folder(folder, diagnostics);
    if (is && access(folder, W_OK | X_OK) != 0)
        is = fail(diagnostics, "cannot write into", folder, errno);
    if (is && lstat(to, &there) == 0 && S_ISDIR(there.st_mode))
        is = fail(diagnostics, "cannot write", to, EISDIR);
    g_free(folder);
    g_free(to);
    return is;
}

/* The names added, in byte order; borrowed from the table. */
static GPtrArray *added_names(const ladle_delivery *self)
{
    GPtrArray *names = g_ptr_array_new();
    GHashTableIter each;
    gpointer name;
    g_hash_table_iter_init(&each, self->added);
    while (g_hash_table_iter_next(&each, &name, NULL))
        g_ptr_array_add(names, name);
    g_ptr_array_sort(names, compare_names);
    return names;
}

/* What the seal says, and the list of what stands once it is done. */
static void compose(const ladle_delivery *self, const GPtrArray *added, bool keep_all,
                    GString *seal, GString *list)
{
    for (guint i = 0; i < added->len; i++) {
        const char *name = g_ptr_array_index(added, i);
        g_string_append_printf(seal, "add %s\n", name);
        g_string_append_printf(list, "%s\n", name);
    }
    for (guint i = 0; i < self->standing->len; i++) {
        const char *name = g_ptr_array_index(self->standing, i);
        if (g_hash_table_contains(self->added, name))
            continue;
        bool keep = keep_all && !g_hash_table_contains(self->dropped, name);
        g_string_append_printf(keep ? list : seal, keep ? "%s\n" : "remove %s\n", name);
    }
    g_string_append(seal, "\nend\n");
}

static bool write_next(const ladle_delivery *self, const char *name, const GString *text,
                       ladle_diagnostics *diagnostics)
{
    char *path = g_build_filename(self->next, name, NULL);
    bool written = write_whole(path, text->str, text->len, diagnostics);
    g_free(path);
    return written;
}

bool ladle_delivery_publish(ladle_delivery *self, bool keep_all, ladle_diagnostics *diagnostics)
{
    GPtrArray *added = added_names(self);
    GString *seal = g_string_new(NULL), *list = g_string_new(NULL);
    bool published = true;
    for (guint i = 0; i < added->len && published; i++)
        published = is_free(self, g_ptr_array_index(added, i), diagnostics);
    compose(self, added, keep_all, seal, list);
    published = published && write_next(self, "list", list, diagnostics) &&
                write_next(self, "seal", seal, diagnostics) && finish_seal(self, diagnostics);
    g_string_free(seal, TRUE);
    g_string_free(list, TRUE);
    g_ptr_array_unref(added);
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
    g_hash_table_unref(self->added);
    g_hash_table_unref(self->dropped);
    if (self->standing)
        g_ptr_array_unref(self->standing);
    g_free(self->folder);
    g_free(self->work);
    g_free(self->next);
    g_free(self);
}
