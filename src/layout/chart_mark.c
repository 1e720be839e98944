/* The marks of a timeline: how sure a date is can be seen from its mark. Alone in a line of text
 * they make the key below a timeline. */
#include "layout/chart_kinds.h"
#include "layout/chart_time.h"

#include <string.h>

int ladle_mark_within(const ladle_drawing *drawing, int x, int width)
{
    int half = (width + 1) / 2;
    return MAX(MIN(x, drawing->width - half), half);
}

static ladle_paint edge_of_fill(const ladle_drawing *drawing, const char *fill, const char *stroke)
{
    return ladle_paint_outline(ladle_drawing_colour(drawing, fill),
                               ladle_drawing_colour(drawing, stroke),
                               ladle_drawing_measure(drawing, "outline"));
}

void ladle_mark_tick(ladle_drawing *drawing, int x, int y)
{
    int width = ladle_drawing_measure(drawing, "tick-width");
    int height = ladle_drawing_measure(drawing, "tick-height");

    ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS,
                         ladle_mark_within(drawing, x, width) - width / 2, y - height / 2, width,
                         height, ladle_paint_fill(ladle_drawing_colour(drawing, "INK")));
}

void ladle_mark_expected(ladle_drawing *drawing, int x, int y)
{
    int width = ladle_drawing_measure(drawing, "expected-width");
    int height = ladle_drawing_measure(drawing, "tick-height");

    ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS,
                         ladle_mark_within(drawing, x, width) - width / 2, y - height / 2, width,
                         height, edge_of_fill(drawing, "WHITE", "INK"));
}

void ladle_mark_span(ladle_drawing *drawing, int left, int right, int y, bool approximate)
{
    int height = ladle_drawing_measure(drawing, "bar");
    ladle_paint paint = edge_of_fill(drawing, "G3", "G7");

    if (approximate) {
        paint.fill.none = true;
        paint.dash_on = ladle_drawing_measure(drawing, "dash-on");
        paint.dash_off = ladle_drawing_measure(drawing, "dash-off");
    }
    ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, left, y - height / 2, right - left, height,
                         paint);
}

void ladle_mark_period(ladle_drawing *drawing, int left, int right, int y)
{
    int height = ladle_drawing_measure(drawing, "bar");

    ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, left, y - height / 2, right - left, height,
                         ladle_paint_fill(ladle_drawing_colour(drawing, "G7")));
}

void ladle_mark_deadline(ladle_drawing *drawing, int x, int y, bool moved)
{
    int width = ladle_drawing_measure(drawing, "triangle-width");
    ladle_paint whole = ladle_paint_fill(ladle_drawing_colour(drawing, "ACC"));

    ladle_draw_triangle(drawing, LADLE_LAYER_MARKS, ladle_mark_within(drawing, x, width), y, width,
                        ladle_drawing_measure(drawing, "triangle-height"), true,
                        moved ? edge_of_fill(drawing, "WHITE", "ACC") : whole);
}

void ladle_mark_move(ladle_drawing *drawing, int from, int to, int y)
{
    int off = ladle_drawing_measure(drawing, "arrow-off") * (to < from ? -1 : 1);

    ladle_draw_arrow(drawing, LADLE_LAYER_MARKS, from + off, to - off, y,
                     ladle_drawing_measure(drawing, "head-length"),
                     ladle_drawing_measure(drawing, "head-breadth"),
                     ladle_paint_stroke(ladle_drawing_colour(drawing, "ACC"),
                                        ladle_drawing_measure(drawing, "arrow")));
}

/* ------------------------------------------------------------------------------ in the key */

static int draw_tick(ladle_drawing *drawing, int y)
{
    int width = ladle_drawing_measure(drawing, "tick-width");
    ladle_mark_tick(drawing, width / 2, y);
    return width;
}

static int draw_expected(ladle_drawing *drawing, int y)
{
    int width = ladle_drawing_measure(drawing, "expected-width");
    ladle_mark_expected(drawing, width / 2, y);
    return width;
}

static int draw_span(ladle_drawing *drawing, int y)
{
    int width = ladle_drawing_measure(drawing, "key-span");
    ladle_mark_span(drawing, 0, width, y, false);
    return width;
}

static int draw_approximate(ladle_drawing *drawing, int y)
{
    int width = ladle_drawing_measure(drawing, "key-span");
    ladle_mark_span(drawing, 0, width, y, true);
    return width;
}

static int draw_interval(ladle_drawing *drawing, int y)
{
    int light = ladle_drawing_measure(drawing, "key-end");
    int middle = ladle_drawing_measure(drawing, "key-middle");

    ladle_mark_span(drawing, 0, light, y, false);
    ladle_mark_period(drawing, light, light + middle, y);
    ladle_mark_span(drawing, light + middle, 2 * light + middle, y, false);
    return 2 * light + middle;
}

static int draw_deadline(ladle_drawing *drawing, int y)
{
    int width = ladle_drawing_measure(drawing, "triangle-width");
    ladle_mark_deadline(drawing, width / 2, y, false);
    return width;
}

static int draw_moved(ladle_drawing *drawing, int y)
{
    int triangle = ladle_drawing_measure(drawing, "triangle-width");
    int width = MAX(ladle_drawing_measure(drawing, "key-move"), triangle);
    int from = triangle / 2, to = width - triangle / 2;

    ladle_mark_deadline(drawing, from, y, true);
    ladle_mark_move(drawing, from, to, y);
    ladle_mark_deadline(drawing, to, y, false);
    return width;
}

void ladle_chart_mark(ladle_drawing *drawing)
{
    static const struct {
        const char *of;
        int (*draw)(ladle_drawing *drawing, int y);
    } marks[] = {{"day", draw_tick},
                 {"span", draw_span},
                 {"interval", draw_interval},
                 {"expected", draw_expected},
                 {"deadline", draw_deadline},
                 {"moved", draw_moved},
                 {"approximate", draw_approximate}};
    const char *of = ladle_data_text(drawing->chart, "of");
    int height = ladle_drawing_measure(drawing, "tick-height"), width = 0;

    drawing->width = G_MAXINT / 2; /* a key's mark has the width it has */
    for (unsigned i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strcmp(of, marks[i].of) == 0)
            width = marks[i].draw(drawing, height / 2);
    ladle_chart_box *box = ladle_drawing_end_box(drawing, width, height);
    box->baseline = ladle_chart_centring(drawing, height);
}

/* An arrow from one number to another, as in a box with a case. */
void ladle_chart_arrow(ladle_drawing *drawing)
{
    int width = ladle_drawing_measure(drawing, "width");
    int height = ladle_drawing_measure(drawing, "head-breadth");

    drawing->width = G_MAXINT / 2; /* in a line it has the width it has */
    ladle_draw_arrow(drawing, LADLE_LAYER_MARKS, 0, width, height / 2,
                     ladle_drawing_measure(drawing, "head-length"), height,
                     ladle_paint_stroke(ladle_drawing_colour(drawing, "ACC"),
                                        ladle_drawing_measure(drawing, "line")));
    ladle_chart_box *box = ladle_drawing_end_box(drawing, width, height);
    box->baseline = ladle_chart_centring(drawing, height);
}
