#include "report/quotation_marks.h"

#include <glib.h>
#include <string.h>

/* A character of the quotation. What is printed in its place: itself, a mark, or nothing. */
typedef struct {
    gunichar c;
    unsigned piece;
    int partner;    /* of a mark that was paired: the other's place; -1: none */
    int level;      /* of a pair: how many pairs it stands in */
    bool dropped;   /* the second sign of a mark typed as two: '' */
    bool is_double; /* a mark of two signs, or typed as two */
    bool is_single;
} sign;

typedef struct {
    sign *signs;
    int n;
} signs;

static bool is_one_of(gunichar c, const char *set)
{
    return g_utf8_strchr(set, -1, c) != NULL;
}

static bool is_double(gunichar c)
{
    return is_one_of(c, "\"“”„‟«»‹›");
}

static bool is_single(gunichar c)
{
    return is_one_of(c, "'‘’‚‛`");
}

static bool is_mark(const sign *s)
{
    return s->is_double || s->is_single;
}

/* Two signs for one mark: '' and ,, and `` as typewriters wrote them. */
static void join_doubled(signs *text)
{
    for (int i = 0; i + 1 < text->n; i++) {
        sign *s = &text->signs[i];
        bool doubled = s->c == s[1].c && (s->is_single || s->c == ',');
        if (!doubled)
            continue;
        s->is_double = true;
        s->is_single = false;
        s[1].is_single = false;
        s[1].dropped = true;
        i++;
    }
}

static signs read_pieces(ladle_arena *arena, const char *const *pieces, unsigned n)
{
    glong length = 0;
    for (unsigned i = 0; i < n; i++)
        length += g_utf8_strlen(pieces[i], -1);
    signs text = {LADLE_NEW_ARRAY(arena, sign, (size_t)length + 1), 0};
    for (unsigned i = 0; i < n; i++)
        for (const char *at = pieces[i]; *at; at = g_utf8_next_char(at)) {
            gunichar c = g_utf8_get_char(at);
            text.signs[text.n++] = (sign){.c = c,
                                          .piece = i,
                                          .partner = -1,
                                          .is_double = is_double(c),
                                          .is_single = is_single(c)};
        }
    join_doubled(&text);
    return text;
}

/* ----------------------------------------------------------------------------------- pairs */

/* The sign before or after; NULL: the quotation begins or ends there. */
static const sign *beside(const signs *text, int i, int step)
{
    do
        i += step;
    while (i >= 0 && i < text->n && text->signs[i].dropped);
    return i >= 0 && i < text->n ? &text->signs[i] : NULL;
}

static bool may_open(const signs *text, int i)
{
    const sign *before = beside(text, i, -1), *after = beside(text, i, 1);
    bool free_before = !before || g_unichar_isspace(before->c) || is_mark(before) ||
                       is_one_of(before->c, "([{–—/");
    return free_before && after && !g_unichar_isspace(after->c);
}

static bool may_close(const signs *text, int i)
{
    const sign *before = beside(text, i, -1), *after = beside(text, i, 1);
    bool free_after =
        !after || g_unichar_isspace(after->c) || is_mark(after) || g_unichar_ispunct(after->c);
    return free_after && before && !g_unichar_isspace(before->c);
}

/* 5" is five inches, unless a sign of that form is open. */
static bool is_inch(const signs *text, int i, int open)
{
    const sign *before = beside(text, i, -1);
    return text->signs[i].c == '"' && text->signs[open].c != '"' && before &&
           g_unichar_isdigit(before->c);
}

/* Pairs marks by where they stand: the form of a mark says too little, since the one that opens in
 * one language closes in another. */
static void pair_marks(ladle_arena *arena, signs *text)
{
    int *open = LADLE_NEW_ARRAY(arena, int, (size_t)text->n + 1), depth = 0;
    for (int i = 0; i < text->n; i++) {
        sign *s = &text->signs[i];
        if (!is_mark(s) || s->dropped)
            continue;
        int top = depth - 1;
        while (s->is_double && top >= 0 && !text->signs[open[top]].is_double)
            top--;
        bool closes = top >= 0 && may_close(text, i) && !is_inch(text, i, open[top]) &&
                      text->signs[open[top]].is_double == s->is_double;
        if (closes) {
            s->partner = open[top];
            text->signs[open[top]].partner = i;
            depth = top;
        } else if (may_open(text, i)) {
            open[depth++] = i;
        }
    }
}

