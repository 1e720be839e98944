/* Charts of levels: the symbols, and what is made of them.
 *
 * Shape says level. The lowest is a ring, the highest a square, those between are discs filled from
 * below by equal steps, the last of them whole; a level that is not covered is a dash. A symbol has
 * one measure, its outer size d. Its other measures are shares of d that the theme gives, but for
 * the fixed part of the stroke. */
#include "layout/chart_kinds.h"

#include <math.h>
#include <string.h>

static ladle_length symbol_measure(const ladle_drawing *drawing, const char *name)
{
    return ladle_theme_measure(drawing->options->theme, "symbol", name);
}

/* A share of d, which the theme gives in 1024ths. */
static int share_of(const ladle_drawing *drawing, const char *name, int d)
{
    return ladle_round((double)symbol_measure(drawing, name) * d / LADLE_PT);
}

void ladle_draw_level(ladle_drawing *drawing, int level, int of, int x, int y, int d, bool faint)
{
    ladle_colour grey = ladle_drawing_colour(drawing, faint ? "G4" : "G7");
    int stroke = symbol_measure(drawing, "stroke") + share_of(drawing, "stroke-growth", d);

    if (d <= 0)
        return;
    if (level < 0) {
        int half = share_of(drawing, "dash", d) / 2;
        ladle_draw_line(
            drawing, LADLE_LAYER_MARKS, x - half, y, x + half, y,
            ladle_paint_stroke(ladle_drawing_colour(drawing, faint ? "G4" : "G5"), stroke));
    } else if (level > 0 && level >= of - 1) {
        int side = share_of(drawing, "square", d);
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, x - side / 2, y - side / 2, side, side,
                             ladle_paint_fill(faint ? grey : ladle_drawing_colour(drawing, "INK")));
    } else if (level > 0 && level == of - 2) {
        ladle_draw_circle(drawing, LADLE_LAYER_MARKS, x, y, d, ladle_paint_fill(grey));
    } else {
        ladle_colour white = ladle_drawing_colour(drawing, "WHITE");
        ladle_draw_circle(drawing, LADLE_LAYER_MARKS, x, y, d,
                          ladle_paint_outline(white, grey, stroke));
        if (level > 0)
            ladle_draw_segment(drawing, LADLE_LAYER_MARKS, x, y, d, (double)level / (of - 2), grey);
    }
}

/* The outer size asked for by the chart's style, or the theme's own for this kind. */
static int symbol_size(const ladle_drawing *drawing, const char *name)
{
    int size = drawing->chart->style->size;
    return size > 0 ? size : ladle_drawing_measure(drawing, name);
}

static int levels_of(const ladle_node *chart)
{
    return MAX(ladle_data_integer(chart, "of", 1), 1);
}

/* A small symbol stands a little below the baseline, as round letters do; a large one beside text
 * is centred on the capitals. */
void ladle_chart_symbol(ladle_drawing *drawing)
{
    int d = symbol_size(drawing, "size");

    ladle_draw_level(drawing, ladle_data_integer(drawing->chart, "level", -1),
                     levels_of(drawing->chart), d / 2, d / 2, d, false);
    ladle_chart_box *box = ladle_drawing_end_box(drawing, d, d);
    box->baseline = MAX(ladle_drawing_measure(drawing, "drop"), ladle_chart_centring(drawing, d));
}

/* ------------------------------------------------------------------------------- mini-strip */

/* The width of a slot. Where the theme gives the whole strip a width, slots are narrower when there
 * are more of them than fit it. */
static int slot_width(const ladle_drawing *drawing)
{
    int slot = ladle_drawing_measure(drawing, "slot"), gap = ladle_drawing_measure(drawing, "gap");
    int of = MAX((int)ladle_data_count(drawing->chart, LADLE_NODE_SLOT), 1);
    int most = drawing->chart->style->width;
    return most > 0 ? MAX(MIN(slot, (most + gap) / of - gap), symbol_size(drawing, "mark")) : slot;
}

