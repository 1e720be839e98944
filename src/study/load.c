#include "study/load.h"

#include "study/check.h"
#include "study/files.h"
#include "study/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FEWEST_TAKEN_IDS = 3 }; /* in a file that is taken for a copy of another */

/* Everything of one loading. */
typedef struct {
    ladle_reader reader;
    const ladle_load_options *options;
    ladle_files files;
    ladle_omissions omissions;
    bool unusable;   /* study or framework are broken */
    bool broken_off; /* one of the two was not read to its end: what it defines is incomplete */
} loading;

/* --------------------------------------------------------------------------- reading a file */

/* Everything of the file is left out: it broke off, or was given up. */
static void leave_out_file(loading *l, const unsigned *before, const char *name)
{
    static const ladle_list owners[] = {
        LADLE_LIST_RECORDS,  LADLE_LIST_SECTIONS, LADLE_LIST_FINDINGS, LADLE_LIST_BOXES,
        LADLE_LIST_MESSAGES, LADLE_LIST_CHAPTERS, LADLE_LIST_SOURCES};
    for (unsigned i = 0; i < G_N_ELEMENTS(owners); i++) {
        GPtrArray *list = l->reader.lists[owners[i]];
        for (unsigned j = before[owners[i]]; j < list->len; j++)
            g_hash_table_insert(l->reader.broken, list->pdata[j], NULL);
    }
    ladle_omit_file(&l->omissions, name);
}

/* What was in the place of a record or text, but could not be read as one. */
static void omit_orphans(loading *l)
{
    ladle_reader *r = &l->reader;
    ladle_reader_note_orphans(r);
    for (unsigned i = 0; i < r->orphans->len; i++)
        ladle_omit_message(&l->omissions, "record", g_array_index(r->orphans, unsigned, i));
}

/* Of the messages since `first`, those about ids that another file has; *other: the first such. */
static unsigned count_taken_ids(loading *l, unsigned first, const char *name, const char **other)
{
    unsigned n = 0;
    for (unsigned i = first; i < ladle_diag_total(l->reader.diagnostics); i++) {
        const ladle_diag *diag = ladle_diag_at(l->reader.diagnostics, i);
        if (diag->code != LADLE_DIAG_DUPLICATE_ID || strcmp(diag->related.file, name) == 0)
            continue;
        if (!n)
            *other = diag->related.file;
        n += strcmp(diag->related.file, *other) == 0;
    }
    return n;
}

static bool follows_from_a_copy(const ladle_diag *diag, const void *context)
{
    (void)context;
    return diag->code == LADLE_DIAG_DUPLICATE_ID || diag->code == LADLE_DIAG_UNKNOWN_REFERENCE;
}

/* A file most of whose ids another one has is a copy that was worked on. That is told once, instead
 * of all that follows from it, and the file is given up. */
static bool is_changed_copy(loading *l, const ladle_xml_source *source, unsigned messages,
                            unsigned ids, unsigned pending)
{
    ladle_reader *r = &l->reader;
    const char *other = NULL, *name = source->name;
    unsigned taken = count_taken_ids(l, messages, name, &other);
    ids = ladle_names_count(r->names) - ids;
    if (taken < FEWEST_TAKEN_IDS || 2 * taken < ids)
        return false;
    bool later = strlen(name) >= strlen(other); /* the copy has the longer name */
    char *kept = g_strdup(other);
    ladle_reader_take_back(r, messages, follows_from_a_copy, NULL);
    g_array_set_size(r->pending, pending);
    ladle_diag_add(
        r->diagnostics, LADLE_DIAG_COPY, (ladle_pos){name, 0, 0},
        "%u of the %u ids in this file are in %s too: %s looks like a copy of %s; remove "
        "one of the two files, or give each thing an id of its own",
        taken, ids, kept, later ? name : kept, later ? kept : name);
    g_free(kept);
    return true;
}

static bool read_file(loading *l, const ladle_xml_source *source, const char *folder)
{
    ladle_reader *r = &l->reader;
    unsigned before[LADLE_LISTS];
    unsigned messages = ladle_diag_total(r->diagnostics), ids = ladle_names_count(r->names);
    unsigned pending = r->pending->len;
    for (unsigned list = 0; list < LADLE_LISTS; list++)
        before[list] = r->lists[list]->len;
    if (ladle_reader_read(r, source, folder) &&
        !is_changed_copy(l, source, messages, ids, pending)) {
        omit_orphans(l);
        return true;
    }
    leave_out_file(l, before, source->name);
    return false;
}

