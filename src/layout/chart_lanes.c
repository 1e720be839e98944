/* Lanes: the entries of a timeline by kind, a lane each, all below one axis. What happened in a
 * lane is seen at once, and what each entry is called stands in a list elsewhere; so the drawing
 * has one height, whatever there is in it, and is never parted.
 *
 *                     2015              2016
 *                   s o n d j f m a m j j a s o n d
 *     Styregruppe   |    |      |     |     |
 *     Besøg            || | ||| ||  | |   ||
 *     Frister                        ▽ ---------> ▼
 *
 * Marks are those of the timeline. The axis and the marks are worked out as if nothing stood left
 * of them, and are then moved beside the names. */
#include "layout/chart_kinds.h"
#include "layout/chart_time.h"

static void widen(int *first, int *last, ladle_time_span dates)
{
    if (dates.first == 0)
        return;
    if (*first == 0 || dates.first < *first)
        *first = dates.first;
    *last = MAX(*last, dates.last);
}

static const ladle_node *next_row(const ladle_node *node)
{
    return ladle_data_next(node, LADLE_NODE_ROW);
}

static const ladle_node *next_entry(const ladle_node *node)
{
    return ladle_data_next(node, LADLE_NODE_ENTRY);
}

/* The first and last day of all entries; both 0 when none has a date. */
static void find_days(const ladle_node *chart, int *first, int *last)
{
    *first = *last = 0;
    for (const ladle_node *row = next_row(chart->first); row; row = next_row(row->next))
        for (const ladle_node *node = next_entry(row->first); node; node = next_entry(node->next)) {
            ladle_time_entry entry = ladle_time_entry_read(node);
            widen(first, last, entry.start);
            widen(first, last, entry.end);
            if (entry.moved)
                widen(first, last, entry.revised);
        }
}

static void move_right(const ladle_drawing *drawing, int by)
{
    for (unsigned i = 0; i < LADLE_LAYER_COUNT; i++)
        for (unsigned k = 0; k < drawing->layers[i]->len; k++) {
            ladle_page_item *item = drawing->layers[i]->pdata[k];
            item->x += by;
        }
}

static void draw_lane(ladle_drawing *drawing, const ladle_time_axis *axis, const ladle_node *row,
                      int y)
{
    int line = ladle_drawing_measure(drawing, "quarter-line");

    ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, 0, y - line / 2, axis->width, line,
                         ladle_paint_fill(ladle_drawing_colour(drawing, "G2")));
    for (const ladle_node *node = next_entry(row->first); node; node = next_entry(node->next)) {
        ladle_time_entry entry = ladle_time_entry_read(node);
        ladle_time_entry_marks(drawing, axis, &entry, y, true);
    }
}

void ladle_chart_lanes(ladle_drawing *drawing)
{
    const ladle_node *chart = drawing->chart;
    int width = drawing->width,
        names = MIN(ladle_drawing_measure(drawing, "lane-names"), width / 2);
    int gap = ladle_drawing_measure(drawing, "label-gap");
    int lane = ladle_drawing_measure(drawing, "lane"),
        n = (int)ladle_data_count(chart, LADLE_NODE_ROW);
    ladle_label *labels = LADLE_NEW_ARRAY(drawing->arena, ladle_label, (size_t)n);
    int *middles = LADLE_NEW_ARRAY(drawing->arena, int, (size_t)n);
    ladle_lettering plain = ladle_lettering_named(drawing, "chart-label", NULL, false);
    int first, last, i = 0;

    find_days(chart, &first, &last);
    if (first == 0 || width - names < ladle_drawing_measure(drawing, "key-move"))
        return;
    drawing->width = width - names;
    ladle_time_axis axis = ladle_time_axis_over(drawing, first, last);
    int y = axis.line + ladle_drawing_measure(drawing, "lane-gap");
    for (const ladle_node *row = next_row(chart->first); row; row = next_row(row->next), i++) {
        labels[i] =
            ladle_label_fit(drawing, ladle_data_text(row, "label"), plain, names - 2 * gap, 1);
        int height = MAX(lane, ladle_label_height(&labels[i]));
        middles[i] = y + height / 2;
        draw_lane(drawing, &axis, row, middles[i]);
        y += height;
    }
    ladle_time_axis_draw(drawing, &axis, y);
    move_right(drawing, names);
    drawing->width = width;
    for (i = 0; i < n; i++)
        ladle_label_draw(drawing, &labels[i], LADLE_ALIGN_LEFT, 0,
                         ladle_label_centred(&labels[i], middles[i]), 0);
    ladle_drawing_end_box(drawing, width, y);
}
