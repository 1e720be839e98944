/* The axis of a timeline: years and months above it, quarter and year lines below. Whatever would
 * stand too near its neighbours is left out: first the initials, then the ticks of months, the
 * lines of quarters, and in long times all years but every second, fifth, tenth ... */
#include "layout/chart_time.h"

#include <string.h>

static int day_of(int year, int month, int day)
{
    GDate date;

    if (!g_date_valid_dmy((GDateDay)CLAMP(day, 0, 99), (GDateMonth)CLAMP(month, 0, 99),
                          (GDateYear)CLAMP(year, 0, 9999)))
        return 0;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return (int)g_date_get_julian(&date);
}

int ladle_time_day(const ladle_node *node, const char *attribute)
{
    const char *text = ladle_data_text(node, attribute);

    if (strlen(text) < 10 || text[4] != '-' || text[7] != '-')
        return 0;
    return day_of((int)g_ascii_strtoull(text, NULL, 10), (int)g_ascii_strtoull(text + 5, NULL, 10),
                  (int)g_ascii_strtoull(text + 8, NULL, 10));
}

typedef struct {
    int year, month;
} calendar_month;

static calendar_month month_of(int day)
{
    GDate date;

    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)MAX(day, 1));
    return (calendar_month){g_date_get_year(&date), (int)g_date_get_month(&date)};
}

static calendar_month month_after(calendar_month month)
{
    return month.month == 12 ? (calendar_month){month.year + 1, 1}
                             : (calendar_month){month.year, month.month + 1};
}

static int first_day(calendar_month month)
{
    return month.year > 9999 ? day_of(9999, 12, 31) + 1 : day_of(month.year, month.month, 1);
}

/* The theme's places of the words above the axis; larger letters push what is below them down.
 * Years are digits, which end at their baseline, and months stand right under them. */
static void place_words(const ladle_drawing *drawing, ladle_time_axis *axis)
{
    ladle_measure *measure = drawing->options->measure;
    ladle_lettering year = ladle_lettering_named(drawing, "chart-year", NULL, false);
    ladle_lettering month = ladle_lettering_named(drawing, "chart-month", NULL, false);
    ladle_font_metrics years = measure->metrics(measure, &year.font);
    ladle_font_metrics months = measure->metrics(measure, &month.font);
    int gap = ladle_drawing_measure(drawing, "month-gap");

    axis->year_baseline = MAX(ladle_drawing_measure(drawing, "year-baseline"), years.ascent);
    axis->month_baseline = MAX(ladle_drawing_measure(drawing, "month-baseline"),
                               axis->year_baseline + gap + months.ascent - months.descent);
    axis->line = MAX(ladle_drawing_measure(drawing, "axis"), axis->month_baseline + months.descent);
}

ladle_time_axis ladle_time_axis_over(ladle_drawing *drawing, int first, int last)
{
    ladle_time_axis axis = {.first = first_day(month_of(first)),
                            .end = first_day(month_after(month_of(MAX(first, last)))),
                            .width = drawing->width};

    place_words(drawing, &axis);
    return axis;
}

int ladle_time_place(const ladle_time_axis *axis, int day)
{
    double part = (double)(day - axis->first) / (axis->end - axis->first);
    return ladle_round(CLAMP(part, 0.0, 1.0) * axis->width);
}

/* Whether a month, a quarter, a year is wide enough to be shown. */
static bool shows(const ladle_drawing *drawing, const ladle_time_axis *axis, double days)
{
    return days / (axis->end - axis->first) * axis->width >=
           ladle_drawing_measure(drawing, "least");
}

static void vertical(ladle_drawing *drawing, int x, int top, int bottom, const char *colour,
                     const char *thickness)
{
    int width = ladle_drawing_measure(drawing, thickness);

    ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND,
                         ladle_mark_within(drawing, x, width) - width / 2, top, width, bottom - top,
                         ladle_paint_fill(ladle_drawing_colour(drawing, colour)));
}

/* --------------------------------------------------------------------------------- labels */

