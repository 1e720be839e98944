/* Bars over time: panels in pairs side by side, all on one scale so that they can be compared. A
 * pair whose values or labels would have to be thinned out too far at half the width stands one
 * below the other instead; the scale is the same still, and a panel is only as high as its own
 * values ask.
 *
 * From the top: the panel's label, room for the value above the highest bar, the bars, and their
 * labels below the base line. A target is a dashed line over the bars with its label to the right
 * of them, where nothing else stands. Bars keep the theme's pitch while there is room, and move
 * together when there is not. Of values and labels that would then meet, only every second, third
 * ... is shown, counted from the last, which is always shown and bold. */
#include "layout/chart_kinds.h"

typedef struct {
    const ladle_node *node;
    ladle_label value, label;
} bar;

typedef struct {
    const ladle_node *node;
    int left, width;
    int room; /* width beside the target's label: bars and their labels stand in it */
    bar *bars;
    int n;
    bool has_target;
    double target;
    ladle_label name, target_label;
    double pitch; /* of bars */
    int thick;
    int end;      /* right side of the last bar, from the panel's left */
    int target_x; /* of its label, from the panel's left */
} panel;

typedef struct {
    ladle_drawing *drawing;
    double most;   /* highest value or target of all panels */
    int top, base; /* where the highest value and 0 stand */
    int span;      /* what the highest value is high */
    int gap;
    int height;
} plot;

/* Where a label about x stands, within the room of the bars. */
static int label_left(const panel *side, const ladle_label *label, int x)
{
    return MAX(MIN(x - label->width / 2, side->room - label->width), 0);
}

static int bar_middle(const panel *side, int i)
{
    return ladle_round(i * side->pitch) + side->thick / 2;
}

static int value_y(const plot *area, double value)
{
    double part = area->most > 0 ? value / area->most : 0;
    return area->base - ladle_round(part * area->span);
}

/* Reads the data and fits the labels; labels never get wider than the panel. */
static panel read_panel(const plot *area, const ladle_node *node, int left, int width)
{
    ladle_drawing *drawing = area->drawing;
    ladle_lettering plain = ladle_lettering_named(drawing, "chart-label", NULL, false);
    ladle_lettering bold = ladle_lettering_named(drawing, "chart-label", NULL, true);
    ladle_lettering grey = ladle_lettering_named(drawing, "chart-label", "G7", false);
    ladle_lettering target = ladle_lettering_named(drawing, "chart-label", "ACC", true);
    panel side = {.node = node, .left = left, .width = width};
    int i = 0;

    side.name = ladle_label_fit(drawing, ladle_data_text(node, "label"), grey, width, 2);
    side.has_target = ladle_node_attribute(node, "target") != NULL;
    side.target = ladle_data_number(node, "target");
    side.target_label =
        ladle_label_fit(drawing, ladle_data_text(node, "target-label"), target, width / 2, 1);
    bool beside = side.has_target && side.target_label.n_lines > 0;
    side.room = width - (beside ? side.target_label.width + area->gap : 0);
    side.n = (int)ladle_data_count(node, LADLE_NODE_BAR);
    side.bars = LADLE_NEW_ARRAY(drawing->arena, bar, (size_t)side.n);
    for (const ladle_node *data = ladle_data_next(node->first, LADLE_NODE_BAR); data;
         data = ladle_data_next(data->next, LADLE_NODE_BAR), i++) {
        side.bars[i].node = data;
        side.bars[i].value = ladle_label_fit(drawing, ladle_data_text(data, "words"),
                                             i == side.n - 1 ? bold : plain, side.room, 1);
        side.bars[i].label =
            ladle_label_fit(drawing, ladle_data_text(data, "label"), grey, side.room, 1);
    }
    return side;
}

/* Spreads the bars: the theme's pitch, or what the room beside the target's label allows. The last
 * bar's own labels may reach beyond it, and the target's label stands clear of them. */
