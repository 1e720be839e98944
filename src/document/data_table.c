/* The cells of a table as texts.
 *
 * Rows are read into a grid of their own first, since a header needs all rows of heads, and since
 * only at the end it is known which columns hold nothing but page numbers. */
#include "document/data_private.h"
#include "document/number.h"

#include <string.h>

/* --------------------------------------------------------------------------------- a cell */

static bool is_apart(const ladle_node *node)
{
    return node->kind == LADLE_NODE_NOTE || (node->kind == LADLE_NODE_ASIDE && node->in_line);
}

static void append_space(GString *out, char space)
{
    if (out->len && !g_ascii_isspace(out->str[out->len - 1]))
        g_string_append_c(out, space);
}

static void append_words(GString *out, const ladle_document *document, const ladle_node *node)
{
    if (is_apart(node))
        return;
    if (node->kind == LADLE_NODE_BR)
        append_space(out, '\n');
    if (node->text)
        g_string_append(out, node->text);
    if (node->kind == LADLE_NODE_REF)
        g_string_append(out, ladle_reference_words(document, node));
    if (node->kind == LADLE_NODE_CHART || node->kind == LADLE_NODE_IMG) {
        const char *alt = ladle_node_attribute(node, "alt");
        g_string_append(out, alt ? alt : "");
    }
    for (const ladle_node *child = node->first; child; child = child->next) {
        if (!child->in_line)
            append_space(out, '\n');
        append_words(out, document, child);
    }
}

static const char *text_of_cell(ladle_grid *grid, const ladle_node *cell)
{
    GString *text = g_string_new(NULL);
    append_words(text, grid->document, cell);
    const char *plain = ladle_data_plain(grid->arena, text->str);
    g_string_free(text, TRUE);
    return plain;
}

static bool has_backlinks(const ladle_node *node)
{
    if (node->kind == LADLE_NODE_BACKLINKS)
        return true;
    for (const ladle_node *child = node->first; child; child = child->next)
        if (has_backlinks(child))
            return true;
    return false;
}

/* --------------------------------------------------------------------------------- a table */

static unsigned span_of(const ladle_node *cell)
{
    const char *span = ladle_node_attribute(cell, "colspan");
    return span ? (unsigned)MIN(g_ascii_strtoull(span, NULL, 10), 1000) : 1;
}

/* The chart of this kind in a cell that holds nothing else (it may be a link); else NULL. */
static const ladle_node *chart_alone(const ladle_node *cell, const char *kind)
{
    const ladle_node *node = cell->first;
    while (node && node->kind != LADLE_NODE_CHART)
        node = node->next ? NULL : node->first;
    const char *its = node ? ladle_node_attribute(node, "kind") : NULL;
    return its && !node->next && !node->previous && strcmp(its, kind) == 0 ? node : NULL;
}

/* The chart of a cell that holds a scale alone over as many columns as it has levels; else NULL. */
static const ladle_node *scale_over_columns(const ladle_node *cell)
{
    const ladle_node *node = chart_alone(cell, "scale");
    const char *of = node ? ladle_node_attribute(node, "of") : NULL;
    return of && g_ascii_strtoull(of, NULL, 10) == span_of(cell) &&
                   ladle_node_attribute(node, "level")
               ? node
               : NULL;
}

/* The chart of a cell that holds a move of levels alone over two columns, before and now; else
 * NULL. */
static const ladle_node *move_over_columns(const ladle_node *cell)
{
    const ladle_node *node = chart_alone(cell, "move");
    return node && span_of(cell) == 2 && ladle_node_attribute(node, "of") ? node : NULL;
}

static bool is_at(const ladle_node *scale, const char *attribute, unsigned column)
{
    const char *level = ladle_node_attribute(scale, attribute);
    return level && g_ascii_strtoull(level, NULL, 10) == column;
}

/* A field for each level: yes at the level, or before and now where it has moved. */
static void put_scale(ladle_grid *cells, const ladle_node *scale)
{
    const char *before = ladle_data_words(cells->document, "data.before");
    const char *now = ladle_data_words(cells->document, "data.now");
    bool moves = ladle_node_attribute(scale, "was") != NULL;
    unsigned of = (unsigned)g_ascii_strtoull(ladle_node_attribute(scale, "of"), NULL, 10);
    for (unsigned column = 0; column < of; column++) {
        bool is_now = is_at(scale, "level", column), was = moves && is_at(scale, "was", column);
        const char *text = !moves && is_now ? ladle_data_words(cells->document, "data.yes")
                           : is_now && was ? ladle_arena_printf(cells->arena, "%s, %s", before, now)
                           : is_now        ? now
                           : was           ? before
                                           : "";
        ladle_grid_field(cells, text);
    }
}

