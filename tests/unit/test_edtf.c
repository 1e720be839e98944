#include "study/edtf.h"

#include <criterion/criterion.h>
#include <stddef.h>
#include <string.h>

typedef struct {
    const char *text, *first, *last;
} good_date;

static const good_date good[] = {
    {"2015", "2015-01-01", "2015-12-31"},
    {"0001", "0001-01-01", "0001-12-31"},
    {"9998", "9998-01-01", "9998-12-31"},
    {"2015-10", "2015-10-01", "2015-10-31"},
    {"2015-02", "2015-02-01", "2015-02-28"},
    {"2016-02", "2016-02-01", "2016-02-29"},
    {"1900-02", "1900-02-01", "1900-02-28"},
    {"2000-02", "2000-02-01", "2000-02-29"},
    {"2015-10-01", "2015-10-01", "2015-10-01"},
    {"2016-02-29", "2016-02-29", "2016-02-29"},
    {"2015-21", "2015-03-01", "2015-05-31"},
    {"2015-22", "2015-06-01", "2015-08-31"},
    {"2015-23", "2015-09-01", "2015-11-30"},
    {"2015-24", "2015-12-01", "2016-02-29"},
    {"2014-24", "2014-12-01", "2015-02-28"},
    {"2015-33", "2015-01-01", "2015-03-31"},
    {"2015-34", "2015-04-01", "2015-06-30"},
    {"2015-35", "2015-07-01", "2015-09-30"},
    {"2015-36", "2015-10-01", "2015-12-31"},
    {"2015-40", "2015-01-01", "2015-06-30"},
    {"2015-41", "2015-07-01", "2015-12-31"},
    {"201X", "2010-01-01", "2019-12-31"},
    {"20XX", "2000-01-01", "2099-12-31"},
    {"001X", "0010-01-01", "0019-12-31"},
    {"98XX", "9800-01-01", "9899-12-31"},
    {"2015-XX", "2015-01-01", "2015-12-31"},
    {"2015-XX-XX", "2015-01-01", "2015-12-31"},
    {"2016-02-XX", "2016-02-01", "2016-02-29"},
    {"2016-04~", "2016-04-01", "2016-04-30"},
    {"2016-04-03?", "2016-04-03", "2016-04-03"},
    {"2016%", "2016-01-01", "2016-12-31"},
    {"2015-24~", "2015-12-01", "2016-02-29"},
    {"201X?", "2010-01-01", "2019-12-31"},
    {"2014-11/2015-06", "2014-11-01", "2015-06-30"},
    {"2014-11~/2015-06?", "2014-11-01", "2015-06-30"},
    {"2015/2015", "2015-01-01", "2015-12-31"},
    {"2015-12-31/2015", "2015-12-31", "2015-12-31"},
    {"2015-08/..", "2015-08-01", ""},
    {"2015-08/", "2015-08-01", ""},
    {"../2015", "", "2015-12-31"},
    {"/2015", "", "2015-12-31"},
};

Test(edtf, first_and_last_day)
{
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ladle_date date;
        char first[16], last[16];
        const char *wrong = ladle_edtf_parse(good[i].text, &date);
        cr_expect_null(wrong, "%s: %s", good[i].text, wrong ? wrong : "");
        cr_expect_str_eq(ladle_day_iso(date.first, first), good[i].first, "%s begins on %s",
                         good[i].text, first);
        cr_expect_str_eq(ladle_day_iso(date.last, last), good[i].last, "%s ends on %s",
                         good[i].text, last);
        cr_expect_eq(date.text, good[i].text);
    }
}

typedef struct {
    const char *text, *why;
} bad_date;

static const bad_date bad[] = {
    {"", "not written as a date"},
    {"?", "not written as a date"},
    {"15", "not written as a date"},
    {"2015-1", "not written as a date"},
    {"2015-10-1", "not written as a date"},
    {"20151001", "not written as a date"},
    {"2015-10-01-01", "not written as a date"},
    {"2015??", "not written as a date"},
    {"2015?-10", "not written as a date"},
    {"~2015", "not written as a date"},
    {"XXXX", "not written as a date"},
    {"2XXX", "not written as a date"},
    {"201x", "not written as a date"},
    {"201X-01", "not written as a date"},
    {"2015-XX-01", "not written as a date"},
    {"2015-1X", "not written as a date"},
    {"dddd", "not written as a date"},
    {"-2015", "not written as a date"},
    {"Y12015", "not written as a date"},
    {"2015 /2016", "not written as a date"},
    {"2015/2016/2017", "not written as a date"},
    {"2015/...", "not written as a date"},
    {"2015-08/ab", "not written as a date"},
    {"2015-08/.5", "not written as a date"},
    {"ab/2015", "not written as a date"},
    {"2015-00", "no such month"},
    {"2015-13", "no such month"},
    {"2015-20", "no such month"},
    {"2015-25", "no such month"},
    {"2015-37", "no such month"},
    {"2015-42", "no such month"},
    {"2015-21-01", "no such month"},
    {"2015-00-XX", "no such month"},
    {"2015-24-XX", "no such month"},
    {"2015-02-29", "no such day"},
    {"2015-04-31", "no such day"},
    {"2015-04-00", "no such day"},
    {"0000", "years go"},
    {"0000-12-31", "years go"},
    {"9999", "years go"},
    {"9999-01-01", "years go"},
    {"000X", "years go"},
    {"00XX", "years go"},
    {"999X", "years go"},
    {"99XX", "years go"},
    {"9998-24", "years go"},
    {"2015-10-01T10:00", "time of day"},
    {"10:30", "time of day"},
    {"2016/2015", "ends before"},
    {"2015-10-02/2015-10-01", "ends before"},
    {"../..", "one side"},
    {"/..", "one side"},
};

