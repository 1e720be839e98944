#include "layout/chart.h"

#include "layout/chart_kinds.h"

#include <string.h>

static const struct {
    const char *name;
    const char *measures; /* whose measures of the theme it has */
    void (*draw)(ladle_drawing *drawing);
    bool in_line;
} kinds[] = {
    {"symbol", "symbol", ladle_chart_symbol, true},
    {"mini-strip", "mini-strip", ladle_chart_mini_strip, true},
    {"scale", "scale", ladle_chart_scale, true},
    {"move", "move", ladle_chart_move, true},
    {"progress", "progress", ladle_chart_progress, true},
    {"mark", "timeline", ladle_chart_mark, true},
    {"arrow", "arrow", ladle_chart_arrow, true},
    {"cover-matrix", "cover-matrix", ladle_chart_cover_matrix, false},
    {"timeline", "timeline", ladle_chart_timeline, false},
    {"lanes", "timeline", ladle_chart_lanes, false},
    {"bars", "bars", ladle_chart_bars, false},
    {"panels", "panels", ladle_chart_panels, false},
    {"shares", "shares", ladle_chart_shares, false},
    {"reach", "reach", ladle_chart_shares, false},
    {"targets", "targets", ladle_chart_targets, false},
    {"stairs", "stairs", ladle_chart_stairs, false},
    {"parts", "parts", ladle_chart_parts, false},
    {"pair", "pair", ladle_chart_pair, false},
    {"ticks", "ticks", ladle_chart_ticks, false},
};

/* Index of the chart's kind; G_N_ELEMENTS(kinds) when it has none that is known. */
static unsigned kind_of(const ladle_node *chart)
{
    const char *name = ladle_data_text(chart, "kind");
    unsigned i = 0;

    while (i < G_N_ELEMENTS(kinds) && strcmp(kinds[i].name, name) != 0)
        i++;
    return i;
}

bool ladle_chart_is_inline(const ladle_node *chart)
{
    unsigned kind = kind_of(chart);
    return kind < G_N_ELEMENTS(kinds) && kinds[kind].in_line;
}

GPtrArray *ladle_chart_layout(ladle_arena *arena, const ladle_node *chart, int width,
                              unsigned structure, const ladle_layout_options *options)
{
    unsigned kind = kind_of(chart);
    bool known = kind < G_N_ELEMENTS(kinds);
    ladle_drawing *drawing = ladle_drawing_new(arena, chart, known ? kinds[kind].measures : "",
                                               width, structure, options);

    if (known)
        kinds[kind].draw(drawing);
    if (drawing->boxes->len == 0)
        ladle_drawing_end_box(drawing, 0, 0);
    return drawing->boxes;
}

int ladle_chart_centring(const ladle_drawing *drawing, int height)
{
    const ladle_layout_options *options = drawing->options;
    ladle_font_metrics metrics =
        options->measure->metrics(options->measure, &drawing->chart->style->font);

    return (height - (metrics.ascent - metrics.descent)) / 2;
}
