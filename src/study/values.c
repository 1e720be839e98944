#include "study/values.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { ID_CHARACTERS = 64, DATE_SHORTEST = 4, DATE_LONGEST = 64 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void ladle_collapse(GString *out, const char *text)
{
    bool pending = false, any = false;
    for (; *text; text++) {
        if (is_blank(*text)) {
            pending = any;
            continue;
        }
        if (pending)
            g_string_append_c(out, ' ');
        pending = false;
        any = true;
        g_string_append_c(out, *text);
    }
}

/* [\p{L}\p{N}_] and, after the first character, also . and - */
static bool fits_id_character(gunichar c, bool first)
{
    if (c == '_' || (!first && (c == '.' || c == '-')))
        return true;
    switch (g_unichar_type(c)) {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
        return true;
    default:
        return false;
    }
}

static bool fits_id(const char *text, const char *end)
{
    unsigned n = 0;
    for (const char *p = text; p < end; p = g_utf8_next_char(p))
        if (!fits_id_character(g_utf8_get_char(p), n++ == 0))
            return false;
    return n >= 1 && n <= ID_CHARACTERS;
}

static bool fits_refs(const char *text)
{
    for (;;) {
        size_t length = strcspn(text, " ");
        if (!fits_id(text, text + length))
            return false;
        if (!text[length])
            return true;
        text += length + 1;
    }
}

static bool fits_date(const char *text)
{
    glong n = g_utf8_strlen(text, -1);
    return n >= DATE_SHORTEST && n <= DATE_LONGEST;
}

/* [+-]?[0-9]+ ; *digits: the digits without leading zeros. */
static bool fits_integer(const char *text, bool *negative, const char **digits)
{
    *negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    size_t n = strspn(text, "0123456789");
    if (n == 0 || text[n])
        return false;
    *digits = text + strspn(text, "0");
    return true;
}

static bool fits_count(const char *text)
{
    bool negative;
    const char *digits;
    return fits_integer(text, &negative, &digits) && (!negative || !*digits);
}

static bool fits_strength(const char *text)
{
    bool negative;
    const char *digits;
    return fits_integer(text, &negative, &digits) && !negative && digits[0] >= '1' &&
           digits[0] <= '3' && !digits[1];
}

/* [+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+), and its sign: -1, 0 or 1. */
static bool fits_decimal(const char *text, int *sign)
{
    bool negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    size_t whole = strspn(text, "0123456789"), fraction = 0;
    const char *end = text + whole;
    if (*end == '.') {
        fraction = strspn(end + 1, "0123456789");
        end += 1 + fraction;
    }
    if (*end || whole + fraction == 0)
        return false;
    bool zero = text[strspn(text, "0.")] == '\0';
    *sign = zero ? 0 : negative ? -1 : 1;
    return true;
}

static bool fits_number(const char *text, int lowest_sign)
{
    int sign;
    return fits_decimal(text, &sign) && sign >= lowest_sign;
}

/* [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})* */
static bool fits_language(const char *text)
{
    for (bool first = true;; first = false) {
        size_t n = 0;
        while (first ? g_ascii_isalpha(text[n]) : g_ascii_isalnum(text[n]))
            n++;
        if (n < 1 || n > 8)
            return false;
        if (!text[n])
            return true;
        if (text[n] != '-')
            return false;
        text += n + 1;
    }
}

/* A scheme is a letter, then letters, digits, + . and - */
static bool fits_scheme(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!g_ascii_isalpha(text[i]) &&
            (i == 0 || (!g_ascii_isdigit(text[i]) && !strchr("+.-", text[i]))))
            return false;
    return n > 0;
}

/* Brackets are for a numeric host only: //[::1]/ */
static bool fits_brackets(const char *rest)
{
    const char *open = strchr(rest, '['), *close = strchr(rest, ']');
    if (!open && !close)
        return true;
    return open == rest + 2 && strncmp(rest, "//", 2) == 0 && close > open &&
           !strpbrk(close + 1, "[]") && !strchr(open + 1, '[');
}

/* XML Schema allows any text that becomes a URI once its odd characters are escaped. So what can be
 * wrong is a % without two hexadecimal digits, a second #, a broken scheme, a scheme or // with
 * nothing after it, and brackets. */
static bool fits_uri(const char *text)
{
    unsigned hashes = 0;
    for (const char *p = text; *p; p++) {
        if (*p == '%' && !(g_ascii_isxdigit(p[1]) && g_ascii_isxdigit(p[2])))
            return false;
        hashes += *p == '#';
    }
    const char *rest = text;
    size_t segment = strcspn(text, ":/?#");
    if (text[segment] == ':') {
        rest = text + segment + 1;
        if (!fits_scheme(text, segment) || !*rest || *rest == '#')
            return false;
    }
    return hashes <= 1 && strcmp(rest, "//") != 0 && fits_brackets(rest);
}