static void spread(ladle_drawing *drawing, panel *side, int gap)
{
    int pitch = MAX(ladle_drawing_measure(drawing, "pitch"), 1);
    double part = (double)ladle_drawing_measure(drawing, "bar") / pitch; /* of the pitch */
    bool beside = side->room < side->width;

    if (side->n == 0)
        return;
    const bar *last = &side->bars[side->n - 1];
    int half = MAX(last->value.width, last->label.width) / 2;
    double fits = side->room / (side->n - 1 + part);
    if (beside)
        fits = MIN(fits, MAX(side->room - half, 0) / (side->n - 1 + part / 2));
    side->pitch = MIN(pitch, fits);
    side->thick = ladle_round(part * side->pitch);
    side->end = ladle_round((side->n - 1) * side->pitch) + side->thick;
    int middle = bar_middle(side, side->n - 1), reach = side->end;
    reach = MAX(reach, label_left(side, &last->value, middle) + last->value.width);
    reach = MAX(reach, label_left(side, &last->label, middle) + last->label.width);
    side->target_x = MIN(reach + gap, side->width - side->target_label.width);
}

/* Every how many labels are shown, so that no two meet. */
static int label_step(const panel *side, size_t member, int gap)
{
    for (int step = 1; step < side->n; step++) {
        int limit = G_MAXINT;
        bool clear = true;
        for (int i = side->n - 1; i >= 0 && clear; i -= step) {
            const ladle_label *label = G_STRUCT_MEMBER_P(&side->bars[i], (glong)member);
            int left = label_left(side, label, bar_middle(side, i));
            clear = label->n_lines == 0 || left + label->width <= limit;
            if (label->n_lines > 0)
                limit = left - gap;
        }
        if (clear)
            return step;
    }
    return MAX(side->n, 1);
}

static void draw_bars(const plot *area, const panel *side)
{
    ladle_drawing *drawing = area->drawing;

    for (int i = 0; i < side->n; i++) {
        const ladle_node *node = side->bars[i].node;
        double value = ladle_data_number(node, "value");
        double part = MIN(ladle_data_number(node, "part"), value);
        int x = side->left + ladle_round(i * side->pitch), y = value_y(area, value);
        int part_y = value_y(area, part);
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, x, y, side->thick, part_y - y,
                             ladle_paint_fill(ladle_drawing_colour(drawing, "G4")));
        ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, x, part_y, side->thick,
                             area->base - part_y,
                             ladle_paint_fill(ladle_drawing_colour(drawing, "INK")));
    }
    int line = ladle_drawing_measure(drawing, "base-line");
    ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, side->left, area->base, side->end, line,
                         ladle_paint_fill(ladle_drawing_colour(drawing, "G7")));
}

/* Where the i-th bar's value stands: above all bars it reaches over. */
static int value_label_y(const plot *area, const panel *side, int i)
{
    const ladle_label *label = &side->bars[i].value;
    int left = label_left(side, label, bar_middle(side, i)), right = left + label->width;
    int y = area->base;

    for (int k = 0; k < side->n; k++) {
        int middle = bar_middle(side, k), half = (side->thick + 1) / 2;
        if (k == i || (middle + half > left && middle - half < right))
            y = MIN(y, value_y(area, ladle_data_number(side->bars[k].node, "value")));
    }
    return y;
}

/* Whether a value that stands on `bottom` would be crossed by the target's line. */
static bool meets_target(const plot *area, const panel *side, const ladle_label *value, int bottom)
{
    int y = value_y(area, side->target), edge = ladle_drawing_measure(area->drawing, "edge");

    return side->has_target && y < bottom + edge && y > bottom - ladle_label_height(value) - edge;
}

/* Whether the i-th bar says no more than the one before it: what is added up stands still. */
static bool stands_still(const panel *side, int i)
{
    return i > 0 && ladle_data_number(side->bars[i].node, "value") ==
                        ladle_data_number(side->bars[i - 1].node, "value");
}

/* Where the value of a bar stands: its bottom, or -1 for nowhere. Values are written where they
 * change, and on the last bar. One that would have to stand a line or more above its own bar is
 * left out, since it would be taken for the higher bar's beside it; so is one on the target's line.
 * The last one is never left out: see draw_last. */
