/* Tables too wide for their page.
 *
 * A table is too wide when the columns, each as narrow as its longest word, need more than the
 * width there is, and words parted with a hyphen do not mend that. Then, in this order,
 *   - a table that stands in the flow of the text gets a turned page, and its figure with it, so
 *     that caption, table and note stay together;
 *   - its type is made smaller, all of it in proportion, by one step of the theme after the other
 *     down to the smallest size the theme allows;
 *   - it is an error that says how wide the table is, since words running off the page or into
 *     each other would be lost.
 * Tables in cells, boxes and columns have no page to turn; they begin with the second. */
#include "layout/flow.h"

#include <string.h>

/* --------------------------------------------------------------------------------- turned pages */

static bool turns(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                  ladle_measure_box turned)
{
    if (!box->node)
        return false;
    at = ladle_lay_inner(box->style, at);
    turned = ladle_lay_inner(box->style, turned);
    if (box->kind == LADLE_NODE_TABLE)
        return turned.width > at.width && ladle_table_need(flow, box, at.width, false) > at.width &&
               ladle_table_need(flow, box, at.width, true) > at.width;
    if (box->kind != LADLE_NODE_FIGURE)
        return false;
    for (const ladle_box *child = box->first; child; child = child->next)
        if (turns(flow, child, at, turned))
            return true;
    return false;
}

bool ladle_fit_turns(ladle_flow *flow, const ladle_box *box, ladle_measure_box at)
{
    return turns(flow, box, at, (ladle_measure_box){at.x, at.width, flow->turned_wide - at.x});
}

/* ---------------------------------------------------------------------------------- smaller type
 */

/* A table whose type is to have `size` where it had `was`. */
typedef struct {
    ladle_flow *flow;
    int size, was, least;
    GHashTable *formats, *styles; /* the old -> its smaller copy */
} shrinking;

/* A size made smaller, but none below the least; what was below it stays. */
static int shrink_size(const shrinking *work, int size)
{
    if (size <= work->least)
        return size;
    return MAX((int)((gint64)size * work->size / work->was), work->least);
}

static const ladle_format *shrink_format(shrinking *work, const ladle_format *format)
{
    ladle_format *smaller = g_hash_table_lookup(work->formats, format);
    if (smaller)
        return smaller;
    smaller = LADLE_NEW(work->flow->arena, ladle_format);
    *smaller = *format;
    smaller->font.size = shrink_size(work, format->font.size);
    if (format->font.size > 0)
        smaller->rise = (int)((gint64)format->rise * smaller->font.size / format->font.size);
    g_hash_table_insert(work->formats, (gpointer)format, smaller);
    return smaller;
}

static const ladle_style *shrink_style(shrinking *work, const ladle_style *style)
{
    ladle_style *smaller = g_hash_table_lookup(work->styles, style);
    if (smaller)
        return smaller;
    smaller = LADLE_NEW(work->flow->arena, ladle_style);
    *smaller = *style;
    smaller->font.size = shrink_size(work, style->font.size);
    if (style->font.size > 0)
        smaller->leading = (int)((gint64)style->leading * smaller->font.size / style->font.size);
    g_hash_table_insert(work->styles, (gpointer)style, smaller);
    return smaller;
}

static void shape_again(ladle_flow *flow, ladle_paragraph *text)
{
    g_ptr_array_set_size(text->segments, 0);
    g_array_set_size(text->ends, text->ends->len - 1); /* shaping adds the last end again */
    ladle_paragraph_shape(flow, text);
}

static void remember_size(ladle_flow *flow, ladle_paragraph *text)
{
    if (text->whole_style)
        return;
    text->whole_style = text->style;
    text->whole_formats = LADLE_NEW_ARRAY(flow->arena, const ladle_format *, text->stretches->len);
    for (unsigned i = 0; i < text->stretches->len; i++)
        text->whole_formats[i] = g_array_index(text->stretches, ladle_stretch, i).format;
}

static void restore_text(ladle_flow *flow, ladle_paragraph *text)
{
    if (!text || !text->whole_style)
        return;
    text->style = text->whole_style;
    text->whole_style = NULL;
    for (unsigned i = 0; i < text->stretches->len; i++)
        g_array_index(text->stretches, ladle_stretch, i).format = text->whole_formats[i];
    shape_again(flow, text);
}

void ladle_fit_restore(ladle_flow *flow, const ladle_box *box)
{
    restore_text(flow, box->text);
    restore_text(flow, box->mark);
    for (const ladle_box *child = box->first; child; child = child->next)
        ladle_fit_restore(flow, child);
}

