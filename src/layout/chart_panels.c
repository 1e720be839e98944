/* Small multiples: one small panel each for many of a kind, over one time and on one scale, so that
 * their shapes can be compared at a glance.
 *
 * The panels stand in a grid, filled row by row; each row is a box, so a page may break between
 * them. As many columns as the theme's least width allows, but no more than even rows need, and
 * never so few that a panel gets wider than a third. On top of a panel stand its name, and at the
 * right the target's label; below them the bars, thin and close, a bar a moment, and the target as
 * a dashed line. Only the last bar's value is written, and below the first and the last moment. All
 * panels end at the same moment: one with fewer bars begins later. */
#include "layout/chart_kinds.h"

enum { LEAST_COLUMNS = 3 };

typedef struct {
    ladle_drawing *drawing;
    double most; /* highest value or target of all panels */
    int moments; /* bars of the longest panel */
    int columns;
    int width, gutter, gap;
    int top, base; /* of the plot, from the top of the row */
    int height;    /* of a row */
} panel_grid;

typedef struct {
    const ladle_node *node;
    ladle_label name, target, value, first, last;
    int left;
    bool has_target;
} small_panel;

static const ladle_node *last_bar(const ladle_node *panel)
{
    const ladle_node *last = NULL;
    for (const ladle_node *bar = ladle_data_next(panel->first, LADLE_NODE_BAR); bar;
         bar = ladle_data_next(bar->next, LADLE_NODE_BAR))
        last = bar;
    return last;
}

static int value_y(const panel_grid *grid, double value)
{
    double part = grid->most > 0 ? value / grid->most : 0;
    return grid->base - ladle_round(part * (grid->base - grid->top));
}

/* Left side of the i-th bar of all moments, from the panel's left. */
static int moment_x(const panel_grid *grid, int i)
{
    return ladle_round((double)i * grid->width / MAX(grid->moments, 1));
}

/* --------------------------------------------------------------------------------- reading */

static small_panel read_panel(const panel_grid *grid, const ladle_node *node, int column)
{
    ladle_drawing *drawing = grid->drawing;
    ladle_lettering plain = ladle_lettering_named(drawing, "chart-label", NULL, true);
    ladle_lettering grey = ladle_lettering_named(drawing, "chart-month", NULL, false);
    ladle_lettering accent = ladle_lettering_named(drawing, "chart-label", "ACC", true);
    const ladle_node *first = ladle_data_next(node->first, LADLE_NODE_BAR), *last = last_bar(node);
    int half = MAX((grid->width - grid->gap) / 2, 0);
    small_panel panel = {.node = node,
                         .left = column * (grid->width + grid->gutter),
                         .has_target = ladle_node_attribute(node, "target") != NULL};

    if (panel.has_target)
        panel.target =
            ladle_label_fit(drawing, ladle_data_text(node, "target-label"), accent, half, 1);
    int beside = panel.target.n_lines ? panel.target.width + grid->gap : 0;
    panel.name =
        ladle_label_fit(drawing, ladle_data_text(node, "label"), plain, grid->width - beside, 2);
    if (last)
        panel.value = ladle_label_fit(drawing, ladle_data_text(last, "words"), plain, half, 1);
    if (last)
        panel.last = ladle_label_fit(drawing, ladle_data_text(last, "label"), grey, half, 1);
    if (first && first != last)
        panel.first = ladle_label_fit(drawing, ladle_data_text(first, "label"), grey, half, 1);
    return panel;
}

static double highest(const ladle_node *panel)
{
    double most = ladle_data_number(panel, "target");
    for (const ladle_node *bar = ladle_data_next(panel->first, LADLE_NODE_BAR); bar;
         bar = ladle_data_next(bar->next, LADLE_NODE_BAR))
        most = MAX(most, ladle_data_number(bar, "value"));
    return most;
}

