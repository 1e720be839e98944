/* Hyphenation: libhyphen finds where the patterns allow a break; what is kept of it is ours.
 *
 * The Danish patterns are good but blind to compounds. Two things help. A list of beginnings
 * (exceptions-da.txt) puts the joint of the commonest compounds where it belongs; and a break after
 * a linking s or e behind an ending that makes compounds ("-heds", "-ings", "-tions") is a joint as
 * well. Line breaking prefers joints. */
#include "document/hyphenate.h"

#include <glib.h>
#include <hyphen.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_LETTERS = 9, LEAST_BEFORE = 4, LEAST_AFTER = 4, MOST_LETTERS = 100 };

typedef struct {
    gunichar letters[MOST_LETTERS]; /* lower case */
    size_t bytes[MOST_LETTERS + 1]; /* where each begins */
    unsigned n;
} spelled_word;

/* A line of the list: the letters, and the rank of the break before each (0: none). */
typedef struct {
    gunichar letters[MOST_LETTERS];
    unsigned char ranks[MOST_LETTERS + 1];
    unsigned n;
    bool beginning; /* holds for all words that begin so */
} exception;

typedef struct {
    const char *language; /* "da" */
    HyphenDict *dictionary;
    GArray *exceptions; /* of exception */
} pattern_set;

struct ladle_hyphenator {
    pattern_set sets[2]; /* as FILES */
};

/* ------------------------------------------------------------------ words */

static bool is_letter(gunichar c)
{
    return g_unichar_isalpha(c);
}

/* Takes a word apart; false when it is none that may be broken. */
static bool spell(const char *word, size_t bytes, spelled_word *spelled)
{
    spelled->n = 0;
    const char *end = word + bytes;
    for (const char *p = word; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char_validated(p, end - p);
        bool capital_within = spelled->n > 0 && g_unichar_isupper(c);
        if (c >= (gunichar)-2 || !is_letter(c) || capital_within || spelled->n == MOST_LETTERS)
            return false;
        spelled->bytes[spelled->n] = (size_t)(p - word);
        spelled->letters[spelled->n++] = g_unichar_tolower(c);
    }
    spelled->bytes[spelled->n] = bytes;
    return spelled->n >= LEAST_LETTERS;
}

/* ------------------------------------------------------------------ patterns */

/* The word in the character set of the dictionary; false when it cannot be written in it. */
static bool encode(const HyphenDict *dictionary, const spelled_word *word, GString *out)
{
    for (unsigned i = 0; i < word->n; i++) {
        gunichar c = word->letters[i];
        if (dictionary->utf8)
            g_string_append_unichar(out, c);
        else if (c < 0x100)
            g_string_append_c(out, (char)(unsigned char)c);
        else
            return false;
    }
    return true;
}

/* Ranks of the breaks before each letter by the patterns. */
static void rank_by_patterns(const pattern_set *set, const spelled_word *word, unsigned char *ranks)
{
    GString *encoded = g_string_new(NULL);
    if (encode(set->dictionary, word, encoded)) {
        char *hyphens = g_malloc0(encoded->len + 5);
        char **replacements = NULL;
        int *positions = NULL, *cuts = NULL;
        int failed =
            hnj_hyphen_hyphenate3(set->dictionary, encoded->str, (int)encoded->len, hyphens, NULL,
                                  &replacements, &positions, &cuts, 2, 3, 2, 3);
        for (unsigned i = 0; !failed && i + 1 < word->n; i++)
            if ((hyphens[i] & 1) && !(replacements && replacements[i]))
                ranks[i + 1] = LADLE_HYPHEN_PLAIN;
        for (size_t i = 0; replacements && i < encoded->len; i++)
            free(replacements[i]);
        free(replacements);
        free(positions);
        free(cuts);
        g_free(hyphens);
    }
    g_string_free(encoded, TRUE);
}

/* A piece of one letter loses the lesser of its two breaks. Of equal ones: a linking s or e belongs
 * to what goes before, any other letter to what follows. */
static void drop_lone_letters(const spelled_word *word, unsigned char *ranks)
{
    for (unsigned i = 1; i + 1 < word->n; i++) {
        if (!ranks[i] || !ranks[i + 1])
            continue;
        bool links = word->letters[i] == 's' || word->letters[i] == 'e';
        bool drop_first = ranks[i] == ranks[i + 1] ? links : ranks[i] < ranks[i + 1];
        ranks[drop_first ? i : i + 1] = 0;
    }
}

/* ------------------------------------------------------------------ joints */

static bool ends_with(const spelled_word *word, unsigned at, const char *ending)
{
    unsigned n = (unsigned)strlen(ending);
    if (at < n + 3)
        return false;
    for (unsigned i = 0; i < n; i++)
        if (word->letters[at - n + i] != (gunichar)(unsigned char)ending[i])
            return false;
    return true;
}

/* The break before letter `at` follows an ending that is only found at the joint of a compound. */
static void mark_joints(const spelled_word *word, unsigned char *ranks)
{
    static const char *const ENDINGS[] = {"heds", "ings",  "tions", "sions", "skabs",
                                          "tets", "ments", "doms",  "elses"};
    for (unsigned at = LEAST_BEFORE; at + LEAST_AFTER <= word->n; at++)
        for (size_t e = 0; e < G_N_ELEMENTS(ENDINGS); e++)
            if (ends_with(word, at, ENDINGS[e]) && (ranks[at] || ranks[at - 1])) {
                ranks[at - 1] = 0;
                ranks[at] = LADLE_HYPHEN_JOINT;
            }
}

/* ------------------------------------------------------------------ the list */