static bool read_study_file(loading *l, unsigned i)
{
    ladle_xml_source source = {.path = l->files.files[i].path, .name = l->files.files[i].name};
    return read_file(l, &source, l->files.files[i].folder);
}

static bool read_built_in(loading *l)
{
    bool english = l->files.language && g_ascii_strncasecmp(l->files.language, "en", 2) == 0;
    const char *name = english ? "framework-en.xml" : "framework-da.xml";
    char *path = g_build_filename(l->options->share, "templates", "framework", name, NULL);
    ladle_xml_source source = {.path = path, .name = ladle_arena_strdup(l->reader.arena, name)};
    bool read = read_file(l, &source, "/");
    g_free(path);
    if (read && l->reader.framework) {
        l->reader.framework->built_in = true;
        return true;
    }
    ladle_diag_add(l->reader.diagnostics, LADLE_DIAG_NO_FRAMEWORK, (ladle_pos){source.name, 0, 0},
                   "the built-in framework cannot be read; install the program again, or add a "
                   "<framework> to the study");
    return false;
}

/* The kinds that a file defines: when it breaks off, ids of them that are not found may have stood
 * in the rest of it, and are not told. */
static void lose(loading *l, ladle_kind first, ladle_kind last)
{
    for (unsigned kind = first; kind <= last; kind++)
        ladle_names_lost(l->reader.names, (ladle_kind)kind);
}

/* Framework and study come first, since all else refers to them. */
static void read_foundation(loading *l)
{
    unsigned errors = ladle_diag_count(l->reader.diagnostics, LADLE_ERROR);
    bool framework = l->files.framework < 0 ? read_built_in(l)
                                            : read_study_file(l, (unsigned)l->files.framework);
    bool not_read = l->files.refused[LADLE_FILE_OTHER] || l->files.refused[LADLE_FILE_FRAMEWORK];
    if (!framework || (l->files.framework < 0 && not_read))
        lose(l, LADLE_KIND_SECTOR, LADLE_KIND_QUESTION);
    bool study = read_study_file(l, (unsigned)l->files.study);
    if (!study)
        lose(l, LADLE_KIND_WAVE, LADLE_KIND_GROUP);
    l->broken_off = !framework || !study;
    if (ladle_diag_count(l->reader.diagnostics, LADLE_ERROR) > errors)
        l->unusable = true;
}

static void read_kind(loading *l, ladle_file_kind kind)
{
    for (unsigned i = 0; i < l->files.n; i++) {
        if (l->files.kinds[i] != kind || read_study_file(l, i))
            continue;
        if (kind == LADLE_FILE_RECORDS)
            lose(l, LADLE_KIND_RECORD, LADLE_KIND_STATEMENT);
        else
            lose(l, LADLE_KIND_TEXT, LADLE_KIND_SOURCE);
    }
}

/* ------------------------------------------------------------------------------- finishing */

static void take_records(ladle_reader *reader)
{
    ladle_study *s = reader->study;
    s->records = ladle_reader_take_list(reader, LADLE_LIST_RECORDS, &s->n_records);
    s->sections = ladle_reader_take_list(reader, LADLE_LIST_SECTIONS, &s->n_sections);
    s->findings = ladle_reader_take_list(reader, LADLE_LIST_FINDINGS, &s->n_findings);
    s->boxes = ladle_reader_take_list(reader, LADLE_LIST_BOXES, &s->n_boxes);
    s->messages = ladle_reader_take_list(reader, LADLE_LIST_MESSAGES, &s->n_messages);
    s->chapters = ladle_reader_take_list(reader, LADLE_LIST_CHAPTERS, &s->n_chapters);
    s->sources = ladle_reader_take_list(reader, LADLE_LIST_SOURCES, &s->n_sources);
}