/* Columns, width, and what all panels have in common. */
static panel_grid read_grid(ladle_drawing *drawing)
{
    panel_grid grid = {.drawing = drawing,
                       .gutter = ladle_drawing_measure(drawing, "gutter"),
                       .gap = ladle_drawing_measure(drawing, "gap")};
    int least = MAX(ladle_drawing_measure(drawing, "least"), 1);
    int n = (int)ladle_data_count(drawing->chart, LADLE_NODE_PANEL);
    int most = MAX((drawing->width + grid.gutter) / (least + grid.gutter), 1);
    int rows = (MAX(n, 1) + most - 1) / most;

    grid.columns = MAX((n + rows - 1) / rows, MIN(LEAST_COLUMNS, most));
    grid.width = MAX((drawing->width - (grid.columns - 1) * grid.gutter) / grid.columns, 0);
    for (const ladle_node *panel = ladle_data_next(drawing->chart->first, LADLE_NODE_PANEL); panel;
         panel = ladle_data_next(panel->next, LADLE_NODE_PANEL)) {
        grid.most = MAX(grid.most, highest(panel));
        grid.moments = MAX(grid.moments, (int)ladle_data_count(panel, LADLE_NODE_BAR));
    }
    return grid;
}

/* Top, base and height of a row, from the labels of its panels. */
static void find_room(panel_grid *grid, const small_panel *panels, int n)
{
    ladle_drawing *drawing = grid->drawing;
    int rise = ladle_drawing_measure(drawing, "value-rise");
    int name = 0, above = 0, below = 0;

    for (int i = 0; i < n; i++) {
        name = MAX(name, ladle_label_height(&panels[i].name));
        name = MAX(name, ladle_label_height(&panels[i].target));
        above = MAX(above, ladle_label_height(&panels[i].value));
        below = MAX(below, ladle_label_height(&panels[i].first));
        below = MAX(below, ladle_label_height(&panels[i].last));
    }
    grid->top = name + above + rise;
    grid->base = grid->top + ladle_drawing_measure(drawing, "height");
    grid->height = grid->base + ladle_drawing_measure(drawing, "label-drop") + below;
}

/* --------------------------------------------------------------------------------- drawing */

static void draw_bars(const panel_grid *grid, const small_panel *panel)
{
    ladle_drawing *drawing = grid->drawing;
    ladle_paint plain = ladle_paint_fill(ladle_drawing_colour(drawing, "G4"));
    ladle_paint dark = ladle_paint_fill(ladle_drawing_colour(drawing, "INK"));
    double thick = (double)ladle_drawing_measure(drawing, "bar") / LADLE_PT;
    int i = grid->moments - (int)ladle_data_count(panel->node, LADLE_NODE_BAR);

    for (const ladle_node *bar = ladle_data_next(panel->node->first, LADLE_NODE_BAR); bar;
         bar = ladle_data_next(bar->next, LADLE_NODE_BAR), i++) {
        double value = ladle_data_number(bar, "value");
        int y = value_y(grid, value);
        int part_y = value_y(grid, MIN(ladle_data_number(bar, "part"), value));
        int x = panel->left + moment_x(grid, i);
        int width = ladle_round(thick * (moment_x(grid, i + 1) - moment_x(grid, i)));
        if (part_y > y)
            ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, x, y, width, part_y - y, plain);
        if (grid->base > part_y)
            ladle_draw_rectangle(drawing, LADLE_LAYER_MARKS, x, part_y, width, grid->base - part_y,
                                 dark);
    }
    ladle_draw_rectangle(drawing, LADLE_LAYER_GROUND, panel->left, grid->base, grid->width,
                         ladle_drawing_measure(drawing, "base-line"),
                         ladle_paint_fill(ladle_drawing_colour(drawing, "G7")));
}

