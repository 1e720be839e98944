/* Dates: the subset of EDTF that a study may use (ISO 8601-2:2019; Library of Congress,
 * Extended Date/Time Format, 2019), with a first and a last day each. */
#ifndef LADLE_STUDY_EDTF_H
#define LADLE_STUDY_EDTF_H

#include <stdbool.h>

/* Days counted from 1 January of year 1 as day 1 in the proleptic Gregorian calendar (as GLib's
 * Julian day does); LADLE_OPEN_FIRST and LADLE_OPEN_LAST stand for an open end. */
typedef int ladle_day;
enum { LADLE_OPEN_FIRST = -1000000, LADLE_OPEN_LAST = 100000000 };

/* How precise one side of a date is. */
typedef enum {
    LADLE_PRECISION_DAY,
    LADLE_PRECISION_MONTH,   /* also an unspecified day: 2015-10-XX */
    LADLE_PRECISION_SEASON,  /* season, quarter or half-year */
    LADLE_PRECISION_YEAR,    /* also an unspecified month: 2015-XX */
    LADLE_PRECISION_DECADE,  /* 201X */
    LADLE_PRECISION_CENTURY, /* 20XX */
    LADLE_PRECISION_OPEN     /* no date on this side of an interval */
} ladle_precision;

/* One date, or one side of an interval. */
typedef struct {
    ladle_precision precision;
    bool uncertain;       /* ? or % */
    bool approximate;     /* ~ or % */
    int year, month, day; /* month: also the code 21 to 41 of a season; 0 where not given */
    ladle_day first, last;
} ladle_date_part;

typedef struct {
    const char *text; /* as written, white space trimmed; borrowed from the study's arena */
    bool interval;
    ladle_date_part start, end; /* end equals start unless it is an interval */
    ladle_day first, last;      /* LADLE_OPEN_FIRST, LADLE_OPEN_LAST where open */
} ladle_date;

/* Parses text (kept as date->text, not copied). Returns NULL when it is a date of the subset,
 * else what is wrong with it in a few words ("there is no 30 February"), a static text. */
const char *ladle_edtf_parse(const char *text, ladle_date *date);

/* Whether first and last day are the same (and not open). */
bool ladle_date_is_day(const ladle_date *date);

/* Year, month (1 to 12) and day of month of a day that is not open. */
void ladle_day_split(ladle_day day, int *year, int *month, int *day_of_month);
ladle_day ladle_day_from(int year, int month, int day_of_month);

/* "2015-10-01" into buffer (at least 11 bytes); "" for an open end. Returns buffer. */
const char *ladle_day_iso(ladle_day day, char *buffer);

#endif