static bool is_exception_of(const exception *listed, const spelled_word *word)
{
    if (listed->n > word->n || (!listed->beginning && listed->n != word->n))
        return false;
    return memcmp(listed->letters, word->letters, listed->n * sizeof(gunichar)) == 0;
}

/* The longest that fits wins; what it says holds as far as its letters go. */
static void apply_exceptions(const pattern_set *set, const spelled_word *word, unsigned char *ranks)
{
    const exception *best = NULL;
    for (unsigned i = 0; i < set->exceptions->len; i++) {
        const exception *listed = &g_array_index(set->exceptions, exception, i);
        if (is_exception_of(listed, word) && (!best || listed->n > best->n))
            best = listed;
    }
    if (!best)
        return;
    for (unsigned i = 1; i < best->n; i++)
        ranks[i] = best->ranks[i];
    if (best->ranks[best->n])
        ranks[best->n] = best->ranks[best->n];
}

/* Reads "virksomheds=*": "=" is a joint, "-" a break, "*" at the end: all words that begin so. */
static void read_exception(GArray *exceptions, const char *line)
{
    exception listed = {.n = 0};
    for (const char *p = line; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '=' || c == '-')
            listed.ranks[listed.n] = c == '=' ? LADLE_HYPHEN_JOINT : LADLE_HYPHEN_PLAIN;
        else if (c == '*')
            listed.beginning = true;
        else if (is_letter(c) && listed.n < MOST_LETTERS)
            listed.letters[listed.n++] = g_unichar_tolower(c);
    }
    if (listed.n)
        g_array_append_val(exceptions, listed);
}

static void read_exceptions(GArray *exceptions, const char *path)
{
    char *text;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    if (g_utf8_validate(text, -1, NULL)) {
        char **lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line; line++)
            if (**line != '#')
                read_exception(exceptions, *line);
        g_strfreev(lines);
    }
    g_free(text);
}

/* ------------------------------------------------------------------ the whole */

static void release_dictionary(void *dictionary)
{
    hnj_hyphen_free(dictionary);
}

static void release_array(void *array)
{
    g_array_free(array, TRUE);
}

/* Languages with their files. */
static const struct {
    const char *language, *patterns, *exceptions;
} FILES[] = {{"da", "hyph_da_DK.dic", "exceptions-da.txt"},
             {"en", "hyph_en_GB.dic", "exceptions-en.txt"}};

const char *ladle_hyphenation_file(unsigned i)
{
    if (i / 2 >= G_N_ELEMENTS(FILES))
        return NULL;
    return i % 2 ? FILES[i / 2].exceptions : FILES[i / 2].patterns;
}

static void open_set(ladle_arena *arena, const char *directory, unsigned index,
                     ladle_diagnostics *diagnostics, pattern_set *set)
{
    const char *patterns = FILES[index].patterns;
    set->language = FILES[index].language;
    char *path = g_build_filename(directory, patterns, NULL);
    set->dictionary = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? hnj_hyphen_load(path) : NULL;
    if (set->dictionary)
        ladle_arena_defer(arena, release_dictionary, set->dictionary);
    else
        ladle_diag_add(diagnostics, LADLE_DIAG_HYPHENATION_MISSING, (ladle_pos){patterns, 0, 0},
                       "the hyphenation patterns cannot be read; words of language %s are not "
                       "broken at line ends",
                       set->language);
    g_free(path);
    set->exceptions = g_array_new(FALSE, FALSE, sizeof(exception));
    ladle_arena_defer(arena, release_array, set->exceptions);
    path = g_build_filename(directory, FILES[index].exceptions, NULL);
    read_exceptions(set->exceptions, path);
    g_free(path);
}

ladle_hyphenator *ladle_hyphenator_new(ladle_arena *arena, const char *directory,
                                       ladle_diagnostics *diagnostics)
{
    ladle_hyphenator *hyphenator = LADLE_NEW(arena, ladle_hyphenator);
    for (unsigned i = 0; i < G_N_ELEMENTS(FILES); i++)
        open_set(arena, directory, i, diagnostics, &hyphenator->sets[i]);
    return hyphenator;
}

static const pattern_set *set_lookup(const ladle_hyphenator *hyphenator, const char *language)
{
    size_t n = strcspn(language, "-");
    for (size_t i = 0; i < G_N_ELEMENTS(hyphenator->sets); i++) {
        const pattern_set *set = &hyphenator->sets[i];
        if (set->dictionary && strlen(set->language) == n &&
            g_ascii_strncasecmp(set->language, language, n) == 0)
            return set;
    }
    return NULL;
}

unsigned ladle_hyphenate(const ladle_hyphenator *hyphenator, const char *word, size_t bytes,
                         const char *language, size_t *breaks, unsigned char *ranks)
{
    const pattern_set *set = set_lookup(hyphenator, language);
    spelled_word spelled;
    if (!set || !spell(word, bytes, &spelled))
        return 0;
    unsigned char found[MOST_LETTERS + 1] = {0};
    rank_by_patterns(set, &spelled, found);
    drop_lone_letters(&spelled, found);
    if (strcmp(set->language, "da") == 0)
        mark_joints(&spelled, found);
    apply_exceptions(set, &spelled, found);
    drop_lone_letters(&spelled, found);
    unsigned n = 0;
    for (unsigned at = LEAST_BEFORE; at + LEAST_AFTER <= spelled.n; at++) {
        if (!found[at])
            continue;
        breaks[n] = spelled.bytes[at];
        if (ranks)
            ranks[n] = found[at];
        n++;
    }
    return n;
}
