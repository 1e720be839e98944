#include "layout/chart_draw.h"

#include <math.h>
#include <string.h>

/* The share of a radius at which the control points of a quarter circle stand (4/3 tan 22.5°). */
static const double quarter = 0.5522847498307936;

static GPtrArray *array_new(ladle_arena *arena)
{
    GPtrArray *array = g_ptr_array_new();
    ladle_arena_defer(arena, (void (*)(void *))g_ptr_array_unref, array);
    return array;
}

ladle_drawing *ladle_drawing_new(ladle_arena *arena, const ladle_node *chart, const char *kind,
                                 int width, unsigned structure, const ladle_layout_options *options)
{
    ladle_drawing *drawing = LADLE_NEW(arena, ladle_drawing);

    drawing->arena = arena;
    drawing->options = options;
    drawing->chart = chart;
    drawing->kind = kind;
    drawing->structure = structure;
    drawing->width = MAX(width, 0);
    drawing->boxes = array_new(arena);
    for (unsigned i = 0; i < LADLE_LAYER_COUNT; i++)
        drawing->layers[i] = array_new(arena);
    return drawing;
}

ladle_chart_box *ladle_drawing_end_box(ladle_drawing *drawing, int width, int height)
{
    ladle_chart_box *box = LADLE_NEW(drawing->arena, ladle_chart_box);

    box->width = width;
    box->height = height;
    box->items = array_new(drawing->arena);
    for (unsigned i = 0; i < LADLE_LAYER_COUNT; i++) {
        GPtrArray *layer = drawing->layers[i];
        for (unsigned k = 0; k < layer->len; k++)
            g_ptr_array_add(box->items, layer->pdata[k]);
        g_ptr_array_set_size(layer, 0);
    }
    g_ptr_array_add(drawing->boxes, box);
    return box;
}

ladle_length ladle_drawing_measure(const ladle_drawing *drawing, const char *name)
{
    return ladle_theme_measure(drawing->options->theme, drawing->kind, name);
}

ladle_colour ladle_drawing_colour(const ladle_drawing *drawing, const char *name)
{
    return ladle_theme_colour(drawing->options->theme, name);
}

/* ------------------------------------------------------------------------------------ data */

const ladle_node *ladle_data_next(const ladle_node *node, ladle_node_kind kind)
{
    while (node && node->kind != kind)
        node = node->next;
    return node;
}

unsigned ladle_data_count(const ladle_node *parent, ladle_node_kind kind)
{
    unsigned n = 0;

    for (const ladle_node *node = parent->first; node; node = node->next)
        n += node->kind == kind;
    return n;
}

const char *ladle_data_text(const ladle_node *node, const char *name)
{
    const char *text = ladle_node_attribute(node, name);
    return text ? text : "";
}

int ladle_data_integer(const ladle_node *node, const char *name, int missing)
{
    const char *text = ladle_node_attribute(node, name);
    char *end;

    if (!text)
        return missing;
    guint64 value = g_ascii_strtoull(text, &end, 10);
    if (end == text || strchr(text, '-'))
        return missing;
    return (int)MIN(value, (guint64)G_MAXINT);
}

double ladle_data_number(const ladle_node *node, const char *name)
{
    double value = g_ascii_strtod(ladle_data_text(node, name), NULL);
    return value > 0 && isfinite(value) ? value : 0;
}

bool ladle_data_yes(const ladle_node *node, const char *name)
{
    return strcmp(ladle_data_text(node, name), "yes") == 0;
}

int ladle_round(double value)
{
    if (!(value > -1e9))
        return -1000000000;
    return value < 1e9 ? (int)lround(value) : 1000000000;
}

/* ----------------------------------------------------------------------------------- paint */

static const ladle_colour nothing = {.none = true};

ladle_paint ladle_paint_fill(ladle_colour fill)
{
    return (ladle_paint){.fill = fill, .stroke = nothing};
}

