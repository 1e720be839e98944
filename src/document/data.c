/* Which tables a document's data make, and what they are called. */
#include "document/data.h"

#include "base/stem.h"
#include "document/data_private.h"
#include "document/number.h"

#include <string.h>

typedef struct {
    ladle_arena *arena;
    const ladle_document *document;
    GPtrArray *tables;
    GHashTable *taken;      /* stems that are given */
    GHashTable *digits;     /* counter -> digits of its highest number */
    const char *heading;    /* of the section that is being read, NULL: none yet */
    unsigned unnumbered[2]; /* tables, and charts, without a number so far */
} collector;

/* ----------------------------------------------------------------------------------- words */

bool ladle_data_takes_label(const char *id)
{
    static const char *const WORDS[] = {"data.table",
                                        "data.chart",
                                        "data.column",
                                        "data.group",
                                        "data.name",
                                        "data.value",
                                        "data.part",
                                        "data.target",
                                        "data.level",
                                        "data.share",
                                        "data.number",
                                        "data.emphasis",
                                        "data.before",
                                        "data.now",
                                        "data.yes",
                                        "data.no",
                                        "data.interval",
                                        "data.start-first",
                                        "data.start-last",
                                        "data.end-first",
                                        "data.end-last",
                                        "data.start-approximate",
                                        "data.end-approximate",
                                        "data.end-expected",
                                        "data.deadline",
                                        "data.revised-first",
                                        "data.revised-last",
                                        NULL};
    return g_strv_contains(WORDS, id);
}

const char *ladle_data_words(const ladle_document *document, const char *id)
{
    const char *words = ladle_document_label(document, id);
    return words ? words : id + strlen("data.");
}

static bool has_data(const ladle_node *node, const char *value)
{
    return node->kind == LADLE_NODE_TABLE &&
           g_strcmp0(ladle_node_attribute(node, "data"), value) == 0;
}

bool ladle_is_unprinted(const ladle_node *node)
{
    return has_data(node, "only");
}

/* ----------------------------------------------------------------------------------- names */