/* The level before and the level now, each in its column, by name; "" where not covered. */
static void put_move(ladle_grid *cells, const ladle_node *move)
{
    static const char *const WORDS[] = {"was-words", "words"};
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        const char *words = ladle_node_attribute(move, WORDS[i]);
        ladle_grid_field(cells, words ? words : "");
    }
}

/* Adds the rows of a part of the table; `pages`: which columns have page numbers. */
static void read_rows(ladle_grid *cells, const ladle_node *part, GHashTable *pages)
{
    for (const ladle_node *row = part->first; row; row = row->next) {
        unsigned column = 0;
        ladle_grid_row(cells);
        for (const ladle_node *cell = row->first; cell; cell = cell->next) {
            const char *text = text_of_cell(cells, cell);
            const ladle_node *scale = scale_over_columns(cell);
            if (scale) {
                put_scale(cells, scale);
                column += span_of(cell);
                continue;
            }
            const ladle_node *move = move_over_columns(cell);
            if (move) {
                put_move(cells, move);
                column += span_of(cell);
                continue;
            }
            if (has_backlinks(cell))
                g_hash_table_add(pages, GUINT_TO_POINTER(column));
            for (unsigned span = span_of(cell); span > 0; span--, column++)
                ladle_grid_field(cells, text);
        }
    }
}

static const char *field(const ladle_grid *cells, guint row, guint column)
{
    const GPtrArray *fields = g_ptr_array_index(cells->rows, row);
    return column < fields->len ? g_ptr_array_index(fields, column) : "";
}

/* What the heads say of a column, each once; "" for nothing. */
static char *head_of(const ladle_grid *cells, guint heads, guint column)
{
    GString *head = g_string_new(NULL);
    const char *before = "";
    for (guint row = 0; row < heads; row++) {
        const char *words = field(cells, row, column);
        if (!*words || strcmp(words, before) == 0)
            continue;
        g_string_append_printf(head, "%s%s", head->len ? " – " : "", words);
        before = words;
    }
    g_string_replace(head, "\n", " ", 0);
    return g_string_free(head, FALSE);
}

static bool is_empty_below(const ladle_grid *cells, guint heads, guint column)
{
    for (guint row = heads; row < cells->rows->len; row++)
        if (*field(cells, row, column))
            return false;
    return true;
}

/* The header: each name once, columns without a head by their number. */
static void put_header(ladle_grid *grid, const ladle_grid *cells, guint heads,
                       const GArray *columns)
{
    const char *column_word = ladle_data_words(grid->document, "data.column");
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ladle_grid_row(grid);
    for (guint i = 0; i < columns->len; i++) {
        char *head = head_of(cells, heads, g_array_index(columns, guint, i));
        if (!*head) {
            g_free(head);
            head = g_strdup_printf("%s %u", column_word, i + 1);
        }
        char *name = g_strdup(head);
        for (unsigned n = 2; g_hash_table_contains(names, name); n++) {
            g_free(name);
            name = g_strdup_printf("%s (%u)", head, n);
        }
        ladle_grid_field(grid, ladle_arena_strdup(grid->arena, name));
        g_hash_table_add(names, name);
        g_free(head);
    }
    g_hash_table_unref(names);
}

void ladle_data_of_table(ladle_grid *grid, const ladle_node *table)
{
    ladle_grid cells = ladle_grid_new(grid->arena, grid->document);
    GHashTable *pages = g_hash_table_new(NULL, NULL);
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(guint));
    guint heads = 0, width = 0;

    for (const ladle_node *part = table->first; part; part = part->next) {
        bool holds_rows = part->kind == LADLE_NODE_THEAD || part->kind == LADLE_NODE_TBODY ||
                          part->kind == LADLE_NODE_TFOOT;
        if (holds_rows)
            read_rows(&cells, part, pages);
        if (part->kind == LADLE_NODE_THEAD)
            heads = cells.rows->len;
    }
    for (guint row = 0; row < cells.rows->len; row++)
        width = MAX(width, ((GPtrArray *)g_ptr_array_index(cells.rows, row))->len);
    for (guint column = 0; column < width; column++)
        if (!g_hash_table_contains(pages, GUINT_TO_POINTER(column)) ||
            !is_empty_below(&cells, heads, column))
            g_array_append_val(columns, column);

    put_header(grid, &cells, heads, columns);
    for (guint row = heads; row < cells.rows->len; row++) {
        ladle_grid_row(grid);
        for (guint i = 0; i < columns->len; i++)
            ladle_grid_field(grid, field(&cells, row, g_array_index(columns, guint, i)));
    }
    g_array_unref(columns);
    g_hash_table_unref(pages);
}