ladle_paint ladle_paint_outline(ladle_colour fill, ladle_colour stroke, int stroke_width)
{
    return (ladle_paint){.fill = fill, .stroke = stroke, .stroke_width = stroke_width};
}

ladle_paint ladle_paint_stroke(ladle_colour stroke, int stroke_width)
{
    return ladle_paint_outline(nothing, stroke, stroke_width);
}

/* ------------------------------------------------------------------------------------ paths */

enum { MOST_OPS = 16 };

/* A path being made, in the box's coordinates. */
typedef struct {
    ladle_path_op ops[MOST_OPS];
    unsigned n;
} outline;

static void move_to(outline *path, int x, int y)
{
    path->ops[path->n++] = (ladle_path_op){.op = LADLE_MOVE_TO, .x = x, .y = y};
}

static void line_to(outline *path, int x, int y)
{
    path->ops[path->n++] = (ladle_path_op){.op = LADLE_LINE_TO, .x = x, .y = y};
}

static void close_path(outline *path)
{
    path->ops[path->n++] = (ladle_path_op){.op = LADLE_CLOSE};
}

/* Less than a quarter circle about (x, y) from one angle to another, clockwise on the page. */
static void arc_to(outline *path, double x, double y, double radius, double from, double to)
{
    double k = 4.0 / 3.0 * tan((to - from) / 4) * radius;

    path->ops[path->n++] =
        (ladle_path_op){.op = LADLE_CURVE_TO,
                        .x1 = ladle_round(x + radius * cos(from) - k * sin(from)),
                        .y1 = ladle_round(y + radius * sin(from) + k * cos(from)),
                        .x2 = ladle_round(x + radius * cos(to) + k * sin(to)),
                        .y2 = ladle_round(y + radius * sin(to) - k * cos(to)),
                        .x = ladle_round(x + radius * cos(to)),
                        .y = ladle_round(y + radius * sin(to))};
}

static void stretch(int *low, int *high, int value)
{
    *low = MIN(*low, value);
    *high = MAX(*high, value);
}

/* The box of a path's points. */
typedef struct {
    int left, top, right, bottom;
} bounds;

static bounds bounds_of(const outline *path)
{
    bounds b = {G_MAXINT, G_MAXINT, G_MININT, G_MININT};
    for (unsigned i = 0; i < path->n; i++) {
        const ladle_path_op *op = &path->ops[i];
        if (op->op == LADLE_CLOSE)
            continue;
        stretch(&b.left, &b.right, op->x);
        stretch(&b.top, &b.bottom, op->y);
        if (op->op == LADLE_CURVE_TO) {
            stretch(&b.left, &b.right, op->x1);
            stretch(&b.left, &b.right, op->x2);
            stretch(&b.top, &b.bottom, op->y1);
            stretch(&b.top, &b.bottom, op->y2);
        }
    }
    return b;
}

/* The operations of a path, its places counted from (left, top). */
static ladle_path_op *ops_from(ladle_arena *arena, const outline *path, int left, int top)
{
    ladle_path_op *ops = LADLE_NEW_ARRAY(arena, ladle_path_op, path->n);
    for (unsigned i = 0; i < path->n; i++) {
        ops[i] = path->ops[i];
        if (ops[i].op == LADLE_CLOSE)
            continue;
        ops[i].x -= left;
        ops[i].y -= top;
        if (ops[i].op == LADLE_CURVE_TO) {
            ops[i].x1 -= left;
            ops[i].x2 -= left;
            ops[i].y1 -= top;
            ops[i].y2 -= top;
        }
    }
    return ops;
}

