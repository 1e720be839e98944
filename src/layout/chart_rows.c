/* Charts of named rows: shares as sorted bars, with or without a line that they have to pass; pairs
 * of shares on one line; ticks in time order. */
#include "layout/chart_kinds.h"

/* The column of names left of a chart: the theme's, but never more than half the width. */
static int names_width(const ladle_drawing *drawing)
{
    return MIN(ladle_drawing_measure(drawing, "names"), drawing->width / 2);
}

/* ----------------------------------------------------------------------------------- shares */

typedef struct {
    ladle_label name, words;
    double value;
    bool emphasis;
} share_row;

static share_row read_share(ladle_drawing *drawing, const ladle_node *node, int names, int gap,
                            unsigned lines)
{
    share_row row = {.value = MIN(ladle_data_number(node, "value"), 1.0),
                     .emphasis = ladle_data_yes(node, "emphasis")};

    row.name = ladle_label_fit(drawing, ladle_data_text(node, "label"),
                               ladle_lettering_named(drawing, "chart-label", NULL, false),
                               names - gap, lines);
    row.words = ladle_label_fit(drawing, ladle_data_text(node, "words"),
                                ladle_lettering_named(drawing, "chart-label", NULL, row.emphasis),
                                (drawing->width - names) / 2, 1);
    return row;
}

/* The line that a share has to pass (kind reach): dashed down over all bars, its words beside its
 * foot, below the last bar. */
typedef struct {
    bool there;
    int x;
    ladle_label words;
} threshold;

static threshold find_threshold(ladle_drawing *drawing, int names, double scale)
{
    ladle_lettering accent = ladle_lettering_named(drawing, "chart-label", "ACC", true);
    int gap = ladle_drawing_measure(drawing, "gap");
    threshold line = {.there = ladle_node_attribute(drawing->chart, "threshold") != NULL};

    if (!line.there)
        return line;
    line.x = names + ladle_round(MIN(ladle_data_number(drawing->chart, "threshold"), 1.0) * scale);
    int left = line.x - gap, right = drawing->width - line.x - gap;
    line.words = ladle_label_fit(drawing, ladle_data_text(drawing->chart, "threshold-label"),
                                 accent, MAX(left, right), 1);
    return line;
}

/* Where words that would stand at `x` stand: beyond the line where they would touch it. */
static int clear_of(const threshold *line, const ladle_label *words, int x, int gap)
{
    return line->there && x < line->x + gap && x + words->width > line->x - gap ? line->x + gap : x;
}

/* Draws the line from the top; its words from y on. Returns the bottom of both. */
static int draw_threshold(ladle_drawing *drawing, const threshold *line, int y)
{
    int gap = ladle_drawing_measure(drawing, "gap"), height = ladle_label_height(&line->words);
    ladle_paint paint = ladle_paint_stroke(ladle_drawing_colour(drawing, "ACC"),
                                           ladle_drawing_measure(drawing, "threshold-line"));
    bool on_right = line->words.width <= drawing->width - line->x - gap;

    paint.dash_on = ladle_drawing_measure(drawing, "dash-on");
    paint.dash_off = ladle_drawing_measure(drawing, "dash-off");
    ladle_draw_line(drawing, LADLE_LAYER_LINES, line->x, 0, line->x, y + height, paint);
    ladle_label_draw(drawing, &line->words, on_right ? LADLE_ALIGN_LEFT : LADLE_ALIGN_RIGHT,
                     on_right ? line->x + gap : line->x - gap, y + line->words.ascent, 0);
    return y + height;
}

