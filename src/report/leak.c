/* The model. A text is folded into words: compatibility-decomposed, case folded, marks dropped,
 * ø, æ, å and their like spelled one way, invisible characters dropped; everything that is no
 * letter or digit parts words. A protected name is folded the same way into a sequence of words,
 * kept under its first. Reading a text, each word is looked up, with and without an ending (its
 * last word may carry -s, -es, or 's, which the folding turns into a word "s"), and the rest of the
 * sequence compared. Numbers and addresses are found by regular expressions of their own. */
#include "report/leak.h"

#include "report/leak_source.h"
#include "study/reveal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    char **words;
    unsigned n_words;
    const char *what; /* "the name of a person" */
    ladle_pos pos;
} protected_name;

struct ladle_leak_register {
    const ladle_study *study;
    GHashTable *by_first; /* first word to GPtrArray of protected_name */
    GHashTable *known;    /* the folded words of each name, so that none is kept twice */
    GRegex *number;       /* CPR and telephone numbers */
    GRegex *address;      /* e-mail */
};

struct ladle_leak_check {
    GHashTable *clean; /* texts that were heard and held nothing: many come again */
    const ladle_leak_register *protects;
    ladle_diagnostics *diagnostics;
    unsigned hits;
    unsigned sources; /* places in the study that were told */
    bool searched;    /* the study was searched for them */
};

/* -------------------------------------------------------------------------------- folding */

static void append_folded(GString *word, gunichar letter)
{
    switch (letter) {
    case 0x00F8: /* ø */
        g_string_append_c(word, 'o');
        break;
    case 0x00E6: /* æ */
        g_string_append(word, "ae");
        break;
    case 0x0142: /* ł */
        g_string_append_c(word, 'l');
        break;
    case 0x00F0: /* ð */
        g_string_append_c(word, 'd');
        break;
    default:
        g_string_append_unichar(word, letter);
    }
}

/* å is also written aa, and ø oe, in addresses and file names; both are folded into one. */
static void fold_spellings(GString *word)
{
    g_string_replace(word, "aa", "a", 0);
    g_string_replace(word, "oe", "o", 0);
}

static bool is_invisible(gunichar letter)
{
    return g_unichar_type(letter) == G_UNICODE_FORMAT || letter == 0x00AD || letter == 0xFE0F;
}

/* The words of a text, folded; ended by NULL, yours to free with g_strfreev. */
static char **folded_words(const char *text)
{
    GPtrArray *words = g_ptr_array_new();
    char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFKD);
    char *folded = g_utf8_casefold(apart ? apart : "", -1);
    GString *word = g_string_new(NULL);
    for (const char *at = folded;; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (letter && (g_unichar_ismark(letter) || is_invisible(letter)))
            continue;
        if (letter && g_unichar_isalnum(letter)) {
            append_folded(word, letter);
        } else if (word->len) {
            fold_spellings(word);
            g_ptr_array_add(words, g_strdup(word->str));
            g_string_truncate(word, 0);
        }
        if (!letter)
            break;
    }
    g_string_free(word, TRUE);
    g_free(folded);
    g_free(apart);
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

/* ------------------------------------------------------------------------------- register */

static void free_name(void *data)
{
    protected_name *name = data;
    g_strfreev(name->words);
    g_free(name);
}

static void free_names(void *names)
{
    g_ptr_array_unref(names);
}

static void protect(ladle_leak_register *names, const char *text, const char *what, ladle_pos pos)
{
    char **words = text ? folded_words(text) : NULL;
    if (!words || !words[0] || !g_hash_table_add(names->known, g_strjoinv(" ", words))) {
        g_strfreev(words);
        return;
    }
    protected_name *name = g_new0(protected_name, 1);
    *name = (protected_name){words, g_strv_length(words), what, pos};
    GPtrArray *others = g_hash_table_lookup(names->by_first, words[0]);
    if (!others) {
        others = g_ptr_array_new_with_free_func(free_name);
        g_hash_table_insert(names->by_first, words[0], others);
    }
    g_ptr_array_add(others, name);
}

/* A person's full name and, where there are several words, the last one: the surname. */
static void protect_person(ladle_leak_register *names, const char *text, ladle_pos pos)
{
    const char *space = text ? strrchr(text, ' ') : NULL;
    protect(names, text, "the name of a person", pos);
    if (space)
        protect(names, space + 1, "the surname of a person", pos);
}

