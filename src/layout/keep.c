/* What stays together on a line.
 *
 * Where a line may end by Unicode's rules, it should not always: "18." must not part from
 * "september", "41" from "%", "kl." from "14". Templates write no-break spaces, researchers do not.
 * The rules look at the shape of the two words about a space, never at what they say, so they hold
 * in any language:
 *
 *     number | sign or unit       41 %, 12 km, 3 mio., 1 260    a unit is two letters, or short
 *                                                               with a point
 *     day | month                 18. september, 18 September   one or two digits
 *     word | year                 september 2016, i 2016
 *     abbreviation | number       kl. 14, nr. 4, s. 39, No. 7
 *     word | letter               partnerskab B, bilag A
 *     name | number               Uddannelse 3, Akse 4          one or two digits
 *     number | short word | number   1 af 19, 4 of 16
 *     [number, | abbreviation     [15, s. S61]
 *     initial | initial or name   J. R. Hansen                  not after a small letter:
 *                                                               "til B. Det"
 *     word | dash or ellipsis     so that no line begins with one
 *
 * and a range, 2015–2016 or april–juni 2016, is not parted behind its dash. A place that is kept is
 * still used when the line would otherwise have none. */
#include "layout/flow.h"

enum { LONGEST_UNIT = 2, LONGEST_ABBREVIATION = 4, LONGEST_IN_RANGE = 40 };

enum { EN_DASH = 0x2013, EM_DASH = 0x2014, ELLIPSIS = 0x2026, MINUS = 0x2212, PER_MILLE = 0x2030 };

/* A word: characters up to a space, and what is to be known of them. */
typedef struct {
    const char *text, *end;
    unsigned length, letters, digits;
    bool point; /* it ends in one */
} word;

static void count(word *w, gunichar c)
{
    w->length++;
    w->letters += g_unichar_isalpha(c) != 0;
    w->digits += g_unichar_isdigit(c) != 0;
    w->point = c == '.';
}

static word word_after(const char *text, const char *limit)
{
    word w = {.text = text};
    while (text < limit && !g_unichar_isspace(g_utf8_get_char(text))) {
        count(&w, g_utf8_get_char(text));
        text = g_utf8_next_char(text);
    }
    w.end = text;
    return w;
}

static word word_before(const char *end, const char *limit)
{
    const char *start = end;
    while (start > limit && !g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(start))))
        start = g_utf8_prev_char(start);
    return word_after(start, end);
}

static gunichar first_of(const word *w)
{
    return w->length ? g_utf8_get_char(w->text) : 0;
}

static gunichar last_of(const word *w)
{
    return w->length ? g_utf8_get_char(g_utf8_prev_char(w->end)) : 0;
}

/* Leading characters of a word that are such. */
static unsigned leading(const word *w, bool (*is)(gunichar c))
{
    unsigned n = 0;
    for (const char *at = w->text; at < w->end && is(g_utf8_get_char(at)); n++)
        at = g_utf8_next_char(at);
    return n;
}

static bool is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(gunichar c)
{
    return g_unichar_isalpha(c);
}

static bool is_dash(gunichar c)
{
    return c == EN_DASH || c == EM_DASH || c == '-' || c == MINUS;
}

/* Only digits, and marks that stand between and after digits. */
static bool is_number(const word *w)
{
    unsigned others = 0;
    for (const char *at = w->text; at < w->end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        others += !is_digit(c) && c != '.' && c != ',' && !is_dash(c);
    }
    return w->digits > 0 && others == 0 && is_digit(first_of(w));
}

static bool is_day(const word *w)
{
    return w->digits >= 1 && w->digits <= 2 && w->length == w->digits + w->point;
}

static bool is_abbreviation(const word *w)
{
    return w->point && w->letters > 0 && w->letters <= LONGEST_ABBREVIATION &&
           w->length == w->letters + 1;
}

static bool is_unit(const word *w)
{
    gunichar c = first_of(w);
    if (c == '%' || c == PER_MILLE || c == 0xB0)
        return true;
    return g_unichar_islower(c) && (w->letters <= LONGEST_UNIT || is_abbreviation(w));
}

static bool is_year(const word *w)
{
    return leading(w, is_digit) == 4 && (first_of(w) == '1' || first_of(w) == '2');
}

static bool is_initial(const word *w)
{
    return w->length == 2 && w->point && g_unichar_isupper(first_of(w));
}

/* A single capital; not the I of "I think". */
static bool is_lone_letter(const word *w)
{
    return g_unichar_isupper(first_of(w)) && first_of(w) != 'I' && leading(w, is_letter) == 1 &&
           w->digits == 0;
}

static bool is_lone_dash(const word *w)
{
    return w->length == 1 && is_dash(first_of(w));
}

/* One or two digits, with a mark after them at most. */
static bool is_count(const word *w)
{
    return w->digits >= 1 && w->digits <= 2 && leading(w, is_digit) == w->digits &&
           w->length <= w->digits + 1;
}

/* A capital and a number: page S61. */
static bool is_numbered(const word *w)
{
    const char *second = w->length > 1 ? g_utf8_next_char(w->text) : w->end;
    return second < w->end && g_unichar_isupper(first_of(w)) && is_digit(g_utf8_get_char(second));
}

