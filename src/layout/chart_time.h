/* What the parts of a timeline share: the axis, and the marks that stand for dates. */
#ifndef LADLE_LAYOUT_CHART_TIME_H
#define LADLE_LAYOUT_CHART_TIME_H

#include "layout/chart_draw.h"

/* Days as places across the drawing: first month begun to last month ended. */
typedef struct {
    int first, end; /* days since a fixed one; end is the day after the last month */
    int width;
    int line; /* y of the axis */
    int year_baseline, month_baseline;
} ladle_time_axis;

/* A date that may be any day from first to last; first 0: open. */
typedef struct {
    int first, last;
    bool approximate;
} ladle_time_span;

/* An entry: one date, a date that was moved to another, or an interval. */
typedef struct {
    const ladle_node *node;
    ladle_time_span start, end, revised;
    bool interval, deadline, moved, dated;
    int left, right; /* the stretch of the axis its marks take */
    int from, to;    /* moved: places of the two dates */
} ladle_time_entry;

/* The day of an attribute that holds a date (yyyy-mm-dd); 0 when there is none. */
int ladle_time_day(const ladle_node *node, const char *attribute);

/* The axis from the month of one day to the month of another. */
ladle_time_axis ladle_time_axis_over(ladle_drawing *drawing, int first_day, int last_day);

/* Where a day begins. */
int ladle_time_place(const ladle_time_axis *axis, int day);

/* Draws years, months, the axis, and the lines of quarters and years down to `bottom`. */
void ladle_time_axis_draw(ladle_drawing *drawing, const ladle_time_axis *axis, int bottom);

ladle_time_entry ladle_time_entry_read(const ladle_node *node);

/* Finds the places of the entry's marks, and draws them about the height y when `draw` is set. */
void ladle_time_entry_marks(ladle_drawing *drawing, const ladle_time_axis *axis,
                            ladle_time_entry *entry, int y, bool draw);

/* Marks about the height y. x is the middle unless it says otherwise; all of a mark stays within
 * the drawing's width. */
void ladle_mark_tick(ladle_drawing *drawing, int x, int y);
void ladle_mark_expected(ladle_drawing *drawing, int x, int y);
void ladle_mark_span(ladle_drawing *drawing, int left, int right, int y, bool approximate);
void ladle_mark_period(ladle_drawing *drawing, int left, int right, int y);

/* A deadline; moved: it holds no longer. */
void ladle_mark_deadline(ladle_drawing *drawing, int x, int y, bool moved);

/* The arrow from a date to the one it was moved to, when there is room for one. */
void ladle_mark_move(ladle_drawing *drawing, int from, int to, int y);

/* x, moved so far that something of this width about it is within the drawing. */
int ladle_mark_within(const ladle_drawing *drawing, int x, int width);

#endif
