/* A move: the level of a round before and that of now side by side, and between them an arrow that
 * goes up or down with the level.
 *
 *     (before, small and faint)   ---->   (now)
 *
 * A move that rests on weak evidence has a dashed arrow; one that is no move has none. What was, or
 * is, not covered is a dash in its place, and has no arrow either: nobody knows what moved. Without
 * levels the chart is the arrow alone, for a key. */
#include "layout/chart_kinds.h"

#include <string.h>

ladle_paint ladle_chart_arrow_paint(const ladle_drawing *drawing, bool firm)
{
    ladle_paint paint = ladle_paint_stroke(ladle_drawing_colour(drawing, "ACC"),
                                           ladle_drawing_measure(drawing, "arrow"));
    if (!firm) {
        paint.dash_on = ladle_drawing_measure(drawing, "dash-on");
        paint.dash_off = ladle_drawing_measure(drawing, "dash-off");
    }
    return paint;
}

/* An arrow from x1 to x2 that rises, or falls, by the theme's rise about the middle line y; nothing
 * where the two symbols leave no room for it. */
static void draw_slope(ladle_drawing *drawing, int x1, int x2, int y, bool up, bool firm)
{
    int half = ladle_drawing_measure(drawing, "rise") / 2 * (up ? 1 : -1);
    if (x2 <= x1)
        return;
    ladle_draw_slant(drawing, LADLE_LAYER_MARKS, x1, y + half, x2, y - half,
                     ladle_drawing_measure(drawing, "head-length"),
                     ladle_drawing_measure(drawing, "head-breadth"),
                     ladle_chart_arrow_paint(drawing, firm));
}

/* Height of the arrow with its head. */
static int arrow_height(const ladle_drawing *drawing)
{
    return ladle_drawing_measure(drawing, "rise") + ladle_drawing_measure(drawing, "head-breadth");
}

static void draw_key(ladle_drawing *drawing, bool firm)
{
    int width = MIN(ladle_drawing_measure(drawing, "key"), drawing->width);
    int height = arrow_height(drawing);

    draw_slope(drawing, ladle_drawing_measure(drawing, "arrow"), width, height / 2, true, firm);
    ladle_chart_box *box = ladle_drawing_end_box(drawing, width, height);
    box->baseline = ladle_chart_centring(drawing, height);
}

/* Levels are kept within those there are; -1: not covered. */
static int level_in(const ladle_node *chart, const char *name, int of)
{
    return MIN(ladle_data_integer(chart, name, -1), of - 1);
}

void ladle_chart_move(ladle_drawing *drawing)
{
    const ladle_node *chart = drawing->chart;
    int of = ladle_data_integer(chart, "of", 0);
    bool firm = strcmp(ladle_data_text(chart, "firm"), "no") != 0;

    if (of < 1) {
        draw_key(drawing, firm);
        return;
    }
    const ladle_style *style = chart->style;
    int was = level_in(chart, "was", of), now = level_in(chart, "level", of);
    int natural = style->width > 0 ? style->width : ladle_drawing_measure(drawing, "width");
    int width = MIN(natural, drawing->width);
    int height = style->height > 0 ? style->height : ladle_drawing_measure(drawing, "row");
    int size = style->size > 0 ? style->size : ladle_drawing_measure(drawing, "size");
    int d = MIN(size, MIN(height, width * 3 / 5));
    int small = MIN(ladle_drawing_measure(drawing, "before"), MIN(d, width * 2 / 5));
    int edge = MIN(ladle_drawing_measure(drawing, "edge"), (width - d - small) / 4);
    int left = edge + small / 2, right = width - edge - d / 2, y = height / 2;

    if (width <= 0)
        return;
    bool moves = was >= 0 && now >= 0 && was != now;
    if (moves && !style->background.none)
        ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, 0, 0, width, height,
                             ladle_paint_fill(style->background));
    ladle_draw_level(drawing, was, of, left, y, small, true);
    if (moves)
        draw_slope(drawing, left + ladle_drawing_measure(drawing, "arrow-from"),
                   right - d / 2 - ladle_drawing_measure(drawing, "arrow-to"), y, now > was, firm);
    ladle_draw_level(drawing, now, of, right, y, d, false);
    ladle_chart_box *box = ladle_drawing_end_box(drawing, width, height);
    box->baseline = ladle_chart_centring(drawing, height);
}
