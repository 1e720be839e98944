/* Targets: a row for each of many, and on its line a mark for each thing measured, at the share of
 * its target that was reached. All rows have one axis, from 0 to 100 %, or somewhat farther when
 * something went beyond its target. What went farther than the axis stands at its end, and what is
 * less than nothing at its beginning, with the share written at the end of the row: nothing that
 * was not reached looks reached, and nothing is out of sight.
 *
 *      | Besøg   ^ Forbrug                           the marks, and what they are of
 *      Partnerskab A  ·····^·······|·····¦······
 *      Partnerskab B  ···|·······^·······¦····|  157 %
 *                    0         50       100 %
 *
 * Marks that would hide each other stand side by side. Shapes differ, so that colours are not
 * needed. A drawing ends when it is as tall as the theme allows; the next one begins with its axis
 * again. */
#include "layout/chart_kinds.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef enum { TICK, TRIANGLE, DOWN, MARK_SHAPES } mark_shape;

typedef struct {
    mark_shape shape;
    bool open;
} mark_kind;

typedef struct {
    mark_kind kind;
    int x, slot;
} placed_mark;

typedef struct {
    ladle_label name, words;
    placed_mark *marks;
    int n, height;
} target_row;

typedef struct {
    ladle_drawing *drawing;
    mark_kind *kinds; /* of the measures, in the order of the slots */
    int n_kinds;
    int left, width; /* of the axis */
    double end;      /* the share at its right end */
    int gap;
} targets;

static int measure(const targets *plot, const char *name)
{
    return ladle_drawing_measure(plot->drawing, name);
}

/* The shape named by a slot; one that names none gets the next that is free. */
static mark_kind kind_of(const ladle_node *slot, int i)
{
    static const char *const shapes[] = {"tick", "triangle", "down"};
    const char *name = ladle_data_text(slot, "mark");
    mark_kind kind = {.shape = (mark_shape)(i % MARK_SHAPES), .open = i / MARK_SHAPES % 2};

    for (int shape = 0; shape < MARK_SHAPES; shape++) {
        bool open = g_str_has_prefix(name, "open-");
        if (strcmp(name + (open ? strlen("open-") : 0), shapes[shape]) == 0)
            kind = (mark_kind){.shape = (mark_shape)shape, .open = open};
    }
    return kind;
}

static int mark_width(const targets *plot, mark_kind kind)
{
    return measure(plot, kind.shape != TICK ? "triangle-width"
                         : kind.open        ? "open-width"
                                            : "tick-width");
}

static void draw_mark(const targets *plot, mark_kind kind, int x, int y)
{
    ladle_drawing *drawing = plot->drawing;
    int width = mark_width(plot, kind);
    const char *ink = kind.shape == TRIANGLE ? "ACC" : "INK";
    ladle_paint whole = ladle_paint_fill(ladle_drawing_colour(drawing, ink));
    ladle_paint edge =
        ladle_paint_outline(ladle_drawing_colour(drawing, "WHITE"),
                            ladle_drawing_colour(drawing, ink), measure(plot, "outline"));
    ladle_paint paint = kind.open ? edge : whole;

    if (kind.shape == TICK) {
        int height = measure(plot, "tick-height");
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, x - width / 2, y - height / 2, width,
                             height, paint);
    } else
        ladle_draw_triangle(drawing, LADLE_LAYER_MARKS, x, y, width,
                            measure(plot, "triangle-height"), kind.shape == DOWN, paint);
}

/* ------------------------------------------------------------------------------------- data */

static double share_of(const ladle_node *cell)
{
    double share = g_ascii_strtod(ladle_data_text(cell, "value"), NULL);
    return isfinite(share) ? share : 0;
}

static const ladle_node *next_cell(const ladle_node *node)
{
    return ladle_data_next(node, LADLE_NODE_CELL);
}

static double highest(const ladle_drawing *drawing)
{
    double most = 0;

    for (const ladle_node *row = ladle_data_next(drawing->chart->first, LADLE_NODE_ROW); row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW))
        for (const ladle_node *cell = next_cell(row->first); cell; cell = next_cell(cell->next))
            most = MAX(most, share_of(cell));
    return most;
}

/* The words of what lies beyond the axis, in the order of the marks. */
static ladle_label read_words(const targets *plot, const ladle_node *row, int width)
{
    GString *words = g_string_new(NULL);

    for (const ladle_node *cell = next_cell(row->first); cell; cell = next_cell(cell->next)) {
        double share = share_of(cell);
        if (!ladle_node_attribute(cell, "value") || (share >= 0 && share <= plot->end))
            continue;
        g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "",
                               ladle_data_text(cell, "words"));
    }
    const char *text = ladle_arena_strdup(plot->drawing->arena, words->str);
    g_string_free(words, TRUE);
    return ladle_label_fit(plot->drawing, text,
                           ladle_lettering_named(plot->drawing, "chart-label", NULL, false), width,
                           1);
}