static void omit(loading *l, const char *what, ladle_pos pos, const void *owner,
                 const ladle_record *record)
{
    unsigned message = GPOINTER_TO_UINT(g_hash_table_lookup(l->reader.broken, owner));
    if (!message)
        return; /* its whole file is left out, and listed */
    ladle_omission omission = {.pos = pos, .what = what};
    omission.reason = ladle_omission_reason(&l->omissions, message - 1);
    if (record) {
        omission.partnerships = record->partnerships;
        omission.n_partnerships = record->n_partnerships;
    }
    g_array_append_val(l->omissions.list, omission);
}

static void drop_broken_records(loading *l)
{
    ladle_study *study = l->reader.study;
    unsigned n = 0;
    for (unsigned i = 0; i < study->n_records; i++) {
        ladle_record *record = study->records[i];
        if (g_hash_table_contains(l->reader.broken, record))
            omit(l, "record", record->pos, record, record);
        else
            study->records[n++] = record;
    }
    study->n_records = n;
}

static void drop_broken_texts(loading *l, ladle_text **texts, unsigned *n)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < *n; i++) {
        const void *owner = ladle_text_top(texts[i]);
        if (g_hash_table_contains(l->reader.broken, owner) ||
            g_hash_table_contains(l->reader.broken, texts[i]))
            omit(l, "text", texts[i]->pos, owner, NULL);
        else
            texts[kept++] = texts[i];
    }
    *n = kept;
}

/* What refers to something left out refers to nothing; called before records are dropped. */
static void forget_broken(ladle_reader *reader)
{
    ladle_study *study = reader->study;
    for (unsigned i = 0; i < study->n_records; i++) {
        ladle_record *record = study->records[i];
        if (record->meeting && g_hash_table_contains(reader->broken, record->meeting))
            record->meeting = NULL;
    }
}

static bool is_broken(const ladle_reader *reader, const ladle_record *record)
{
    return record && g_hash_table_contains(reader->broken, record);
}

static void forget_broken_statements(ladle_reader *reader, ladle_text *node)
{
    unsigned n = 0;
    for (unsigned i = 0; i < node->n_statements; i++)
        if (!is_broken(reader, node->statements[i]->record))
            node->statements[n++] = node->statements[i];
    node->n_statements = n;
    if (node->statement && is_broken(reader, node->statement->record))
        node->statement = NULL;
    if (is_broken(reader, node->record)) {
        node->record = NULL;
        node->answer = NULL;
    }
}

static void forget_broken_quotes(ladle_reader *reader, ladle_text **texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        for (ladle_text *node = texts[i]; node; node = ladle_text_next(texts[i], node))
            forget_broken_statements(reader, node);
}

static void number_records(ladle_reader *reader)
{
    ladle_study *study = reader->study;
    unsigned n = 0;
    for (unsigned i = 0; i < study->n_records; i++) {
        study->records[i]->index = i;
        n += study->records[i]->n_statements;
    }
    study->statements = LADLE_NEW_ARRAY(reader->arena, ladle_statement *, n);
    for (unsigned i = 0; i < study->n_records; i++) {
        for (unsigned j = 0; j < study->records[i]->n_statements; j++) {
            ladle_statement *statement = study->records[i]->statements[j];
            statement->index = study->n_statements;
            study->statements[study->n_statements++] = statement;
        }
    }
}

static void drop_broken(loading *l)
{
    ladle_study *s = l->reader.study;
    const struct {
        ladle_text **texts;
        unsigned *n;
    } lists[] = {{s->sections, &s->n_sections}, {s->findings, &s->n_findings},
                 {s->boxes, &s->n_boxes},       {s->messages, &s->n_messages},
                 {s->chapters, &s->n_chapters}, {s->sources, &s->n_sources}};
    forget_broken(&l->reader);
    for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++)
        forget_broken_quotes(&l->reader, lists[i].texts, *lists[i].n);
    drop_broken_records(l);
    for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++)
        drop_broken_texts(l, lists[i].texts, lists[i].n);
}

static void finish(loading *l)
{
    ladle_study *study = l->reader.study;
    number_records(&l->reader);
    ladle_resolve_rounds(study);
    ladle_check_texts(&l->reader);
    study->framework = l->reader.framework;
    study->n_files = l->files.n;
    study->n_omissions = l->omissions.list->len;
    study->omissions = LADLE_NEW_ARRAY(l->reader.arena, ladle_omission, study->n_omissions);
    if (study->n_omissions)
        memcpy(study->omissions, l->omissions.list->data,
               study->n_omissions * sizeof(ladle_omission));
}