/* How many years apart the labels of years stand: 1, 2, 5, 10, 20, 50 ... */
static int year_step(const ladle_time_axis *axis, int label)
{
    static const int steps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};
    double year = 365.25 / (axis->end - axis->first) * axis->width;
    unsigned i = 0;

    while (i + 1 < G_N_ELEMENTS(steps) && steps[i] * year < label)
        i++;
    return steps[i];
}

static void draw_years(ladle_drawing *drawing, const ladle_time_axis *axis, int bottom)
{
    ladle_lettering letters = ladle_lettering_named(drawing, "chart-year", NULL, false);
    int gap = ladle_drawing_measure(drawing, "year-gap");
    int first = month_of(axis->first).year, last = month_of(axis->end - 1).year;
    ladle_label widest = ladle_label_fit(drawing, "0000", letters, G_MAXINT, 1);
    int step = year_step(axis, widest.width + 2 * gap);
    int limit = axis->width;

    /* From the last to the first, so that a first year cut short gives way to the next. */
    for (int year = last; year >= first; year--) {
        int x = year == first ? 0 : ladle_time_place(axis, day_of(year, 1, 1));
        bool shown = year % step == 0 || year == first;
        if (year > first && (step == 1 || year % step == 0))
            vertical(drawing, x, 0, bottom, "G3", "year-line");
        int left = year == first ? 0 : x + gap;
        char *text = ladle_arena_printf(drawing->arena, "%d", year);
        ladle_label label = ladle_label_fit(drawing, text, letters, G_MAXINT, 1);
        label.close = true;
        if (!shown || left + label.width > limit)
            continue;
        ladle_label_draw(drawing, &label, LADLE_ALIGN_LEFT, left, axis->year_baseline, 0);
        limit = left - gap;
    }
}

static void draw_initials(ladle_drawing *drawing, const ladle_time_axis *axis)
{
    ladle_lettering letters = ladle_lettering_named(drawing, "chart-month", NULL, false);
    char **initials = g_strsplit_set(ladle_data_text(drawing->chart, "months"), " \t\n\r", 0);
    ladle_label labels[12];
    int widest = 0, n = 0;

    for (unsigned i = 0; initials[i] && n < 12; i++) {
        const char *text = ladle_arena_strdup(drawing->arena, initials[i]);
        if (!*text)
            continue;
        labels[n] = ladle_label_fit(drawing, text, letters, G_MAXINT, 1);
        widest = MAX(widest, labels[n].width);
        n++;
    }
    g_strfreev(initials);
    widest += ladle_drawing_measure(drawing, "month-gap");
    if (n < 12 || 28.0 / (axis->end - axis->first) * axis->width < widest)
        return;
    for (calendar_month month = month_of(axis->first); first_day(month) < axis->end;
         month = month_after(month)) {
        int left = ladle_time_place(axis, first_day(month));
        int right = ladle_time_place(axis, first_day(month_after(month)));
        ladle_label_draw(drawing, &labels[month.month - 1], LADLE_ALIGN_CENTRE, (left + right) / 2,
                         axis->month_baseline, 0);
    }
}

void ladle_time_axis_draw(ladle_drawing *drawing, const ladle_time_axis *axis, int bottom)
{
    int line = ladle_drawing_measure(drawing, "axis-line"), y = axis->line;
    int month_tick = ladle_drawing_measure(drawing, "month-tick");
    int quarter_tick = ladle_drawing_measure(drawing, "quarter-tick");
    bool months = shows(drawing, axis, 28), quarters = shows(drawing, axis, 90);

    draw_years(drawing, axis, bottom);
    draw_initials(drawing, axis);
    ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, 0, y - line / 2, axis->width, line,
                         ladle_paint_fill(ladle_drawing_colour(drawing, "G7")));
    for (calendar_month month = month_of(axis->first); quarters && first_day(month) <= axis->end;
         month = month_after(month)) {
        bool quarter = month.month % 3 == 1;
        int x = ladle_time_place(axis, first_day(month));
        if (quarter && month.month > 1 && first_day(month) > axis->first &&
            first_day(month) < axis->end)
            vertical(drawing, x, y, bottom, "G2", "quarter-line");
        if (quarter || months)
            vertical(drawing, x, y, y + (quarter ? quarter_tick : month_tick), "G7", "axis-line");
        if (month.year > 9999)
            break;
    }
}