/* How many marks a slot holds; more are one mark and their number. */
static int most_marks(const ladle_drawing *drawing)
{
    int room = slot_width(drawing) - symbol_size(drawing, "mark");
    return 1 + room / MAX(ladle_drawing_measure(drawing, "mark-pitch"), 1);
}

/* The marks of a slot, from the left, standing on `bottom`. */
static void draw_marks(ladle_drawing *drawing, int marks, int level, int of, int x, int bottom)
{
    int d = symbol_size(drawing, "mark"), pitch = ladle_drawing_measure(drawing, "mark-pitch");
    bool all = marks <= most_marks(drawing);

    for (int i = 0; i < (all ? marks : 1); i++)
        ladle_draw_level(drawing, level, of, x + d / 2 + i * pitch, bottom - d / 2, d, false);
    if (all)
        return;
    ladle_label label = ladle_label_fit(drawing, ladle_arena_printf(drawing->arena, "%d", marks),
                                        ladle_lettering_named(drawing, "chart-label", NULL, false),
                                        slot_width(drawing) - pitch, 1);
    ladle_label_draw(drawing, &label, LADLE_ALIGN_LEFT, x + pitch, bottom, 0);
}

/* Whether some slot has a number: the strip is higher then. */
static bool has_numbers(const ladle_drawing *drawing)
{
    for (const ladle_node *node = ladle_data_next(drawing->chart->first, LADLE_NODE_SLOT); node;
         node = ladle_data_next(node->next, LADLE_NODE_SLOT))
        if (ladle_data_integer(node, "marks", 0) > most_marks(drawing))
            return true;
    return false;
}

void ladle_chart_mini_strip(ladle_drawing *drawing)
{
    const ladle_node *chart = drawing->chart;
    int slot = slot_width(drawing), gap = ladle_drawing_measure(drawing, "gap");
    int thin = ladle_drawing_measure(drawing, "line");
    int heavy = ladle_drawing_measure(drawing, "heavy");
    int rise = ladle_drawing_measure(drawing, "mark-rise");
    int of = (int)ladle_data_count(chart, LADLE_NODE_SLOT), level = 0, x = 0;
    int above = ladle_drawing_measure(drawing, "height") - heavy / 2, below = heavy / 2;

    if (has_numbers(drawing)) {
        ladle_label digit = ladle_label_fit(
            drawing, "0", ladle_lettering_named(drawing, "chart-label", NULL, false), slot, 1);
        above = MAX(above, digit.ascent + rise);
        below = MAX(below, digit.descent - rise);
    }
    for (const ladle_node *node = ladle_data_next(chart->first, LADLE_NODE_SLOT); node;
         node = ladle_data_next(node->next, LADLE_NODE_SLOT), level++) {
        bool is_heavy = ladle_data_yes(node, "heavy");
        ladle_draw_line(drawing, LADLE_LAYER_GROUND, x, above, x + slot, above,
                        ladle_paint_stroke(ladle_drawing_colour(drawing, is_heavy ? "INK" : "G4"),
                                           is_heavy ? heavy : thin));
        draw_marks(drawing, ladle_data_integer(node, "marks", 0), level, of, x, above - rise);
        int share = ladle_round(MIN(ladle_data_number(node, "share"), 1.0) *
                                ladle_drawing_measure(drawing, "bar-height"));
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, x, above - share,
                             MIN(ladle_drawing_measure(drawing, "bar-width"), slot), share,
                             ladle_paint_fill(ladle_drawing_colour(drawing, "G7")));
        x += slot + gap;
    }
    ladle_chart_box *box = ladle_drawing_end_box(drawing, MAX(x - gap, 0), above + below);
    box->baseline = ladle_drawing_measure(drawing, "drop") + below - heavy / 2;
}

/* ------------------------------------------------------------------------------------ scale */