/* ----------------------------------------------------------------------------- the whole way */

static void open_reader(loading *l, ladle_arena *arena, ladle_diagnostics *diagnostics)
{
    static const size_t sizes[LADLE_PARTS] = {
        [LADLE_PARTS_IDEALS] = sizeof(ladle_ideal),
        [LADLE_PARTS_OPTIONS] = sizeof(ladle_option),
        [LADLE_PARTS_BANDS] = sizeof(ladle_band),
        [LADLE_PARTS_SEATS] = sizeof(ladle_seat),
        [LADLE_PARTS_TARGETS] = sizeof(ladle_target),
        [LADLE_PARTS_ITEMS] = sizeof(ladle_item),
        [LADLE_PARTS_PRESENCES] = sizeof(ladle_presence),
        [LADLE_PARTS_CODINGS] = sizeof(ladle_coding),
        [LADLE_PARTS_ANSWERS] = sizeof(ladle_answer),
    };
    ladle_reader *r = &l->reader;
    r->arena = arena;
    r->diagnostics = diagnostics;
    r->grammar = ladle_grammar_new(arena);
    r->names = ladle_names_new();
    r->study = LADLE_NEW(arena, ladle_study);
    r->study->arena = arena;
    for (unsigned i = 0; i < LADLE_LISTS; i++)
        r->lists[i] = g_ptr_array_new();
    for (unsigned i = 0; i < LADLE_PARTS; i++)
        r->parts[i] = g_array_new(FALSE, FALSE, (guint)sizes[i]);
    r->pending = g_array_new(FALSE, FALSE, sizeof(ladle_pending));
    r->shared = g_array_new(FALSE, FALSE, sizeof(ladle_shared));
    r->orphans = g_array_new(FALSE, FALSE, sizeof(unsigned));
    r->broken = g_hash_table_new(NULL, NULL);
    r->chars = g_string_new(NULL);
    l->omissions =
        (ladle_omissions){arena, diagnostics, g_array_new(FALSE, FALSE, sizeof(ladle_omission))};
}

static void close_reader(loading *l)
{
    ladle_reader *r = &l->reader;
    ladle_names_free(r->names);
    for (unsigned i = 0; i < LADLE_LISTS; i++)
        g_ptr_array_free(r->lists[i], TRUE);
    for (unsigned i = 0; i < LADLE_PARTS; i++)
        g_array_free(r->parts[i], TRUE);
    for (unsigned i = 0; i <= LADLE_XML_DEPTH; i++)
        if (r->frames[i].text)
            g_string_free(r->frames[i].text, TRUE);
    g_array_free(r->pending, TRUE);
    g_array_free(r->shared, TRUE);
    g_array_free(r->orphans, TRUE);
    g_hash_table_destroy(r->broken);
    g_string_free(r->chars, TRUE);
    g_array_free(l->omissions.list, TRUE);
}

/* The folder of the study: the path itself, or that of the file it names. NULL, told, when there is
 * none. Real path, to be freed with free(). */
static char *find_folder(const char *path, ladle_diagnostics *diagnostics)
{
    char *real = realpath(path, NULL);
    struct stat status;
    if (!real || stat(real, &status) != 0) {
        ladle_diag_add(diagnostics, LADLE_DIAG_FILE_UNREADABLE, (ladle_pos){path, 0, 0},
                       "there is no study: %s; give the path of its folder, or make a new one with "
                       "ladle init",
                       g_strerror(errno));
        free(real);
        return NULL;
    }
    if (S_ISDIR(status.st_mode))
        return real;
    char *last_slash = strrchr(real, '/');
    last_slash[last_slash == real] = '\0';
    return real;
}

/* Files that were found but could not be reached. */
static void omit_unreachable(loading *l)
{
    ladle_reader *r = &l->reader;
    ladle_reader_note_orphans(r);
    for (unsigned i = 0; i < r->orphans->len; i++)
        ladle_omit_message(&l->omissions, "file", g_array_index(r->orphans, unsigned, i));
}

