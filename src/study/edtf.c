/* Reading a date goes by its shape: every digit of the text becomes a `d`, and what is left must be
 * one of a few patterns ("dddd-dd-XX"). The pattern says how precise the date is, and its digits
 * give the year, the month (or the code of a season) and the day. From these follow the first and
 * the last day that the date may stand for; all else in the program works on those two. */
#include "study/edtf.h"

#include <glib.h>
#include <string.h>

enum { FIRST_YEAR = 1, LAST_YEAR = 9998, LONGEST_PATTERN = 10 };

static const struct {
    const char *pattern;
    ladle_precision precision;
} patterns[] = {
    {"dddd-dd-dd", LADLE_PRECISION_DAY}, {"dddd-dd", LADLE_PRECISION_MONTH},
    {"dddd", LADLE_PRECISION_YEAR},      {"dddd-dd-XX", LADLE_PRECISION_MONTH},
    {"dddd-XX", LADLE_PRECISION_YEAR},   {"dddd-XX-XX", LADLE_PRECISION_YEAR},
    {"dddX", LADLE_PRECISION_DECADE},    {"ddXX", LADLE_PRECISION_CENTURY},
};

/* The codes that may stand in a month's place. Winter belongs to the year it begins in. */
static const struct {
    int code, first_month, months;
} seasons[] = {
    {21, 3, 3}, {22, 6, 3}, {23, 9, 3},  {24, 12, 3}, {33, 1, 3},
    {34, 4, 3}, {35, 7, 3}, {36, 10, 3}, {40, 1, 6},  {41, 7, 6},
};

static const char *const not_a_date =
    "it is not written as a date, such as 2015, 2015-10, 2015-10-01 or 2015-10/2016-03";

ladle_day ladle_day_from(int year, int month, int day_of_month)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day_of_month, (GDateMonth)month, (GDateYear)year);
    return (ladle_day)g_date_get_julian(&date);
}

void ladle_day_split(ladle_day day, int *year, int *month, int *day_of_month)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)day);
    *year = g_date_get_year(&date);
    *month = g_date_get_month(&date);
    *day_of_month = g_date_get_day(&date);
}

const char *ladle_day_iso(ladle_day day, char *buffer)
{
    if (day == LADLE_OPEN_FIRST || day == LADLE_OPEN_LAST) {
        *buffer = '\0';
        return buffer;
    }
    int parts[3];
    ladle_day_split(day, &parts[0], &parts[1], &parts[2]);
    static const int places[] = {4, 2, 2};
    char *end = buffer;
    for (int i = 0; i < 3; i++) {
        if (i > 0)
            *end++ = '-';
        for (int place = places[i] - 1; place >= 0; place--) {
            end[place] = (char)('0' + parts[i] % 10);
            parts[i] /= 10;
        }
        end += places[i];
    }
    *end = '\0';
    return buffer;
}

bool ladle_date_is_day(const ladle_date *date)
{
    return date->first == date->last;
}

/* The digits of the first `length` characters as a number; others are skipped. */
static int number_of(const char *text, size_t length)
{
    int number = 0;
    for (size_t i = 0; i < length; i++)
        if (g_ascii_isdigit(text[i]))
            number = number * 10 + (text[i] - '0');
    return number;
}

/* The pattern of a date without its qualifier, or -1. */
static int pattern_of(const char *text, size_t length)
{
    char shape[LONGEST_PATTERN + 1];
    if (length > LONGEST_PATTERN)
        return -1;
    for (size_t i = 0; i < length; i++)
        shape[i] = g_ascii_isdigit(text[i]) ? 'd' : text[i] == 'd' ? '?' : text[i];
    shape[length] = '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++)
        if (strcmp(shape, patterns[i].pattern) == 0)
            return (int)i;
    return -1;
}

/* Sets the part's days from those of whole months, the last one `months` - 1 after the first. */
static const char *set_months(ladle_date_part *part, int first_year, int first_month, int months)
{
    int after = first_year * 12 + first_month - 1 + months; /* the month after, from year 0 */
    int last_year = (after - 1) / 12;
    if (first_year < FIRST_YEAR || last_year > LAST_YEAR)
        return "years go from 0001 to 9998, for every day that the date may stand for";
    part->first = ladle_day_from(first_year, first_month, 1);
    part->last = ladle_day_from(after / 12, after % 12 + 1, 1) - 1;
    return NULL;
}

