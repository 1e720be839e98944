/* A date that is none is tried in the ways that people write dates: with a dash for a hyphen or for
 * a slash, with spaces and words between the two ends of an interval, with the day first. The first
 * that is a date was meant. Where a day and a month could change places (3/5/2016), both are told.
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

/* Replaces the text by what the pattern makes of it, where it matches. */
static void replace(char **text, const char *pattern, const char *by)
{
    char *changed = replaced(*text, pattern, by);
    if (!changed)
        return;
    g_free(*text);
    *text = changed;
}

/* "21. august 2029" and "August 21, 2029" become "21.08.2029", "aug. 2029" becomes "2029-08". */
static void replace_names_of_months(char **text)
{
    static const char *const months[] = {"jan(?:uary?|\\.)?",
                                         "feb(?:ruary?|\\.)?",
                                         "mar(?:ts|ch|\\.)?",
                                         "apr(?:il|\\.)?",
                                         "ma[jy]",
                                         "jun[ie]?\\.?",
                                         "jul[iy]?\\.?",
                                         "aug(?:ust|\\.)?",
                                         "sep(?:tember|t?\\.?)",
                                         "o[kc]t(?:ober|\\.)?",
                                         "nov(?:ember|\\.)?",
                                         "de[cs](?:ember|\\.)?"};
    for (unsigned i = 0; i < G_N_ELEMENTS(months); i++) {
        char *after_day = g_strdup_printf(
            "\\b(?:den +)?(\\d{1,2})(?:\\.|st|nd|rd|th)?[ -]*%s,?[ -]*(\\d{4})\\b", months[i]);
        char *before_day =
            g_strdup_printf("\\b%s +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})\\b", months[i]);
        char *alone = g_strdup_printf("\\b%s[ -]+(\\d{4})\\b", months[i]);
        char *with_day = g_strdup_printf("\\1.%u.\\2", i + 1);
        char *without_day = g_strdup_printf("\\1-%02u", i + 1);
        replace(text, after_day, with_day);
        replace(text, before_day, with_day);
        replace(text, alone, without_day);
        g_free(after_day);
        g_free(before_day);
        g_free(alone);
        g_free(with_day);
        g_free(without_day);
    }
}

/* "1.10.2015" is "2015-10-01", "2029/8/21" is "2029-08-21", and so on both sides of a slash; else
 * the text. Frees the text. */
static char *with_year_first(char *text)
{
    static const struct {
        const char *pattern, *by;
    } steps[] = {
        /* a slash between day and month: one of them is above 12 */
        {"\\b(1[3-9]|[23]\\d)/(\\d{1,2})/(\\d{4})\\b", "\\1.\\2.\\3"},
        {"\\b(\\d{1,2})/(1[3-9]|[23]\\d)/(\\d{4})\\b", "\\2.\\1.\\3"},
        {"\\b(\\d{1,2})[.-] ?(\\d{1,2})[.-]? ?(\\d{4})\\b", "\\3-0\\2-0\\1"},
        {"\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b", "\\1-0\\2-0\\3"},
        {"^(\\d{4})[-/. ](\\d{1,2})$", "\\1-0\\2"},
        {"^(\\d{1,2})[-/. ](\\d{4})$", "\\2-0\\1"},
        {"-0(\\d\\d)", "-\\1"},
    };
    replace_names_of_months(&text);
    for (unsigned i = 0; i < G_N_ELEMENTS(steps); i++)
        replace(&text, steps[i].pattern, steps[i].by);
    return text;
}

/* Both days that "3/5/2016" may mean, "2016-05-03 or 2016-03-05"; NULL: it is none of those. */
static char *either_day(const char *text)
{
    static const char pattern[] = "^(\\d{1,2})/(\\d{1,2})/(\\d{4})$";
    char *first = replaced(text, pattern, "\\1.\\2.\\3"),
         *other = replaced(text, pattern, "\\2.\\1.\\3");
    first = first ? if_date(with_year_first(first)) : NULL;
    other = other ? if_date(with_year_first(other)) : NULL;
    char *either = first && other ? g_strjoin(" or ", first, other, NULL) : NULL;
    g_free(first);
    g_free(other);
    return either;
}

/* What is wrong with a date in another form, where that is not its form. */
static void find_fault(const char *text, const char **wrong)
{
    char *turned = with_year_first(with_plain_marks(text, '-'));
    ladle_date date;
    const char *fault = ladle_edtf_parse(turned, &date);
    if (fault && strcmp(turned, text) != 0 &&
        g_regex_match_simple("^\\d{4}-\\d\\d-\\d\\d$", turned, 0, 0))
        *wrong = fault;
    g_free(turned);
}

char *ladle_date_meant(const char *text, const char **wrong)
{
    /* what parts the two ends of an interval */
    static const char *const betweens[] = {" *(?:/| - |\\btil\\b|\\bto\\b|\\bog\\b|\\band\\b) *",
                                           "(?<=\\d)-(?=\\d{4}\\b)", "(?<=\\d{4})-(?=\\d{1,2}\\.)"};
    char *meant = if_date(with_year_first(with_plain_marks(text, '-')));
    if (!meant)
        meant = either_day(text);
    for (unsigned i = 0; !meant && i < 2 * G_N_ELEMENTS(betweens); i++) {
        char *plain = with_plain_marks(text, i % 2 ? '/' : '-');
        char *parted = replaced(plain, betweens[i / 2], "/");
        meant = if_date(with_year_first(parted ? g_strdup(parted) : g_strdup(plain)));
        g_free(parted);
        g_free(plain);
    }
    if (!meant)
        find_fault(text, wrong);
    return meant;
}