bool ladle_value_fits(const ladle_attribute_rule *rule, const char *text)
{
    switch (rule->type) {
    case LADLE_VALUE_TEXT:
        return true;
    case LADLE_VALUE_WORDS:
        return *text != '\0';
    case LADLE_VALUE_ID:
        return fits_id(text, text + strlen(text));
    case LADLE_VALUE_REFS:
        return fits_refs(text);
    case LADLE_VALUE_DATE:
        return fits_date(text);
    case LADLE_VALUE_COUNT:
        return fits_count(text);
    case LADLE_VALUE_AMOUNT:
        return fits_number(text, 0);
    case LADLE_VALUE_GOAL:
        return fits_number(text, 1);
    case LADLE_VALUE_STRENGTH:
        return fits_strength(text);
    case LADLE_VALUE_LANGUAGE:
        return fits_language(text);
    case LADLE_VALUE_URI:
        return fits_uri(text);
    case LADLE_VALUE_CHOICE:
        return g_strv_contains(rule->choices, text);
    }
    return false;
}

const char *ladle_value_wanted(ladle_value_type type)
{
    switch (type) {
    case LADLE_VALUE_ID:
        return "an id (letters, digits, _ . -, at most 64 characters)";
    case LADLE_VALUE_REFS:
        return "one or more ids, parted by spaces";
    case LADLE_VALUE_DATE:
        return "a date (2015, 2015-10, 2015-10-01 …)";
    case LADLE_VALUE_COUNT:
        return "a whole number (0, 1, 2 …)";
    case LADLE_VALUE_AMOUNT:
        return "a number, 0 or more, with a point before decimals";
    case LADLE_VALUE_GOAL:
        return "a number above 0, with a point before decimals";
    case LADLE_VALUE_STRENGTH:
        return "1, 2 or 3";
    case LADLE_VALUE_LANGUAGE:
        return "a language (da, en, en-GB …)";
    case LADLE_VALUE_URI:
        return "an address";
    case LADLE_VALUE_WORDS:
    case LADLE_VALUE_TEXT:
        return "some text";
    case LADLE_VALUE_CHOICE:
        break;
    }
    return NULL;
}

double ladle_value_number(const char *text)
{
    double number = g_ascii_strtod(text, NULL);
    return number > DBL_MAX ? DBL_MAX : number;
}

static bool matches(const char *pattern, const char *text)
{
    return g_regex_match_simple(pattern, text, 0, 0);
}

/* The text without the characters in `marks`. To be freed. */
static char *without(const char *text, const char *marks)
{
    GString *bare = g_string_new(NULL);
    for (; *text; text++)
        if (!strchr(marks, *text))
            g_string_append_c(bare, *text);
    return g_string_free(bare, FALSE);
}

bool ladle_value_is_doubtful(const char *text)
{
    return matches("^[+-]?[0-9]{1,3}\\.[0-9]{3}$", text);
}

char *ladle_value_as_thousands(const char *text)
{
    char *bare = without(text, ".+");
    const char *first = bare + strspn(bare, "0");
    char *number = g_strdup(*first ? first : "0");
    g_free(bare);
    return number;
}

/* Two decimals where the third is 0, else four: whatever has three may be thousands. */
char *ladle_value_as_decimal(const char *text)
{
    size_t n = strlen(text);
    return text[n - 1] == '0' ? g_strndup(text, n - 1) : g_strconcat(text, "0", NULL);
}

/* Each kind of space is " ". To be freed. */
static char *with_plain_spaces(const char *text)
{
    GString *plain = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(plain, g_unichar_isspace(c) ? ' ' : c);
    }
    return g_string_free(plain, FALSE);
}

char *ladle_value_meant(const char *text)
{
    char *plain = with_plain_spaces(text), *meant = NULL;
    if (matches("^[0-9]{1,3},[0-9]{3}$", plain)) { /* Danish decimals, or English thousands */
        char *point = g_strdelimit(g_strdup(plain), ",", '.');
        char *whole = ladle_value_as_thousands(point), *decimal = ladle_value_as_decimal(point);
        meant = g_strdup_printf("%s or %s", whole, decimal);
        g_free(point);
        g_free(whole);
        g_free(decimal);
    } else if (matches("^([0-9]{1,3}([. '][0-9]{3})+|[0-9]+)(,[0-9]+)?$", plain)) {
        meant = g_strdelimit(without(plain, ". '"), ",", '.');
    } else if (matches("^[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?$", plain)) {
        meant = without(plain, ",");
    }
    g_free(plain);
    if (meant && strcmp(meant, text) == 0) { /* something else is wrong with it */
        g_free(meant);
        return NULL;
    }
    return meant;
}

bool ladle_answer_number(const char *text, double *number)
{
    const char *p = text + (*text == '-');
    size_t whole = strspn(p, "0123456789");
    const char *end = p + whole;
    if (whole && (*end == '.' || *end == ',')) {
        size_t fraction = strspn(end + 1, "0123456789");
        end += fraction ? 1 + fraction : 0;
    }
    if (!whole || *end)
        return false;
    char *point = g_strdelimit(g_strdup(text), ",", '.');
    *number = g_ascii_strtod(point, NULL);
    g_free(point);
    return true;
}
