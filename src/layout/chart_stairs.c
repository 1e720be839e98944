/* Stairs: which steps each row has reached, a column a step, the lowest first. Rows stand in the
 * order of their data, highest first, so that every column is filled from the top without a hole. A
 * dashed line below so many rows as are needed then cuts those columns that reach far enough:
 *
 *                  Kantinen   Klubben    Kompagniet
 *     Mandat       ########   ########   ########
 *     Projekter    ########   ########
 *     - - - - - - - - - - - - - - - - - - - - - - - 2 af 3
 *     Udbytte      ########
 *     Belastning   -
 *                  3 af 3     2 af 3     1 af 3
 *
 * A row without a level is not covered: a dash in the first column. Columns are as wide as the
 * theme says, and narrower when there are more than fit beside the line's words. */
#include "layout/chart_kinds.h"

typedef struct {
    ladle_label head, words;
    int level; /* which step it is, from 0 */
} step;

typedef struct {
    ladle_drawing *drawing;
    int of;
    step *steps;
    int n_steps;
    int names, column, bar; /* widths */
    int thick;              /* of a bar */
    int gap;
    int size; /* of the sign in a head */
    ladle_label needed;
} stairs;

static int measure(const stairs *plot, const char *name)
{
    return ladle_drawing_measure(plot->drawing, name);
}

static int column_left(const stairs *plot, int i)
{
    return plot->names + i * plot->column;
}

static int right_end(const stairs *plot)
{
    return column_left(plot, plot->n_steps);
}

static void rule(const stairs *plot, int y, const char *thickness)
{
    ladle_draw_rectangle(plot->drawing, LADLE_LAYER_GROUND, 0, y, plot->drawing->width,
                         measure(plot, thickness),
                         ladle_paint_fill(ladle_drawing_colour(plot->drawing, "INK")));
}

/* The widths of columns, from what the line's words leave of the drawing. */
static void find_widths(stairs *plot)
{
    ladle_drawing *drawing = plot->drawing;
    ladle_lettering accent = ladle_lettering_named(drawing, "chart-label", "ACC", true);

    plot->names = MIN(measure(plot, "names"), drawing->width / 3);
    plot->needed = ladle_label_fit(drawing, ladle_data_text(drawing->chart, "needed-words"), accent,
                                   drawing->width / 6, 1);
    int beside = plot->needed.n_lines > 0 ? plot->needed.width + 2 * plot->gap : 0;
    plot->column = MIN(measure(plot, "column"),
                       MAX(drawing->width - plot->names - beside, 0) / MAX(plot->n_steps, 1));
    plot->bar = MAX(plot->column - measure(plot, "column-gap"), plot->column / 2);
}

static void read_steps(stairs *plot)
{
    ladle_drawing *drawing = plot->drawing;
    ladle_lettering plain = ladle_lettering_named(drawing, "chart-label", NULL, false);
    ladle_lettering bold = ladle_lettering_named(drawing, "chart-label", NULL, true);
    int i = 0;

    for (const ladle_node *slot = ladle_data_next(drawing->chart->first, LADLE_NODE_SLOT); slot;
         slot = ladle_data_next(slot->next, LADLE_NODE_SLOT), i++)
        plot->steps[i] = (step){
            .level = MIN(ladle_data_integer(slot, "level", 0), plot->of - 1),
            .head = ladle_label_fit(drawing, ladle_data_text(slot, "label"), bold,
                                    plot->bar - plot->size - plot->gap, 2),
            .words = ladle_label_fit(drawing, ladle_data_text(slot, "words"),
                                     ladle_data_yes(slot, "heavy") ? bold : plain, plot->bar, 2)};
}

/* Signs and names of the steps, and the rule below them. Returns where the rows begin. */
static int draw_heads(const stairs *plot)
{
    int height = plot->size, space = measure(plot, "rule-gap");

    for (int i = 0; i < plot->n_steps; i++)
        height = MAX(height, ladle_label_height(&plot->steps[i].head));
    for (int i = 0; i < plot->n_steps; i++) {
        const step *one = &plot->steps[i];
        int left = column_left(plot, i);
        ladle_draw_level(plot->drawing, one->level, plot->of, left + plot->size / 2, height / 2,
                         plot->size, false);
        ladle_label_draw(plot->drawing, &one->head, LADLE_ALIGN_LEFT, left + plot->size + plot->gap,
                         ladle_label_centred(&one->head, height / 2), 0);
    }
    rule(plot, height + space, "rule");
    return height + 2 * space + measure(plot, "rule");
}