Test(edtf, what_is_refused)
{
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ladle_date date;
        const char *wrong = ladle_edtf_parse(bad[i].text, &date);
        cr_assert_not_null(wrong, "%s is no date", bad[i].text);
        cr_expect(strstr(wrong, bad[i].why), "%s: %s", bad[i].text, wrong);
    }
}

static ladle_date parsed(const char *text)
{
    ladle_date date;
    cr_assert_null(ladle_edtf_parse(text, &date), "%s", text);
    return date;
}

Test(edtf, precision_and_parts)
{
    ladle_date date = parsed("2015-10-03");
    cr_expect_eq(date.start.precision, LADLE_PRECISION_DAY);
    cr_expect(date.start.year == 2015 && date.start.month == 10 && date.start.day == 3);
    cr_expect_not(date.interval);
    cr_expect_eq(date.end.first, date.start.first);
    date = parsed("2015-24");
    cr_expect_eq(date.start.precision, LADLE_PRECISION_SEASON);
    cr_expect_eq(date.start.month, 24);
    cr_expect_eq(parsed("2015-10").start.precision, LADLE_PRECISION_MONTH);
    date = parsed("2015-10-XX");
    cr_expect_eq(date.start.precision, LADLE_PRECISION_MONTH);
    cr_expect_eq(date.start.day, 0);
    cr_expect_eq(parsed("2015").start.precision, LADLE_PRECISION_YEAR);
    cr_expect_eq(parsed("2015-XX").start.precision, LADLE_PRECISION_YEAR);
    cr_expect_eq(parsed("2015-XX-XX").start.month, 0);
    date = parsed("201X");
    cr_expect_eq(date.start.precision, LADLE_PRECISION_DECADE);
    cr_expect_eq(date.start.year, 2010);
    date = parsed("20XX");
    cr_expect_eq(date.start.precision, LADLE_PRECISION_CENTURY);
    cr_expect_eq(date.start.year, 2000);
    date = parsed("2015-08/..");
    cr_expect(date.interval);
    cr_expect_eq(date.start.precision, LADLE_PRECISION_MONTH);
    cr_expect_eq(date.end.precision, LADLE_PRECISION_OPEN);
    cr_expect_eq(date.last, LADLE_OPEN_LAST);
    cr_expect_eq(parsed("../2015").first, LADLE_OPEN_FIRST);
}

Test(edtf, qualifiers)
{
    ladle_date date = parsed("2015");
    cr_expect(!date.start.uncertain && !date.start.approximate);
    date = parsed("2015?");
    cr_expect(date.start.uncertain && !date.start.approximate);
    date = parsed("2015~");
    cr_expect(!date.start.uncertain && date.start.approximate);
    date = parsed("2015%");
    cr_expect(date.start.uncertain && date.start.approximate);
    date = parsed("2015/2016~");
    cr_expect(!date.start.approximate && date.end.approximate);
}

Test(edtf, day_precise)
{
    ladle_date date = parsed("2015-10-03");
    cr_expect(ladle_date_is_day(&date));
    date = parsed("2015-10-03/2015-10-03");
    cr_expect(ladle_date_is_day(&date));
    date = parsed("2015-10");
    cr_expect_not(ladle_date_is_day(&date));
    date = parsed("2015-10-03/..");
    cr_expect_not(ladle_date_is_day(&date));
}

Test(edtf, days)
{
    int year, month, day;
    cr_expect_eq(ladle_day_from(1, 1, 1), 1);
    cr_expect_eq(ladle_day_from(2016, 3, 1) - ladle_day_from(2016, 2, 28), 2);
    ladle_day_split(ladle_day_from(2016, 2, 29), &year, &month, &day);
    cr_expect(year == 2016 && month == 2 && day == 29);
}