static int value_bottom(const plot *area, const panel *side, int i)
{
    const bar *one = &side->bars[i];
    int y = value_y(area, ladle_data_number(one->node, "value"));
    int bottom = value_label_y(area, side, i);

    if (y - bottom > ladle_label_height(&one->value) || stands_still(side, i))
        return -1;
    bottom -= ladle_drawing_measure(area->drawing, "value-rise");
    return meets_target(area, side, &one->value, bottom) ? -1 : bottom;
}

/* The value of the last bar: above it; where the target's line is in its way, at its foot on the
 * right, or above the line where there is no room. */
static void draw_last(const plot *area, const panel *side)
{
    const bar *one = &side->bars[side->n - 1];
    int rise = ladle_drawing_measure(area->drawing, "value-rise");
    int bottom = value_label_y(area, side, side->n - 1) - rise,
        middle = bar_middle(side, side->n - 1);
    int left = side->left + label_left(side, &one->value, middle), beside = side->end + area->gap;
    int below = value_y(area, side->target) + ladle_label_height(&side->target_label) / 2;

    if (meets_target(area, side, &one->value, bottom)) {
        bottom = value_y(area, side->target) - rise;
        if (beside + one->value.width <= side->width &&
            area->base - ladle_label_height(&one->value) >= below) {
            bottom = area->base;
            left = side->left + beside;
        }
    }
    ladle_label_draw(area->drawing, &one->value, LADLE_ALIGN_LEFT, left,
                     bottom - one->value.descent, 0);
}

static void draw_labels(const plot *area, const panel *side)
{
    ladle_drawing *drawing = area->drawing;
    int drop = ladle_drawing_measure(drawing, "label-drop");
    int value_step = label_step(side, G_STRUCT_OFFSET(bar, value), area->gap);
    int step = label_step(side, G_STRUCT_OFFSET(bar, label), area->gap);

    for (int i = 0; i < side->n; i++) {
        const bar *one = &side->bars[i];
        int x = bar_middle(side, i), bottom = value_bottom(area, side, i);
        if ((side->n - 1 - i) % value_step == 0 && bottom >= 0 && i < side->n - 1)
            ladle_label_draw(drawing, &one->value, LADLE_ALIGN_LEFT,
                             side->left + label_left(side, &one->value, x),
                             bottom - one->value.descent, 0);
        if ((side->n - 1 - i) % step == 0)
            ladle_label_draw(drawing, &one->label, LADLE_ALIGN_LEFT,
                             side->left + label_left(side, &one->label, x),
                             area->base + drop + one->label.ascent, 0);
    }
    if (side->n > 0)
        draw_last(area, side);
}

static void draw_target(const plot *area, const panel *side)
{
    ladle_drawing *drawing = area->drawing;
    int y = value_y(area, side->target);
    ladle_paint paint = ladle_paint_stroke(ladle_drawing_colour(drawing, "ACC"),
                                           ladle_drawing_measure(drawing, "target-line"));

    if (!side->has_target)
        return;
    paint.dash_on = ladle_drawing_measure(drawing, "dash-on");
    paint.dash_off = ladle_drawing_measure(drawing, "dash-off");
    ladle_draw_line(drawing, LADLE_LAYER_LINES, side->left, y,
                    side->left + MAX(side->target_x - area->gap, 0), y, paint);
    ladle_label_draw(drawing, &side->target_label, LADLE_ALIGN_LEFT, side->left + side->target_x,
                     ladle_label_centred(&side->target_label, y), 0);
}

/* Top and base of the plot, from the height of what stands above and below it. */
static void find_room(plot *area, const panel *sides, unsigned n)
{
    ladle_drawing *drawing = area->drawing;
    int asked = drawing->chart->style->size;
    int name = 0, value = 0, label = 0;

    for (unsigned i = 0; i < n; i++) {
        name = MAX(name, ladle_label_height(&sides[i].name));
        value = MAX(value, ladle_label_height(&sides[i].target_label) / 2);
        for (int k = 0; k < sides[i].n; k++) {
            value = MAX(value, ladle_label_height(&sides[i].bars[k].value) +
                                   ladle_drawing_measure(drawing, "value-rise"));
            label = MAX(label, ladle_label_height(&sides[i].bars[k].label) +
                                   ladle_drawing_measure(drawing, "label-drop"));
        }
    }
    area->height = asked > 0 ? asked : ladle_drawing_measure(drawing, "height");
    area->top = name + value;
    /* With labels of many lines the plot keeps at least half the height. */
    area->height = MAX(area->height, 2 * (area->top + label));
    area->base = area->height - MAX(label, ladle_drawing_measure(drawing, "base-line"));
    area->span = area->base - area->top;
}

