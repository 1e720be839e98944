/* What the tests of charts share: the project's theme, a measure in which every character is 4 pt
 * wide, a chart read from XML, and facts that must hold of whatever a chart draws. */
#ifndef LADLE_TESTS_CHART_FIXTURE_H
#define LADLE_TESTS_CHART_FIXTURE_H

#include "base/gate.h"
#include "document/load.h"
#include "document/theme.h"
#include "layout/chart.h"

#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

enum { CHARACTER = 4 * LADLE_PT, ASCENT = 8 * LADLE_PT, DESCENT = 2 * LADLE_PT };

static inline int mm(double value)
{
    return (int)lround(value * 72 / 25.4 * LADLE_PT);
}

static ladle_shaped *fixture_shape(ladle_measure *self, ladle_arena *arena, const char *text,
                                   size_t bytes, const ladle_text_span *spans, unsigned n_spans)
{
    ladle_shaped *shaped = LADLE_NEW(arena, ladle_shaped);
    const char *end = text + bytes;

    (void)self;
    (void)spans;
    cr_assert_eq(n_spans, 1);
    shaped->text = ladle_arena_strndup(arena, text, bytes);
    shaped->bytes = bytes;
    shaped->clusters = LADLE_NEW_ARRAY(arena, ladle_cluster, bytes);
    shaped->glyphs = LADLE_NEW_ARRAY(arena, ladle_glyph, bytes);
    for (const char *at = text; at < end; at = g_utf8_next_char(at)) {
        ladle_cluster *cluster = &shaped->clusters[shaped->n_clusters++];
        cluster->start = (size_t)(at - text);
        cluster->advance = CHARACTER;
        cluster->first_glyph = shaped->n_glyphs;
        cluster->n_glyphs = 1;
        cluster->is_space = *at == ' ';
        cluster->missing = g_utf8_get_char(at) == 0x2603; /* the snowman no font has */
        cluster->can_break = at > text && at[-1] == ' ' && *at != ' ';
        shaped->glyphs[shaped->n_glyphs].glyph = (uint32_t)g_utf8_get_char(at);
        shaped->glyphs[shaped->n_glyphs++].advance = CHARACTER;
    }
    return shaped;
}

static ladle_font_metrics fixture_metrics(ladle_measure *self, const ladle_font_name *font)
{
    (void)self;
    (void)font;
    return (ladle_font_metrics){.ascent = ASCENT, .descent = DESCENT};
}

typedef struct {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    ladle_theme *theme;
    ladle_measure measure;
    ladle_layout_options options;
    const ladle_node *chart;
    GPtrArray *boxes;
} fixture;

static const ladle_node *fixture_find(const ladle_node *node)
{
    const ladle_node *found = node->kind == LADLE_NODE_CHART ? node : NULL;

    for (const ladle_node *child = node->first; child && !found; child = child->next)
        found = fixture_find(child);
    return found;
}

/* Opens theme and chart: `chart` is a <chart> element. */
static inline fixture fixture_open(const char *chart)
{
    fixture all = {.arena = ladle_arena_new(), .diagnostics = ladle_diagnostics_new()};
    char *text = g_strdup_printf(
        "<document xmlns='urn:x-ladle:document' version='1' xml:lang='da' title='t'>"
        "<label id='continued'>f</label><label id='continues'>%%s f</label>"
        "<label id='page'>side %%s</label><label id='more'>m.fl.</label>"
        "<master id='m' folio='arabic'/><section master='m'>%s</section></document>",
        chart);
    xmlDoc *look = xmlReadFile(LADLE_TEST_DATA "/../templates/theme.xml", NULL, 0);
    xmlDoc *tree = xmlReadDoc((const xmlChar *)text, "test.xml", NULL, 0);
    ladle_gate *gate = ladle_gate_new(all.arena, all.diagnostics, NULL, NULL);

    cr_assert(look && tree);
    all.theme = ladle_theme_load(all.arena, look, all.diagnostics);
    cr_assert(all.theme);
    ladle_document *document =
        ladle_document_load(all.arena, tree, all.theme, gate, all.diagnostics);
    for (unsigned i = 0; i < ladle_diag_total(all.diagnostics); i++)
        cr_assert_fail("%s", ladle_diag_at(all.diagnostics, i)->message);
    cr_assert(document);
    all.chart = fixture_find(document->root);
    cr_assert(all.chart);
    xmlFreeDoc(look);
    xmlFreeDoc(tree);
    g_free(text);
    return all;
}

static inline void fixture_close(fixture *all)
{
    ladle_arena_free(all->arena);
    ladle_diagnostics_free(all->diagnostics);
    xmlCleanupParser();
}

/* Lays it out. The fixture must stay where it is while the boxes are used. */
static inline void fixture_lay(fixture *all, int width)
{
    all->measure = (ladle_measure){.shape = fixture_shape, .metrics = fixture_metrics};
    all->options = (ladle_layout_options){
        .theme = all->theme, .measure = &all->measure, .diagnostics = all->diagnostics};
    all->boxes = ladle_chart_layout(all->arena, all->chart, width, 7, &all->options);
}

static inline ladle_chart_box *fixture_box(const fixture *all, unsigned i)
{
    cr_assert_lt(i, all->boxes->len);
    return all->boxes->pdata[i];
}

static inline int item_top(const ladle_page_item *item)
{
    return item->kind == LADLE_ITEM_GLYPHS ? item->y - item->ascent : item->y;
}

static inline bool items_meet(const ladle_page_item *a, const ladle_page_item *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width &&
           item_top(a) < item_top(b) + b->height && item_top(b) < item_top(a) + a->height;
}

