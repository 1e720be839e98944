/* The logical tree as a PDF must have it.
 *
 * The layout's tree follows the document, which knows more than PDF has types for, and less than
 * they demand. Before elements are made of its nodes, a copy of it is brought into form:
 *   - the caption of a figure that holds a table is the table's own, as readers look for it there;
 *   - a heading is at most one level below the one before (the document's check has told of it);
 *   - all rows of a table are equally wide: where cells are missing the last one spans the rest;
 *   - in a table whose heads span, or have several rows, each cell says which heads it stands
 *     under; in all others a head's scope says the same.
 * Indices are those of the layout's nodes. */
#include "output/finish_private.h"

#include <string.h>

static finish_node *node(const finishing *f, unsigned index)
{
    return &g_array_index(f->nodes, finish_node, index);
}

static bool has_role(const finishing *f, unsigned index, const char *role)
{
    return strcmp(node(f, index)->role, role) == 0;
}

/* Whether a node behind `top` is still part of it: what belongs to a node follows it without a gap,
 * but for what is set later (notes), which no table holds. */
static bool is_below(const finishing *f, unsigned index, unsigned top)
{
    return index < f->nodes->len && node(f, index)->parent >= top;
}

/* ---------------------------------------------------------------- captions */

/* Whether a node stands in another with nothing but groups between. */
static bool stands_in(const finishing *f, unsigned index, unsigned group)
{
    for (index = node(f, index)->parent; index > group; index = node(f, index)->parent)
        if (!has_role(f, index, "Div") && !has_role(f, index, "Sect"))
            return false;
    return index == group;
}

/* The first table that stands in a group; 0 when there is none. */
static unsigned table_in(const finishing *f, unsigned group)
{
    for (unsigned i = group + 1; is_below(f, i, group); i++)
        if (has_role(f, i, "Table") && stands_in(f, i, group))
            return i;
    return 0;
}

static bool has_caption(const finishing *f, unsigned table)
{
    for (unsigned i = table + 1; is_below(f, i, table); i++)
        if (node(f, i)->parent == table && has_role(f, i, "Caption"))
            return true;
    return false;
}

static void move_captions(finishing *f)
{
    for (unsigned i = 1; i < f->nodes->len; i++) {
        unsigned parent = node(f, i)->parent;
        if (!has_role(f, i, "Caption") || has_role(f, parent, "Table"))
            continue;
        unsigned table = table_in(f, parent);
        if (table && !has_caption(f, table))
            node(f, i)->parent = table;
    }
}

/* ---------------------------------------------------------------- headings */