static int column_middle(int column, int of, int width)
{
    return ladle_round((column + 0.5) * width / of);
}

static void draw_scale_line(ladle_drawing *drawing, int of, int width, int y)
{
    int tick = ladle_drawing_measure(drawing, "tick");
    ladle_paint paint = ladle_paint_stroke(ladle_drawing_colour(drawing, "G3"),
                                           ladle_drawing_measure(drawing, "line"));

    ladle_draw_line(drawing, LADLE_LAYER_GROUND, column_middle(0, of, width), y,
                    column_middle(of - 1, of, width), y, paint);
    for (int i = 0; i < of; i++) {
        int x = column_middle(i, of, width);
        ladle_draw_line(drawing, LADLE_LAYER_GROUND, x, y - tick, x, y + tick, paint);
    }
}

/* The arrow of a move, from the symbol of the level before to that of the level now; dashed where
 * the move rests on weak evidence. */
static void draw_move(ladle_drawing *drawing, int from, int to, int y)
{
    int turn = to < from ? -1 : 1;
    ladle_paint paint = ladle_chart_arrow_paint(
        drawing, strcmp(ladle_data_text(drawing->chart, "firm"), "no") != 0);

    ladle_draw_arrow(drawing, LADLE_LAYER_MARKS,
                     from + turn * ladle_drawing_measure(drawing, "arrow-from"),
                     to - turn * ladle_drawing_measure(drawing, "arrow-to"), y,
                     ladle_drawing_measure(drawing, "head-length"),
                     ladle_drawing_measure(drawing, "head-breadth"), paint);
}

/* The width asked for by the chart's style; else a column for each level, as long as they are not
 * too many for the theme's whole. */
static int scale_width(const ladle_drawing *drawing, int of)
{
    int width = drawing->chart->style->width;

    if (width <= 0)
        width = (int)MIN((gint64)of * ladle_drawing_measure(drawing, "column"),
                         ladle_drawing_measure(drawing, "width"));
    return MIN(width, drawing->width);
}

void ladle_chart_scale(ladle_drawing *drawing)
{
    const ladle_node *chart = drawing->chart;
    int of = levels_of(chart), width = scale_width(drawing, of);
    int level = ladle_data_integer(chart, "level", -1), was = ladle_data_integer(chart, "was", -1);
    int placed = ladle_data_integer(chart, "placed", -1);
    int height =
        chart->style->height > 0 ? chart->style->height : ladle_drawing_measure(drawing, "row");
    int y = height / 2, column = width / of;
    int d = MIN(symbol_size(drawing, "size"), MIN(column, height));

    if (width <= 0)
        return;
    level = MIN(level, of - 1);
    was = MIN(was, of - 1);
    if (placed >= 0 && placed < of) {
        int left = ladle_round((double)placed * width / of);
        int right = ladle_round((placed + 1.0) * width / of);
        ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, left, 0, right - left, height,
                             ladle_paint_fill(ladle_drawing_colour(drawing, "TINT")));
    }
    /* A dash on a line would not be seen: what is not covered stands alone. */
    if (level >= 0 || was >= 0)
        draw_scale_line(drawing, of, width, y);
    if (was >= 0 && was != level)
        ladle_draw_level(drawing, was, of, column_middle(was, of, width), y,
                         MIN(ladle_drawing_measure(drawing, "before"), d), true);
    if (level >= 0 && was >= 0 && was != level)
        draw_move(drawing, column_middle(was, of, width), column_middle(level, of, width), y);
    if (level >= 0)
        ladle_draw_level(drawing, level, of, column_middle(level, of, width), y, d, false);
    else if (was < 0)
        ladle_draw_level(drawing, -1, of, width / 2, y, d, false);
    ladle_chart_box *box = ladle_drawing_end_box(drawing, width, height);
    box->baseline = ladle_chart_centring(drawing, height);
}

/* --------------------------------------------------------------------------------- progress */

