/* The model. A text is written anew in plain signs: digits of every script as 0 to 9, every white
 * space as a space, every dash as a hyphen without spaces around it, small letters, nothing
 * invisible. In that line regular expressions find what has the form of a number, and what stands
 * before and after it (a label, a unit) tells whether it is one. */
#include "privacy/numbers.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------ plain signs */

typedef struct {
    GString *line;
    GArray *places; /* size_t: where each byte of the line stands in the text */
} plain;

static bool is_dash(gunichar sign)
{
    return g_unichar_type(sign) == G_UNICODE_DASH_PUNCTUATION || sign == 0x2212 || sign == 0x2043;
}

static bool is_invisible(gunichar sign)
{
    GUnicodeType type = g_unichar_type(sign);
    return type == G_UNICODE_FORMAT || g_unichar_ismark(sign);
}

static void append(plain *to, const char *bytes, size_t place)
{
    for (; *bytes; bytes++) {
        g_string_append_c(to->line, *bytes);
        g_array_append_val(to->places, place);
    }
}

static void append_sign(plain *to, gunichar sign, size_t place)
{
    char bytes[8] = "";
    int digit = g_unichar_digit_value(sign);
    if (digit >= 0) {
        bytes[0] = (char)('0' + digit);
    } else if (g_unichar_isspace(sign)) {
        bytes[0] = ' ';
    } else if (is_dash(sign)) {
        bytes[0] = '-';
    } else if (sign == 0xFF0B) {
        bytes[0] = '+';
    } else if (sign == 0xFF20) {
        bytes[0] = '@';
    } else {
        bytes[g_unichar_to_utf8(g_unichar_tolower(sign), bytes)] = '\0';
    }
    append(to, bytes, place);
}

/* "010190 - 1234" as "010190-1234": white space beside a dash between digits says nothing. */
static bool is_beside_dash(const char *text, const char *at)
{
    const char *before = at, *after = at;
    while (before > text && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(before))))
        before = g_utf8_prev_char(before);
    while (*after && g_unichar_isspace(g_utf8_get_char(after)))
        after = g_utf8_next_char(after);
    return (before > text && is_dash(g_utf8_get_char(g_utf8_prev_char(before)))) ||
           is_dash(g_utf8_get_char(after));
}

static plain in_plain_signs(const char *text)
{
    plain to = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(size_t))};
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar sign = g_utf8_get_char(at);
        if (is_invisible(sign) || (g_unichar_isspace(sign) && is_beside_dash(text, at)))
            continue;
        append_sign(&to, sign, (size_t)(at - text));
    }
    return to;
}

static void release(plain line)
{
    g_string_free(line.line, TRUE);
    g_array_free(line.places, TRUE);
}

/* ---------------------------------------------------------------------------------- forms */

/* Not within a longer number, nor after the point, comma or slash of one. */
#define ALONE_BEFORE "(?<![0-9])(?<![0-9][.,/])(?<![0-9]-)"
#define ALONE_AFTER "(?![0-9])(?![.,/-][0-9])"

static const char cpr_form[] = ALONE_BEFORE
    "(?:0[1-9]|[12][0-9]|3[01])([./-]?)(?:0[1-9]|1[0-2])\\1[0-9]{2}[- (]{0,2}[0-9]{4}" ALONE_AFTER;

/* Eight digits: in one, in pairs, in two fours, in threes. */
static const char telephone_form[] =
    ALONE_BEFORE "(?:[0-9]{8}|[0-9]{2}([ ./-])[0-9]{2}\\1[0-9]{2}\\1[0-9]{2}|[0-9]{4}[ -][0-9]{4}"
                 "|[0-9]{3} [0-9]{3} [0-9]{2}|[0-9]{2} [0-9]{3} [0-9]{3}|[0-9]{2} [0-9]{6}"
                 "|[0-9]{2} [0-9]{2} [0-9]{4}|[0-9]{4} [0-9]{2} [0-9]{2})" ALONE_AFTER;

static const char abroad_form[] =
    "(?<![0-9a-z])(?:\\+|00)[ (]{0,2}[1-9][0-9]{0,2}(?:[ )(./-]{0,3}[0-9]){6,12}" ALONE_AFTER;

static const char address_form[] =
    "[\\p{L}0-9_%+-]+(?:\\.[\\p{L}0-9_%+-]+)* ?(?:@|[([{] ?(?:at|snabel-?a) ?[])}]) ?[\\p{L}0-9-]+"
    "(?:(?:\\.| ?[([{] ?(?:dot|punktum) ?[])}] ?)[\\p{L}0-9-]+)+";

/* Labels of numbers that are no telephone's, and what tells an amount. */
static const char label_form[] =
    "(?:cvr|cvr-?nr|se-?nr|p-?nr|ean|ean-?nr|gln|isbn|issn|doi|j\\.? "
    "?nr|journalnr|journalnummer|sag"
    "|sagsnr|sagsnummer|dok\\.? ?nr|version|v|ver|nummer i [a-z]+)[.:]* ?$";
