/* Short texts of charts. A label is shaped as a whole to learn where it may be broken; each line
 * is then shaped on its own, so that what is drawn has exactly the width that was measured. */
#include "layout/chart_draw.h"

#include <string.h>

ladle_lettering ladle_lettering_named(const ladle_drawing *drawing, const char *style,
                                      const char *colour, bool bold)
{
    ladle_lettering lettering = {.style = ladle_theme_named(drawing->options->theme, style)};

    lettering.font = lettering.style->font;
    lettering.font.bold = lettering.font.bold || bold;
    lettering.colour = colour ? ladle_drawing_colour(drawing, colour) : lettering.style->colour;
    return lettering;
}

static const ladle_shaped *shape(ladle_drawing *drawing, const char *text, size_t bytes,
                                 const ladle_font_name *font)
{
    ladle_text_span span = {
        .start = 0, .end = bytes, .font = *font, .language = drawing->chart->language};
    ladle_measure *measure = drawing->options->measure;

    return measure->shape(measure, drawing->arena, text, bytes, &span, 1);
}

/* Width of the clusters before `end`, white space at their end left out. */
static int width_before(const ladle_shaped *shaped, unsigned end)
{
    int width = 0;

    while (end > 0 && shaped->clusters[end - 1].is_space)
        end--;
    for (unsigned i = 0; i < end; i++)
        width += shaped->clusters[i].advance;
    return width;
}

static void add_line(ladle_label *label, const ladle_shaped *line)
{
    int width = width_before(line, line->n_clusters);

    label->lines[label->n_lines] = line;
    label->widths[label->n_lines++] = width;
    label->width = MAX(label->width, width);
}

/* The text up to a cluster, without white space at its end. */
static char *text_before(ladle_drawing *drawing, const ladle_shaped *shaped, unsigned end)
{
    size_t bytes = end < shaped->n_clusters ? shaped->clusters[end].start : shaped->bytes;
    char *text = ladle_arena_strndup(drawing->arena, shaped->text, bytes);

    return g_strchomp(text);
}

/* Adds as much of the text as fits, with … after it; nothing when the mark alone is too wide. */
static void add_cut(ladle_drawing *drawing, ladle_label *label, const ladle_shaped *shaped,
                    int width)
{
    for (unsigned end = shaped->n_clusters; end-- > 0;) {
        if (width_before(shaped, end) > width)
            continue;
        const char *text =
            ladle_arena_printf(drawing->arena, "%s…", text_before(drawing, shaped, end));
        const ladle_shaped *line = shape(drawing, text, strlen(text), &label->lettering.font);
        if (width_before(line, line->n_clusters) <= width) {
            add_line(label, line);
            label->cut = true;
            return;
        }
    }
}

/* The cluster before which a first line of this width ends; 0 when there is none. */
static unsigned line_end(const ladle_shaped *shaped, int width)
{
    for (unsigned end = shaped->n_clusters; end-- > 1;)
        if (shaped->clusters[end].can_break && width_before(shaped, end) <= width)
            return end;
    return 0;
}

ladle_label ladle_label_fit(ladle_drawing *drawing, const char *text, ladle_lettering lettering,
                            int width, unsigned lines)
{
    ladle_measure *measure = drawing->options->measure;
    ladle_font_metrics metrics = measure->metrics(measure, &lettering.font);
    ladle_label label = {.lettering = lettering,
                         .ascent = metrics.ascent,
                         .descent = metrics.descent,
                         .leading =
                             MAX(lettering.style->leading, metrics.ascent + metrics.descent)};

    if (!*text || width <= 0)
        return label;
    const ladle_shaped *shaped = shape(drawing, text, strlen(text), &lettering.font);
    if (lines > 1 && width_before(shaped, shaped->n_clusters) > width) {
        unsigned end = line_end(shaped, width);
        if (end > 0) {
            const char *first = text_before(drawing, shaped, end);
            const char *rest = shaped->text + shaped->clusters[end].start;
            add_line(&label, shape(drawing, first, strlen(first), &lettering.font));
            shaped = shape(drawing, rest, strlen(rest), &lettering.font);
        }
    }
    if (width_before(shaped, shaped->n_clusters) <= width)
        add_line(&label, shaped);
    else
        add_cut(drawing, &label, shaped, width);
    return label;
}

int ladle_label_height(const ladle_label *label)
{
    if (label->n_lines == 0)
        return 0;
    return label->ascent + label->descent + (int)(label->n_lines - 1) * label->leading;
}

int ladle_label_centred(const ladle_label *label, int y)
{
    int capitals = label->ascent - label->descent;
    int between = label->n_lines > 0 ? (int)(label->n_lines - 1) * label->leading : 0;

    return y + (capitals - between) / 2;
}

/* ---------------------------------------------------------------------------------- drawing */

/* Clusters of one face and direction: one glyph run. */
typedef struct {
    unsigned first, end;
    unsigned char level;
} stretch;

static void report_missing(const ladle_drawing *drawing, const char *text)
{
    gunichar character = g_utf8_get_char(text);
    char utf8[8] = {0};

    g_unichar_to_utf8(character, utf8);
    ladle_diag_add(drawing->options->diagnostics, LADLE_DIAG_MISSING_GLYPH, drawing->chart->pos,
                   "no font has the character U+%04X (%s); write it in another way", character,
                   utf8);
}