static int draw_share(ladle_drawing *drawing, const share_row *row, const threshold *line,
                      int names, double scale, int y)
{
    int bar = ladle_drawing_measure(drawing, "bar"), gap = ladle_drawing_measure(drawing, "gap");
    int height = MAX(ladle_drawing_measure(drawing, "pitch"), ladle_label_height(&row->name));
    int middle = y + height / 2, length = ladle_round(row->value * scale);

    ladle_label_draw(drawing, &row->name, LADLE_ALIGN_LEFT, 0,
                     ladle_label_centred(&row->name, middle), 0);
    ladle_draw_rectangle(
        drawing, LADLE_LAYER_MARKS, names, middle - bar / 2, length, bar,
        ladle_paint_fill(ladle_drawing_colour(drawing, row->emphasis ? "INK" : "G4")));
    ladle_label_draw(drawing, &row->words, LADLE_ALIGN_LEFT,
                     clear_of(line, &row->words, names + length + gap, gap),
                     ladle_label_centred(&row->words, middle), 0);
    return y + height;
}

/* Kinds shares and reach. A bar of 100 % is as long as the theme's `whole`, or as long as the bars'
 * words allow, also where they have to stand beyond a threshold. */
void ladle_chart_shares(ladle_drawing *drawing)
{
    int n = (int)ladle_data_count(drawing->chart, LADLE_NODE_BAR), i = 0;
    share_row *rows = LADLE_NEW_ARRAY(drawing->arena, share_row, (size_t)n);
    int names = names_width(drawing), gap = ladle_drawing_measure(drawing, "gap");
    int line_width = ladle_drawing_measure(drawing, "base-line"), y = 0;
    double scale = ladle_drawing_measure(drawing, "whole"),
           most = ladle_data_number(drawing->chart, "threshold");

    /* Many bars with a threshold have names of one line, so that a page holds what stands beside.
     */
    bool many = ladle_node_attribute(drawing->chart, "threshold") &&
                n > ladle_drawing_measure(drawing, "tallest") /
                        MAX(ladle_drawing_measure(drawing, "pitch"), 1);
    for (const ladle_node *node = ladle_data_next(drawing->chart->first, LADLE_NODE_BAR); node;
         node = ladle_data_next(node->next, LADLE_NODE_BAR), i++) {
        rows[i] = read_share(drawing, node, names, gap, many ? 1 : LADLE_LABEL_LINES);
        int room = MAX(drawing->width - names - gap - rows[i].words.width, 0);
        if (MAX(rows[i].value, most) > 0)
            scale = MIN(scale, room / MAX(rows[i].value, most));
    }
    if (n == 0)
        return;
    threshold line = find_threshold(drawing, names, scale);
    if (line.there)
        y = ladle_drawing_measure(drawing, "overhang");
    int top = y;
    for (i = 0; i < n; i++)
        y = draw_share(drawing, &rows[i], &line, names, scale, y);
    ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, names, top, line_width, y - top,
                         ladle_paint_fill(ladle_drawing_colour(drawing, "G7")));
    if (line.there)
        y = draw_threshold(drawing, &line, y);
    ladle_drawing_end_box(drawing, drawing->width, y);
}

/* ------------------------------------------------------------------------------------- pair */

typedef struct {
    ladle_label name, first_words, second_words;
    bool has_first, has_second;
    double first, second;
    int height;
} pair_row;

typedef struct {
    ladle_drawing *drawing;
    int left, width; /* of the line from 0 to 100 % */
    int gap;
} pair_plot;

static int share_x(const pair_plot *plot, double share)
{
    return plot->left + ladle_round(share * plot->width);
}

static pair_row read_pair(ladle_drawing *drawing, const ladle_node *node)
{
    ladle_lettering plain = ladle_lettering_named(drawing, "chart-label", NULL, false);
    ladle_lettering accent = ladle_lettering_named(drawing, "chart-label", "ACC", false);
    pair_row row = {.has_first = ladle_node_attribute(node, "first") != NULL,
                    .has_second = ladle_node_attribute(node, "second") != NULL};

    row.first = MIN(ladle_data_number(node, "first"), 1.0);
    row.second = MIN(ladle_data_number(node, "second"), 1.0);
    row.first_words = ladle_label_fit(drawing, ladle_data_text(node, "first-words"), accent,
                                      drawing->width / 4, 1);
    row.second_words = ladle_label_fit(drawing, ladle_data_text(node, "second-words"), plain,
                                       drawing->width / 4, 1);
    return row;
}

