/* Parts of a whole: one bar a row, as wide as the drawing, divided; counts inside the parts. The
 * parts' names stand once, below the last bar at their parts' left sides, the last flush right.
 * Where they would meet there, they become a key: each name after a patch of its part, over as many
 * lines as it takes. A count wider than its part stands above it. */
#include "layout/chart_kinds.h"

typedef struct {
    ladle_drawing *drawing;
    int left, width; /* of the bars */
    int bar, gap;
} parts_plot;

/* The fill of the i-th of n parts: from white to INK, so that neighbours differ and counts can be
 * read on each. */
static const char *part_fill(int i, int n)
{
    static const char *const between[] = {"G3", "G2"};

    if (i == 0)
        return "WHITE";
    return i == n - 1 ? "INK" : between[(i - 1) % (int)G_N_ELEMENTS(between)];
}

static ladle_paint part_paint(const parts_plot *plot, int i, int n)
{
    return ladle_paint_outline(ladle_drawing_colour(plot->drawing, part_fill(i, n)),
                               ladle_drawing_colour(plot->drawing, "G7"),
                               ladle_drawing_measure(plot->drawing, "outline"));
}

static const ladle_node *first_part(const ladle_node *row)
{
    return ladle_data_next(row->first, LADLE_NODE_PART);
}

static const ladle_node *next_part(const ladle_node *part)
{
    return ladle_data_next(part->next, LADLE_NODE_PART);
}

static double sum_of(const ladle_node *row)
{
    double sum = 0;

    for (const ladle_node *part = first_part(row); part; part = next_part(part))
        sum += ladle_data_number(part, "value");
    return sum;
}

static int part_x(const parts_plot *plot, double before, double sum)
{
    return plot->left + (sum > 0 ? ladle_round(before / sum * plot->width) : 0);
}

/* Draws the counts; those that fit inside their parts, or those that do not, above the bar at y
 * (each where the one before it leaves room). Returns whether there are any of the latter. */
static bool draw_counts(const parts_plot *plot, const ladle_node *row, int y, bool inside,
                        bool draw)
{
    ladle_drawing *drawing = plot->drawing;
    int n = (int)ladle_data_count(row, LADLE_NODE_PART), i = 0, limit = 0;
    double before = 0, sum = sum_of(row);
    bool outside = false;

    for (const ladle_node *part = first_part(row); part; part = next_part(part), i++) {
        double value = ladle_data_number(part, "value");
        int left = part_x(plot, before, sum), right = part_x(plot, before + value, sum);
        before += value;
        ladle_lettering letters = ladle_lettering_named(
            drawing, "chart-label", inside && i > 0 && i == n - 1 ? "WHITE" : NULL, false);
        ladle_label label =
            ladle_label_fit(drawing, ladle_data_text(part, "words"), letters, plot->width, 1);
        bool fits = label.width + plot->gap <= right - left;
        outside = outside || (!fits && value > 0);
        if (!draw || value <= 0 || fits != inside)
            continue;
        int x = (left + right - label.width) / 2;
        x = MAX(MIN(x, drawing->width - label.width), 0);
        if (!inside && x < limit)
            x = limit;
        if (x + label.width > drawing->width)
            continue;
        int baseline = inside ? ladle_label_centred(&label, y + plot->bar / 2) : y - label.descent;
        ladle_label_draw(drawing, &label, LADLE_ALIGN_LEFT, x, baseline, 0);
        limit = x + label.width + plot->gap;
    }
    return outside;
}

static void draw_bar(const parts_plot *plot, const ladle_node *row, int y)
{
    int n = (int)ladle_data_count(row, LADLE_NODE_PART), i = 0;
    double before = 0, sum = sum_of(row);

    for (const ladle_node *part = first_part(row); part; part = next_part(part), i++) {
        double value = ladle_data_number(part, "value");
        int left = part_x(plot, before, sum), right = part_x(plot, before + value, sum);
        ladle_draw_rectangle(plot->drawing, LADLE_LAYER_GROUND, left, y, right - left, plot->bar,
                             part_paint(plot, i, n));
        before += value;
    }
}

/* ------------------------------------------------------------------------------------ names */