static double highest(const ladle_node *node)
{
    double most = ladle_data_number(node, "target");

    for (const ladle_node *data = ladle_data_next(node->first, LADLE_NODE_BAR); data;
         data = ladle_data_next(data->next, LADLE_NODE_BAR))
        most = MAX(most, ladle_data_number(data, "value"));
    return most;
}

static void draw_panel(const plot *area, const panel *side)
{
    ladle_label_draw(area->drawing, &side->name, LADLE_ALIGN_LEFT, side->left, side->name.ascent,
                     0);
    draw_bars(area, side);
    draw_labels(area, side);
    draw_target(area, side);
}

/* Reads n panels side by side, or one below another. */
static void read_panels(const plot *area, const ladle_node *const *nodes, unsigned n, bool stacked,
                        panel *sides)
{
    ladle_drawing *drawing = area->drawing;
    int gutter = ladle_drawing_measure(drawing, "gutter");
    int width = n > 1 && !stacked ? MAX((drawing->width - gutter) / 2, 0) : drawing->width;

    for (unsigned i = 0; i < n; i++) {
        sides[i] = read_panel(area, nodes[i], stacked ? 0 : (int)i * (width + gutter), width);
        spread(drawing, &sides[i], area->gap);
    }
}

/* Whether at least every so many values and labels of the panels are shown as the theme allows. */
static bool enough_shown(const plot *area, const panel *sides, unsigned n)
{
    int most = ladle_drawing_measure(area->drawing, "thinned") / LADLE_PT;

    for (unsigned i = 0; i < n; i++)
        if (sides[i].n > 1 &&
            (label_step(&sides[i], G_STRUCT_OFFSET(bar, value), area->gap) > most ||
             label_step(&sides[i], G_STRUCT_OFFSET(bar, label), area->gap) > most))
            return false;
    return true;
}

/* One or two panels: a box side by side, or a box each. */
static void draw_panels(plot *area, const ladle_node *const *nodes, unsigned n)
{
    panel sides[2];

    read_panels(area, nodes, n, false, sides);
    bool stacked = n > 1 && !enough_shown(area, sides, n);
    if (stacked)
        read_panels(area, nodes, n, true, sides);
    find_room(area, sides, n);
    for (unsigned i = 0; i < n; i++) {
        plot own = *area;
        if (stacked) {
            int spare = MAX(value_y(area, highest(nodes[i])) - area->top, 0);
            own.base -= spare;
            own.height -= spare;
            if (i < n - 1)
                own.height += ladle_drawing_measure(area->drawing, "gutter") / 2;
        }
        draw_panel(&own, &sides[i]);
        if (stacked || i == n - 1)
            ladle_drawing_end_box(area->drawing, area->drawing->width, own.height);
    }
}

void ladle_chart_bars(ladle_drawing *drawing)
{
    plot area = {.drawing = drawing, .gap = ladle_drawing_measure(drawing, "gap")};
    const ladle_node *pair[2], *first = ladle_data_next(drawing->chart->first, LADLE_NODE_PANEL);
    unsigned n = 0;

    for (const ladle_node *node = first; node; node = ladle_data_next(node->next, LADLE_NODE_PANEL))
        area.most = MAX(area.most, highest(node));
    for (const ladle_node *node = first; node;
         node = ladle_data_next(node->next, LADLE_NODE_PANEL)) {
        pair[n++] = node;
        if (n < 2 && ladle_data_next(node->next, LADLE_NODE_PANEL))
            continue;
        draw_panels(&area, pair, n);
        n = 0;
    }
}
