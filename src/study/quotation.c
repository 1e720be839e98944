/* Quotation and source are brought into one form: letters composed, every run of white space one
 * space, no quotation marks. The quotation is then cut at its omissions and brackets into pieces,
 * each of which must stand in the source, behind the one before. Taking the first place where a
 * piece stands leaves most room for the next, so no other places need be tried.
 *
 * A piece begins and ends with whole words ("ring" does not stand in "ringe"), but for a side where
 * a bracket touches it: in "[D]et gik" the bracket replaces a letter. */
#include "study/quotation.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

typedef struct {
    char *text;
    bool open_start, open_end; /* a bracket touches it there */
} piece;

/* ------------------------------------------------------------------------------ one form */

static bool is_mark(gunichar c)
{
    switch (c) {
    case '"':
    case '\'':
    case '`':
    case 0x00B4: /* acute accent, used as an apostrophe */
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x203A:
        return true;
    default:
        return c >= 0x2018 && c <= 0x201F;
    }
}

/* Characters that cannot be seen and part no words. */
static bool is_invisible(gunichar c)
{
    return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/* To be freed. */
static char *plain(const char *text)
{
    char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    GString *out = g_string_new(NULL);
    for (const char *p = composed ? composed : ""; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_mark(c) || is_invisible(c))
            continue;
        if (!g_unichar_isspace(c))
            g_string_append_unichar(out, c);
        else if (out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    if (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    g_free(composed);
    return g_string_free(out, FALSE);
}

/* -------------------------------------------------------------------------------- pieces */

/* How long the omission or bracket is that begins here; 0: none does. */
static size_t gap_length(const char *text)
{
    static const char *const omissions[] = {"(…)", "(...)", "…", "..."};
    for (unsigned i = 0; i < G_N_ELEMENTS(omissions); i++)
        if (g_str_has_prefix(text, omissions[i]))
            return strlen(omissions[i]);
    const char *end = *text == '[' ? strchr(text, ']') : NULL;
    return end ? (size_t)(end + 1 - text) : 0;
}

static void add_piece(GArray *pieces, const char *start, const char *end, bool open_start,
                      bool open_end)
{
    piece p = {g_strstrip(g_strndup(start, (size_t)(end - start))),
               open_start && start < end && *start != ' ',
               open_end && start < end && end[-1] != ' '};
    if (*p.text)
        g_array_append_val(pieces, p);
    else
        g_free(p.text);
}

static void free_piece(void *p)
{
    g_free(((piece *)p)->text);
}

static GArray *pieces_of(const char *text)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(piece));
    g_array_set_clear_func(pieces, free_piece);
    const char *start = text;
    bool bracket = false;
    for (const char *p = text; *p;) {
        size_t gap = gap_length(p);
        if (gap) {
            add_piece(pieces, start, p, bracket, *p == '[');
            bracket = *p == '[';
            start = p + gap;
        }
        p = gap ? start : g_utf8_next_char(p);
    }
    add_piece(pieces, start, start + strlen(start), bracket, false);
    return pieces;
}

/* ------------------------------------------------------------------------------- places */

static bool is_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* Whether no word runs over the place `at` in the source. */
static bool is_edge(const char *source, const char *at)
{
    const char *before = g_utf8_find_prev_char(source, at);
    return !before || !*at || !is_word(g_utf8_get_char(before)) || !is_word(g_utf8_get_char(at));
}

/* Where the source goes on behind the text, when it begins with it; NULL: it does not. any_case:
 * the first letter may be small or large. */
static const char *behind(const char *source, const char *text, bool any_case)
{
    if (any_case && *source && *text &&
        g_unichar_tolower(g_utf8_get_char(source)) == g_unichar_tolower(g_utf8_get_char(text))) {
        source = g_utf8_next_char(source);
        text = g_utf8_next_char(text);
    }
    size_t n = strlen(text);
    return strncmp(source, text, n) == 0 ? source + n : NULL;
}

/* Where the source goes on behind the first place, from `from`, at which the piece stands. */
static const char *find(const char *source, const char *from, const piece *p, bool any_case)
{
    for (const char *at = from; *at; at = g_utf8_next_char(at)) {
        const char *end = behind(at, p->text, any_case);
        if (end && (p->open_start || is_edge(source, at)) && (p->open_end || is_edge(source, end)))
            return end;
    }
    return NULL;
}

char *ladle_quotation_differs(const char *quotation, const char *source)
{
    char *said = plain(quotation), *text = plain(source), *missing = NULL;
    GArray *pieces = pieces_of(said);
    const char *at = text;
    for (unsigned i = 0; i < pieces->len && !missing; i++) {
        const piece *p = &g_array_index(pieces, piece, i);
        const char *end = find(text, at, p, i == 0);
        if (end)
            at = end;
        else
            missing = g_strdup(p->text);
    }
    g_array_free(pieces, TRUE);
    g_free(said);
    g_free(text);
    return missing;
}