/* Names at their parts, if they can stand there. */
static bool names_at_parts(const parts_plot *plot, const ladle_node *row, ladle_lettering letters,
                           int y)
{
    ladle_drawing *drawing = plot->drawing;
    int n = (int)ladle_data_count(row, LADLE_NODE_PART);
    ladle_label *labels = LADLE_NEW_ARRAY(drawing->arena, ladle_label, (size_t)n);
    int *places = LADLE_NEW_ARRAY(drawing->arena, int, (size_t)n);
    double before = 0, sum = sum_of(row);
    int i = 0, limit = 0;

    for (const ladle_node *part = first_part(row); part; part = next_part(part), i++) {
        labels[i] =
            ladle_label_fit(drawing, ladle_data_text(part, "label"), letters, plot->width, 1);
        places[i] = part_x(plot, before, sum);
        before += ladle_data_number(part, "value");
        if (i > 0 && i == n - 1)
            places[i] = plot->left + plot->width - labels[i].width;
        if (labels[i].cut || places[i] < limit || places[i] + labels[i].width > drawing->width)
            return false;
        limit = places[i] + labels[i].width + plot->gap;
    }
    for (i = 0; i < n; i++)
        ladle_label_draw(drawing, &labels[i], LADLE_ALIGN_LEFT, places[i], y + labels[i].ascent, 0);
    return true;
}

/* Names as a key. Returns its height. */
static int names_as_key(const parts_plot *plot, const ladle_node *row, ladle_lettering letters,
                        int y)
{
    ladle_drawing *drawing = plot->drawing;
    int n = (int)ladle_data_count(row, LADLE_NODE_PART), i = 0, x = 0, top = y;
    int patch = ladle_drawing_measure(drawing, "patch");
    int height = 0;

    for (const ladle_node *part = first_part(row); part; part = next_part(part), i++) {
        ladle_label label = ladle_label_fit(drawing, ladle_data_text(part, "label"), letters,
                                            drawing->width - patch - plot->gap, 1);
        int width = patch + plot->gap + label.width;
        if (x > 0 && x + width > drawing->width) {
            x = 0;
            y += height;
        }
        height = MAX(ladle_label_height(&label), patch);
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, x, y + (height - patch) / 2, patch, patch,
                             part_paint(plot, i, n));
        ladle_label_draw(drawing, &label, LADLE_ALIGN_LEFT, x + patch + plot->gap,
                         ladle_label_centred(&label, y + height / 2), 0);
        x += width + 2 * plot->gap;
    }
    return y + height - top;
}

void ladle_chart_parts(ladle_drawing *drawing)
{
    int names = MIN(ladle_drawing_measure(drawing, "names"), drawing->width / 2);
    int space = ladle_drawing_measure(drawing, "row-gap"), y = 0, bottom = 0;
    parts_plot plot = {.drawing = drawing,
                       .left = names,
                       .width = drawing->width - names,
                       .bar = ladle_drawing_measure(drawing, "bar"),
                       .gap = ladle_drawing_measure(drawing, "gap")};
    ladle_lettering plain = ladle_lettering_named(drawing, "chart-label", NULL, false);
    ladle_lettering grey = ladle_lettering_named(drawing, "chart-label", "G7", false);
    const ladle_node *last = NULL;

    for (const ladle_node *row = ladle_data_next(drawing->chart->first, LADLE_NODE_ROW); row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW)) {
        ladle_label name =
            ladle_label_fit(drawing, ladle_data_text(row, "label"), plain, names - plot.gap, 2);
        if (draw_counts(&plot, row, y, true, false))
            y += plain.style->leading;
        /* A name of two lines may be taller than its bar. */
        y += MAX((ladle_label_height(&name) - plot.bar) / 2, 0);
        ladle_label_draw(drawing, &name, LADLE_ALIGN_LEFT, 0,
                         ladle_label_centred(&name, y + plot.bar / 2), 0);
        draw_bar(&plot, row, y);
        draw_counts(&plot, row, y, true, true);
        draw_counts(&plot, row, y, false, true);
        bottom = y + MAX(plot.bar, (plot.bar + ladle_label_height(&name)) / 2);
        y = bottom + space;
        last = row;
    }
    if (!last)
        return;
    y = bottom;
    if (names_at_parts(&plot, last, grey, y))
        y += grey.style->leading;
    else
        y += names_as_key(&plot, last, grey, y);
    ladle_drawing_end_box(drawing, drawing->width, y);
}