static void close_levels(finishing *f)
{
    static const char *const roles[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    unsigned before = 0;
    for (unsigned i = 1; i < f->nodes->len; i++) {
        const char *role = node(f, i)->role;
        if (role[0] != 'H' || role[1] < '1' || role[1] > '6')
            continue;
        unsigned level = MIN((unsigned)(role[1] - '0'), before + 1);
        node(f, i)->role = roles[level - 1];
        before = level;
    }
}

/* ---------------------------------------------------------------- tables */

/* A table on its way: its cells row by row. */
typedef struct {
    finishing *f;
    GArray *cells; /* of table_cell, in reading order */
    unsigned rows, head_rows, columns;
} table;

typedef struct {
    unsigned node, row, column;
    bool in_head;
} table_cell;

static table_cell *cell_at(const table *t, unsigned i)
{
    return &g_array_index(t->cells, table_cell, i);
}

static unsigned span(const table *t, unsigned index)
{
    return MAX(node(t->f, index)->colspan, 1u);
}

static void take_row(table *t, unsigned row, bool in_head)
{
    unsigned column = 0;
    for (unsigned i = row + 1; is_below(t->f, i, row); i++) {
        if (node(t->f, i)->parent != row)
            continue;
        table_cell cell = {i, t->rows, column, in_head};
        g_array_append_val(t->cells, cell);
        column += span(t, i);
    }
    t->columns = MAX(t->columns, column);
    t->rows++;
    t->head_rows += in_head;
}

static void take_rows(table *t, unsigned parent, bool in_head)
{
    for (unsigned i = parent + 1; is_below(t->f, i, parent); i++) {
        if (node(t->f, i)->parent != parent)
            continue;
        if (has_role(t->f, i, "TR"))
            take_row(t, i, in_head);
        else if (!has_role(t->f, i, "Caption"))
            take_rows(t, i, has_role(t->f, i, "THead"));
    }
}

static void fill_rows(table *t)
{
    for (unsigned i = 0; i < t->cells->len; i++) {
        const table_cell *cell = cell_at(t, i);
        bool is_last = i + 1 == t->cells->len || cell_at(t, i + 1)->row != cell->row;
        if (is_last && cell->column + span(t, cell->node) < t->columns)
            node(t->f, cell->node)->colspan = t->columns - cell->column;
    }
}

static bool needs_ids(const table *t)
{
    for (unsigned i = 0; i < t->cells->len; i++)
        if (has_role(t->f, cell_at(t, i)->node, "TH") && span(t, cell_at(t, i)->node) > 1)
            return true;
    return t->head_rows > 1;
}

static bool is_row_head(const table *t, const table_cell *cell)
{
    const finish_node *n = node(t->f, cell->node);
    return has_role(t->f, cell->node, "TH") && n->scope && strcmp(n->scope, "Row") == 0;
}

/* Whether a cell stands under a head of columns. */
static bool is_under(const table *t, const table_cell *cell, const table_cell *head)
{
    return head->in_head && head->row < cell->row && has_role(t->f, head->node, "TH") &&
           !is_row_head(t, head) && head->column < cell->column + span(t, cell->node) &&
           cell->column < head->column + span(t, head->node);
}

/* Lists the heads of a cell: those above it, and those before it in its row. */
static void list_heads(const table *t, unsigned index, GString *list)
{
    const table_cell *cell = cell_at(t, index);
    for (unsigned i = 0; i < index && cell_at(t, i)->in_head; i++)
        if (is_under(t, cell, cell_at(t, i)))
            g_string_append_printf(list, " (" FINISH_ID ")", cell_at(t, i)->node);
    for (unsigned i = index; i-- > 0 && cell_at(t, i)->row == cell->row;)
        if (is_row_head(t, cell_at(t, i)))
            g_string_append_printf(list, " (" FINISH_ID ")", cell_at(t, i)->node);
}

static void name_heads(table *t)
{
    GString *list = g_string_new(NULL);
    for (unsigned i = 0; i < t->cells->len; i++) {
        const table_cell *cell = cell_at(t, i);
        node(t->f, cell->node)->has_id = has_role(t->f, cell->node, "TH");
        g_string_truncate(list, 0);
        list_heads(t, i, list);
        if (list->len > 0)
            node(t->f, cell->node)->heads = ladle_arena_strdup(t->f->pages->arena, list->str);
    }
    g_string_free(list, TRUE);
}

static void mend_table(finishing *f, unsigned index)
{
    table t = {.f = f, .cells = g_array_new(FALSE, FALSE, sizeof(table_cell))};
    take_rows(&t, index, false);
    fill_rows(&t);
    if (needs_ids(&t))
        name_heads(&t);
    g_array_unref(t.cells);
}

void ladle_finish_nodes(finishing *f)
{
    const GArray *made = f->pages->structure;
    f->nodes = g_array_sized_new(FALSE, TRUE, sizeof(finish_node), made->len);
    for (unsigned i = 0; i < made->len; i++) {
        const ladle_structure *s = &g_array_index(made, ladle_structure, i);
        finish_node copy = {.role = s->role,
                            .parent = s->parent,
                            .scope = s->scope,
                            .colspan = s->colspan,
                            .has_id = strcmp(s->role, "Note") == 0};
        g_array_append_val(f->nodes, copy);
    }
    close_levels(f);
    for (unsigned i = 1; i < f->nodes->len; i++)
        if (has_role(f, i, "Table"))
            mend_table(f, i);
    move_captions(f);
}