/* The lesser share has its words to the left, the greater to the right, clear of both marks. Both
 * stand on the line; of two at one place the tick, which is higher and narrower, is seen on the
 * triangle. */
static void draw_pair(const pair_plot *plot, const pair_row *row, int y)
{
    ladle_drawing *drawing = plot->drawing;
    int first = share_x(plot, row->first), second = share_x(plot, row->second);
    int width = ladle_drawing_measure(drawing, "tick-width");
    int height = ladle_drawing_measure(drawing, "tick-height");
    int triangle = ladle_drawing_measure(drawing, "triangle-width");
    bool first_left = !row->has_second || row->first <= row->second;
    bool second_left = row->has_first && !first_left;
    int left = first - triangle / 2, right = first + triangle / 2;

    if (!row->has_first || second - width / 2 < left)
        left = row->has_second ? second - width / 2 : left;
    if (!row->has_first || second + width / 2 > right)
        right = row->has_second ? second + width / 2 : right;
    left -= plot->gap;
    right += plot->gap;
    if (row->has_first && row->has_second)
        ladle_draw_line(drawing, LADLE_LAYER_GROUND, first, y, second, y,
                        ladle_paint_stroke(ladle_drawing_colour(drawing, "G4"),
                                           ladle_drawing_measure(drawing, "line")));
    if (row->has_first) {
        ladle_draw_triangle(drawing, LADLE_LAYER_MARKS, first, y, triangle,
                            ladle_drawing_measure(drawing, "triangle-height"), false,
                            ladle_paint_fill(ladle_drawing_colour(drawing, "ACC")));
        ladle_label_draw(drawing, &row->first_words,
                         first_left ? LADLE_ALIGN_RIGHT : LADLE_ALIGN_LEFT,
                         first_left ? left : right, ladle_label_centred(&row->first_words, y), 0);
    }
    if (row->has_second) {
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, second - width / 2, y - height / 2, width,
                             height, ladle_paint_fill(ladle_drawing_colour(drawing, "INK")));
        ladle_label_draw(drawing, &row->second_words,
                         second_left ? LADLE_ALIGN_RIGHT : LADLE_ALIGN_LEFT,
                         second_left ? left : right, ladle_label_centred(&row->second_words, y), 0);
    }
}

/* The two words above the first row, each at its mark, moved apart where they would meet. */
static int draw_heads(const pair_plot *plot, const pair_row *row)
{
    ladle_drawing *drawing = plot->drawing;
    int room = (drawing->width - plot->gap) / 2, width = drawing->width;
    ladle_label a =
        ladle_label_fit(drawing, ladle_data_text(drawing->chart, "first"),
                        ladle_lettering_named(drawing, "chart-label", "ACC", true), room, 1);
    ladle_label b =
        ladle_label_fit(drawing, ladle_data_text(drawing->chart, "second"),
                        ladle_lettering_named(drawing, "chart-label", NULL, true), room, 1);
    bool swap = row->first > row->second;
    const ladle_label *low = swap ? &b : &a, *high = swap ? &a : &b;
    int low_x = share_x(plot, MIN(row->first, row->second)) - low->width / 2;
    int high_x = share_x(plot, MAX(row->first, row->second)) - high->width / 2;
    int space = 2 * plot->gap, over = low_x + low->width + space - high_x;

    if (over > 0) {
        low_x -= over / 2;
        high_x += over - over / 2;
    }
    high_x = MIN(high_x, width - high->width);
    low_x = MAX(MIN(low_x, high_x - space - low->width), 0);
    high_x = MAX(high_x, low_x + low->width + space);
    high_x = MIN(high_x, width - high->width);
    ladle_label_draw(drawing, low, LADLE_ALIGN_LEFT, low_x, low->ascent, 0);
    ladle_label_draw(drawing, high, LADLE_ALIGN_LEFT, high_x, high->ascent, 0);
    return MAX(ladle_label_height(&a), ladle_label_height(&b));
}