static void draw_target(const panel_grid *grid, const small_panel *panel)
{
    ladle_drawing *drawing = grid->drawing;
    int y = value_y(grid, ladle_data_number(panel->node, "target"));
    ladle_paint paint = ladle_paint_stroke(ladle_drawing_colour(drawing, "ACC"),
                                           ladle_drawing_measure(drawing, "target-line"));

    if (!panel->has_target)
        return;
    paint.dash_on = ladle_drawing_measure(drawing, "dash-on");
    paint.dash_off = ladle_drawing_measure(drawing, "dash-off");
    ladle_draw_line(drawing, LADLE_LAYER_LINES, panel->left, y, panel->left + grid->width, y,
                    paint);
    ladle_label_draw(drawing, &panel->target, LADLE_ALIGN_RIGHT, panel->left + grid->width,
                     panel->target.ascent, 0);
}

/* The bottom of the last value: above all bars that it reaches over. */
static int value_bottom(const panel_grid *grid, const small_panel *panel)
{
    int from = grid->width - panel->value.width, y = grid->base;
    int i = grid->moments - (int)ladle_data_count(panel->node, LADLE_NODE_BAR);

    for (const ladle_node *bar = ladle_data_next(panel->node->first, LADLE_NODE_BAR); bar;
         bar = ladle_data_next(bar->next, LADLE_NODE_BAR), i++)
        if (moment_x(grid, i + 1) > from)
            y = MIN(y, value_y(grid, ladle_data_number(bar, "value")));
    return y - ladle_drawing_measure(grid->drawing, "value-rise");
}

static void draw_labels(const panel_grid *grid, const small_panel *panel)
{
    ladle_drawing *drawing = grid->drawing;
    const ladle_node *last = last_bar(panel->node);
    int right = panel->left + grid->width;
    int first = panel->left +
                moment_x(grid, grid->moments - (int)ladle_data_count(panel->node, LADLE_NODE_BAR));
    int below = grid->base + ladle_drawing_measure(drawing, "label-drop");

    ladle_label_draw(drawing, &panel->name, LADLE_ALIGN_LEFT, panel->left, panel->name.ascent, 0);
    if (!last)
        return;
    ladle_label_draw(drawing, &panel->value, LADLE_ALIGN_RIGHT, right,
                     value_bottom(grid, panel) - panel->value.descent,
                     panel->has_target ? ladle_drawing_measure(drawing, "edge") : 0);
    ladle_label_draw(drawing, &panel->last, LADLE_ALIGN_RIGHT, right, below + panel->last.ascent,
                     0);
    /* Where the panel begins late, its first moment may have no room beside the last. */
    if (first + panel->first.width + grid->gap <= right - panel->last.width)
        ladle_label_draw(drawing, &panel->first, LADLE_ALIGN_LEFT, first,
                         below + panel->first.ascent, 0);
}

static void draw_row(panel_grid *grid, const small_panel *panels, int n, bool is_last)
{
    find_room(grid, panels, n);
    for (int i = 0; i < n; i++) {
        draw_bars(grid, &panels[i]);
        draw_target(grid, &panels[i]);
        draw_labels(grid, &panels[i]);
    }
    int space = is_last ? 0 : ladle_drawing_measure(grid->drawing, "row-gap");
    ladle_drawing_end_box(grid->drawing, grid->drawing->width, grid->height + space);
}

void ladle_chart_panels(ladle_drawing *drawing)
{
    panel_grid grid = read_grid(drawing);
    small_panel *panels = LADLE_NEW_ARRAY(drawing->arena, small_panel, (size_t)grid.columns);
    int n = 0;

    for (const ladle_node *node = ladle_data_next(drawing->chart->first, LADLE_NODE_PANEL); node;) {
        const ladle_node *next = ladle_data_next(node->next, LADLE_NODE_PANEL);
        panels[n] = read_panel(&grid, node, n);
        n++;
        if (n == grid.columns || !next) {
            draw_row(&grid, panels, n, !next);
            n = 0;
        }
        node = next;
    }
}
