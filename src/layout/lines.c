/* Paragraphs into lines, lines into slices. */
#include "layout/break.h"
#include "layout/flow.h"

#include <string.h>

#define SIDE_SEPARATOR ", "

/* References beside one line: when there are more than MOST, FIRST are shown and a word for the
 * rest. */
enum { MOST_REFERENCES = 6, FIRST_REFERENCES = 5 };

/* A hyphen in one font. */
typedef struct {
    ladle_font_name font;
    ladle_shaped *shaped;
    int width;
} ladle_hyphen;

static const ladle_hyphen *hyphen_of(ladle_flow *flow, const ladle_format *format)
{
    const ladle_font_name *font = &format->font;
    for (unsigned i = 0; i < flow->hyphens->len; i++) {
        const ladle_hyphen *known = flow->hyphens->pdata[i];
        if (known->font.size == font->size && known->font.bold == font->bold &&
            known->font.italic == font->italic && strcmp(known->font.family, font->family) == 0)
            return known;
    }
    ladle_hyphen *hyphen = LADLE_NEW(flow->arena, ladle_hyphen);
    ladle_measure *measure = flow->options->measure;
    ladle_text_span span = {0, 1, *font, format->language};
    hyphen->font = *font;
    hyphen->shaped = measure->shape(measure, flow->arena, "-", 1, &span, 1);
    for (unsigned i = 0; i < hyphen->shaped->n_clusters; i++)
        hyphen->width += hyphen->shaped->clusters[i].advance;
    g_ptr_array_add(flow->hyphens, hyphen);
    return hyphen;
}

const ladle_shaped *ladle_line_hyphen(ladle_flow *flow, const ladle_format *format)
{
    return hyphen_of(flow, format)->shaped;
}

/* ------------------------------------------------------------------------------ parting of words
 */

typedef struct {
    ladle_flow *flow;
    const ladle_paragraph *paragraph;
    const ladle_segment *segment;
} word_parting;

static int hyphen_width(void *self, unsigned cluster)
{
    word_parting *parting = self;
    return hyphen_of(parting->flow, parting->segment->formats[cluster])->width;
}

/* Index in ranks of the cluster that begins at this byte, or -1. `from` is where to look on. */
static int cluster_at(const ladle_shaped *shaped, size_t byte, unsigned *from, unsigned end)
{
    while (*from < end && shaped->clusters[*from].start < byte)
        (*from)++;
    return *from < end && shaped->clusters[*from].start == byte ? (int)*from : -1;
}

static bool may_part(const ladle_segment *segment, unsigned cluster)
{
    unsigned group = segment->formats[cluster]->group;
    return !segment->objects[cluster] && !segment->objects[cluster - 1] &&
           (group == 0 || group != segment->formats[cluster - 1]->group);
}

static void rank_letters(const word_parting *parting, size_t start, size_t end, unsigned first,
                         unsigned last, unsigned char *ranks)
{
    const ladle_segment *segment = parting->segment;
    const char *word = segment->shaped->text + start;
    size_t bytes = end - start;
    size_t *breaks = g_new(size_t, bytes + 1);
    unsigned char *goodness = g_new(unsigned char, bytes + 1);
    unsigned n = ladle_hyphenate(parting->flow->options->hyphenator, word, bytes,
                                 segment->formats[first]->language, breaks, goodness);
    unsigned from = first;
    for (unsigned i = 0; i < n; i++) {
        int at = cluster_at(segment->shaped, start + breaks[i], &from, last);
        if (at > (int)first && may_part(segment, (unsigned)at))
            ranks[at - (int)first] = goodness[i];
    }
    g_free(breaks);
    g_free(goodness);
}

