/* The timeline: one entry a row below a common axis, so that no two can meet.
 *
 * A row is planned before it is drawn. First its marks: from the days of its entry come the places
 * of marks across, and with them the stretch [left, right] that they take. Then its words. The
 * label stands right of the marks, or left of them when they end beyond the `turn` of the width.
 * Where it does not fit on one line it takes two; where not even those fit it tries the other side,
 * and at last a line of its own above the marks. A deadline's date stands between mark and label; a
 * moved one has two dates, the second on the far side, or above its mark where there is no room:
 *
 *        Label  30.3.2016 ▽ ------------> ▼                   31.12.2016
 *                                            or    ▽ ------------> ▼
 *
 * Each text is a rectangle about the row's middle. Most rows have the same height; what reaches
 * out of it is allowed where nothing of the row above is met, and else makes the row taller. So
 * no text ever stands on another, whatever the data.
 *
 * A drawing ends after as many rows as the theme allows, or when it is as tall as it may be; the
 * next one has the axis again, over the same time. */
#include "layout/chart_kinds.h"
#include "layout/chart_time.h"

typedef struct {
    int left, right, top, bottom; /* about the row's middle */
} rectangle;

enum { MOST_TEXTS = 3 };

typedef struct {
    ladle_label label;
    int left, baseline;
    rectangle place;
} words;

typedef struct {
    ladle_time_entry entry;
    words texts[MOST_TEXTS];
    unsigned n_texts;
    int raised;         /* index of the text above the marks; -1: none */
    int height, middle; /* middle from the row's top */
} event_row;

typedef struct {
    ladle_drawing *drawing;
    ladle_time_axis axis;
    ladle_lettering plain, accent;
    int gap;       /* between mark and text, text and text */
    int top;       /* of the next row in this box */
    unsigned rows; /* in this box */
    const event_row *above;
    int above_middle;
} timeline;

/* ------------------------------------------------------------------------------------ words */

