#include "study/walk.h"

#include "study/strays.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    const char *root;
    char *output;       /* real path; NULL: none */
    GPtrArray *folders; /* relative paths still to be read; "" is the root */
    GArray *files;      /* of ladle_study_file */
    GArray *links;      /* of ladle_study_file, reached over a link */
} walk;

static bool is_inside(const char *root, const char *path)
{
    size_t n = strlen(root);
    return strncmp(path, root, n) == 0 && (path[n] == '/' || (n && root[n - 1] == '/'));
}

/* The output folder of this run, or of another: such a one holds a folder .ladle. */
static bool is_output(const walk *w, const char *folder)
{
    if (g_strcmp0(folder, w->output) == 0)
        return true;
    char *mark = g_build_filename(folder, ".ladle", NULL);
    bool marked = g_file_test(mark, G_FILE_TEST_IS_DIR);
    g_free(mark);
    return marked;
}

static void cannot_read(walk *w, const char *name, int code)
{
    ladle_diag_add(w->diagnostics, LADLE_DIAG_FILE_UNREADABLE,
                   (ladle_pos){*name ? name : w->root, 0, 0}, "it cannot be read: %s",
                   g_strerror(code));
}

static ladle_study_file file_at(walk *w, const char *name, const char *real, const char *path)
{
    char *folder = g_path_get_dirname(path);
    ladle_study_file file = {ladle_arena_strdup(w->arena, name), ladle_arena_strdup(w->arena, real),
                             ladle_arena_strdup(w->arena, folder)};
    g_free(folder);
    return file;
}

static void visit_link(walk *w, const char *name, const char *path)
{
    char *real = realpath(path, NULL);
    struct stat status;
    bool is_xml = ladle_is_xml_name(name);
    if (!real) {
        if (is_xml)
            cannot_read(w, name, errno);
    } else if (!is_inside(w->root, real) && !g_str_equal(real, w->root)) {
        ladle_diag_add(w->diagnostics, LADLE_DIAG_LINK_OUT, (ladle_pos){name, 0, 0},
                       "the symbolic link leads out of the study and was not followed; copy what "
                       "it names into the study");
    } else if (stat(real, &status) == 0 && S_ISREG(status.st_mode)) {
        ladle_study_file file = file_at(w, name, real, path);
        if (is_xml)
            g_array_append_val(w->links, file);
        else
            ladle_note_stray(name, w->diagnostics);
    }
    free(real);
}

static void visit(walk *w, const char *folder, const char *entry)
{
    if (entry[0] == '.')
        return;
    char *name = *folder ? g_strconcat(folder, "/", entry, NULL) : g_strdup(entry);
    char *path = g_strconcat(w->root, "/", name, NULL);
    struct stat status;
    if (lstat(path, &status) != 0) {
        cannot_read(w, name, errno);
    } else if (S_ISDIR(status.st_mode)) {
        if (!is_output(w, path))
            g_ptr_array_add(w->folders, g_strdup(name));
    } else if (ladle_is_editors_file(entry)) {
        /* passed over */
    } else if (S_ISLNK(status.st_mode)) {
        visit_link(w, name, path);
    } else if (ladle_is_xml_name(name)) {
        ladle_study_file file = file_at(w, name, path, path);
        g_array_append_val(w->files, file);
    } else if (S_ISREG(status.st_mode)) {
        ladle_note_stray(name, w->diagnostics);
    }
    g_free(path);
    g_free(name);
}

static void read_folder(walk *w, const char *folder)
{
    char *path = *folder ? g_strconcat(w->root, "/", folder, NULL) : g_strdup(w->root);
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = descriptor < 0 ? NULL : fdopendir(descriptor);
    if (!dir) {
        cannot_read(w, folder, errno);
        if (descriptor >= 0)
            close(descriptor);
    } else {
        for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir))
            visit(w, folder, entry->d_name);
        closedir(dir);
    }
    g_free(path);
}

/* A link to a file that is read anyway adds nothing. */
static void add_links(walk *w)
{
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < w->files->len; i++)
        g_hash_table_add(known, (char *)g_array_index(w->files, ladle_study_file, i).path);
    for (unsigned i = 0; i < w->links->len; i++) {
        ladle_study_file *link = &g_array_index(w->links, ladle_study_file, i);
        if (g_hash_table_add(known, (char *)link->path))
            g_array_append_val(w->files, *link);
    }
    g_hash_table_destroy(known);
}

static int compare_files(const void *a, const void *b)
{
    return strcmp(((const ladle_study_file *)a)->name, ((const ladle_study_file *)b)->name);
}

ladle_study_file *ladle_study_walk(ladle_arena *arena, const char *root, const char *output,
                                   ladle_diagnostics *diagnostics, unsigned *n)
{
    walk w = {.arena = arena,
              .diagnostics = diagnostics,
              .root = root,
              .output = output ? realpath(output, NULL) : NULL,
              .folders = g_ptr_array_new_with_free_func(g_free),
              .files = g_array_new(FALSE, FALSE, sizeof(ladle_study_file)),
              .links = g_array_new(FALSE, FALSE, sizeof(ladle_study_file))};
    g_ptr_array_add(w.folders, g_strdup(""));
    while (w.folders->len) {
        char *folder = g_ptr_array_steal_index(w.folders, w.folders->len - 1);
        read_folder(&w, folder);
        g_free(folder);
    }
    g_array_sort(w.links, compare_files);
    add_links(&w);
    g_array_sort(w.files, compare_files);
    *n = w.files->len;
    ladle_study_file *files = LADLE_NEW_ARRAY(arena, ladle_study_file, *n);
    if (*n)
        memcpy(files, w.files->data, *n * sizeof(*files));
    g_array_free(w.files, TRUE);
    g_array_free(w.links, TRUE);
    g_ptr_array_free(w.folders, TRUE);
    free(w.output);
    return files;
}