/* The lines of 0, 50 and 100 %, and their numbers below. The word for 100 % is the chart's. */
static int draw_shares_axis(const pair_plot *plot, int top, int bottom)
{
    ladle_drawing *drawing = plot->drawing;
    const char *full = ladle_data_text(drawing->chart, "full");
    const char *const texts[] = {"0", "50", *full ? full : "100"};
    ladle_lettering grey = ladle_lettering_named(drawing, "chart-label", "G7", false);
    int width = ladle_drawing_measure(drawing, "grid-line"), height = 0, right = 0;

    for (int i = 0; i < 3; i++) {
        int x = share_x(plot, i / 2.0);
        ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, x - width / 2, top, width, bottom - top,
                             ladle_paint_fill(ladle_drawing_colour(drawing, "G2")));
        ladle_label label = ladle_label_fit(drawing, texts[i], grey, drawing->width, 1);
        int left = MAX(MIN(x - label.width / 2, drawing->width - label.width), 0);
        if (i > 0 && left < right + plot->gap)
            continue;
        ladle_label_draw(drawing, &label, LADLE_ALIGN_LEFT, left, bottom + label.ascent, 0);
        right = left + label.width;
        height = ladle_label_height(&label);
    }
    return height;
}

/* Names in their column, but for the room that words left of the line may need. */
static void set_names(const pair_plot *plot, pair_row *rows, int n)
{
    ladle_drawing *drawing = plot->drawing;
    const ladle_node *node = ladle_data_next(drawing->chart->first, LADLE_NODE_ROW);
    int pitch = ladle_drawing_measure(drawing, "pitch"), names = plot->left;
    int triangle = ladle_drawing_measure(drawing, "triangle-width");

    for (int i = 0; i < n; i++) {
        pair_row *row = &rows[i];
        int lesser = share_x(plot, row->has_first && row->has_second ? MIN(row->first, row->second)
                                   : row->has_first                  ? row->first
                                                                     : row->second);
        int words = MAX(row->first_words.width, row->second_words.width);
        names = MIN(names, lesser - triangle / 2 - plot->gap - words);
    }
    names = MAX(names - plot->gap, 0);
    for (int i = 0; i < n; i++, node = ladle_data_next(node->next, LADLE_NODE_ROW)) {
        rows[i].name =
            ladle_label_fit(drawing, ladle_data_text(node, "label"),
                            ladle_lettering_named(drawing, "chart-label", NULL, false), names, 2);
        rows[i].height = MAX(pitch, ladle_label_height(&rows[i].name));
    }
}

void ladle_chart_pair(ladle_drawing *drawing)
{
    int n = (int)ladle_data_count(drawing->chart, LADLE_NODE_ROW), i = 0, right = 0;
    pair_row *rows = LADLE_NEW_ARRAY(drawing->arena, pair_row, (size_t)n);
    pair_plot plot = {.drawing = drawing,
                      .left = names_width(drawing),
                      .gap = ladle_drawing_measure(drawing, "gap")};

    if (n == 0)
        return;
    for (const ladle_node *node = ladle_data_next(drawing->chart->first, LADLE_NODE_ROW); node;
         node = ladle_data_next(node->next, LADLE_NODE_ROW), i++) {
        rows[i] = read_pair(drawing, node);
        right = MAX(right, MAX(rows[i].first_words.width, rows[i].second_words.width));
    }
    /* Words may stand beyond both ends of the line. */
    int beyond = right + plot.gap + ladle_drawing_measure(drawing, "triangle-width") / 2;
    plot.width = MAX(drawing->width - plot.left - beyond, 0);
    set_names(&plot, rows, n);
    int top = draw_heads(&plot, &rows[0]), y = top;
    for (i = 0; i < n; i++) {
        int middle = y + rows[i].height / 2;
        ladle_label_draw(drawing, &rows[i].name, LADLE_ALIGN_LEFT, 0,
                         ladle_label_centred(&rows[i].name, middle), 0);
        draw_pair(&plot, &rows[i], middle);
        y += rows[i].height;
    }
    int axis = draw_shares_axis(&plot, top, y);
    ladle_drawing_end_box(drawing, drawing->width, y + axis);
}

