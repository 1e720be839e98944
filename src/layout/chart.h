/* Charts: drawings of a few kinds made from named data children of a <chart>.
 *
 * A chart is laid out at a given width into one or more boxes (a timeline of more than 24 rows
 * makes several, each with the axis again). A box holds page items whose x and y are relative to
 * its top left corner; the caller moves them to their place. Texts inside are shaped with the
 * measure and cut, never drawn over each other. */
#ifndef LADLE_LAYOUT_CHART_H
#define LADLE_LAYOUT_CHART_H

#include "layout/layout.h"

typedef struct {
    int width, height;
    int baseline;     /* inline charts: how far the bottom stands below the text's baseline,
                         negative when above it */
    GPtrArray *items; /* of ladle_page_item, relative to the top left corner */
} ladle_chart_box;

/* Whether this kind may stand in a line of text (symbol, mini-strip, scale, move,
 * progress, mark, arrow). */
bool ladle_chart_is_inline(const ladle_node *chart);

/* Lays out `chart` in at most `width` units; those of inline kinds have a width of their own, by
 * the theme or the chart's style, and take less. A chart without data gives one empty box. Returns
 * the boxes (a GPtrArray of ladle_chart_box whose memory is the arena's, as is the array's by
 * ladle_arena_defer). `structure` is given to every item. Characters no font has are diagnosed. */
GPtrArray *ladle_chart_layout(ladle_arena *arena, const ladle_node *chart, int width,
                              unsigned structure, const ladle_layout_options *options);

#endif