static bool is_plain_number(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

static void note_digits(collector *c, const ladle_node *node)
{
    const char *counter =
        node->kind == LADLE_NODE_FIGURE ? ladle_node_attribute(node, "counter") : NULL;
    if (counter && node->number && is_plain_number(node->number)) {
        unsigned most = GPOINTER_TO_UINT(g_hash_table_lookup(c->digits, counter));
        g_hash_table_insert(c->digits, (char *)counter,
                            GUINT_TO_POINTER(MAX(most, (unsigned)strlen(node->number))));
    }
    for (const ladle_node *child = node->first; child; child = child->next)
        note_digits(c, child);
}

static const ladle_node *numbered_figure(const ladle_node *node)
{
    while (node && !(node->kind == LADLE_NODE_FIGURE && node->number))
        node = node->parent;
    return node;
}

/* "figur-2", "tabel-07": numbers of a counter are as long as its longest, so that files sort. */
static char *stem_of_figure(const collector *c, const ladle_node *figure)
{
    char *stem = ladle_stem_fold(figure->label);
    const char *counter = ladle_node_attribute(figure, "counter");
    if (!is_plain_number(figure->number) || !g_str_has_suffix(stem, figure->number))
        return stem;
    unsigned digits = GPOINTER_TO_UINT(g_hash_table_lookup(c->digits, counter));
    size_t words = strlen(stem) - strlen(figure->number);
    char *padded = g_strdup_printf("%.*s%0*" G_GUINT64_FORMAT, (int)words, stem, (int)digits,
                                   g_ascii_strtoull(figure->number, NULL, 10));
    g_free(stem);
    return padded;
}

static char *stem_without_number(collector *c, const ladle_node *node)
{
    bool table = node->kind == LADLE_NODE_TABLE;
    char *word =
        ladle_stem_fold(ladle_data_words(c->document, table ? "data.table" : "data.chart"));
    char *stem = g_strdup_printf("%s-%02u",
                                 *word   ? word
                                 : table ? "table"
                                         : "chart",
                                 ++c->unnumbered[!table]);
    g_free(word);
    return stem;
}

static const ladle_node *child_of(const ladle_node *node, ladle_node_kind kind)
{
    const ladle_node *child = node->first;
    while (child && child->kind != kind)
        child = child->next;
    return child;
}

/* What is not printed has no number; its caption says what it is. */
static char *stem_of_caption(const collector *c, const ladle_node *table)
{
    const ladle_node *caption = child_of(table, LADLE_NODE_CAPTION);
    return caption && ladle_is_unprinted(table)
               ? ladle_stem_fold(ladle_node_plain_text(c->arena, caption))
               : NULL;
}

static const char *name_of(collector *c, const ladle_node *node)
{
    const ladle_node *figure = numbered_figure(node);
    char *base = figure ? stem_of_figure(c, figure) : stem_of_caption(c, node);
    if (!base)
        base = stem_without_number(c, node);
    char *stem = ladle_stem_take(c->taken, *base ? base : "data");
    const char *name = ladle_arena_printf(c->arena, "%s.csv", stem);
    g_free(stem);
    g_free(base);
    return name;
}

/* ---------------------------------------------------------------------------------- titles */

/* What stands over a table: its own caption, the figure's, a paragraph of class list-head before
 * it, the heading of its section; else the document's title. */
static const char *title_of(const collector *c, const ladle_node *node)
{
    const ladle_node *figure = numbered_figure(node), *above = node->parent;
    const ladle_node *caption = figure ? child_of(figure, LADLE_NODE_FIGCAPTION) : NULL;
    if (!caption)
        caption = child_of(node, LADLE_NODE_CAPTION);
    for (const ladle_node *before = node->previous; before && !caption; before = before->previous)
        if (before->kind == LADLE_NODE_P && ladle_node_has_class(before, "list-head"))
            caption = before;
    if (!caption && above->kind == LADLE_NODE_FIGURE)
        caption = child_of(above, LADLE_NODE_FIGCAPTION);
    const char *words = caption ? ladle_node_plain_text(c->arena, caption) : NULL;
    if (figure)
        return ladle_arena_printf(c->arena, "%s%s%s", figure->label, words ? " " : "",
                                  words ? words : "");
    return words ? words : c->heading ? c->heading : c->document->title;
}

/* ----------------------------------------------------------------------------------- all */

static void add_table(collector *c, const ladle_node *node)
{
    ladle_grid grid = ladle_grid_new(c->arena, c->document);
    ladle_data_table *table = LADLE_NEW(c->arena, ladle_data_table);
    if (node->kind == LADLE_NODE_TABLE)
        ladle_data_of_table(&grid, node);
    else
        ladle_data_of_chart(&grid, node);
    table->name = name_of(c, node);
    table->title = ladle_data_plain(c->arena, title_of(c, node));
    table->csv = ladle_grid_csv(&grid, &table->bytes);
    g_ptr_array_add(c->tables, table);
}

static void collect(collector *c, const ladle_node *node)
{
    bool heading = node->kind >= LADLE_NODE_H1 && node->kind <= LADLE_NODE_H4;
    if (heading && node->label)
        c->heading = node->label;
    if ((node->kind == LADLE_NODE_TABLE && !has_data(node, "no")) ||
        (node->kind == LADLE_NODE_CHART && ladle_chart_has_data(node)))
        add_table(c, node);
    for (const ladle_node *child = node->first; child; child = child->next)
        collect(c, child);
}

static void release_tables(void *tables)
{
    g_ptr_array_unref(tables);
}

GPtrArray *ladle_document_data(ladle_arena *arena, const ladle_document *document)
{
    collector c = {.arena = arena,
                   .document = document,
                   .tables = g_ptr_array_new(),
                   .taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                   .digits = g_hash_table_new(g_str_hash, g_str_equal)};
    ladle_arena_defer(arena, release_tables, c.tables);
    note_digits(&c, document->root);
    collect(&c, document->root);
    g_hash_table_unref(c.digits);
    g_hash_table_unref(c.taken);
    return c.tables;
}