static inline const char *item_words(const ladle_page_item *item)
{
    return item->kind == LADLE_ITEM_GLYPHS ? item->run->text : "a path";
}

/* Facts of every chart: all is inside its box, no text stands on anything but what says so,
 * glyphs, clusters and text are in step, and the structure is the one given. */
static inline void check_boxes(const fixture *all)
{
    enum { ROUNDING = 2 };

    for (unsigned n = 0; n < all->boxes->len; n++) {
        const ladle_chart_box *box = all->boxes->pdata[n];
        for (unsigned i = 0; i < box->items->len; i++) {
            const ladle_page_item *item = box->items->pdata[i];
            int top = item_top(item);
            cr_assert(item->x >= 0 && item->x + item->width <= box->width + ROUNDING,
                      "box %u: %s from %d to %d of %d", n, item_words(item), item->x,
                      item->x + item->width, box->width);
            cr_assert(top >= 0 && top + item->height <= box->height + ROUNDING,
                      "box %u: %s from %d down to %d of %d", n, item_words(item), top,
                      top + item->height, box->height);
            cr_assert_eq(item->structure, 7);
            if (item->kind != LADLE_ITEM_GLYPHS)
                continue;
            size_t bytes = 0, glyphs = 0;
            for (unsigned k = 0; k < item->run->n_clusters; k++) {
                bytes += item->run->clusters[k].bytes;
                glyphs += item->run->clusters[k].glyphs;
            }
            cr_assert_eq(bytes, item->run->bytes);
            cr_assert_eq(glyphs, item->run->n_glyphs);
            for (unsigned k = 0; k < box->items->len; k++) {
                const ladle_page_item *other = box->items->pdata[k];
                if (k != i && !other->may_overlap && !item->may_overlap)
                    cr_assert(!items_meet(item, other),
                              "box %u: \"%s\" at %d, %d stands on %s at %d, %d (%d by %d)", n,
                              item->run->text, item->x, item->y, item_words(other), other->x,
                              other->y, other->width, other->height);
            }
        }
    }
}

/* Opens, lays out and checks. */
#define CHART(name, xml, wide)                                                                     \
    fixture name = fixture_open(xml);                                                              \
    fixture_lay(&name, (wide));                                                                    \
    check_boxes(&name)

/* The text item with these words, of any box; NULL: none. */
static inline const ladle_page_item *find_text(const fixture *all, const char *words)
{
    for (unsigned n = 0; n < all->boxes->len; n++) {
        const ladle_chart_box *box = all->boxes->pdata[n];
        for (unsigned i = 0; i < box->items->len; i++) {
            const ladle_page_item *item = box->items->pdata[i];
            if (item->kind == LADLE_ITEM_GLYPHS && strcmp(item->run->text, words) == 0)
                return item;
        }
    }
    return NULL;
}

static inline bool same_colour(ladle_colour a, ladle_colour b)
{
    return a.none == b.none &&
           (a.none || (a.red == b.red && a.green == b.green && a.blue == b.blue));
}

/* The i-th path of a box filled with a colour of the theme; NULL: there are not so many. */
static inline const ladle_page_item *find_fill(const fixture *all, unsigned n, const char *colour,
                                               unsigned i)
{
    const ladle_chart_box *box = fixture_box(all, n);

    for (unsigned k = 0; k < box->items->len; k++) {
        const ladle_page_item *item = box->items->pdata[k];
        if (item->kind == LADLE_ITEM_PATH &&
            same_colour(item->path->fill, ladle_theme_colour(all->theme, colour)) && i-- == 0)
            return item;
    }
    return NULL;
}

/* The same for strokes. */
static inline const ladle_page_item *find_stroke(const fixture *all, unsigned n, const char *colour,
                                                 unsigned i)
{
    const ladle_chart_box *box = fixture_box(all, n);

    for (unsigned k = 0; k < box->items->len; k++) {
        const ladle_page_item *item = box->items->pdata[k];
        if (item->kind == LADLE_ITEM_PATH &&
            same_colour(item->path->stroke, ladle_theme_colour(all->theme, colour)) && i-- == 0)
            return item;
    }
    return NULL;
}

static inline void print_colour(GString *out, const char *what, ladle_colour colour)
{
    if (!colour.none)
        g_string_append_printf(out, " %s #%02x%02x%02x", what, colour.red, colour.green,
                               colour.blue);
}

static inline void print_length(GString *out, int value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_printf(
        out, " %s", g_ascii_formatd(digits, sizeof digits, "%.2f", value * 25.4 / 72 / LADLE_PT));
}

/* A box as text: one item a line, lengths in mm. Yours to free. */
static inline char *print_box(const ladle_chart_box *box)
{
    GString *out = g_string_new("box");

    print_length(out, box->width);
    print_length(out, box->height);
    print_length(out, box->baseline);
    g_string_append_c(out, '\n');
    for (unsigned i = 0; i < box->items->len; i++) {
        const ladle_page_item *item = box->items->pdata[i];
        g_string_append(out, item->kind == LADLE_ITEM_GLYPHS ? "text" : "path");
        print_length(out, item->x);
        print_length(out, item->y);
        print_length(out, item->width);
        print_length(out, item->height);
        if (item->kind == LADLE_ITEM_GLYPHS) {
            print_colour(out, item->run->text, item->run->colour);
        } else {
            print_colour(out, "fill", item->path->fill);
            print_colour(out, "stroke", item->path->stroke);
            if (!item->path->stroke.none)
                print_length(out, item->path->stroke_width);
        }
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

#endif