/* The full width is the threshold; where the value is beyond it, the value. */
void ladle_chart_progress(ladle_drawing *drawing)
{
    const ladle_node *chart = drawing->chart;
    double value = MIN(ladle_data_number(chart, "value"), 1.0);
    double threshold = MIN(ladle_data_number(chart, "threshold"), 1.0);
    int natural =
        chart->style->width > 0 ? chart->style->width : ladle_drawing_measure(drawing, "width");
    int width = MIN(natural, drawing->width);
    int bar = ladle_drawing_measure(drawing, "bar"),
        height = ladle_drawing_measure(drawing, "tick");
    int tick = ladle_drawing_measure(drawing, "tick-width"), top = (height - bar) / 2;
    double full = threshold > 0 ? MAX(threshold, value) : 1.0;
    int end = threshold > 0 ? ladle_round(threshold / full * width) : width;

    ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, 0, top, end, bar,
                         ladle_paint_fill(ladle_drawing_colour(drawing, "GROUND")));
    ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, 0, top, ladle_round(value / full * width), bar,
                         ladle_paint_fill(ladle_drawing_colour(drawing, "G7")));
    if (threshold > 0)
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, MAX(end - tick, 0), 0, tick, height,
                             ladle_paint_fill(ladle_drawing_colour(drawing, "INK")));
    ladle_chart_box *box = ladle_drawing_end_box(drawing, width, height);
    box->baseline = ladle_chart_centring(drawing, height);
}

/* ----------------------------------------------------------------------------- cover matrix */

static int most_cells(const ladle_node *chart)
{
    unsigned most = 0;

    for (const ladle_node *row = ladle_data_next(chart->first, LADLE_NODE_ROW); row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW))
        most = MAX(most, ladle_data_count(row, LADLE_NODE_CELL));
    return (int)most;
}

/* One row a partnership, one column an element. Rows and columns have the theme's pitch until they
 * would leave the drawing; then all shrinks alike. Rows too near each other for letters have none.
 * The drawing is always as tall as the theme says, and few rows stand in its middle. */
void ladle_chart_cover_matrix(ladle_drawing *drawing)
{
    const ladle_node *chart = drawing->chart;
    int of = levels_of(chart), columns = most_cells(chart);
    int rows = (int)ladle_data_count(chart, LADLE_NODE_ROW);
    int names = MIN(ladle_drawing_measure(drawing, "names"), drawing->width / 2);
    int pitch = ladle_drawing_measure(drawing, "pitch"), size = symbol_size(drawing, "size");
    int tall =
        chart->style->height > 0 ? chart->style->height : ladle_drawing_measure(drawing, "height");
    ladle_lettering letters = ladle_lettering_named(drawing, "chart-cover", NULL, false);

    if (rows == 0 || columns == 0)
        return;
    int across = MIN(pitch, (drawing->width - names) / columns), down = MIN(pitch, tall / rows);
    int d = ladle_round((double)size * MIN(across, down) / MAX(pitch, 1));
    int y = (tall - rows * down + down) / 2;
    for (const ladle_node *row = ladle_data_next(chart->first, LADLE_NODE_ROW); row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW), y += down) {
        ladle_label label =
            ladle_label_fit(drawing, ladle_data_text(row, "label"), letters, names, 1);
        if (ladle_label_height(&label) <= down)
            ladle_label_draw(drawing, &label, LADLE_ALIGN_LEFT, 0, ladle_label_centred(&label, y),
                             0);
        int x = names + across / 2;
        for (const ladle_node *cell = ladle_data_next(row->first, LADLE_NODE_CELL); cell;
             cell = ladle_data_next(cell->next, LADLE_NODE_CELL), x += across)
            ladle_draw_level(drawing, ladle_data_integer(cell, "level", -1), of, x, y, d, false);
    }
    ladle_drawing_end_box(drawing, names + columns * across, tall);
}