static bool number_stays(const word *left, const word *right)
{
    if (is_number(left) && !left->point &&
        (is_unit(right) || (leading(right, is_digit) == 3 && right->digits == 3)))
        return true;
    if (is_day(left) && is_letter(first_of(right)) &&
        (left->point || g_unichar_isupper(first_of(right))))
        return true;
    if (is_year(right) && (is_letter(last_of(left)) || left->point))
        return true;
    if (is_count(right) && g_unichar_isupper(first_of(left)) && left->letters > LONGEST_UNIT &&
        is_letter(last_of(left)))
        return true;
    if (is_abbreviation(right) && first_of(left) == '[' && last_of(left) == ',' && left->digits > 0)
        return true;
    return is_abbreviation(left) && (is_digit(first_of(right)) || is_numbered(right));
}

/* "1 af 19": neither number parts from the word between them. */
static bool share_stays(const word *before, const word *left, const word *right)
{
    return is_number(before) && !before->point && left->letters == left->length &&
           left->letters <= LONGEST_UNIT && g_unichar_islower(first_of(left)) &&
           is_digit(first_of(right));
}

/* Whether the words on both sides of a space stay together; `before` goes before the left one. */
static bool stay(const word *before, const word *left, const word *right)
{
    if (left->length == 0 || right->length == 0)
        return false;
    if (is_lone_dash(right) || first_of(right) == ELLIPSIS || number_stays(left, right) ||
        share_stays(before, left, right))
        return true;
    if (is_lone_letter(right) && left->letters > LONGEST_UNIT && left->letters == left->length)
        return true;
    if (!is_initial(left) || !g_unichar_isupper(first_of(right)))
        return false;
    return is_initial(right) || !g_unichar_islower(first_of(before));
}

/* So many characters on, or the limit. */
static const char *some_on(const char *at, const char *limit, unsigned characters)
{
    for (; at < limit && characters > 0; characters--)
        at = g_utf8_next_char(at);
    return MIN(at, limit);
}

/* Whether the place between these two characters, without a space, is inside a range: of numbers,
 * or of words before a year; a word may be so long, since this is asked at every dash. */
static bool in_range(const char *at, const char *start, const char *limit)
{
    const char *dash = g_utf8_prev_char(at);
    if (dash == start || g_utf8_get_char(dash) != EN_DASH)
        return false;
    if (is_digit(g_utf8_get_char(at)) && is_digit(g_utf8_get_char(g_utf8_prev_char(dash))))
        return true;
    word end = word_after(at, some_on(at, limit, LONGEST_IN_RANGE));
    if (end.end == limit || !g_unichar_isspace(g_utf8_get_char(end.end)))
        return false;
    const char *next = g_utf8_next_char(end.end);
    word year = word_after(next, some_on(next, limit, LONGEST_IN_RANGE));
    return end.letters > 0 && is_year(&year) &&
           !g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(dash)));
}

/* The end of what goes before the spaces that end at `at`. */
static const char *before_spaces(const char *at, const char *start)
{
    while (at > start && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(at))))
        at = g_utf8_prev_char(at);
    return at;
}

/* Whether a rule may hold where one word ends in `last` and the next begins with `first`: for most
 * there is none, and they need not be looked at more closely. */
static bool may_stay(gunichar last, gunichar first)
{
    return is_digit(last) || last == '.' || last == ',' || is_digit(first) || is_dash(first) ||
           first == ELLIPSIS || g_unichar_isupper(first);
}

static bool is_quote(gunichar c)
{
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
}

/* Unicode's rules know no place between a quotation mark and the bracket after it, since the mark
 * might open; after a word and before a space it closes. */
static bool opens_after_quote(const ladle_shaped *shaped, unsigned at)
{
    const char *start = shaped->text;
    gunichar first = g_utf8_get_char(start + shaped->clusters[at].start);
    if ((first != '(' && first != '[') || !shaped->clusters[at - 1].is_space)
        return false;
    const char *end = before_spaces(start + shaped->clusters[at].start, start);
    if (end == start)
        return false;
    const char *quote = g_utf8_prev_char(end);
    return quote > start && is_quote(g_utf8_get_char(quote)) &&
           !g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(quote)));
}

void ladle_keep_together(ladle_shaped *shaped)
{
    const char *start = shaped->text, *limit = start + shaped->bytes;
    for (unsigned i = 1; i < shaped->n_clusters; i++) {
        ladle_cluster *cluster = &shaped->clusters[i];
        if (!cluster->can_break && opens_after_quote(shaped, i)) {
            cluster->can_break = true;
            continue;
        }
        if (!cluster->can_break)
            continue;
        const char *at = start + cluster->start;
        if (!shaped->clusters[i - 1].is_space) {
            cluster->kept = in_range(at, start, limit);
            continue;
        }
        const char *end = before_spaces(at, start);
        if (end == start || !may_stay(g_utf8_get_char(g_utf8_prev_char(end)), g_utf8_get_char(at)))
            continue;
        word left = word_before(end, start), right = word_after(at, limit);
        word before = word_before(before_spaces(left.text, start), start);
        cluster->kept = stay(&before, &left, &right);
    }
}