static void protect_partnership(ladle_leak_register *names, const ladle_partnership *partnership)
{
    protect(names, ladle_reveal(partnership->name), "the name of a partnership", partnership->pos);
    for (unsigned i = 0; i < partnership->n_municipalities; i++)
        protect(names, ladle_reveal(partnership->municipalities[i]), "the name of a municipality",
                partnership->pos);
}

static bool is_author(const ladle_study *study, const char *text)
{
    for (unsigned i = 0; i < study->n_authors; i++)
        if (strcmp(study->authors[i], text) == 0)
            return true;
    return false;
}

/* Who observed or interviewed, by full name: initials are words like others. Authors are named on
 * the cover. */
static void protect_researcher(ladle_leak_register *names, const ladle_record *record)
{
    const char *text = ladle_reveal(record->researcher);
    if (text && strchr(text, ' ') && !is_author(names->study, text))
        protect(names, text, "the name of a researcher", record->pos);
}

/* A firm's key such as "17" says nothing; a word is taken for its name. */
static bool looks_like_a_name(const char *firm)
{
    unsigned letters = 0;
    for (const char *at = firm; at && *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        letters += g_unichar_isalpha(letter);
        if (g_unichar_isdigit(letter))
            return false;
    }
    return letters >= 4;
}

static void release_table(void *table)
{
    g_hash_table_unref(table);
}

static void release_regex(void *regex)
{
    g_regex_unref(regex);
}

static GRegex *pattern(ladle_arena *arena, const char *text)
{
    GRegex *regex = g_regex_new(text, G_REGEX_OPTIMIZE, 0, NULL);
    ladle_arena_defer(arena, release_regex, regex);
    return regex;
}

/* Firms are told by their visits, many of one firm; each name is folded once. */
static void protect_records(ladle_leak_register *names, bool firms)
{
    const ladle_study *study = names->study;
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < study->n_records; i++) {
        const ladle_record *record = study->records[i];
        if (firms && looks_like_a_name(record->firm) &&
            g_hash_table_add(seen, (gpointer)record->firm))
            protect(names, record->firm, "the name of a firm", record->pos);
        protect_researcher(names, record);
    }
    g_hash_table_unref(seen);
}

ladle_leak_register *ladle_leak_register_new(ladle_arena *arena, const ladle_study *study,
                                             bool with_names)
{
    bool people = with_names && study->people_named;
    bool partnerships = with_names && study->partnerships_named;
    ladle_leak_register *names = LADLE_NEW(arena, ladle_leak_register);
    names->study = study;
    names->by_first = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_names);
    ladle_arena_defer(arena, release_table, names->by_first);
    names->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ladle_arena_defer(arena, release_table, names->known);
    /* A CPR number is a day, a month, a year and four digits; a telephone number eight digits,
     * alone, in pairs parted by one and the same sign, or after +45. */
    names->number = pattern(
        arena,
        "(?<![0-9.,/-])(?:(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}[-–‑ \\x{A0}]?[0-9]{4}"
        "|[0-9]{2}([.-])[0-9]{2}\\1[0-9]{2}\\1[0-9]{2}"
        "|(?:\\+45[ \\x{A0}]?)?[0-9]{2}[ \\x{A0}]?[0-9]{2}[ \\x{A0}]?[0-9]{2}[ \\x{A0}]?[0-9]{2})"
        "(?![0-9]|[.,/-][0-9])");
    names->address = pattern(arena, "[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(?:\\.[\\p{L}0-9-]+)+");

    for (unsigned i = 0; i < study->n_secrets; i++)
        protect(names, ladle_reveal(study->secrets[i]), "a secret of the study", (ladle_pos){0});
    /* An address is printed in no report, with names or without. */
    for (unsigned i = 0; i < study->n_persons; i++)
        protect(names, ladle_reveal(study->persons[i]->email), "the e-mail address of a person",
                study->persons[i]->pos);
    for (unsigned i = 0; i < study->n_persons && !people; i++)
        protect_person(names, ladle_reveal(study->persons[i]->name), study->persons[i]->pos);
    for (unsigned i = 0; i < study->n_organisations && !partnerships; i++)
        protect(names, ladle_reveal(study->organisations[i]->name), "the name of an organisation",
                study->organisations[i]->pos);
    for (unsigned i = 0; i < study->n_partnerships && !partnerships; i++)
        protect_partnership(names, study->partnerships[i]);
    protect_records(names, !partnerships);
    return names;
}

