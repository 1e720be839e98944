/* Entries of a timeline: their dates, and the marks that show how sure each date is. */
#include "layout/chart_time.h"

/* ------------------------------------------------------------------------------------ dates */

static ladle_time_span read_span(const ladle_node *node, const char *first, const char *last,
                                 const char *approximate)
{
    ladle_time_span dates = {ladle_time_day(node, first), ladle_time_day(node, last),
                             approximate && ladle_data_yes(node, approximate)};

    if (dates.first == 0)
        dates.first = dates.last;
    if (dates.last < dates.first)
        dates.last = dates.first;
    return dates;
}

ladle_time_entry ladle_time_entry_read(const ladle_node *node)
{
    ladle_time_entry entry = {.node = node};

    entry.start = read_span(node, "start-first", "start-last", "start-approximate");
    entry.end = read_span(node, "end-first", "end-last", "end-approximate");
    entry.revised = read_span(node, "revised-first", "revised-last", NULL);
    entry.deadline = ladle_data_yes(node, "deadline");
    entry.interval = ladle_data_yes(node, "interval");
    if (!entry.interval && entry.start.first == 0)
        entry.start = entry.end;
    if (entry.interval && entry.start.first && entry.end.last && entry.end.last < entry.start.first)
        entry.end = entry.start;
    entry.moved = entry.revised.first && (entry.interval ? entry.end.first : entry.start.first);
    entry.dated = entry.start.first || entry.end.first || entry.interval;
    return entry;
}

/* ------------------------------------------------------------------------------------ marks */

/* The place of a date that is drawn as a point: a day's middle; of a deadline in a longer span the
 * last day, since until then it is kept. */
static int point_of(const ladle_time_axis *axis, ladle_time_span dates)
{
    int begin = ladle_time_place(axis, dates.last);
    return (begin + ladle_time_place(axis, dates.last + 1)) / 2;
}

static bool is_point(ladle_time_span dates)
{
    return dates.first == dates.last && !dates.approximate;
}

/* The stretch a date that is not sure takes, no shorter than can be seen. */
static void stretch_of(ladle_drawing *drawing, const ladle_time_axis *axis, ladle_time_span dates,
                       int *left, int *right)
{
    int least = ladle_drawing_measure(drawing, "least-span");

    *left = ladle_time_place(axis, dates.first);
    *right = ladle_time_place(axis, dates.last + 1);
    if (*right - *left < least) {
        int middle = ladle_mark_within(drawing, (*left + *right) / 2, least);
        *left = MAX(middle - least / 2, 0);
        *right = MIN(*left + least, axis->width);
    }
}

/* Draws the marks of an interval, or only finds the stretch they take (draw false). */
static void interval_marks(ladle_drawing *drawing, const ladle_time_axis *axis,
                           ladle_time_entry *entry, int y, bool draw)
{
    int tick = ladle_drawing_measure(drawing, "tick-width");
    int from = 0, sure = 0, until = axis->width, to = axis->width;
    bool begins = entry->start.first != 0, ends = entry->end.first != 0;
    bool sharp_start = begins && is_point(entry->start), sharp_end = ends && is_point(entry->end);

    if (sharp_start)
        from = sure = ladle_time_place(axis, entry->start.first);
    else if (begins)
        stretch_of(drawing, axis, entry->start, &from, &sure);
    if (sharp_end)
        until = to = ladle_time_place(axis, entry->end.last + 1);
    else if (ends)
        stretch_of(drawing, axis, entry->end, &until, &to);
    entry->left = MIN(from, until);
    entry->right = MAX(MAX(to, sure), MIN(entry->left + tick, axis->width));
    if (!draw)
        return;
    if (sure > until) {
        ladle_mark_span(drawing, entry->left, entry->right, y,
                        entry->start.approximate || entry->end.approximate);
        return;
    }
    ladle_mark_period(drawing, sure, until, y);
    if (sharp_start)
        ladle_mark_tick(drawing, from + tick / 2, y);
    else if (begins)
        ladle_mark_span(drawing, from, sure, y, entry->start.approximate);
    if (ends && !sharp_end)
        ladle_mark_span(drawing, until, to, y, entry->end.approximate);
    if (ends && ladle_data_yes(entry->node, "end-expected"))
        ladle_mark_expected(drawing, to - ladle_drawing_measure(drawing, "expected-width") / 2, y);
    else if (sharp_end)
        ladle_mark_tick(drawing, to - tick / 2, y);
}

/* The same for one date that is not moved to another. */
static void date_marks(ladle_drawing *drawing, const ladle_time_axis *axis, ladle_time_entry *entry,
                       int y, bool draw)
{
    int width = ladle_drawing_measure(drawing, entry->deadline ? "triangle-width" : "tick-width");
    int x = ladle_mark_within(drawing, point_of(axis, entry->start), width);
    bool point = entry->deadline || is_point(entry->start);

    entry->left = x - width / 2;
    entry->right = x + width / 2;
    if (!is_point(entry->start)) {
        int left, right;
        stretch_of(drawing, axis, entry->start, &left, &right);
        entry->left = point ? MIN(entry->left, left) : left;
        entry->right = point ? MAX(entry->right, right) : right;
        if (draw)
            ladle_mark_span(drawing, left, right, y, entry->start.approximate);
    }
    if (!draw || !point)
        return;
    if (entry->deadline)
        ladle_mark_deadline(drawing, x, y, entry->moved);
    else
        ladle_mark_tick(drawing, x, y);
}

/* And for what was moved: one date, or the end of an interval. */
static void moved_marks(ladle_drawing *drawing, const ladle_time_axis *axis,
                        ladle_time_entry *entry, int y, bool draw)
{
    int width = ladle_drawing_measure(drawing, entry->deadline ? "triangle-width" : "tick-width");

    if (entry->interval) {
        interval_marks(drawing, axis, entry, y, draw);
        entry->from = entry->right;
    } else {
        date_marks(drawing, axis, entry, y, draw);
        entry->from = ladle_mark_within(drawing, point_of(axis, entry->start), width);
    }
    entry->to = ladle_mark_within(drawing, point_of(axis, entry->revised), width);
    entry->left = MIN(entry->left, entry->to - width / 2);
    entry->right = MAX(entry->right, entry->to + width / 2);
    if (!draw)
        return;
    ladle_mark_move(drawing, entry->from, entry->to, y);
    if (entry->deadline)
        ladle_mark_deadline(drawing, entry->to, y, false);
    else
        ladle_mark_tick(drawing, entry->to, y);
}

void ladle_time_entry_marks(ladle_drawing *drawing, const ladle_time_axis *axis,
                            ladle_time_entry *entry, int y, bool draw)
{
    if (!entry->dated)
        entry->left = entry->right = 0;
    else if (entry->moved)
        moved_marks(drawing, axis, entry, y, draw);
    else if (entry->interval)
        interval_marks(drawing, axis, entry, y, draw);
    else
        date_marks(drawing, axis, entry, y, draw);
}