/* What each step comes to, below a heavy rule. Returns the bottom of the chart. */
static int draw_foot(const stairs *plot, int y)
{
    ladle_drawing *drawing = plot->drawing;
    ladle_lettering bold = ladle_lettering_named(drawing, "chart-label", NULL, true);
    ladle_label total = ladle_label_fit(drawing, ladle_data_text(drawing->chart, "total"), bold,
                                        plot->names - plot->gap, 2);
    int height = ladle_label_height(&total);

    y += measure(plot, "rule-gap");
    rule(plot, y, "heavy");
    y += measure(plot, "heavy") + measure(plot, "rule-gap");
    ladle_label_draw(drawing, &total, LADLE_ALIGN_LEFT, 0, y + total.ascent, 0);
    for (int i = 0; i < plot->n_steps; i++) {
        const ladle_label *words = &plot->steps[i].words;
        ladle_label_draw(drawing, words, LADLE_ALIGN_LEFT, column_left(plot, i), y + words->ascent,
                         0);
        height = MAX(height, ladle_label_height(words));
    }
    return y + height;
}

/* The line below as many rows as are needed, its words right of all columns. */
static void draw_needed(const stairs *plot, int y)
{
    ladle_drawing *drawing = plot->drawing;
    ladle_paint paint =
        ladle_paint_stroke(ladle_drawing_colour(drawing, "ACC"), measure(plot, "needed-line"));

    paint.dash_on = measure(plot, "dash-on");
    paint.dash_off = measure(plot, "dash-off");
    ladle_draw_line(drawing, LADLE_LAYER_LINES, plot->names - plot->gap, y, right_end(plot), y,
                    paint);
    ladle_label_draw(drawing, &plot->needed, LADLE_ALIGN_LEFT, right_end(plot) + plot->gap,
                     ladle_label_centred(&plot->needed, y), 0);
}

static ladle_label row_name(const stairs *plot, const ladle_node *row, unsigned lines)
{
    return ladle_label_fit(plot->drawing, ladle_data_text(row, "label"),
                           ladle_lettering_named(plot->drawing, "chart-label", NULL, false),
                           plot->names - 2 * plot->gap, lines);
}

/* Where rows of the usual pitch, and names of two lines, would be taller than the theme allows,
 * names get one line and rows move together. */
static void fit_rows(const stairs *plot, unsigned *lines, int *pitch)
{
    const ladle_node *first = ladle_data_next(plot->drawing->chart->first, LADLE_NODE_ROW);
    int height = 0, n = 0, tallest = measure(plot, "tallest");

    for (const ladle_node *row = first; row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW), n++) {
        ladle_label name = row_name(plot, row, *lines);
        height += MAX(*pitch, ladle_label_height(&name));
    }
    if (height <= tallest)
        return;
    *lines = 1;
    *pitch = MIN(*pitch, tallest / MAX(n, 1));
}

static void draw_row(const stairs *plot, const ladle_label *name, int level, int middle)
{
    ladle_drawing *drawing = plot->drawing;

    ladle_label_draw(drawing, name, LADLE_ALIGN_LEFT, 0, ladle_label_centred(name, middle), 0);
    if (level < 0)
        ladle_draw_level(drawing, -1, plot->of, plot->names + plot->size / 2, middle, plot->size,
                         false);
    for (int i = 0; i < plot->n_steps; i++) {
        int at = plot->steps[i].level;
        if (level < at)
            continue;
        const char *colour = at == plot->of - 1 ? "INK" : "G7";
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, column_left(plot, i),
                             middle - plot->thick / 2, plot->bar, plot->thick,
                             ladle_paint_fill(ladle_drawing_colour(drawing, colour)));
    }
}

void ladle_chart_stairs(ladle_drawing *drawing)
{
    const ladle_node *chart = drawing->chart;
    stairs plot = {.drawing = drawing,
                   .of = MAX(ladle_data_integer(chart, "of", 1), 1),
                   .n_steps = (int)ladle_data_count(chart, LADLE_NODE_SLOT)};
    int needed = ladle_data_integer(chart, "needed", 0), n = 0;

    if (plot.n_steps == 0 || drawing->width <= 0)
        return;
    plot.steps = LADLE_NEW_ARRAY(drawing->arena, step, (size_t)plot.n_steps);
    plot.thick = measure(&plot, "bar");
    plot.gap = measure(&plot, "gap");
    plot.size = measure(&plot, "size");
    find_widths(&plot);
    read_steps(&plot);
    unsigned lines = LADLE_LABEL_LINES;
    int pitch = measure(&plot, "pitch");
    fit_rows(&plot, &lines, &pitch);
    int y = draw_heads(&plot);
    for (const ladle_node *row = ladle_data_next(chart->first, LADLE_NODE_ROW); row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW)) {
        ladle_label name = row_name(&plot, row, lines);
        int height = MAX(pitch, ladle_label_height(&name));
        draw_row(&plot, &name, ladle_data_integer(row, "level", -1), y + height / 2);
        y += height;
        if (++n == needed)
            draw_needed(&plot, y);
    }
    ladle_drawing_end_box(drawing, drawing->width, draw_foot(&plot, y));
}
