#include "study/files.h"

#include "base/file.h"
#include "study/grammar.h"

#include <string.h>
#include <sys/stat.h>

/* ----------------------------------------------------------------------- the kinds of files */

typedef struct {
    ladle_files *all;
    ladle_file_kind kind, meant; /* meant: by the name of the root, whatever its namespace */
    ladle_pos root;
} sniffing;

static const struct {
    const char *name;
    ladle_file_kind kind;
} roots[] = {{"study", LADLE_FILE_STUDY},
             {"framework", LADLE_FILE_FRAMEWORK},
             {"records", LADLE_FILE_RECORDS},
             {"texts", LADLE_FILE_TEXTS}};

static ladle_file_kind kind_of_root(const char *name)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++)
        if (strcmp(roots[i].name, name) == 0)
            return roots[i].kind;
    return LADLE_FILE_OTHER;
}

static void tell_unknown_root(ladle_files *all, const ladle_xml_tag *tag)
{
    static const char *const names[] = {"study", "framework", "records", "texts", NULL};
    const char *near = ladle_nearest_name(tag->name, names);
    if (near)
        ladle_diag_add(all->omissions->diagnostics, LADLE_DIAG_UNKNOWN_ROOT, tag->pos,
                       "unknown root element <%.40s> (did you mean <%s>?)", tag->name, near);
    else
        ladle_diag_add(all->omissions->diagnostics, LADLE_DIAG_UNKNOWN_ROOT, tag->pos,
                       "unknown root element <%.40s>; a file of a study has <study>, <framework>, "
                       "<records> or <texts>",
                       tag->name);
}

/* A root outside our namespace: of ours by its name, whose namespace was forgotten, or another's.
 */
static void tell_foreign_root(ladle_files *all, const ladle_xml_tag *tag)
{
    static const char *const ours[] = {LADLE_STUDY_NAMESPACE, NULL};
    ladle_diagnostics *diagnostics = all->omissions->diagnostics;
    if (!tag->uri && kind_of_root(tag->name) != LADLE_FILE_OTHER) {
        ladle_diag_add(diagnostics, LADLE_DIAG_ROOT_WITHOUT_NAMESPACE, tag->pos,
                       "<%s> lacks its namespace, so the file was not read; write "
                       "<%s xmlns=\"" LADLE_STUDY_NAMESPACE "\" version=\"1\"%s>",
                       tag->name, tag->name, tag->n_attributes ? " …" : "");
        return;
    }
    bool is_near = tag->uri && ladle_nearest_name(tag->uri, ours);
    ladle_diag_add(diagnostics, LADLE_DIAG_SKIPPED_FILE, tag->pos,
                   "the root element <%.40s> is not of the namespace %s; the file was skipped%s",
                   tag->name, LADLE_STUDY_NAMESPACE,
                   is_near ? " (its xmlns is nearly, but not quite, that one)" : "");
}

static void note_language(ladle_files *all, const ladle_xml_tag *tag)
{
    for (unsigned i = 0; i < tag->n_attributes && !all->language; i++)
        if (strcmp(tag->attributes[i].name, "lang") == 0)
            all->language = ladle_arena_strdup(all->omissions->arena, tag->attributes[i].value);
}

static bool sniff_root(void *self, const ladle_xml_tag *tag)
{
    sniffing *s = self;
    s->root = tag->pos;
    s->meant = kind_of_root(tag->name);
    if (g_strcmp0(tag->uri, LADLE_STUDY_NAMESPACE) != 0) {
        tell_foreign_root(s->all, tag);
        return false;
    }
    s->kind = s->meant;
    if (s->kind == LADLE_FILE_OTHER)
        tell_unknown_root(s->all, tag);
    else if (s->kind == LADLE_FILE_STUDY)
        note_language(s->all, tag);
    return false; /* the root is all that is wanted */
}

static ladle_file_kind kind_of_file(ladle_files *all, const ladle_study_file *file, ladle_pos *root)
{
    static const ladle_xml_handler handler = {.start = sniff_root};
    sniffing s = {.all = all};
    ladle_xml_source source = {.path = file->path, .name = file->name};
    unsigned errors = ladle_diag_count(all->omissions->diagnostics, LADLE_ERROR);
    bool refused =
        ladle_xml_read(&source, &handler, &s, all->omissions->diagnostics) == LADLE_XML_REFUSED;
    if (refused || ladle_diag_count(all->omissions->diagnostics, LADLE_ERROR) > errors) {
        all->refused[s.meant] = true;
        ladle_omit_file(all->omissions, file->name);
    }
    *root = s.root;
    return s.kind;
}

