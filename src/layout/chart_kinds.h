/* The kinds of charts, each drawing its boxes into a drawing made for it. */
#ifndef LADLE_LAYOUT_CHART_KINDS_H
#define LADLE_LAYOUT_CHART_KINDS_H

#include "layout/chart_draw.h"

void ladle_chart_symbol(ladle_drawing *drawing);
void ladle_chart_mini_strip(ladle_drawing *drawing);
void ladle_chart_scale(ladle_drawing *drawing);
void ladle_chart_move(ladle_drawing *drawing);
void ladle_chart_progress(ladle_drawing *drawing);
void ladle_chart_cover_matrix(ladle_drawing *drawing);
void ladle_chart_timeline(ladle_drawing *drawing);
void ladle_chart_lanes(ladle_drawing *drawing);
void ladle_chart_mark(ladle_drawing *drawing);
void ladle_chart_arrow(ladle_drawing *drawing);
void ladle_chart_bars(ladle_drawing *drawing);
void ladle_chart_panels(ladle_drawing *drawing);
void ladle_chart_targets(ladle_drawing *drawing);
void ladle_chart_stairs(ladle_drawing *drawing);
void ladle_chart_shares(ladle_drawing *drawing);
void ladle_chart_parts(ladle_drawing *drawing);
void ladle_chart_pair(ladle_drawing *drawing);
void ladle_chart_ticks(ladle_drawing *drawing);

/* How the arrow of a move is drawn: in the measures of the drawing's chart; not firm: dashed. */
ladle_paint ladle_chart_arrow_paint(const ladle_drawing *drawing, bool firm);

/* How far the bottom of something `height` high stands below the baseline when it is centred on
 * the capitals of the chart's own text. */
int ladle_chart_centring(const ladle_drawing *drawing, int height);

/* The symbol of a level, of outer size d about (x, y): look.md section 4. level -1: not covered,
 * a dash. of: how many levels there are. faint: as before a move. */
void ladle_draw_level(ladle_drawing *drawing, int level, int of, int x, int y, int d, bool faint);

#endif