/* Puts the path on its layer: its box is that of its points and half the stroke around them. */
static void put_path(ladle_drawing *drawing, ladle_layer layer, const outline *path,
                     ladle_paint paint)
{
    ladle_page_item *item = LADLE_NEW(drawing->arena, ladle_page_item);
    bounds box = bounds_of(path);
    int beside = paint.stroke.none ? 0 : (paint.stroke_width + 1) / 2, above = beside;

    /* A straight stroke ends at its points. */
    if (path->n == 2 && box.top == box.bottom)
        beside = 0;
    else if (path->n == 2 && box.left == box.right)
        above = 0;
    item->kind = LADLE_ITEM_PATH;
    item->x = box.left - beside;
    item->y = box.top - above;
    item->width = box.right + beside - item->x;
    item->height = box.bottom + above - item->y;
    item->structure = drawing->structure;
    item->may_overlap = layer != LADLE_LAYER_MARKS;
    item->path = LADLE_NEW(drawing->arena, ladle_path);
    *item->path = (ladle_path){.ops = ops_from(drawing->arena, path, item->x, item->y),
                               .n_ops = path->n,
                               .fill = paint.fill,
                               .stroke = paint.stroke,
                               .stroke_width = paint.stroke_width,
                               .dash_on = paint.dash_on,
                               .dash_off = paint.dash_off};
    g_ptr_array_add(drawing->layers[layer], item);
}

/* ----------------------------------------------------------------------------------- shapes */

/* A stroke as wide as the shape leaves room for, so that it can lie inside. */
static ladle_paint within(ladle_paint paint, int size)
{
    if (!paint.stroke.none)
        paint.stroke_width = MIN(paint.stroke_width, MAX(size / 2, 0));
    return paint;
}

void ladle_draw_rectangle(ladle_drawing *drawing, ladle_layer layer, int x, int y, int width,
                          int height, ladle_paint paint)
{
    outline path = {.n = 0};

    if (width <= 0 || height <= 0)
        return;
    paint = within(paint, MIN(width, height));
    int inset = paint.stroke.none ? 0 : (paint.stroke_width + 1) / 2;
    move_to(&path, x + inset, y + inset);
    line_to(&path, x + width - inset, y + inset);
    line_to(&path, x + width - inset, y + height - inset);
    line_to(&path, x + inset, y + height - inset);
    close_path(&path);
    put_path(drawing, layer, &path, paint);
}

void ladle_draw_line(ladle_drawing *drawing, ladle_layer layer, int x1, int y1, int x2, int y2,
                     ladle_paint paint)
{
    outline path = {.n = 0};

    move_to(&path, x1, y1);
    line_to(&path, x2, y2);
    put_path(drawing, layer, &path, paint);
}

void ladle_draw_circle(ladle_drawing *drawing, ladle_layer layer, int x, int y, int diameter,
                       ladle_paint paint)
{
    outline path = {.n = 0};

    if (diameter <= 0)
        return;
    paint = within(paint, diameter);
    int inset = paint.stroke.none ? 0 : (paint.stroke_width + 1) / 2;
    int r = diameter / 2 - inset, k = ladle_round(r * quarter);
    const ladle_path_op quarters[] = {
        {LADLE_CURVE_TO, x + r, y + k, x + k, y + r, x, y + r},
        {LADLE_CURVE_TO, x - k, y + r, x - r, y + k, x - r, y},
        {LADLE_CURVE_TO, x - r, y - k, x - k, y - r, x, y - r},
        {LADLE_CURVE_TO, x + k, y - r, x + r, y - k, x + r, y},
    };

    move_to(&path, x + r, y);
    for (unsigned i = 0; i < G_N_ELEMENTS(quarters); i++)
        path.ops[path.n++] = quarters[i];
    close_path(&path);
    put_path(drawing, layer, &path, paint);
}

