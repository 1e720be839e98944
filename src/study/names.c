#include "study/names.h"

#include <glib.h>
#include <string.h>

enum { SHORTEST_GUESSED = 4, MOST_LISTED = 20 };

typedef struct {
    void *thing;
    ladle_pos pos;
} meaning;

struct ladle_names {
    GHashTable *tables[LADLE_KINDS]; /* id to meaning */
    GHashTable *words[LADLE_KINDS];  /* words, folded, to ids, as "a" or "a, b" */
    GHashTable *missed[LADLE_KINDS]; /* ids that were not found and told */
    bool lost[LADLE_KINDS];
    unsigned n_defined;
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
    [LADLE_KIND_TEXT] = "section, box, table or recommendation",
    [LADLE_KIND_SOURCE] = "source",
};

ladle_names *ladle_names_new(void)
{
    ladle_names *names = g_new0(ladle_names, 1);
    for (unsigned kind = 0; kind < LADLE_KINDS; kind++) {
        names->tables[kind] = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
        names->words[kind] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        names->missed[kind] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    }
    return names;
}

void ladle_names_free(ladle_names *names)
{
    if (!names)
        return;
    for (unsigned kind = 0; kind < LADLE_KINDS; kind++) {
        g_hash_table_destroy(names->tables[kind]);
        g_hash_table_destroy(names->words[kind]);
        g_hash_table_destroy(names->missed[kind]);
    }
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
    names->n_defined++;
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

unsigned ladle_names_count(const ladle_names *names)
{
    return names->n_defined;
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

/* ------------------------------------------------------------------------------ names in words */

bool ladle_kind_is_confidential(ladle_kind kind)
{
    return kind == LADLE_KIND_ORGANISATION || kind == LADLE_KIND_PERSON ||
           kind == LADLE_KIND_PARTNERSHIP;
}

static bool is_quotation_mark(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return c == '"' || c == '\'' || c == 0x201E || c == 0x201A ||
           type == G_UNICODE_INITIAL_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

/* Case folded, composed, without quotation marks. To be freed. */
static char *folded(const char *words)
{
    GString *bare = g_string_new(NULL);
    char *composed = g_utf8_normalize(words, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    for (const char *p = composed ? composed : ""; *p; p = g_utf8_next_char(p))
        if (!is_quotation_mark(g_utf8_get_char(p)))
            g_string_append_unichar(bare, g_utf8_get_char(p));
    char *lower = g_utf8_casefold(bare->str, -1);
    g_string_free(bare, TRUE);
    g_free(composed);
    return lower;
}

/* A message lists ids up to this many bytes; a study in which everyone is called alike would else
 * cost the square of their number. */
enum { enough_ids = 80 };

static const char and_more[] = ", …";

/* Whether `id` is one of the ids in "a, b". */
static bool is_listed(const char *list, const char *id)
{
    size_t n = strlen(id);
    for (const char *p = list; p; p = strstr(p, ", ") ? strstr(p, ", ") + 2 : NULL)
        if (strncmp(p, id, n) == 0 && (p[n] == ',' || !p[n]))
            return true;
    return false;
}

void ladle_names_call(ladle_names *names, ladle_kind kind, const char *id, const char *words)
{
    if (!id || !words || !*words)
        return;
    char *key = folded(words);
    const char *others = g_hash_table_lookup(names->words[kind], key);
    if (others && (g_str_has_suffix(others, and_more) || is_listed(others, id)))
        g_free(key);
    else if (!others)
        g_hash_table_insert(names->words[kind], key, g_strdup(id));
    else
        g_hash_table_insert(names->words[kind], key,
                            g_strconcat(others, strlen(others) < enough_ids ? ", " : and_more,
                                        strlen(others) < enough_ids ? id : NULL, NULL));
}

const char *ladle_names_called(const ladle_names *names, ladle_kind kind, const char *words)
{
    char *key = folded(words);
    const char *ids = g_hash_table_lookup(names->words[kind], key);
    g_free(key);
    return ids;
}

/* ----------------------------------------------------------------------------- what was meant */

static int compare_strings(const void *a, const void *b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

/* All ids of the kind, in byte order, ended by NULL: so messages are the same in every run. To be
 * freed. */
static const char **sorted_ids(const ladle_names *names, ladle_kind kind)
{
    guint n;
    const char **ids = (const char **)g_hash_table_get_keys_as_array(names->tables[kind], &n);
    qsort(ids, n, sizeof(*ids), compare_strings);
    return ids;
}

/* Ids that the framework's author chose with care, and that lie far apart. Others often differ in
 * one letter or number ("north" and "south", "m1" and "m2"), so what is near one of them may well
 * be another thing, and a guess would move evidence to it. */
static bool may_guess_freely(ladle_kind kind)
{
    return kind >= LADLE_KIND_SECTOR && kind <= LADLE_KIND_GUIDE;
}

/* The id's letters and numbers, case folded. To be freed. */
static char *bare_id(const char *id)
{
    char *lower = g_utf8_casefold(id, -1);
    GString *bare = g_string_new(NULL);
    for (const char *p = lower; *p; p++)
        if (!strchr("._-", *p))
            g_string_append_c(bare, *p);
    g_free(lower);
    return g_string_free(bare, FALSE);
}

/* Whether `longer` is `shorter` with one letter more. */
static bool has_a_letter_more(const char *longer, const char *shorter)
{
    while (*shorter && g_utf8_get_char(longer) == g_utf8_get_char(shorter)) {
        longer = g_utf8_next_char(longer);
        shorter = g_utf8_next_char(shorter);
    }
    return g_unichar_isalpha(g_utf8_get_char(longer)) &&
           strcmp(g_utf8_next_char(longer), shorter) == 0;
}

/* Whether two neighbouring letters have changed places. */
static bool has_letters_swapped(const char *a, const char *b)
{
    while (*a && g_utf8_get_char(a) == g_utf8_get_char(b)) {
        a = g_utf8_next_char(a);
        b = g_utf8_next_char(b);
    }
    if (!*a || !*b)
        return false;
    const char *after_a = g_utf8_next_char(a), *after_b = g_utf8_next_char(b);
    if (!*after_a || !*after_b)
        return false;
    gunichar x = g_utf8_get_char(a), y = g_utf8_get_char(b);
    return g_unichar_isalpha(x) && g_unichar_isalpha(y) && g_utf8_get_char(after_a) == y &&
           g_utf8_get_char(after_b) == x &&
           strcmp(g_utf8_next_char(after_a), g_utf8_next_char(after_b)) == 0;
}

/* Whether one id can only be the other, misspelt: other case or marks between, a letter left out,
 * doubled or added, two letters swapped. Another letter or number in its place is another id. */
static bool is_slip(const char *a, const char *b)
{
    char *x = bare_id(a), *y = bare_id(b);
    glong n = g_utf8_strlen(x, -1), m = g_utf8_strlen(y, -1);
    bool slip = strcmp(x, y) == 0;
    if (!slip && MAX(n, m) >= SHORTEST_GUESSED)
        slip = n == m       ? has_letters_swapped(x, y)
               : n == m + 1 ? has_a_letter_more(x, y)
               : m == n + 1 ? has_a_letter_more(y, x)
                            : false;
    g_free(x);
    g_free(y);
    return slip;
}

/* The one id that the reference is a slip of; NULL: none, or more than one. */
static const char *only_slip(const char *id, const char *const *ids)
{
    const char *found = NULL;
    for (; *ids; ids++) {
        if (!is_slip(id, *ids))
            continue;
        if (found)
            return NULL;
        found = *ids;
    }
    return found;
}

const char *ladle_names_nearly_called(const ladle_names *names, ladle_kind kind, const char *words)
{
    if (!may_guess_freely(kind))
        return NULL;
    guint n;
    const char **all = (const char **)g_hash_table_get_keys_as_array(names->words[kind], &n);
    qsort(all, n, sizeof(*all), compare_strings);
    char *key = folded(words);
    const char *near = ladle_nearest_name(key, all);
    const char *ids = near ? g_hash_table_lookup(names->words[kind], near) : NULL;
    g_free(key);
    g_free(all);
    return ids && !strchr(ids, ',') ? ids : NULL;
}

static const char *guess(const ladle_names *names, ladle_kind kind, const char *id,
                         const char *const *ids)
{
    if (!may_guess_freely(kind))
        return only_slip(id, ids);
    const char *near = ladle_nearest_name(id, ids);
    return near ? near : ladle_names_nearly_called(names, kind, id);
}

/* Whether one id holds the other, when marks and numbers do not count: "goals1" and "c.goals.2". */
static bool is_akin(const char *id, const char *other)
{
    char *x = g_strdelimit(bare_id(id), "0123456789", '#');
    char *y = g_strdelimit(bare_id(other), "0123456789", '#');
    bool akin = strlen(x) >= SHORTEST_GUESSED && (strstr(y, x) || strstr(x, y));
    g_free(x);
    g_free(y);
    return akin;
}

/* The ids there are, all of them where they are few, else those akin, as " (known: a, b)"; else
 * "". To be freed. */
static char *known_ids(const char *id, const char *const *ids)
{
    unsigned n = g_strv_length((char **)ids), listed = 0;
    GString *known = g_string_new(NULL);
    for (; *ids && listed < MOST_LISTED; ids++) {
        if (n > MOST_LISTED && !is_akin(id, *ids))
            continue;
        g_string_append_printf(known, "%s%s", listed++ ? ", " : " (known: ", *ids);
    }
    if (listed)
        g_string_append_c(known, ')');
    return g_string_free(known, FALSE);
}

/* Whether this is the first time that the id is not found: what to do is told once. */
static bool is_first_time(ladle_names *names, ladle_kind kind, const char *id)
{
    return g_hash_table_add(names->missed[kind], g_strdup(id));
}

/* "E-028", as reports number what they rest on. */
static bool is_number_of_report(const char *id)
{
    return g_ascii_toupper(id[0]) == 'E' && id[1] == '-' && id[2] &&
           strspn(id + 2, "0123456789") == strlen(id + 2);
}

/* Why an id of this kind cannot be found, where that can be told; NULL: it cannot. The numbers of
 * reports are told each time, a kind of which there is none once. */
static const char *why_unknown(const ladle_names *names, ladle_kind kind, const char *id)
{
    bool of_records = kind == LADLE_KIND_STATEMENT || kind == LADLE_KIND_RECORD;
    if (of_records && is_number_of_report(id))
        return "; that is a number in a report, so write the id that stands in the records";
    if (kind == LADLE_KIND_TEXT && g_str_has_prefix(id, "fig"))
        return "; the figures are called figure-1, figure-2 …";
    bool none = !g_hash_table_size(names->tables[kind]) && !names->lost[kind] &&
                !g_hash_table_size(names->missed[kind]);
    bool of_framework = kind >= LADLE_KIND_SECTOR && kind <= LADLE_KIND_QUESTION;
    return !none          ? NULL
           : of_records   ? "; the study has none: is the file of records in its folder?"
           : of_framework ? "; the framework has none"
                          : "; the study has none";
}

static void tell_unknown(ladle_names *names, ladle_kind kind, const char *id, const char *in,
                         ladle_pos pos, ladle_diagnostics *diagnostics)
{
    static const char gone[] = "; if it was taken out of the study, what refers to it must go "
                               "too, or it must come back";
    const char **ids = sorted_ids(names, kind);
    const char *near = guess(names, kind, id, ids);
    const char *why = near ? NULL : why_unknown(names, kind, id);
    char *rest = near ? g_strdup_printf(" (did you mean \"%s\"?)", near)
                 : is_first_time(names, kind, id) && !why ? known_ids(id, ids)
                                                          : g_strdup("");
    bool first = !near && *rest;
    ladle_diag_add(diagnostics, LADLE_DIAG_UNKNOWN_REFERENCE, pos, "unknown %s \"%s\" in %s%s%s%s",
                   kind_names[kind], id, in, rest, why ? why : "",
                   first && kind == LADLE_KIND_PARTNERSHIP ? gone : "");
    g_free(rest);
    g_free(ids);
}

/* "a level", "an element". */
static const char *article(const char *noun)
{
    return strchr("aeiou", noun[0]) ? "an" : "a";
}

static void tell_called(ladle_kind kind, const char *id, const char *in, const char *called,
                        ladle_pos pos, ladle_diagnostics *diagnostics)
{
    const char *noun = kind_names[kind], *of = strchr(called, ',') ? "one of " : "";
    if (ladle_kind_is_confidential(kind))
        ladle_diag_add(diagnostics, LADLE_DIAG_UNKNOWN_REFERENCE, pos,
                       "the name of %s %s stands in %s instead of its id; write %s%s",
                       article(noun), noun, in, of, called);
    else
        ladle_diag_add(diagnostics, LADLE_DIAG_UNKNOWN_REFERENCE, pos,
                       "\"%s\" in %s is the name of %s %s, not its id; write %s%s", id, in,
                       article(noun), noun, of, called);
}

void *ladle_names_resolve(ladle_names *names, ladle_kind kind, const char *id, const char *in,
                          ladle_pos pos, ladle_diagnostics *diagnostics)
{
    void *thing = ladle_names_lookup(names, kind, id);
    if (thing || !id)
        return thing;
    const char *called = ladle_names_called(names, kind, id);
    if (called)
        tell_called(kind, id, in, called, pos, diagnostics);
    else if (!names->lost[kind])
        tell_unknown(names, kind, id, in, pos, diagnostics);
    return NULL;
}