static int by_place(const void *a, const void *b)
{
    const placed_mark *one = a, *other = b;
    int after = (one->x > other->x) - (one->x < other->x);
    return after ? after : one->slot - other->slot;
}

/* How far the middles of two marks have to be apart, so that both are seen. */
static int clearance(const targets *plot, const placed_mark *one, const placed_mark *other)
{
    double part = measure(plot, "least") / (double)LADLE_PT;
    return ladle_round(part * (mark_width(plot, one->kind) + mark_width(plot, other->kind)) / 2);
}

/* Moves marks apart until each is clear of the next; what is pushed beyond the end goes back as far
 * as it must. */
static void part_marks(const targets *plot, target_row *row)
{
    placed_mark *marks = row->marks;
    int last = row->n - 1;

    qsort(marks, (size_t)row->n, sizeof *marks, by_place);
    for (int i = 1; i < row->n; i++)
        marks[i].x = MAX(marks[i].x, marks[i - 1].x + clearance(plot, &marks[i - 1], &marks[i]));
    for (int i = last; i >= 0; i--)
        marks[i].x =
            MIN(marks[i].x, i == last ? plot->left + plot->width
                                      : marks[i + 1].x - clearance(plot, &marks[i], &marks[i + 1]));
}

static target_row read_row(const targets *plot, const ladle_node *node)
{
    ladle_drawing *drawing = plot->drawing;
    bool bold = ladle_data_yes(node, "emphasis");
    target_row row = {.marks = LADLE_NEW_ARRAY(drawing->arena, placed_mark, (size_t)plot->n_kinds)};
    int i = 0;

    row.name = ladle_label_fit(drawing, ladle_data_text(node, "label"),
                               ladle_lettering_named(drawing, "chart-label", NULL, bold),
                               plot->left - 2 * plot->gap, LADLE_LABEL_LINES);
    row.height = MAX(measure(plot, "pitch"), ladle_label_height(&row.name));
    for (const ladle_node *cell = next_cell(node->first); cell && i < plot->n_kinds;
         cell = next_cell(cell->next), i++) {
        double share = CLAMP(share_of(cell), 0, plot->end);
        if (ladle_node_attribute(cell, "value"))
            row.marks[row.n++] = (placed_mark){
                plot->kinds[i], plot->left + ladle_round(share / plot->end * plot->width), i};
    }
    part_marks(plot, &row);
    return row;
}

/* ---------------------------------------------------------------------------------- drawing */

/* The marks and what they are of, over as many lines as it takes. Returns the height. */
static int draw_key(const targets *plot)
{
    ladle_drawing *drawing = plot->drawing;
    ladle_lettering letters = ladle_lettering_named(drawing, "chart-label", "G7", false);
    int patch = MAX(measure(plot, "triangle-width"), measure(plot, "open-width"));
    int x = 0, y = 0, line = letters.style->leading, i = 0;

    for (const ladle_node *slot = ladle_data_next(drawing->chart->first, LADLE_NODE_SLOT); slot;
         slot = ladle_data_next(slot->next, LADLE_NODE_SLOT), i++) {
        ladle_label label = ladle_label_fit(drawing, ladle_data_text(slot, "label"), letters,
                                            drawing->width - patch - plot->gap, 1);
        int width = patch + plot->gap + label.width;
        line = MAX(line, ladle_label_height(&label));
        if (x > 0 && x + width > drawing->width) {
            x = 0;
            y += line;
        }
        draw_mark(plot, plot->kinds[i], x + patch / 2, y + line / 2);
        ladle_label_draw(drawing, &label, LADLE_ALIGN_LEFT, x + patch + plot->gap,
                         ladle_label_centred(&label, y + line / 2), 0);
        x += width + measure(plot, "key-gap");
    }
    return y + line + measure(plot, "key-below");
}

/* Lines at 0, 50 and 100 % with their numbers below; the target's is dashed. Returns their height.
 */
