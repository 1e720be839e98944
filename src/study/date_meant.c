/* A date that is none is tried in the ways that people write dates: with a dash for a hyphen or for
 * a slash, with spaces and words between the two ends of an interval, with the day first. The first
 * that is a date was meant. A day and a month that could change places (3/5/2016) are not guessed.
 */
#include "study/date_meant.h"

#include "study/edtf.h"

#include <glib.h>
#include <string.h>

static bool is_dash(gunichar c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool ladle_date_has_dash(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        if (is_dash(g_utf8_get_char(p)))
            return true;
    return false;
}

/* Every dash becomes `dash`, every kind of space " ". To be freed. */
static char *with_plain_marks(const char *text, char dash)
{
    GString *plain = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(plain, is_dash(c)             ? (gunichar)dash
                                       : g_unichar_isspace(c) ? ' '
                                                              : c);
    }
    return g_string_free(plain, FALSE);
}

/* Gives the text back where it is a date, else frees it. */
static char *if_date(char *text)
{
    ladle_date date;
    if (text && !ladle_edtf_parse(text, &date))
        return text;
    g_free(text);
    return NULL;
}

/* The text with the pattern replaced; NULL where it does not match. To be freed. */
static char *replaced(const char *text, const char *pattern, const char *by)
{
    GRegex *regex = g_regex_new(pattern, G_REGEX_CASELESS, 0, NULL);
    char *result = g_regex_match(regex, text, 0, NULL)
                       ? g_regex_replace(regex, text, -1, 0, by, 0, NULL)
                       : NULL;
    g_regex_unref(regex);
    return result;
}

/* "1.10.2015" is "2015-10-01", and so on both sides of a slash; else the text. Frees the text. */
static char *with_year_first(char *text)
{
    char *turned =
        replaced(text, "\\b(\\d{1,2})[.-] ?(\\d{1,2})[.-]? ?(\\d{4})\\b", "\\3-0\\2-0\\1");
    if (!turned)
        return text;
    g_free(text);
    char *trimmed = replaced(turned, "-0(\\d\\d)", "-\\1");
    if (!trimmed)
        return turned;
    g_free(turned);
    return trimmed;
}

char *ladle_date_meant(const char *text)
{
    /* what parts the two ends of an interval */
    static const char *const betweens[] = {" *(?:/| - |\\btil\\b|\\bto\\b|\\bog\\b|\\band\\b) *",
                                           "(?<=\\d)-(?=\\d{4}\\b)", "(?<=\\d{4})-(?=\\d{1,2}\\.)"};
    char *meant = if_date(with_year_first(with_plain_marks(text, '-')));
    for (unsigned i = 0; !meant && i < 2 * G_N_ELEMENTS(betweens); i++) {
        char *plain = with_plain_marks(text, i % 2 ? '/' : '-');
        char *parted = replaced(plain, betweens[i / 2], "/");
        meant = if_date(with_year_first(parted ? g_strdup(parted) : g_strdup(plain)));
        g_free(parted);
        g_free(plain);
    }
    return meant;
}