ladle_leak_check *ladle_leak_check_new(ladle_arena *arena, const ladle_leak_register *protects,
                                       ladle_diagnostics *diagnostics)
{
    ladle_leak_check *check = LADLE_NEW(arena, ladle_leak_check);
    check->protects = protects;
    check->diagnostics = diagnostics;
    check->clean = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ladle_arena_defer(arena, release_table, check->clean);
    return check;
}

/* -------------------------------------------------------------------------------- hearing */

static bool same_but_ending(const char *word, const char *name)
{
    size_t length = strlen(name);
    return strncmp(word, name, length) == 0 &&
           (!word[length] || g_str_equal(word + length, "s") || g_str_equal(word + length, "es"));
}

/* The words of a text, and for each the number of the free words that it stands in; 0: none. */
typedef struct {
    char **words;
    unsigned n;
    unsigned *free_in;
} heard;

static unsigned count_words(const char *text, size_t length)
{
    char *part = g_strndup(text, length), **words = folded_words(part);
    unsigned n = g_strv_length(words);
    g_strfreev(words);
    g_free(part);
    return n;
}

/* Whether the words at a place of a text are whole ones. */
static bool is_whole(const char *text, const char *at, size_t length)
{
    const char *before = at > text ? g_utf8_prev_char(at) : NULL;
    return !(before && g_unichar_isalnum(g_utf8_get_char(before))) &&
           !g_unichar_isalnum(g_utf8_get_char(at + length));
}

/* Marks what stands in free words, written exactly as the study frees them. */
static void mark_free(const ladle_leak_check *check, heard *text, const char *original)
{
    const ladle_study *study = check->protects->study;
    unsigned mark = 0;
    for (unsigned i = 0; i < study->n_free_words; i++) {
        const char *words = study->free_words[i];
        size_t length = strlen(words);
        for (const char *at = strstr(original, words); at; at = strstr(at + length, words)) {
            if (!is_whole(original, at, length))
                continue;
            if (!text->free_in)
                text->free_in = g_new0(unsigned, text->n + 1);
            unsigned first = count_words(original, (size_t)(at - original));
            unsigned n = count_words(at, length);
            mark++;
            for (unsigned word = first; word < MIN(first + n, text->n); word++)
                text->free_in[word] = mark;
        }
    }
}

static bool is_free(const heard *text, unsigned first, unsigned n)
{
    if (!text->free_in || !text->free_in[first])
        return false;
    for (unsigned i = 1; i < n; i++)
        if (text->free_in[first + i] != text->free_in[first])
            return false;
    return true;
}

static bool stands_at(const heard *text, unsigned at, const protected_name *name)
{
    char *const *words = text->words + at;
    for (unsigned i = 0; i < name->n_words; i++) {
        bool last = i + 1 == name->n_words;
        if (!words[i] || !(last ? same_but_ending(words[i], name->words[i])
                                : g_str_equal(words[i], name->words[i])))
            return false;
    }
    return !is_free(text, at, name->n_words);
}

/* A name whose first word is the word at hand, or the word less an ending. */
static const protected_name *name_at(const ladle_leak_check *check, const heard *text, unsigned at)
{
    char *const *words = text->words + at;
    size_t length = strlen(words[0]);
    const protected_name *found = NULL;
    for (unsigned ending = 0; ending <= 2 && !found && ending < length; ending++) {
        char *first = g_strndup(words[0], length - ending);
        const GPtrArray *names = g_hash_table_lookup(check->protects->by_first, first);
        for (guint i = 0; names && i < names->len && !found; i++)
            if (stands_at(text, at, g_ptr_array_index(names, i)))
                found = g_ptr_array_index(names, i);
        g_free(first);
    }
    return found;
}

/* What must not be printed in a text; `pos` is where it is protected, if it is a name. */
typedef struct {
    const char *what; /* NULL: nothing */
    ladle_pos pos;
} finding;

enum { MOST_FINDINGS = 3 }; /* a name, a number and an address */