static const char *set_month_or_season(ladle_date_part *part)
{
    if (part->month >= 1 && part->month <= 12)
        return set_months(part, part->year, part->month, 1);
    for (size_t i = 0; i < G_N_ELEMENTS(seasons); i++)
        if (seasons[i].code == part->month) {
            part->precision = LADLE_PRECISION_SEASON;
            return set_months(part, part->year, seasons[i].first_month, seasons[i].months);
        }
    return "there is no such month (01 to 12), season (21 to 24), quarter (33 to 36) or half-year "
           "(40, 41)";
}

static const char *set_day(ladle_date_part *part)
{
    const char *wrong = set_months(part, part->year, part->month, 1);
    if (wrong)
        return wrong;
    static const char *const no_such_day[] = {"there is no such day; that month has 28 days",
                                              "there is no such day; that month has 29 days",
                                              "there is no such day; that month has 30 days",
                                              "there is no such day; that month has 31 days"};
    int days = part->last - part->first + 1;
    if (part->day < 1 || part->day > days)
        return no_such_day[days - 28];
    part->first += part->day - 1;
    part->last = part->first;
    return NULL;
}

static const char *set_days(ladle_date_part *part, bool has_day_place)
{
    switch (part->precision) {
    case LADLE_PRECISION_CENTURY:
        return set_months(part, part->year * 100, 1, 1200);
    case LADLE_PRECISION_DECADE:
        return set_months(part, part->year * 10, 1, 120);
    case LADLE_PRECISION_YEAR:
        return set_months(part, part->year, 1, 12);
    default:
        if (has_day_place && (part->month < 1 || part->month > 12))
            return "there is no such month";
        return part->precision == LADLE_PRECISION_DAY ? set_day(part) : set_month_or_season(part);
    }
}

/* One date: a whole text, or one side of an interval that is not open. */
static const char *parse_part(const char *text, size_t length, ladle_date_part *part)
{
    *part = (ladle_date_part){0};
    if (length > 0 && strchr("?~%", text[length - 1])) {
        length--;
        part->uncertain = text[length] != '~';
        part->approximate = text[length] != '?';
    }
    int pattern = pattern_of(text, length);
    if (pattern < 0)
        return not_a_date;
    part->precision = patterns[pattern].precision;
    part->year = number_of(text, 4);
    if (length > 4)
        part->month = number_of(text + 4, 3);
    if (length > 7)
        part->day = number_of(text + 7, 3);
    const char *wrong = set_days(part, length > 7);
    if (part->precision == LADLE_PRECISION_DECADE)
        part->year *= 10;
    if (part->precision == LADLE_PRECISION_CENTURY)
        part->year *= 100;
    return wrong;
}

/* One side of an interval: a date, or open (..) or unknown (nothing). */
static const char *parse_side(const char *text, size_t length, ladle_date_part *part)
{
    if (length > 0 && !(length == 2 && text[0] == '.' && text[1] == '.'))
        return parse_part(text, length, part);
    *part = (ladle_date_part){
        .precision = LADLE_PRECISION_OPEN, .first = LADLE_OPEN_FIRST, .last = LADLE_OPEN_LAST};
    return NULL;
}

static const char *parse_interval(const char *text, const char *slash, ladle_date *date)
{
    const char *wrong = parse_side(text, (size_t)(slash - text), &date->start);
    if (!wrong)
        wrong = parse_side(slash + 1, strlen(slash + 1), &date->end);
    if (wrong)
        return wrong;
    if (date->start.precision == LADLE_PRECISION_OPEN &&
        date->end.precision == LADLE_PRECISION_OPEN)
        return "an interval needs a date on one side at least";
    if (date->end.last < date->start.first)
        return "the interval ends before it starts";
    return NULL;
}

const char *ladle_edtf_parse(const char *text, ladle_date *date)
{
    *date = (ladle_date){.text = text};
    if (strpbrk(text, "T:"))
        return "a time of day is not allowed, only a date";
    const char *slash = strchr(text, '/'), *wrong;
    date->interval = slash != NULL;
    if (slash) {
        wrong = parse_interval(text, slash, date);
    } else {
        wrong = parse_part(text, strlen(text), &date->start);
        date->end = date->start;
    }
    date->first = date->start.first;
    date->last = date->end.last;
    return wrong;
}