static void tell_no_xml(ladle_reader *reader, const char *path)
{
    bool is_folder = g_file_test(path, G_FILE_TEST_IS_DIR);
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_NO_XML, (ladle_pos){path, 0, 0},
                   is_folder ? "the folder holds no XML file; check the path, or make a new study "
                               "with ladle init"
                             : "this is a file, and no XML file lies beside it; name the folder of "
                               "the study");
}

static bool find_files(loading *l, const char *path)
{
    ladle_reader *r = &l->reader;
    r->checked = ladle_diag_total(r->diagnostics);
    ladle_files_find(&l->files, r->root, l->options->output, &l->omissions);
    omit_unreachable(l);
    if (!l->files.n) {
        tell_no_xml(r, path);
        return false;
    }
    ladle_files_sort(&l->files);
    if (l->files.study < 0 && !l->files.refused[LADLE_FILE_OTHER] &&
        !l->files.refused[LADLE_FILE_STUDY])
        ladle_diag_add(r->diagnostics, LADLE_DIAG_NO_STUDY, (ladle_pos){path, 0, 0},
                       "no file here has the root <study>; check the path, or make a new study "
                       "with ladle init");
    /* What two studies say against each other would only hide that they are two. */
    return l->files.study >= 0 && !l->files.twice;
}

/* What is wrong with framework or study touches every report. */
static void check_foundation(loading *l)
{
    ladle_reader *r = &l->reader;
    unsigned errors = ladle_diag_count(r->diagnostics, LADLE_ERROR);
    ladle_resolve_groups(r);
    ladle_resolve_title_page(r);
    ladle_check_framework(r);
    ladle_check_waves(r);
    ladle_check_names(r);
    ladle_check_left_out(r);
    if (!l->options->other_language)
        ladle_check_language(r, l->options->share);
    if (ladle_diag_count(r->diagnostics, LADLE_ERROR) > errors)
        l->unusable = true;
}

static void read_and_check(loading *l)
{
    ladle_reader *r = &l->reader;
    read_foundation(l);
    if (l->files.refused[LADLE_FILE_OTHER] || l->files.refused[LADLE_FILE_RECORDS])
        lose(l, LADLE_KIND_RECORD, LADLE_KIND_STATEMENT);
    if (l->files.refused[LADLE_FILE_OTHER] || l->files.refused[LADLE_FILE_TEXTS])
        lose(l, LADLE_KIND_TEXT, LADLE_KIND_SOURCE);
    read_kind(l, LADLE_FILE_RECORDS);
    read_kind(l, LADLE_FILE_TEXTS);
    take_records(r);
    check_foundation(l);
    ladle_resolve_pending(r);
    ladle_resolve_waves(r);
    ladle_check_records(r);
    ladle_check_boxes(r);
    ladle_check_whose_words(r);
    ladle_check_parts(r);
    drop_broken(l);
    if (l->broken_off)
        return; /* these count things by their place in lists that nobody handed over */
    ladle_check_contradictions(r);
    ladle_check_coverage(r);
}

static const char *folder_as_given(ladle_arena *arena, const char *path)
{
    char *given = g_file_test(path, G_FILE_TEST_IS_DIR) ? g_strdup(path) : g_path_get_dirname(path);
    size_t n = strlen(given);
    while (n > 1 && given[n - 1] == '/')
        n--;
    const char *kept = ladle_arena_strndup(arena, given, n);
    g_free(given);
    return kept;
}

ladle_study *ladle_study_load(ladle_arena *arena, const char *path,
                              const ladle_load_options *options, ladle_diagnostics *diagnostics)
{
    unsigned errors = ladle_diag_count(diagnostics, LADLE_ERROR);
    char *root = find_folder(path, diagnostics);
    if (!root)
        return NULL;
    loading *l = g_new0(loading, 1);
    l->options = options;
    open_reader(l, arena, diagnostics);
    l->reader.root = root;
    l->reader.study->directory = folder_as_given(arena, path);
    ladle_study *study = NULL;
    if (find_files(l, path)) {
        read_and_check(l);
        finish(l);
        bool clean = ladle_diag_count(diagnostics, LADLE_ERROR) == errors;
        study = clean || (options->keep_going && !l->unusable) ? l->reader.study : NULL;
    }
    close_reader(l);
    g_free(l);
    free(root);
    return study;
}
