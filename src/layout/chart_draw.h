/* What all charts are drawn with: boxes, layers, shapes, and short texts that know their width.
 *
 * A drawing fills one box after another. Within a box things are put on layers, so that a chart
 * can be worked out in the order of its data and still have its ground below its marks, and its
 * texts above both. All coordinates are Pango units from the box's top left, y down.
 *
 * Measures and colours come from the theme: ladle_drawing_measure asks for the measure of the
 * chart's own kind. Shapes keep to their outer size: a stroke lies inside it. */
#ifndef LADLE_LAYOUT_CHART_DRAW_H
#define LADLE_LAYOUT_CHART_DRAW_H

#include "layout/chart.h"

typedef enum {
    LADLE_LAYER_GROUND, /* tints, gridlines, and marks that carry text: texts may stand on them */
    LADLE_LAYER_MARKS,
    LADLE_LAYER_LINES, /* over marks; texts may cross them, on a white edge */
    LADLE_LAYER_EDGES, /* the white below a text */
    LADLE_LAYER_TEXT,
    LADLE_LAYER_COUNT
} ladle_layer;

typedef struct {
    ladle_arena *arena;
    const ladle_layout_options *options;
    const ladle_node *chart;
    const char *kind;
    unsigned structure;
    int width;
    GPtrArray *boxes; /* finished ones */
    GPtrArray *layers[LADLE_LAYER_COUNT];
} ladle_drawing;

/* A drawing of `chart` at most `width` units wide, without a box as yet. */
ladle_drawing *ladle_drawing_new(ladle_arena *arena, const ladle_node *chart, const char *kind,
                                 int width, unsigned structure,
                                 const ladle_layout_options *options);

/* Ends the box begun with the first shape since the box before: what was drawn becomes its items.
 * Returns the box, whose width and height are as given and whose baseline is 0. */
ladle_chart_box *ladle_drawing_end_box(ladle_drawing *drawing, int width, int height);

ladle_length ladle_drawing_measure(const ladle_drawing *drawing, const char *name);
ladle_colour ladle_drawing_colour(const ladle_drawing *drawing, const char *name);

/* ------------------------------------------------------------------------------------ data */

/* The first child of this kind from `node` on (siblings), or NULL. */
const ladle_node *ladle_data_next(const ladle_node *node, ladle_node_kind kind);

/* How many children of `parent` are of this kind. */
unsigned ladle_data_count(const ladle_node *parent, ladle_node_kind kind);

/* An attribute as text ("" when absent), as a whole number (`missing` when absent or none), as a
 * number of at least 0 (0 when absent or none), and as yes or no (no when absent). */
const char *ladle_data_text(const ladle_node *node, const char *name);
int ladle_data_integer(const ladle_node *node, const char *name, int missing);
double ladle_data_number(const ladle_node *node, const char *name);
bool ladle_data_yes(const ladle_node *node, const char *name);

/* Nearest whole unit, kept within what an int holds. */
int ladle_round(double value);

/* ---------------------------------------------------------------------------------- shapes */

/* How a shape is painted; a colour with `none` leaves its part out. */
typedef struct {
    ladle_colour fill, stroke;
    int stroke_width, dash_on, dash_off;
} ladle_paint;

ladle_paint ladle_paint_fill(ladle_colour fill);
ladle_paint ladle_paint_outline(ladle_colour fill, ladle_colour stroke, int stroke_width);
ladle_paint ladle_paint_stroke(ladle_colour stroke, int stroke_width);

void ladle_draw_rectangle(ladle_drawing *drawing, ladle_layer layer, int x, int y, int width,
                          int height, ladle_paint paint);

/* From one point to another, the stroke half on either side. */
void ladle_draw_line(ladle_drawing *drawing, ladle_layer layer, int x1, int y1, int x2, int y2,
                     ladle_paint paint);

/* A circle of outer diameter `diameter` about a point. */
void ladle_draw_circle(ladle_drawing *drawing, ladle_layer layer, int x, int y, int diameter,
                       ladle_paint paint);

/* The part of a disc below its chord, at `share` (0 to 1) of the diameter from the bottom. */
void ladle_draw_segment(ladle_drawing *drawing, ladle_layer layer, int x, int y, int diameter,
                        double share, ladle_colour fill);

/* A triangle with a horizontal side, about the middle of its box; `down`: it points down. */
void ladle_draw_triangle(ladle_drawing *drawing, ladle_layer layer, int x, int y, int width,
                         int height, bool down, ladle_paint paint);

/* A horizontal arrow from x1 to x2 with an open head of the given length and breadth; nothing when
 * it would be shorter than its head. */
void ladle_draw_arrow(ladle_drawing *drawing, ladle_layer layer, int x1, int x2, int y,
                      int head_length, int head_breadth, ladle_paint paint);

/* The same from one point to any other. Dashes are of its shaft only. */
void ladle_draw_slant(ladle_drawing *drawing, ladle_layer layer, int x1, int y1, int x2, int y2,
                      int head_length, int head_breadth, ladle_paint paint);

/* ----------------------------------------------------------------------------------- texts */

/* The style a label is set in; the colour is the style's. */
typedef struct {
    const ladle_style *style;
    ladle_font_name font;
    ladle_colour colour;
} ladle_lettering;

/* The named style of the theme, as it is, or with this colour (a name, NULL: its own), bold. */
ladle_lettering ladle_lettering_named(const ladle_drawing *drawing, const char *style,
                                      const char *colour, bool bold);

enum { LADLE_LABEL_LINES = 2 };

/* A text fitted into a width: one line or two. No line is wider than asked for. */
typedef struct {
    ladle_lettering lettering;
    const ladle_shaped *lines[LADLE_LABEL_LINES];
    int widths[LADLE_LABEL_LINES];
    unsigned n_lines; /* 0: nothing to draw */
    int width;        /* of the widest line */
    int ascent, descent, leading;
    bool cut;   /* ends with … */
    bool close; /* others may stand so near that ascent and descent meet, though no ink does */
} ladle_label;

/* Fits `text` into `width` on at most `lines` lines (1 or 2): broken where it may be, and cut with
 * … where it is too long still. Nothing is left of it when not even that fits. */
ladle_label ladle_label_fit(ladle_drawing *drawing, const char *text, ladle_lettering lettering,
                            int width, unsigned lines);

/* From the top of the first line to the bottom of the last. */
int ladle_label_height(const ladle_label *label);

/* Draws the label: x is the left side, middle or right side as `align` says, `baseline` that of
 * the first line. edge: a white ground this far to both sides and above; 0: none. */
void ladle_label_draw(ladle_drawing *drawing, const ladle_label *label, ladle_align align, int x,
                      int baseline, int edge);

/* The first baseline of a label that stands centred on y, by the height of its capitals (taken as
 * ascent less descent, which no font is asked for more exactly). */
int ladle_label_centred(const ladle_label *label, int y);

#endif