static void shrink_text(shrinking *work, ladle_paragraph *text)
{
    if (!text)
        return;
    remember_size(work->flow, text);
    text->style = shrink_style(work, text->style);
    for (unsigned i = 0; i < text->stretches->len; i++) {
        ladle_stretch *stretch = &g_array_index(text->stretches, ladle_stretch, i);
        stretch->format = shrink_format(work, stretch->format);
    }
    shape_again(work->flow, text);
}

static void shrink_box(shrinking *work, const ladle_box *box)
{
    shrink_text(work, box->text);
    shrink_text(work, box->mark);
    for (const ladle_box *child = box->first; child; child = child->next)
        shrink_box(work, child);
}

/* What is in the rows; the table's own title keeps its size. */
static void shrink_rows(ladle_flow *flow, const ladle_box *table, int was, int size, int least)
{
    shrinking work = {
        flow, size, was, least, g_hash_table_new(NULL, NULL), g_hash_table_new(NULL, NULL)};
    for (const ladle_box *child = table->first; child; child = child->next)
        if (child->kind != LADLE_NODE_P)
            shrink_box(&work, child);
    g_hash_table_destroy(work.formats);
    g_hash_table_destroy(work.styles);
}

/* ------------------------------------------------------------------------------------ too wide */

static void add_words(GString *out, const ladle_node *node)
{
    if (node->kind == LADLE_NODE_TEXT)
        g_string_append(out, node->text);
    for (const ladle_node *child = node->first; child; child = child->next)
        add_words(out, child);
}

/* The figure a table stands in; NULL: none. */
static const ladle_node *figure_of(const ladle_node *table)
{
    while (table && table->kind != LADLE_NODE_FIGURE)
        table = table->parent;
    return table;
}

/* Whether a label such as "Table 14" says that it is a table, or a figure. */
static bool is_labelled(const ladle_node *table)
{
    const ladle_node *figure = figure_of(table);
    return figure && figure->label;
}

/* What the reader calls the table: its label and title, or its first words. */
static char *table_name(const ladle_node *table)
{
    const ladle_node *figure = figure_of(table), *title = NULL;
    for (const ladle_node *node = figure ? figure->first : NULL; node && !title; node = node->next)
        if (node->kind == LADLE_NODE_FIGCAPTION)
            title = node;
    for (const ladle_node *node = table->first; node && !title; node = node->next)
        if (node->kind == LADLE_NODE_CAPTION)
            title = node;
    GString *words = g_string_new(NULL);
    if (figure && figure->label)
        g_string_append_printf(words, "%s ", figure->label);
    if (!title)
        g_string_append(words, "that begins with ");
    GString *own = g_string_new(NULL);
    add_words(own, title ? title : table);
    for (char *at = own->str; *at; at++)
        *at = g_ascii_isspace(*at) ? ' ' : *at;
    char *trimmed = g_strstrip(g_strdup(own->str));
    glong shown = MIN(g_utf8_strlen(trimmed, -1), 60);
    g_string_append_len(words, "\xE2\x80\x9C", -1);
    g_string_append_len(words, trimmed, g_utf8_offset_to_pointer(trimmed, shown) - trimmed);
    g_string_append(words, trimmed[0] && g_utf8_strlen(trimmed, -1) > shown ? "…\xE2\x80\x9D"
                                                                            : "\xE2\x80\x9D");
    g_free(trimmed);
    g_string_free(own, TRUE);
    return g_string_free(words, FALSE);
}

static double millimetres(int length)
{
    return (double)length / LADLE_PT / 72 * 25.4;
}

static void too_wide(ladle_flow *flow, const ladle_box *table, int need, int width, int size)
{
    char *name = table_name(table->node);
    ladle_diag_add(flow->options->diagnostics, LADLE_DIAG_TABLE_TOO_WIDE, table->node->pos,
                   "%s%s needs %.0f mm even with type of %.3g pt, and there are %.0f; "
                   "write its longest words shorter, give it fewer columns, or part it in two",
                   is_labelled(table->node) ? "" : "the table ", name, millimetres(need) + 0.5,
                   (double)size / LADLE_PT, millimetres(width));
    g_free(name);
}

void ladle_fit_shrink(ladle_flow *flow, const ladle_box *table, int width)
{
    if (ladle_table_need(flow, table, width, false) <= width)
        return;
    int need = ladle_table_need(flow, table, width, true);
    const ladle_theme *theme = flow->options->theme;
    int least = ladle_theme_measure(theme, "table", "least-size");
    int step = MAX(ladle_theme_measure(theme, "table", "size-step"), LADLE_PT / 10);
    int size = table->style->font.size;
    while (need > width && size > least) {
        int smaller = MAX(size - step, least);
        shrink_rows(flow, table, size, smaller, least);
        size = smaller;
        need = ladle_table_need(flow, table, width, true);
    }
    if (need > width)
        too_wide(flow, table, need, width, size);
}