static bool meet(rectangle a, rectangle b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/* Adds a text whose left side is at x and whose lines are centred on the row's middle. */
static void add_words(event_row *row, ladle_label label, int left)
{
    words *text = &row->texts[row->n_texts];

    if (label.n_lines == 0)
        return;
    text->label = label;
    text->left = left;
    text->baseline = ladle_label_centred(&label, 0);
    text->place = (rectangle){left, left + label.width, text->baseline - label.ascent, 0};
    text->place.bottom = text->place.top + ladle_label_height(&label);
    row->n_texts++;
}

static ladle_label fit(const timeline *line, const char *text, bool date, int width, unsigned lines)
{
    return ladle_label_fit(line->drawing, text, date ? line->accent : line->plain, width, lines);
}

/* The words of an entry, by side: the date beside each end of its marks. */
typedef struct {
    const char *label, *left_date, *right_date;
} said;

static said words_of(const event_row *row)
{
    const ladle_node *node = row->entry.node;
    const char *date = ladle_data_text(node, "date"), *revised = ladle_data_text(node, "revised");
    said say = {.label = ladle_data_text(node, "label"), .left_date = "", .right_date = ""};

    if (!row->entry.moved)
        say.left_date = say.right_date = row->entry.deadline ? date : "";
    else if (row->entry.to < row->entry.from)
        say = (said){say.label, revised, date};
    else
        say = (said){say.label, date, revised};
    return say;
}

/* Raises a text above the marks, at `left` or as near as the drawing's edge allows. What already
 * stands in its way pushes it higher. */
static void raise_words(const timeline *line, event_row *row, ladle_label label, int left)
{
    bool deadline = row->entry.deadline && !row->entry.interval;
    int clear =
        -ladle_drawing_measure(line->drawing, deadline ? "triangle-height" : "tick-height") / 2;

    if (label.n_lines == 0)
        return;
    left = MAX(MIN(left, line->axis.width - label.width), 0);
    int height = ladle_label_height(&label);
    for (unsigned i = 0; i < row->n_texts;) {
        rectangle place = {left, left + label.width, clear - height, clear};
        bool hit = meet(place, row->texts[i].place);
        if (hit)
            clear = row->texts[i].place.top;
        i = hit ? 0 : i + 1;
    }
    row->raised = (int)row->n_texts;
    add_words(row, label, left);
    words *text = &row->texts[row->n_texts - 1];
    text->baseline = clear - height + label.ascent;
    text->place.top = clear - height;
    text->place.bottom = clear;
}

/* The second date of a moved entry: beside its mark on the far side, else above it. */
static void add_far_date(const timeline *line, event_row *row, const char *date, bool on_right)
{
    int room =
        on_right ? line->axis.width - row->entry.right - line->gap : row->entry.left - line->gap;
    ladle_label label = fit(line, date, true, line->axis.width, 1);

    if (label.width <= room)
        add_words(row, label,
                  on_right ? row->entry.right + line->gap
                           : row->entry.left - line->gap - label.width);
    else
        raise_words(line, row, label, on_right ? row->entry.right - label.width : row->entry.left);
}

/* Tries to set label and dates with the label on one side. False when they do not fit. */
static bool set_beside(const timeline *line, event_row *row, said say, bool on_right,
                       unsigned lines)
{
    int room = (on_right ? line->axis.width - row->entry.right : row->entry.left) - line->gap;
    int edge = on_right ? row->entry.right + line->gap : row->entry.left - line->gap;
    const char *near = on_right ? say.right_date : say.left_date;

    row->n_texts = 0;
    row->raised = -1;
    if (*near) {
        ladle_label date = fit(line, near, true, room, 1);
        if (date.n_lines == 0 || date.cut)
            return false;
        add_words(row, date, on_right ? edge : edge - date.width);
        int step = date.width + line->gap;
        edge += on_right ? step : -step;
        room -= step;
    }
    if (*say.label) {
        ladle_label label = fit(line, say.label, false, room, lines);
        if (label.n_lines == 0 || label.cut)
            return false;
        add_words(row, label, on_right ? edge : edge - label.width);
    }
    if (row->entry.moved)
        add_far_date(line, row, on_right ? say.left_date : say.right_date, !on_right);
    return true;
}

/* The last resort: dates where there is room for them, the label above in the room they leave. */
static void set_above(const timeline *line, event_row *row, said say)
{
    int width = line->axis.width, room = width - row->entry.right - line->gap;
    ladle_label date = fit(line, say.right_date, true, width, 1);
    ladle_label label = fit(line, say.label, false, width, 2);

    row->n_texts = 0;
    row->raised = -1;
    if (date.width <= room)
        add_words(row, date, row->entry.right + line->gap);
    else if (date.width <= row->entry.left - line->gap)
        add_words(row, date, row->entry.left - line->gap - date.width);
    else
        raise_words(line, row, date, row->entry.right - date.width);
    if (row->entry.moved) {
        date = fit(line, say.left_date, true, width, 1);
        raise_words(line, row, date, row->entry.left);
    }
    raise_words(line, row, label, row->entry.left);
}

static void set_words(const timeline *line, event_row *row)
{
    double turn = ladle_drawing_measure(line->drawing, "turn") / (double)LADLE_PT;
    bool on_right = row->entry.right <= turn * line->axis.width;
    said say = words_of(row);

    for (int side = 0; side < 2; side++)
        for (unsigned lines = 1; lines <= 2; lines++)
            if (set_beside(line, row, say, side == 0 ? on_right : !on_right, lines))
                return;
    set_above(line, row, say);
}

/* ------------------------------------------------------------------------------------- rows */

/* How far the row reaches above its middle (or below): its texts, of which a raised one may be
 * left out of account. */
static int reach(const timeline *line, const event_row *row, bool up, bool with_raised)
{
    int most = (ladle_drawing_measure(line->drawing, "tick-height") + 1) / 2;

    for (unsigned i = 0; i < row->n_texts; i++) {
        if ((int)i == row->raised && !with_raised)
            continue;
        rectangle place = row->texts[i].place;
        most = MAX(most, up ? -place.top : place.bottom);
    }
    return most;
}

/* Whether the raised text would meet the row above, or the axis, were the row of usual height. */
static bool meets_above(const timeline *line, const event_row *row, int middle)
{
    if (row->raised < 0)
        return false;
    rectangle place = row->texts[row->raised].place;
    int y = line->top + middle;
    if (!line->above)
        return y + place.top <
               line->axis.line + ladle_drawing_measure(line->drawing, "quarter-tick");
    int down = line->above_middle - y;
    for (unsigned i = 0; i < line->above->n_texts; i++) {
        rectangle other = line->above->texts[i].place;
        other.top += down;
        other.bottom += down;
        if (meet(place, other))
            return true;
    }
    int half = (ladle_drawing_measure(line->drawing, "tick-height") + 1) / 2;
    return meet(place, (rectangle){line->above->entry.left, line->above->entry.right, down - half,
                                   down + half});
}

static void set_height(const timeline *line, event_row *row)
{
    int usual = ladle_drawing_measure(line->drawing, "row");
    int tall = ladle_drawing_measure(line->drawing, "tall-row");
    int above = reach(line, row, true, false), below = reach(line, row, false, false);

    row->height = usual;
    row->middle = usual / 2;
    if (MAX(above, below) > usual / 2 || meets_above(line, row, usual / 2)) {
        above = reach(line, row, true, true);
        row->height = MAX(tall, above + below);
        row->middle = above + (row->height - above - below) / 2;
    }
}

static void draw_row(timeline *line, event_row *row)
{
    ladle_drawing *drawing = line->drawing;
    int y = line->top + row->middle, edge = ladle_drawing_measure(drawing, "edge");

    ladle_time_entry_marks(drawing, &line->axis, &row->entry, y, true);
    for (unsigned i = 0; i < row->n_texts; i++)
        ladle_label_draw(drawing, &row->texts[i].label, LADLE_ALIGN_LEFT, row->texts[i].left,
                         y + row->texts[i].baseline, edge);
    line->above = row;
    line->above_middle = y;
    line->top += row->height;
    line->rows++;
}

static void begin_box(timeline *line)
{
    line->top = line->axis.line + ladle_drawing_measure(line->drawing, "head-gap");
    line->above = NULL;
    line->rows = 0;
}

static void end_box(timeline *line)
{
    int bottom = line->top + ladle_drawing_measure(line->drawing, "foot-gap");

    ladle_time_axis_draw(line->drawing, &line->axis, bottom);
    ladle_drawing_end_box(line->drawing, line->axis.width, bottom);
}

/* Whether a row of this height belongs in the next box. */
static bool is_full(const timeline *line, int height)
{
    int usual = MAX(ladle_drawing_measure(line->drawing, "row"), 1);
    unsigned most = (unsigned)MAX(ladle_drawing_measure(line->drawing, "rows") / usual, 1);
    int tallest = ladle_drawing_measure(line->drawing, "tallest");

    return line->rows > 0 && (line->rows >= most || line->top + height > tallest);
}

static void widen(int *first, int *last, ladle_time_span dates)
{
    if (dates.first == 0)
        return;
    if (*first == 0 || dates.first < *first)
        *first = dates.first;
    *last = MAX(*last, dates.last);
}

void ladle_chart_timeline(ladle_drawing *drawing)
{
    unsigned n = ladle_data_count(drawing->chart, LADLE_NODE_ENTRY), i = 0;
    event_row *rows = LADLE_NEW_ARRAY(drawing->arena, event_row, n);
    int first = 0, last = 0;

    for (const ladle_node *node = ladle_data_next(drawing->chart->first, LADLE_NODE_ENTRY); node;
         node = ladle_data_next(node->next, LADLE_NODE_ENTRY), i++) {
        rows[i].entry = ladle_time_entry_read(node);
        widen(&first, &last, rows[i].entry.start);
        widen(&first, &last, rows[i].entry.end);
        if (rows[i].entry.moved)
            widen(&first, &last, rows[i].entry.revised);
    }
    if (first == 0 || drawing->width <= 0)
        return;
    timeline line = {.drawing = drawing,
                     .axis = ladle_time_axis_over(drawing, first, last),
                     .plain = ladle_lettering_named(drawing, "chart-label", NULL, false),
                     .accent = ladle_lettering_named(drawing, "chart-label", "ACC", false),
                     .gap = ladle_drawing_measure(drawing, "label-gap")};
    begin_box(&line);
    for (i = 0; i < n; i++) {
        ladle_time_entry_marks(drawing, &line.axis, &rows[i].entry, 0, false);
        set_words(&line, &rows[i]);
        set_height(&line, &rows[i]);
        if (is_full(&line, rows[i].height)) {
            end_box(&line);
            begin_box(&line);
            set_height(&line, &rows[i]);
        }
        draw_row(&line, &rows[i]);
    }
    end_box(&line);
}