static const char pages_form[] = "(?:s|ss|side|sider|p|pp|page|pages)\\.? ?$";
static const char unit_form[] =
    "^ ?(?:kr|kroner|dkk|eur|euro|usd|mio|mia|pct|procent|percent|%|stk|timer)";

struct ladle_numbers {
    GRegex *cpr, *telephone, *abroad, *address; /* what is looked for */
    GRegex *label, *pages, *unit;               /* what stands beside other numbers */
};

static void release_regex(void *regex)
{
    g_regex_unref(regex);
}

static GRegex *compiled(ladle_arena *arena, const char *form)
{
    GRegex *regex = g_regex_new(form, G_REGEX_OPTIMIZE, 0, NULL);
    ladle_arena_defer(arena, release_regex, regex);
    return regex;
}

ladle_numbers *ladle_numbers_new(ladle_arena *arena)
{
    ladle_numbers *numbers = LADLE_NEW(arena, ladle_numbers);
    *numbers = (ladle_numbers){.cpr = compiled(arena, cpr_form),
                               .telephone = compiled(arena, telephone_form),
                               .abroad = compiled(arena, abroad_form),
                               .address = compiled(arena, address_form),
                               .label = compiled(arena, label_form),
                               .pages = compiled(arena, pages_form),
                               .unit = compiled(arena, unit_form)};
    return numbers;
}

/* ------------------------------------------------------------------------------- judgement */

typedef struct {
    const char *line;
    int from, to;
} place;

static bool stands_before(const GRegex *form, place at)
{
    enum { FAR = 24 };
    int from = MAX(0, at.from - FAR);
    while (from < at.from && ((unsigned char)at.line[from] & 0xC0) == 0x80)
        from++;
    char *before = g_strndup(at.line + from, (gsize)(at.from - from));
    bool found = g_regex_match(form, before, 0, NULL);
    g_free(before);
    return found;
}

static bool is_year(int number)
{
    return number >= 1900 && number < 2100;
}

/* "2014-2016", "1234-1240": two years, or a range as of pages; and amounts in threes. */
static bool is_another_number(const ladle_numbers *numbers, place at)
{
    const char *digits = at.line + at.from;
    if (stands_before(numbers->label, at))
        return true;
    bool fours = at.to - at.from == 9 && strspn(digits, "0123456789") == 4;
    if (fours) {
        int first = atoi(digits), second = atoi(digits + 5);
        enum { MOST_PAGES = 200 };
        return (is_year(first) && is_year(second)) || stands_before(numbers->pages, at) ||
               (digits[4] == '-' && second > first && second - first < MOST_PAGES);
    }
    bool in_threes = at.to - at.from == 10 && strspn(digits, "0123456789") == 2;
    return in_threes && g_regex_match(numbers->unit, at.line + at.to, 0, NULL);
}

static bool find(const ladle_numbers *numbers, const GRegex *form, const char *line, bool weigh,
                 int *from)
{
    GMatchInfo *match;
    bool found = false;
    g_regex_match(form, line, 0, &match);
    for (; g_match_info_matches(match) && !found; g_match_info_next(match, NULL)) {
        place at = {.line = line};
        g_match_info_fetch_pos(match, 0, &at.from, &at.to);
        found = !weigh || !is_another_number(numbers, at);
        *from = at.from;
    }
    g_match_info_free(match);
    return found;
}

static ladle_number find_in(const ladle_numbers *numbers, const char *line, bool digits, int *from)
{
    if (digits && find(numbers, numbers->cpr, line, false, from))
        return LADLE_NUMBER_CPR;
    if (digits && (find(numbers, numbers->telephone, line, true, from) ||
                   find(numbers, numbers->abroad, line, false, from)))
        return LADLE_NUMBER_TELEPHONE;
    return find(numbers, numbers->address, line, false, from) ? LADLE_NUMBER_ADDRESS
                                                              : LADLE_NUMBER_NONE;
}

/* Whether there may be one: digits enough, or what stands within an address. */
static bool is_worth_it(const char *text, bool *digits)
{
    enum { FEWEST = 7 };
    unsigned n = 0;
    bool others = false;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        bool foreign = *at >= 0xD9 && *at != 0xE2; /* digits of other scripts begin so */
        n += g_ascii_isdigit(*at) || foreign;
        others |= *at == '@' || *at == '(' || *at == '[' || *at == '{' || foreign;
    }
    *digits = n >= FEWEST;
    return *digits || others;
}

ladle_number ladle_numbers_find(const ladle_numbers *numbers, const char *text, size_t *at)
{
    bool digits;
    if (!is_worth_it(text, &digits))
        return LADLE_NUMBER_NONE;
    plain line = in_plain_signs(text);
    int from = 0;
    ladle_number found = find_in(numbers, line.line->str, digits, &from);
    if (found && at)
        *at = g_array_index(line.places, size_t, from);
    release(line);
    return found;
}