static void find_levels(signs *text)
{
    int level = 0;
    for (int i = 0; i < text->n; i++) {
        sign *s = &text->signs[i];
        if (s->partner > i)
            s->level = level++;
        else if (s->partner >= 0)
            s->level = --level;
    }
}

/* The first sign that is no white space; n: none. */
static int first_sign(const signs *text)
{
    int i = 0;
    while (i < text->n && g_unichar_isspace(text->signs[i].c))
        i++;
    return i;
}

/* The last sign before what may follow a closing mark: white space, full stop, comma; -1: none. */
static int last_sign(const signs *text)
{
    int i = text->n - 1;
    while (i >= 0 && (text->signs[i].dropped || g_unichar_isspace(text->signs[i].c) ||
                      is_one_of(text->signs[i].c, ".,;:!?…")))
        i--;
    return i;
}

/* Single marks round the whole, where an apostrophe at the end of a word was taken for the closing
 * one: 'The firms' own words.' */
static void mend_single_pair(signs *text, int first, int last)
{
    sign *s = &text->signs[first];
    if (!s->is_single || !text->signs[last].is_single || s->partner == last ||
        !may_open(text, first) || !may_close(text, last))
        return;
    for (int i = first + 1; i < last; i++)
        if (text->signs[i].is_single && may_open(text, i))
            return;
    if (s->partner >= 0)
        text->signs[s->partner].partner = -1;
    s->partner = last;
    text->signs[last].partner = first;
}

/* -------------------------------------------------------------------------------- printing */

/* Where the outer pair of the quotation is; -1: it has none. */
static int outer_pair(const signs *text, ladle_quoted how)
{
    int first = first_sign(text), last = last_sign(text);
    if (first >= last || text->signs[last].partner < 0 || text->signs[last].level != 0)
        return -1;
    int open = text->signs[last].partner;
    int before = open - 1;
    while (before >= 0 && g_unichar_isspace(text->signs[before].c))
        before--;
    bool introduced = how == LADLE_QUOTED_AFTER && before >= first && text->signs[before].c == ':';
    return open == first || introduced ? open : -1;
}

/* A language of somebody's own may have no marks. */
static const char *mark(const ladle_language *language, bool opens, unsigned level)
{
    static const char *const labels[2][2] = {{"quote.close", "quote.close.inner"},
                                             {"quote.open", "quote.open.inner"}};
    const char *text = ladle_label(language, labels[opens][level % 2]);
    return text ? text : "";
}

static void print_sign(const ladle_language *language, GString *out, const signs *text, int i,
                       unsigned level)
{
    const sign *s = &text->signs[i];
    if (s->partner >= 0)
        g_string_append(out, mark(language, s->partner > i, level + (unsigned)s->level));
    else if (s->is_double && i + 1 < text->n && s[1].dropped) {
        g_string_append_unichar(out, s->c);
        g_string_append_unichar(out, s->c);
    } else if (!s->dropped)
        g_string_append_unichar(out, s->c);
}

void ladle_quotation_set(const ladle_language *language, ladle_arena *arena, ladle_quoted how,
                         unsigned level, const char **pieces, unsigned n)
{
    signs text = read_pieces(arena, pieces, n);
    int first = first_sign(&text), last = last_sign(&text);
    if (first == text.n)
        return;
    pair_marks(arena, &text);
    if (last > first)
        mend_single_pair(&text, first, last);
    find_levels(&text);
    bool has_own = outer_pair(&text, how) >= 0;
    unsigned inside = has_own ? level : level + 1;
    int end = text.n;
    while (g_unichar_isspace(text.signs[end - 1].c))
        end--;
    int at = 0;
    for (unsigned piece = 0; piece < n; piece++) {
        GString *out = g_string_new(NULL);
        for (; at < text.n && text.signs[at].piece == piece; at++) {
            if (at == first && !has_own)
                g_string_append(out, mark(language, true, level));
            print_sign(language, out, &text, at, inside);
            if (at == end - 1 && !has_own)
                g_string_append(out, mark(language, false, level));
        }
        pieces[piece] = ladle_arena_strndup(arena, out->str, out->len);
        g_string_free(out, TRUE);
    }
}