/* Index of the first of these rising places that is beyond `start`. */
static unsigned first_after(const GArray *places, size_t start)
{
    unsigned low = 0, high = places->len;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (g_array_index(places, size_t, middle) > start)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void rank_soft(const word_parting *parting, unsigned first, unsigned end,
                      unsigned char *ranks)
{
    const GArray *soft = parting->paragraph->soft;
    const ladle_segment *segment = parting->segment;
    unsigned from = first;
    size_t start = segment->start + segment->shaped->clusters[first].start;
    for (unsigned i = first_after(soft, start); i < soft->len; i++) {
        size_t place = g_array_index(soft, size_t, i);
        int at = cluster_at(segment->shaped, place - segment->start, &from, end);
        if (at < 0 && from >= end)
            return;
        if (at > (int)first && may_part(segment, (unsigned)at))
            ranks[at - (int)first] = LADLE_HYPHEN_SOFT;
    }
}

/* Words are runs of letters; what stands around them is not part of the word. */
static void ranks(void *self, unsigned first, unsigned end, unsigned char *ranks)
{
    word_parting *parting = self;
    const ladle_shaped *shaped = parting->segment->shaped;
    size_t start = shaped->clusters[first].start;
    size_t stop = end < shaped->n_clusters ? shaped->clusters[end].start : shaped->bytes;
    const char *at = shaped->text + start, *limit = shaped->text + stop;
    if (parting->flow->options->hyphenator) {
        while (at < limit) {
            const char *begin = at;
            while (at < limit && g_unichar_isalpha(g_utf8_get_char(at)))
                at = g_utf8_next_char(at);
            if (at > begin)
                rank_letters(parting, (size_t)(begin - shaped->text), (size_t)(at - shaped->text),
                             first, end, ranks);
            if (at < limit)
                at = g_utf8_next_char(at);
        }
    }
    rank_soft(parting, first, end, ranks);
}

int ladle_paragraph_parted(ladle_flow *flow, const ladle_paragraph *paragraph)
{
    int widest = 0;
    for (unsigned i = 0; i < paragraph->segments->len; i++) {
        const ladle_segment *segment = paragraph->segments->pdata[i];
        unsigned n = segment->shaped->n_clusters;
        word_parting self = {flow, paragraph, segment};
        unsigned char *places = g_new0(unsigned char, n + 1);
        if (paragraph->style->hyphenate && n > 0)
            ranks(&self, 0, n, places);
        int width = 0, seen = 0;
        for (unsigned c = 0; c < n; c++) {
            const ladle_cluster *cluster = &segment->shaped->clusters[c];
            if (c > 0 && places[c])
                widest = MAX(widest, seen + hyphen_width(&self, c - 1));
            if (c > 0 && (places[c] || cluster->can_break))
                width = seen = 0;
            width += cluster->advance;
            seen = cluster->is_space ? seen : width;
            widest = MAX(widest, seen);
        }
        g_free(places);
    }
    return widest;
}

static ladle_parting parting_of(const ladle_flow *flow, const ladle_style *style, int width)
{
    if (!style->hyphenate)
        return LADLE_PART_NEVER;
    return style->hyphenate_narrow && width < flow->page->narrow ? LADLE_PART_NARROW
                                                                 : LADLE_PART_ALWAYS;
}

static void break_segment(ladle_flow *flow, const ladle_paragraph *paragraph, unsigned index,
                          int first_width, int width, GArray *breaks)
{
    const ladle_segment *segment = paragraph->segments->pdata[index];
    word_parting self = {flow, paragraph, segment};
    ladle_break_problem problem = {
        .text = segment->shaped->text,
        .clusters = segment->shaped->clusters,
        .n = segment->shaped->n_clusters,
        .width = width,
        .first_width = first_width,
        .parting = parting_of(flow, paragraph->style, width),
        .is_end = index + 1 == paragraph->segments->len,
        .self = &self,
        .hyphen_width = hyphen_width,
        .ranks = ranks,
    };
    ladle_break_total_fit(&problem, breaks);
}

unsigned ladle_count_lines(ladle_flow *flow, const ladle_paragraph *paragraph, int width)
{
    GArray *breaks = g_array_new(FALSE, FALSE, sizeof(ladle_break));
    for (unsigned i = 0; i < paragraph->segments->len; i++)
        break_segment(flow, paragraph, i, width, width, breaks);
    unsigned lines = breaks->len;
    g_array_free(breaks, TRUE);
    return lines;
}

/* ---------------------------------------------------------------------------------------- lines */

static bool same_piece(const ladle_segment *segment, unsigned a, unsigned b)
{
    const ladle_cluster *x = &segment->shaped->clusters[a], *y = &segment->shaped->clusters[b];
    return segment->formats[a] == segment->formats[b] && !segment->objects[a] &&
           !segment->objects[b] && x->face == y->face && x->level == y->level;
}

/* Rule L1 of the Unicode bidirectional algorithm: spaces at a line's end run as the paragraph. */
static unsigned char level_of(const ladle_segment *segment, const ladle_break *at, unsigned i)
{
    return i >= at->end - at->spaces ? segment->shaped->base : segment->shaped->clusters[i].level;
}

static void cut_pieces(ladle_flow *flow, ladle_line *line, const ladle_segment *segment,
                       const ladle_break *at)
{
    unsigned n = 0;
    for (unsigned i = at->start; i < at->end; i++)
        n += i == at->start || !same_piece(segment, i - 1, i) ||
             level_of(segment, at, i - 1) != level_of(segment, at, i);
    line->pieces = LADLE_NEW_ARRAY(flow->arena, ladle_piece, n ? n : 1);
    for (unsigned i = at->start; i < at->end; i++) {
        if (i > at->start && same_piece(segment, i - 1, i) &&
            level_of(segment, at, i - 1) == level_of(segment, at, i)) {
            line->pieces[line->n_pieces - 1].end = i + 1;
            continue;
        }
        line->pieces[line->n_pieces++] = (ladle_piece){
            .segment = segment,
            .first = i,
            .end = i + 1,
            .format = segment->formats[i],
            .object = segment->objects[i],
            .level = level_of(segment, at, i),
        };
    }
    if (at->hyphen && line->n_pieces)
        line->pieces[line->n_pieces - 1].hyphen = true;
}

/* How far marks stand out above (or below) a line: those of a letter that carries several are moved
 * up and down from where one would stand, which is inside the font's extent. */
static void measure_marks(const ladle_line *line, int *above, int *below)
{
    *above = *below = 0;
    for (unsigned i = 0; i < line->n_pieces; i++) {
        const ladle_shaped *shaped = line->pieces[i].segment->shaped;
        for (unsigned c = line->pieces[i].first; c < line->pieces[i].end; c++) {
            const ladle_cluster *cluster = &shaped->clusters[c];
            for (unsigned g = 2; g < cluster->n_glyphs; g++) {
                int offset = shaped->glyphs[cluster->first_glyph + g].y_offset;
                *above = MAX(*above, -offset);
                *below = MAX(*below, offset);
            }
        }
    }
}

/* The line's box: its leading, with the font's extent in the middle; higher where a drawing in it
 * or a heap of marks needs more. */
static void size_line(ladle_flow *flow, ladle_line *line, const ladle_style *style)
{
    ladle_measure *measure = flow->options->measure;
    ladle_font_metrics metrics = measure->metrics(measure, &style->font);
    line->height = style->leading;
    line->ascent = (style->leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent;
    int marks_above, marks_below;
    measure_marks(line, &marks_above, &marks_below);
    line->ascent += marks_above;
    line->height += marks_above + marks_below;
    for (unsigned i = 0; i < line->n_pieces; i++) {
        const ladle_object *object = line->pieces[i].object;
        if (!object || !object->box)
            continue;
        int above = object->box->height - object->box->baseline;
        int more = above - line->ascent;
        if (more > 0) {
            line->ascent += more;
            line->height += more;
        }
        line->height = MAX(line->height, line->ascent + object->box->baseline);
    }
}

static ladle_line *new_line(ladle_flow *flow, const ladle_paragraph *paragraph,
                            const ladle_segment *segment, const ladle_break *at, int width,
                            int shift)
{
    ladle_line *line = LADLE_NEW(flow->arena, ladle_line);
    line->paragraph = paragraph;
    line->width = width;
    line->shift = shift;
    line->align = paragraph->style->align;
    line->natural = at->width;
    line->spaces = at->spaces;
    if (segment) {
        line->backwards = segment->shaped->base % 2 == 1;
        cut_pieces(flow, line, segment, at);
    }
    size_line(flow, line, paragraph->style);
    flow->clusters_made += at->end - at->start;
    return line;
}

ladle_line *ladle_lay_line(ladle_flow *flow, const ladle_paragraph *paragraph, int width)
{
    const ladle_segment *segment = paragraph->segments->pdata[0];
    unsigned n = segment->shaped->n_clusters;
    ladle_break all = {0, n, 0, 0, false};
    for (unsigned i = 0; i < n; i++)
        all.width += segment->shaped->clusters[i].advance;
    return new_line(flow, paragraph, segment, &all, width, 0);
}

int ladle_decimal_width(const ladle_flow *flow, const ladle_paragraph *paragraph)
{
    (void)flow;
    if (paragraph->segments->len == 0)
        return 0;
    const ladle_segment *segment = paragraph->segments->pdata[0];
    const ladle_shaped *shaped = segment->shaped;
    bool comma = shaped->n_clusters && !g_str_has_prefix(segment->formats[0]->language, "en");
    int width = 0, digits = 0;
    for (unsigned i = 0; i < shaped->n_clusters; i++) {
        char c = shaped->text[shaped->clusters[i].start];
        if (c == (comma ? ',' : '.') && digits)
            return width;
        width += shaped->clusters[i].advance;
        if (g_ascii_isdigit(c))
            digits = width;
    }
    return digits ? digits : width;
}

/* -------------------------------------------------------------------------------------- anchors */

static ladle_anchor anchor_of(ladle_anchor_kind kind, const ladle_node *node, int y)
{
    return (ladle_anchor){.kind = kind, .node = node, .y = y};
}

/* The galley of a footnote: its number hangs before its text. */
static ladle_galley *lay_note(ladle_flow *flow, const ladle_object *object)
{
    const ladle_node *node = object->node;
    const ladle_style *style = node->style;
    unsigned label = ladle_structure_add(flow, "Lbl", object->structure, NULL);
    ladle_paragraph *mark = ladle_paragraph_new(flow, style, node->pos, label);
    ladle_paragraph_words(flow, mark, node->number ? node->number : "",
                          ladle_theme_named(flow->options->theme, "footnote-number"),
                          object->place);
    ladle_paragraph_shape(flow, mark);
    ladle_paragraph *text = ladle_paragraph_new(flow, style, node->pos, object->structure);
    ladle_paragraph_inlines(flow, text, node->first, NULL);
    ladle_paragraph_shape(flow, text);
    ladle_galley *galley = ladle_galley_new(flow);
    ladle_measure_box at = {style->left + style->hanging,
                            flow->page->text - style->left - style->right - style->hanging, 0};
    at.wide = at.width;
    ladle_galley_space(galley, style->before);
    guint first = galley->slices->len;
    ladle_lay_text(flow, text, mark, style->left, at, galley);
    if (first < galley->slices->len) {
        ladle_slice *slice = galley->slices->pdata[first];
        ladle_anchor anchor = anchor_of(LADLE_ANCHOR_PLACE, node, 0);
        g_array_append_val(slice->anchors, anchor);
    }
    return galley;
}

static bool is_reference(const ladle_node *node)
{
    return node->kind == LADLE_NODE_A || node->kind == LADLE_NODE_REF;
}

static unsigned count_references(ladle_object *const *objects, unsigned n)
{
    unsigned references = 0;
    for (unsigned i = 0; i < n; i++)
        for (const ladle_node *node = objects[i]->node->first; node; node = node->next)
            references += is_reference(node);
    return references;
}

/* The first references, then a word that leads to the next one. */
static void first_references(ladle_flow *flow, ladle_paragraph *text, ladle_object *const *objects,
                             unsigned n)
{
    unsigned shown = 0;
    for (unsigned i = 0; i < n; i++)
        for (const ladle_node *node = objects[i]->node->first; node; node = node->next) {
            const ladle_style *style = objects[i]->node->style;
            bool reference = is_reference(node);
            if (reference && shown < FIRST_REFERENCES) {
                if (shown > 0)
                    ladle_paragraph_words(flow, text, SIDE_SEPARATOR, style, NULL);
                ladle_paragraph_inlines(flow, text, node, node->next);
            } else
                ladle_paragraph_leave_out(flow, text, node);
            if (reference && shown++ == FIRST_REFERENCES) {
                ladle_paragraph_words(flow, text, " ", style, NULL);
                ladle_paragraph_words(flow, text, flow->document->more, style, node);
            }
        }
}

static void all_words(ladle_flow *flow, ladle_paragraph *text, ladle_object *const *objects,
                      unsigned n)
{
    for (unsigned i = 0; i < n; i++) {
        if (i > 0)
            ladle_paragraph_words(flow, text, SIDE_SEPARATOR, objects[i]->node->style, NULL);
        ladle_paragraph_inlines(flow, text, objects[i]->node->first, NULL);
    }
}

/* The words of the side column that belong to one line, parted by commas. */
static ladle_galley *lay_side(ladle_flow *flow, ladle_object *const *objects, unsigned n,
                              int *ascent)
{
    const ladle_node *node = objects[0]->node;
    unsigned structure = ladle_structure_add(flow, "Span", objects[0]->structure, NULL);
    ladle_paragraph *text = ladle_paragraph_new(flow, node->style, node->pos, structure);
    if (count_references(objects, n) > MOST_REFERENCES)
        first_references(flow, text, objects, n);
    else
        all_words(flow, text, objects, n);
    ladle_paragraph_shape(flow, text);
    ladle_galley *galley = ladle_galley_new(flow);
    ladle_measure_box at = {flow->page->text + flow->page->gutter, flow->page->side,
                            flow->page->side};
    ladle_lay_text(flow, text, NULL, 0, at, galley);
    *ascent = 0;
    if (galley->slices->len) {
        const ladle_slice *slice = galley->slices->pdata[0];
        *ascent = g_array_index(slice->parts, ladle_part, 0).line->ascent;
    }
    return galley;
}

/* The anchors of a paragraph, in step with its lines. */
typedef struct {
    GPtrArray *objects;
    unsigned next;
} line_anchors;

/* Whether the object belongs to a line whose text ends before `end`. */
static bool on_line(const ladle_object *object, size_t end, bool last)
{
    if (last)
        return true;
    bool follows = object->kind == LADLE_OBJECT_NOTE || object->kind == LADLE_OBJECT_SIDE;
    return follows ? object->offset <= end : object->offset < end;
}

static void anchor_line(ladle_flow *flow, line_anchors *anchors, ladle_slice *slice,
                        const ladle_line *line, size_t end, bool last)
{
    GPtrArray *side = g_ptr_array_new();
    while (anchors->next < anchors->objects->len) {
        ladle_object *object = anchors->objects->pdata[anchors->next];
        if (!on_line(object, end, last))
            break;
        anchors->next++;
        if (object->kind == LADLE_OBJECT_SIDE)
            g_ptr_array_add(side, object);
        if (object->kind == LADLE_OBJECT_PLACE) {
            ladle_anchor anchor = anchor_of(LADLE_ANCHOR_PLACE, object->node, 0);
            g_array_append_val(slice->anchors, anchor);
        }
        if (object->kind == LADLE_OBJECT_NOTE) {
            ladle_anchor anchor = anchor_of(LADLE_ANCHOR_NOTE, object->node, 0);
            anchor.galley = lay_note(flow, object);
            g_array_append_val(slice->anchors, anchor);
        }
    }
    if (side->len) {
        ladle_anchor anchor = anchor_of(LADLE_ANCHOR_SIDE, NULL, line->ascent);
        anchor.galley =
            lay_side(flow, (ladle_object *const *)side->pdata, side->len, &anchor.ascent);
        g_array_append_val(slice->anchors, anchor);
    }
    g_ptr_array_free(side, TRUE);
}

/* --------------------------------------------------------------------------------------- slices */

/* Widows and orphans: the first lines of a paragraph stay together, and the last. */
static void glue_ends(GPtrArray *slices, unsigned from, const ladle_style *style)
{
    unsigned n = slices->len - from;
    for (unsigned i = 1; i < n; i++) {
        ladle_slice *slice = slices->pdata[from + i];
        if (style->keep || i < style->orphans || n - i < style->widows)
            slice->glued = true;
    }
}

static void add_mark(ladle_flow *flow, const ladle_paragraph *mark, ladle_slice *slice,
                     const ladle_line *line, int x)
{
    ladle_line *words = ladle_lay_line(flow, mark, 0);
    ladle_slice_line(slice, words, x, line->ascent - words->ascent);
}

void ladle_lay_text(ladle_flow *flow, const ladle_paragraph *paragraph, const ladle_paragraph *mark,
                    int mark_x, ladle_measure_box at, ladle_galley *galley)
{
    const ladle_style *style = paragraph->style;
    unsigned from = galley->slices->len;
    line_anchors anchors = {paragraph->objects, 0};
    GArray *breaks = g_array_new(FALSE, FALSE, sizeof(ladle_break));
    for (unsigned i = 0; i < paragraph->segments->len; i++) {
        const ladle_segment *segment = paragraph->segments->pdata[i];
        bool last_segment = i + 1 == paragraph->segments->len;
        int indent = paragraph->indented && i == 0 ? style->indent : 0;
        g_array_set_size(breaks, 0);
        break_segment(flow, paragraph, i, at.width - indent, at.width, breaks);
        if (breaks->len == 0 && (!last_segment || i == 0)) /* an empty line */
            g_array_append_val(breaks, ((ladle_break){0, 0, 0, 0, false}));
        for (unsigned j = 0; j < breaks->len; j++) {
            const ladle_break *where = &g_array_index(breaks, ladle_break, j);
            int shift = j == 0 ? indent : 0;
            ladle_line *line = new_line(flow, paragraph, segment, where, at.width - shift, shift);
            ladle_slice *slice = ladle_slice_new(flow);
            slice->height = line->height;
            slice->grid =
                style->on_grid && flow->page->grid > 0 && style->leading == flow->page->grid;
            slice->is_line = true;
            slice->wide = at.x + at.width > flow->page->text + flow->page->gutter;
            if (mark && galley->slices->len == from)
                add_mark(flow, mark, slice, line, mark_x);
            ladle_slice_line(slice, line, at.x, 0);
            bool end = where->end >= segment->shaped->n_clusters;
            size_t stop = segment->start + (end ? segment->shaped->bytes
                                                : segment->shaped->clusters[where->end].start);
            anchor_line(flow, &anchors, slice, line, stop, end && last_segment);
            ladle_galley_add(galley, slice);
        }
    }
    g_array_free(breaks, TRUE);
    glue_ends(galley->slices, from, style);
}