static int draw_axis(const targets *plot, int top, int bottom)
{
    ladle_drawing *drawing = plot->drawing;
    const char *full = ladle_data_text(drawing->chart, "full");
    const char *const texts[] = {"0", "50", *full ? full : "100"};
    ladle_lettering grey = ladle_lettering_named(drawing, "chart-label", "G7", false);
    ladle_lettering accent = ladle_lettering_named(drawing, "chart-label", "ACC", true);
    int height = 0, limit = 0;

    for (int i = 0; i < 3; i++) {
        int x = plot->left + ladle_round(i / 2.0 / plot->end * plot->width);
        bool target = i == 2;
        ladle_paint paint = ladle_paint_stroke(ladle_drawing_colour(drawing, target ? "ACC" : "G2"),
                                               measure(plot, target ? "target-line" : "grid-line"));
        if (target) {
            paint.dash_on = measure(plot, "dash-on");
            paint.dash_off = measure(plot, "dash-off");
        }
        ladle_draw_line(drawing, LADLE_LAYER_GROUND, x, top, x, bottom, paint);
        ladle_label label =
            ladle_label_fit(drawing, texts[i], target ? accent : grey, drawing->width, 1);
        int left = CLAMP(x - label.width / 2, 0, MAX(drawing->width - label.width, 0));
        if (left < limit)
            continue;
        ladle_label_draw(drawing, &label, LADLE_ALIGN_LEFT, left, bottom + label.ascent, 0);
        limit = left + label.width + plot->gap;
        height = MAX(height, ladle_label_height(&label));
    }
    return height;
}

static void draw_row(const targets *plot, const target_row *row, int y)
{
    ladle_drawing *drawing = plot->drawing;
    int middle = y + row->height / 2, line = measure(plot, "grid-line");

    ladle_label_draw(drawing, &row->name, LADLE_ALIGN_LEFT, 0,
                     ladle_label_centred(&row->name, middle), 0);
    ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, plot->left, middle - line / 2, plot->width,
                         line, ladle_paint_fill(ladle_drawing_colour(drawing, "G3")));
    for (int i = 0; i < row->n; i++)
        draw_mark(plot, row->marks[i].kind, row->marks[i].x, middle);
    ladle_label_draw(drawing, &row->words, LADLE_ALIGN_RIGHT, drawing->width,
                     ladle_label_centred(&row->words, middle), 0);
}

static targets read_plot(ladle_drawing *drawing)
{
    targets plot = {.drawing = drawing,
                    .n_kinds = (int)ladle_data_count(drawing->chart, LADLE_NODE_SLOT)};
    double most = highest(drawing);
    int i = 0;

    plot.kinds = LADLE_NEW_ARRAY(drawing->arena, mark_kind, (size_t)plot.n_kinds);
    for (const ladle_node *slot = ladle_data_next(drawing->chart->first, LADLE_NODE_SLOT); slot;
         slot = ladle_data_next(slot->next, LADLE_NODE_SLOT), i++)
        plot.kinds[i] = kind_of(slot, i);
    plot.gap = measure(&plot, "gap");
    plot.left = MIN(measure(&plot, "names"), drawing->width / 2);
    double beyond = MAX(measure(&plot, "beyond") / (double)LADLE_PT, 1.0);
    plot.end = CLAMP(most, 1.0, beyond);
    return plot;
}

void ladle_chart_targets(ladle_drawing *drawing)
{
    targets plot = read_plot(drawing);
    int n = (int)ladle_data_count(drawing->chart, LADLE_NODE_ROW), i = 0, beside = 0;
    target_row *rows = LADLE_NEW_ARRAY(drawing->arena, target_row, (size_t)n);
    ladle_label *words = LADLE_NEW_ARRAY(drawing->arena, ladle_label, (size_t)n);
    const ladle_node *first = ladle_data_next(drawing->chart->first, LADLE_NODE_ROW);

    if (n == 0 || drawing->width <= 0)
        return;
    for (const ladle_node *row = first; row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW), i++) {
        words[i] = read_words(&plot, row, drawing->width / 4);
        beside = MAX(beside, words[i].width);
    }
    /* Marks reach beyond the ends of the axis by half their width. */
    int half = measure(&plot, "triangle-width") / 2;
    plot.width = MAX(drawing->width - plot.left - half - (beside > 0 ? beside + plot.gap : 0), 1);
    i = 0;
    for (const ladle_node *row = first; row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW), i++) {
        rows[i] = read_row(&plot, row);
        rows[i].words = words[i];
    }
    int tallest = measure(&plot, "tallest");
    for (i = 0; i < n;) {
        int top = draw_key(&plot), y = top;
        do {
            draw_row(&plot, &rows[i], y);
            y += rows[i++].height;
        } while (i < n && y + rows[i].height <= tallest);
        y += draw_axis(&plot, top, y);
        ladle_drawing_end_box(drawing, drawing->width, y);
    }
}