/* Whether there are digits enough for a telephone number. */
static bool has_digits(const char *text)
{
    enum { LEAST = 8 };
    unsigned digits = 0;
    for (; *text && digits < LEAST; text++)
        digits += g_ascii_isdigit(*text);
    return digits == LEAST;
}

static unsigned find_in(const ladle_leak_check *check, const char *text, finding *found)
{
    unsigned n = 0;
    heard words = {.words = folded_words(text)};
    words.n = g_strv_length(words.words);
    mark_free(check, &words, text);
    for (unsigned at = 0; at < words.n && n == 0; at++) {
        const protected_name *name = name_at(check, &words, at);
        if (name)
            found[n++] = (finding){name->what, name->pos};
    }
    g_strfreev(words.words);
    g_free(words.free_in);
    if (has_digits(text) && g_regex_match(check->protects->number, text, 0, NULL))
        found[n++] = (finding){.what = "what looks like a telephone or CPR number"};
    if (strchr(text, '@') && g_regex_match(check->protects->address, text, 0, NULL))
        found[n++] = (finding){.what = "what looks like an e-mail address"};
    return n;
}

static void relate(ladle_leak_check *check, const finding *of)
{
    if (of->pos.file)
        ladle_diag_relate(check->diagnostics, of->pos, "protected here");
}

/* Whether a report before this one told of the place already. */
static bool is_told(const ladle_leak_check *check, ladle_pos pos)
{
    for (unsigned i = 0; i < ladle_diag_total(check->diagnostics); i++) {
        const ladle_diag *diag = ladle_diag_at(check->diagnostics, i);
        if (diag->code == LADLE_DIAG_LEAK && diag->pos.line == pos.line &&
            diag->pos.column == pos.column && g_strcmp0(diag->pos.file, pos.file) == 0)
            return true;
    }
    return false;
}

/* A ladle_leak_visitor: a text of the study. */
static void tell_source(void *self, ladle_pos pos, const char *text, bool is_file)
{
    ladle_leak_check *check = self;
    finding found[MOST_FINDINGS];
    unsigned n = find_in(check, text, found);
    bool told = n > 0 && is_told(check, pos);
    for (unsigned i = 0; i < n; i++) {
        check->sources++;
        if (told)
            continue;
        ladle_diag_add(check->diagnostics, LADLE_DIAG_LEAK, pos,
                       is_file
                           ? "%s stands in the name or folder of this image's file, which goes "
                             "with a report without names as data, so that report is not "
                             "written; rename the file or folder, and write the new name in src"
                           : "%s stands here and would be printed in a report without names, so "
                             "that report is not written; rewrite the text",
                       found[i].what);
        relate(check, &found[i]);
    }
}

/* A hit is told where it stands in the study, since that is what can be mended; where the study
 * does not hold it (a template wrote it, or put it together), where it stands in the report. */
static void hit(ladle_leak_check *check, ladle_use use, ladle_pos pos, const finding *found)
{
    static const char *const places[] = {
        [LADLE_USE_TEXT] = "the text",
        [LADLE_USE_METADATA] = "the title or another entry of the metadata",
        [LADLE_USE_OUTLINE] = "a bookmark",
        [LADLE_USE_LINK] = "the target of a link",
        [LADLE_USE_FILE_NAME] = "a file name",
        [LADLE_USE_ATTACHMENT] = "an attachment",
        [LADLE_USE_LOG] = "a message",
    };
    check->hits++;
    if (!check->searched)
        ladle_leak_visit(check->protects->study, tell_source, check);
    check->searched = true;
    if (check->sources > 0)
        return;
    ladle_diag_add(
        check->diagnostics, LADLE_DIAG_LEAK, pos,
        "%s would be printed in %s of a report without names; the report is not written, "
        "rewrite the text",
        found->what, places[use]);
    relate(check, found);
}

void ladle_leak_hear(void *self, ladle_use use, ladle_pos pos, const char *text)
{
    ladle_leak_check *check = self;
    finding found[MOST_FINDINGS];
    if (g_hash_table_contains(check->clean, text))
        return;
    unsigned n = find_in(check, text, found);
    for (unsigned i = 0; i < n; i++)
        hit(check, use, pos, &found[i]);
    if (n == 0)
        g_hash_table_add(check->clean, g_strdup(text));
}

unsigned ladle_leak_hits(const ladle_leak_check *check)
{
    return check->hits;
}