/* ---------------------------------------------------------------------------------- copies */

typedef struct {
    gint64 size;
    unsigned i;
    const char *name;
} sized_file;

/* By size; of the same size, shorter names first: a copy has the longer name. */
static int compare_sizes(const void *a, const void *b)
{
    const sized_file *x = a, *y = b;
    if (x->size != y->size)
        return x->size < y->size ? -1 : 1;
    size_t n = strlen(x->name), m = strlen(y->name);
    return n != m ? (n < m ? -1 : 1) : strcmp(x->name, y->name);
}

static void set_copy_aside(ladle_files *all, unsigned copy, const char *original)
{
    ladle_diag_add(
        all->omissions->diagnostics, LADLE_DIAG_COPY, (ladle_pos){all->files[copy].name, 0, 0},
        "the file is a copy of %s, byte for byte, and was not read; remove one of them", original);
    all->kinds[copy] = LADLE_FILE_OTHER;
    ladle_omit_file(all->omissions, all->files[copy].name);
}

/* Of n files of one size, all but the first of those that hold the same. */
static void set_copies_of_a_size_aside(ladle_files *all, const sized_file *files, unsigned n)
{
    GHashTable *first = g_hash_table_new(g_str_hash, g_str_equal); /* digest to name */
    for (unsigned i = 0; i < n && n > 1; i++) {
        const char *digest = ladle_file_digest(all->omissions->arena, all->files[files[i].i].path);
        const char *original = digest ? g_hash_table_lookup(first, digest) : NULL;
        if (original)
            set_copy_aside(all, files[i].i, original);
        else if (digest)
            g_hash_table_insert(first, (char *)digest, (char *)files[i].name);
    }
    g_hash_table_destroy(first);
}

static void set_copies_aside(ladle_files *all)
{
    GArray *sized = g_array_new(FALSE, FALSE, sizeof(sized_file));
    for (unsigned i = 0; i < all->n; i++) {
        struct stat status;
        if (all->kinds[i] == LADLE_FILE_OTHER || stat(all->files[i].path, &status) != 0)
            continue;
        sized_file file = {status.st_size, i, all->files[i].name};
        g_array_append_val(sized, file);
    }
    g_array_sort(sized, compare_sizes);
    const sized_file *files = (const sized_file *)sized->data;
    for (unsigned i = 0, end; i < sized->len; i = end) {
        for (end = i + 1; end < sized->len && files[end].size == files[i].size;)
            end++;
        set_copies_of_a_size_aside(all, files + i, end - i);
    }
    g_array_free(sized, TRUE);
}

/* ------------------------------------------------------------------------------ the one study */

/* Notes the place of the one file of a kind; a second one is told. */
static void note_single(ladle_files *all, int *place, unsigned i, ladle_diag_code code,
                        const char *words)
{
    if (*place < 0) {
        *place = (int)i;
        return;
    }
    all->twice = true;
    ladle_diag_add(all->omissions->diagnostics, code, all->roots[i], "%s", words);
    ladle_diag_relate(all->omissions->diagnostics, all->roots[*place], "the first one is here");
}

void ladle_files_find(ladle_files *all, const char *root, const char *output,
                      ladle_omissions *omissions)
{
    *all = (ladle_files){.omissions = omissions, .study = -1, .framework = -1};
    all->files = ladle_study_walk(omissions->arena, root, output, omissions->diagnostics, &all->n);
}

void ladle_files_sort(ladle_files *all)
{
    all->kinds = LADLE_NEW_ARRAY(all->omissions->arena, ladle_file_kind, all->n);
    all->roots = LADLE_NEW_ARRAY(all->omissions->arena, ladle_pos, all->n);
    for (unsigned i = 0; i < all->n; i++)
        all->kinds[i] = kind_of_file(all, &all->files[i], &all->roots[i]);
    set_copies_aside(all);
    for (unsigned i = 0; i < all->n; i++) {
        if (all->kinds[i] == LADLE_FILE_STUDY)
            note_single(all, &all->study, i, LADLE_DIAG_TWO_STUDIES,
                        "a second <study>: all files in a folder and below it are one study; give "
                        "each study a folder of its own, or remove this one");
        else if (all->kinds[i] == LADLE_FILE_FRAMEWORK)
            note_single(all, &all->framework, i, LADLE_DIAG_TWO_FRAMEWORKS,
                        "a second <framework>; a study has one, so move one of them out of the "
                        "folder");
    }
    ladle_diag_files(all->omissions->diagnostics, all->n);
}
