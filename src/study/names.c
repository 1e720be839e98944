#include "study/names.h"

#include <glib.h>

typedef struct {
    void *thing;
    ladle_pos pos;
} meaning;

struct ladle_names {
    GHashTable *tables[LADLE_KINDS]; /* id to meaning */
    bool lost[LADLE_KINDS];
};

static const char *const kind_names[LADLE_KINDS] = {
    [LADLE_KIND_WAVE] = "wave",
    [LADLE_KIND_ORGANISATION] = "organisation",
    [LADLE_KIND_PERSON] = "person",
    [LADLE_KIND_PARTNERSHIP] = "partnership",
    [LADLE_KIND_GROUP] = "group",
    [LADLE_KIND_RECORD] = "record",
    [LADLE_KIND_STATEMENT] = "statement",
    [LADLE_KIND_SECTOR] = "sector",
    [LADLE_KIND_LEVEL] = "level",
    [LADLE_KIND_DIMENSION] = "dimension",
    [LADLE_KIND_ELEMENT] = "element",
    [LADLE_KIND_COLUMN] = "column",
    [LADLE_KIND_INDICATOR] = "indicator",
    [LADLE_KIND_REDESIGN] = "redesign form",
    [LADLE_KIND_PHASE] = "phase",
    [LADLE_KIND_FACTOR] = "factor",
    [LADLE_KIND_GUIDE] = "guide",
    [LADLE_KIND_QUESTION] = "question",
    [LADLE_KIND_TEXT] = "section, box or table",
    [LADLE_KIND_SOURCE] = "source",
};

ladle_names *ladle_names_new(void)
{
    ladle_names *names = g_new0(ladle_names, 1);
    for (unsigned kind = 0; kind < LADLE_KINDS; kind++)
        names->tables[kind] = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    return names;
}

void ladle_names_free(ladle_names *names)
{
    if (!names)
        return;
    for (unsigned kind = 0; kind < LADLE_KINDS; kind++)
        g_hash_table_destroy(names->tables[kind]);
    g_free(names);
}

const char *ladle_kind_name(ladle_kind kind)
{
    return kind_names[kind];
}

void ladle_names_define(ladle_names *names, ladle_kind kind, const char *id, void *thing,
                        ladle_pos pos, ladle_diagnostics *diagnostics)
{
    if (!id) {
        names->lost[kind] = true;
        return;
    }
    const meaning *first = g_hash_table_lookup(names->tables[kind], id);
    if (first) {
        ladle_diag_add(diagnostics, LADLE_DIAG_DUPLICATE_ID, pos, "the %s id \"%s\" is taken",
                       kind_names[kind], id);
        ladle_diag_relate(diagnostics, first->pos, "first defined here");
        return;
    }
    meaning *fresh = g_new(meaning, 1);
    *fresh = (meaning){thing, pos};
    g_hash_table_insert(names->tables[kind], (char *)id, fresh);
}

void *ladle_names_lookup(const ladle_names *names, ladle_kind kind, const char *id)
{
    const meaning *found = id ? g_hash_table_lookup(names->tables[kind], id) : NULL;
    return found ? found->thing : NULL;
}

void ladle_names_lost(ladle_names *names, ladle_kind kind)
{
    names->lost[kind] = true;
}

static int compare_strings(const void *a, const void *b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

/* The nearest id; candidates in byte order, so that of two equally near the same one is named in
 * every run. */
static const char *nearest(const ladle_names *names, ladle_kind kind, const char *id)
{
    guint n;
    const char **ids = (const char **)g_hash_table_get_keys_as_array(names->tables[kind], &n);
    qsort(ids, n, sizeof(*ids), compare_strings);
    const char *found = ladle_nearest_name(id, ids);
    g_free(ids);
    return found;
}

/* All ids of the kind where they are few enough to choose from, as " (known: a, b)"; else "". */
static char *known_ids(const ladle_names *names, ladle_kind kind)
{
    guint n = g_hash_table_size(names->tables[kind]);
    if (n == 0 || n > 6)
        return g_strdup("");
    char **ids = (char **)g_hash_table_get_keys_as_array(names->tables[kind], &n);
    qsort(ids, n, sizeof(*ids), compare_strings);
    char *list = g_strjoinv(", ", ids);
    char *known = g_strdup_printf(" (known: %s)", list);
    g_free(list);
    g_free(ids);
    return known;
}

void *ladle_names_resolve(const ladle_names *names, ladle_kind kind, const char *id, const char *in,
                          ladle_pos pos, ladle_diagnostics *diagnostics)
{
    void *thing = ladle_names_lookup(names, kind, id);
    if (thing || !id || names->lost[kind])
        return thing;
    const char *near = nearest(names, kind, id);
    if (near)
        ladle_diag_add(diagnostics, LADLE_DIAG_UNKNOWN_REFERENCE, pos,
                       "unknown %s \"%s\" in %s (did you mean \"%s\"?)", kind_names[kind], id, in,
                       near);
    else {
        char *known = known_ids(names, kind);
        ladle_diag_add(diagnostics, LADLE_DIAG_UNKNOWN_REFERENCE, pos, "unknown %s \"%s\" in %s%s",
                       kind_names[kind], id, in, known);
        g_free(known);
    }
    return NULL;
}