static void put_run(ladle_drawing *drawing, const ladle_label *label, const ladle_shaped *line,
                    stretch part, int x, int baseline)
{
    ladle_arena *arena = drawing->arena;
    const ladle_cluster *clusters = line->clusters;
    unsigned n = part.end - part.first, n_glyphs = 0;
    bool backward = part.level & 1;
    size_t start = clusters[part.first].start;
    size_t end = part.end < line->n_clusters ? clusters[part.end].start : line->bytes;
    struct ladle_run_cluster *steps = LADLE_NEW_ARRAY(arena, struct ladle_run_cluster, n);
    ladle_page_item *item = LADLE_NEW(arena, ladle_page_item);
    ladle_glyph_run *run = LADLE_NEW(arena, ladle_glyph_run);

    for (unsigned i = part.first; i < part.end; i++)
        n_glyphs += clusters[i].n_glyphs;
    ladle_glyph *glyphs = LADLE_NEW_ARRAY(arena, ladle_glyph, n_glyphs);
    n_glyphs = 0;
    for (unsigned i = 0; i < n; i++) {
        unsigned k = backward ? part.end - 1 - i : part.first + i;
        size_t next = k + 1 < line->n_clusters ? clusters[k + 1].start : line->bytes;
        steps[i].bytes = (unsigned short)(next - clusters[k].start);
        steps[i].glyphs = (unsigned short)clusters[k].n_glyphs;
        memcpy(glyphs + n_glyphs, line->glyphs + clusters[k].first_glyph,
               clusters[k].n_glyphs * sizeof *glyphs);
        n_glyphs += clusters[k].n_glyphs;
        item->width += clusters[k].advance;
        if (clusters[k].missing)
            report_missing(drawing, line->text + clusters[k].start);
    }
    *run = (ladle_glyph_run){.face = clusters[part.first].face,
                             .font = label->lettering.font,
                             .colour = label->lettering.colour,
                             .glyphs = glyphs,
                             .n_glyphs = n_glyphs,
                             .text = ladle_arena_strndup(arena, line->text + start, end - start),
                             .bytes = end - start,
                             .clusters = steps,
                             .n_clusters = n,
                             .right_to_left = backward};
    item->kind = LADLE_ITEM_GLYPHS;
    item->x = x;
    item->y = baseline;
    item->height = label->ascent + label->descent;
    item->ascent = label->ascent;
    item->structure = drawing->structure;
    item->may_overlap = label->close;
    item->run = run;
    g_ptr_array_add(drawing->layers[LADLE_LAYER_TEXT], item);
}

/* Puts stretches in the order they are seen: from the highest level down, whatever stands at it or
 * above is turned round (rule L2 of the Unicode bidirectional algorithm). */
static void reorder(stretch *parts, unsigned n)
{
    unsigned char highest = 0;

    for (unsigned i = 0; i < n; i++)
        highest = MAX(highest, parts[i].level);
    for (unsigned char level = highest; level > 0; level--)
        for (unsigned from = 0; from < n;) {
            unsigned to = from;
            while (to < n && parts[to].level >= level)
                to++;
            for (unsigned a = from, b = to; a + 1 < b; a++) {
                stretch swapped = parts[a];
                parts[a] = parts[--b];
                parts[b] = swapped;
            }
            from = MAX(to, from + 1);
        }
}

static void draw_line(ladle_drawing *drawing, const ladle_label *label, const ladle_shaped *line,
                      int x, int baseline)
{
    stretch *parts = LADLE_NEW_ARRAY(drawing->arena, stretch, line->n_clusters);
    unsigned n = 0, end = line->n_clusters;

    while (end > 0 && line->clusters[end - 1].is_space)
        end--;
    for (unsigned i = 0; i < end; i++) {
        const ladle_cluster *cluster = &line->clusters[i];
        if (n == 0 || parts[n - 1].level != cluster->level ||
            line->clusters[parts[n - 1].first].face != cluster->face)
            parts[n++] = (stretch){.first = i, .level = cluster->level};
        parts[n - 1].end = i + 1;
    }
    reorder(parts, n);
    for (unsigned i = 0; i < n; i++) {
        put_run(drawing, label, line, parts[i], x, baseline);
        for (unsigned k = parts[i].first; k < parts[i].end; k++)
            x += line->clusters[k].advance;
    }
}

void ladle_label_draw(ladle_drawing *drawing, const ladle_label *label, ladle_align align, int x,
                      int baseline, int edge)
{
    int rise = label->ascent - label->descent;

    for (unsigned i = 0; i < label->n_lines; i++) {
        int left = x;
        if (align == LADLE_ALIGN_CENTRE)
            left -= label->widths[i] / 2;
        else if (align == LADLE_ALIGN_RIGHT)
            left -= label->widths[i];
        if (edge > 0) {
            int from = MAX(left - edge, 0);
            int to = MIN(left + label->widths[i] + edge, drawing->width);
            int top = MAX(baseline - rise - edge, 0);
            ladle_draw_rectangle(drawing, LADLE_LAYER_EDGES, from, top, to - from,
                                 baseline + label->descent - top,
                                 ladle_paint_fill(ladle_drawing_colour(drawing, "WHITE")));
        }
        draw_line(drawing, label, label->lines[i], left, baseline);
        baseline += label->leading;
    }
}