/* ------------------------------------------------------------------------------------ ticks */

static int most_ticks(const ladle_node *chart)
{
    unsigned most = 0;

    for (const ladle_node *row = ladle_data_next(chart->first, LADLE_NODE_ROW); row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW))
        most = MAX(most, ladle_data_count(row, LADLE_NODE_TICK));
    return (int)most;
}

/* All rows have the pitch of the longest; thick ticks never fill more than their share of it. */
static void draw_ticks(ladle_drawing *drawing, const ladle_node *row, double pitch, int y)
{
    int height = ladle_drawing_measure(drawing, "tick-height");
    double usual = MAX(ladle_drawing_measure(drawing, "pitch"), 1);
    double shrink = MIN(pitch / usual, 1.0);
    int heavy = ladle_round(ladle_drawing_measure(drawing, "heavy") * shrink);
    int light = ladle_round(ladle_drawing_measure(drawing, "light") * shrink);
    int i = 0;

    for (const ladle_node *tick = ladle_data_next(row->first, LADLE_NODE_TICK); tick;
         tick = ladle_data_next(tick->next, LADLE_NODE_TICK), i++) {
        bool on = ladle_data_yes(tick, "on");
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, ladle_round(i * pitch), y,
                             on ? heavy : light, height,
                             ladle_paint_fill(ladle_drawing_colour(drawing, on ? "INK" : "G7")));
    }
}

void ladle_chart_ticks(ladle_drawing *drawing)
{
    int n = most_ticks(drawing->chart), y = 0, gap = ladle_drawing_measure(drawing, "gap");
    int below = ladle_drawing_measure(drawing, "row-gap"), bottom = 0;
    double widest = ladle_drawing_measure(drawing, "widest-pitch");
    double pitch = MIN(widest, (double)drawing->width / MAX(n, 1));
    ladle_lettering plain = ladle_lettering_named(drawing, "chart-label", NULL, false);
    ladle_lettering bold = ladle_lettering_named(drawing, "chart-label", NULL, true);

    for (const ladle_node *row = ladle_data_next(drawing->chart->first, LADLE_NODE_ROW); row;
         row = ladle_data_next(row->next, LADLE_NODE_ROW)) {
        ladle_label words =
            ladle_label_fit(drawing, ladle_data_text(row, "words"), bold, drawing->width, 1);
        /* A name that leaves no room for the words beside it has lines of its own. */
        ladle_label name = ladle_label_fit(drawing, ladle_data_text(row, "label"), plain,
                                           drawing->width - words.width - gap, 1);
        bool beside = name.n_lines > 0 && !name.cut;
        if (!beside)
            name =
                ladle_label_fit(drawing, ladle_data_text(row, "label"), plain, drawing->width, 2);
        ladle_label_draw(drawing, &name, LADLE_ALIGN_LEFT, 0, y + name.ascent, 0);
        if (!beside)
            y += ladle_label_height(&name);
        ladle_label_draw(drawing, &words, LADLE_ALIGN_RIGHT, drawing->width, y + words.ascent, 0);
        y += MAX(beside ? ladle_label_height(&name) : 0, ladle_label_height(&words)) + gap;
        draw_ticks(drawing, row, pitch, y);
        bottom = y + ladle_drawing_measure(drawing, "tick-height");
        y = bottom + below;
    }
    if (bottom > 0)
        ladle_drawing_end_box(drawing, drawing->width, bottom);
}