void ladle_draw_segment(ladle_drawing *drawing, ladle_layer layer, int x, int y, int diameter,
                        double share, ladle_colour fill)
{
    outline path = {.n = 0};
    double r = diameter / 2;

    if (diameter <= 0 || share <= 0)
        return;
    /* The chord's right end is at `from`, its left end at pi - from. The arc between them goes
     * over the bottom (pi/2), and is parted where it is widest and lowest. */
    double from = asin(CLAMP(1 - 2 * share, -1.0, 1.0));
    move_to(&path, ladle_round(x + r * cos(from)), ladle_round(y + r * sin(from)));
    if (from < 0)
        arc_to(&path, x, y, r, from, 0);
    arc_to(&path, x, y, r, MAX(from, 0), G_PI_2);
    arc_to(&path, x, y, r, G_PI_2, G_PI - MAX(from, 0));
    if (from < 0)
        arc_to(&path, x, y, r, G_PI, G_PI - from);
    close_path(&path);
    put_path(drawing, layer, &path, ladle_paint_fill(fill));
}

static void triangle(ladle_drawing *drawing, ladle_layer layer, int x, int base, int tip, int half,
                     ladle_colour fill)
{
    outline path = {.n = 0};

    move_to(&path, x - half, base);
    line_to(&path, x + half, base);
    line_to(&path, x, tip);
    close_path(&path);
    put_path(drawing, layer, &path, ladle_paint_fill(fill));
}

/* An outline of a triangle has points that stand out far beyond its sides, so it is made of two
 * filled ones, the inner one moved in by the stroke from each side. */
void ladle_draw_triangle(ladle_drawing *drawing, ladle_layer layer, int x, int y, int width,
                         int height, bool down, ladle_paint paint)
{
    int half = width / 2, turn = down ? 1 : -1;
    int base = y - turn * (height / 2), tip = base + turn * height;

    if (half <= 0 || height <= 0)
        return;
    if (paint.stroke.none) {
        triangle(drawing, layer, x, base, tip, half, paint.fill);
        return;
    }
    triangle(drawing, layer, x, base, tip, half, paint.stroke);
    double side = hypot(half, height), stroke = paint.stroke_width;
    double inner_height = height - stroke - stroke * side / half;
    double inner_half = inner_height * half / height;
    if (inner_half < 1)
        return;
    int inner_base = base + turn * paint.stroke_width;
    triangle(drawing, layer, x, inner_base, inner_base + turn * ladle_round(inner_height),
             ladle_round(inner_half), paint.fill);
}

void ladle_draw_arrow(ladle_drawing *drawing, ladle_layer layer, int x1, int x2, int y,
                      int head_length, int head_breadth, ladle_paint paint)
{
    ladle_draw_slant(drawing, layer, x1, y, x2, y, head_length, head_breadth, paint);
}

void ladle_draw_slant(ladle_drawing *drawing, ladle_layer layer, int x1, int y1, int x2, int y2,
                      int head_length, int head_breadth, ladle_paint paint)
{
    outline head = {.n = 0};
    double length = hypot((double)x2 - x1, (double)y2 - y1);
    int half = head_breadth / 2;

    if (length < head_length || head_length <= 0 || half <= 0)
        return;
    /* Along the arrow, and across it to its upper side. */
    double ax = (x2 - x1) / length, ay = (y2 - y1) / length, turn = ax < 0 ? -1 : 1;
    double cx = turn * ay * half, cy = -turn * ax * half;
    /* The two strokes of the head meet in a point beyond their lines. */
    int point = ladle_round(paint.stroke_width / 2.0 * hypot(half, head_length) / half);
    int tip_x = x2 - ladle_round(ax * point), tip_y = y2 - ladle_round(ay * point);
    double back_x = x2 - ax * head_length, back_y = y2 - ay * head_length;
    ladle_draw_line(drawing, layer, x1, y1, tip_x, tip_y, paint);
    paint.dash_on = paint.dash_off = 0;
    move_to(&head, ladle_round(back_x + cx), ladle_round(back_y + cy));
    line_to(&head, tip_x, tip_y);
    line_to(&head, ladle_round(back_x - cx), ladle_round(back_y - cy));
    put_path(drawing, layer, &head, paint);
}
