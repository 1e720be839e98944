/* Tables as a grid: each cell takes the first free column of its row and as many rows and columns
 * as it spans. All rows must come out equally wide, and no cell may lie over another. */
#include "verify/checking.h"

enum { WIDEST = 1000 };

typedef struct {
    checking *c;
    unsigned table; /* its index */
    unsigned heads, feet, bodies;
    unsigned columns;  /* of the first row */
    GArray *reach;     /* for each column, how many rows from here are taken by cells above */
    GHashTable *named; /* ids in Headers */
    bool uneven;
} grid;

static unsigned span(grid *g, const verify_element *cell, const char *key)
{
    gint64 value = pdf_integer(ladle_verify_attribute(g->c, cell, "Table", key), 1);
    return (unsigned)CLAMP(value, 1, WIDEST);
}

static unsigned *reach_at(grid *g, unsigned column)
{
    if (column >= g->reach->len)
        g_array_set_size(g->reach, column + 1);
    return &g_array_index(g->reach, unsigned, column);
}

static void place_cell(grid *g, unsigned index, unsigned *column)
{
    const verify_element *cell = verify_element_at(g->c, index);
    unsigned columns = span(g, cell, "ColSpan"), rows = span(g, cell, "RowSpan");
    while (*column<WIDEST && * reach_at(g, *column)> 0)
        ++*column;
    for (unsigned i = 0; i < columns && *column < WIDEST; i++, ++*column) {
        unsigned *reach = reach_at(g, *column);
        if (*reach > 0)
            ladle_verify_fault(g->c, RULE_TABLE_COLUMNS, ON_ELEMENT(index),
                               "a cell lies over one that reaches down from a row above");
        *reach = MAX(*reach, rows);
    }
}

static void place_row(grid *g, unsigned index)
{
    const verify_element *row = verify_element_at(g->c, index);
    unsigned column = 0, taken = 0;
    for (unsigned i = 0; i < row->kids; i++) {
        const verify_kid *kid = &g_array_index(g->c->kids, verify_kid, row->first_kid + i);
        if (kid->kind == KID_ELEMENT && kid->index != NOWHERE)
            place_cell(g, kid->index, &column);
    }
    for (unsigned i = 0; i < g->reach->len; i++) {
        unsigned *reach = reach_at(g, i);
        if (*reach > 0) {
            taken = i + 1;
            --*reach;
        }
    }
    if (g->columns == 0)
        g->columns = taken;
    if (taken != g->columns && !g->uneven) {
        ladle_verify_fault(g->c, RULE_TABLE_COLUMNS, ON_ELEMENT(index),
                           "a row has %u columns, and the first row of the table has %u", taken,
                           g->columns);
        g->uneven = true;
    }
}

/* No cell reaches out of the part of the table it stands in. */
static void end_part(grid *g, unsigned index)
{
    bool out = false;
    for (unsigned i = 0; i < g->reach->len; i++) {
        out |= *reach_at(g, i) > 0;
        *reach_at(g, i) = 0;
    }
    if (out)
        ladle_verify_fault(g->c, RULE_TABLE_COLUMNS, ON_ELEMENT(index),
                           "a cell spans more rows than follow it");
}

static void place_rows(grid *g, unsigned index)
{
    const verify_element *part = verify_element_at(g->c, index);
    for (unsigned i = 0; i < part->kids; i++) {
        const verify_kid *kid = &g_array_index(g->c->kids, verify_kid, part->first_kid + i);
        if (kid->kind != KID_ELEMENT || kid->index == NOWHERE)
            continue;
        switch (verify_element_at(g->c, kid->index)->role) {
        case ROLE_TR:
            place_row(g, kid->index);
            break;
        case ROLE_THead:
        case ROLE_TBody:
        case ROLE_TFoot: {
            verify_role role = verify_element_at(g->c, kid->index)->role;
            g->heads += role == ROLE_THead;
            g->bodies += role == ROLE_TBody;
            g->feet += role == ROLE_TFoot;
            place_rows(g, kid->index);
            break;
        }
        default:
            break;
        }
    }
    end_part(g, index);
}

/* ---------------------------------------------------------------- heads */

/* The table an element is a cell of; NOWHERE: none. */
static unsigned table_of(checking *c, unsigned index)
{
    while (index != NOWHERE && verify_element_at(c, index)->role != ROLE_Table)
        index = verify_element_at(c, index)->parent;
    return index;
}

static void note_headers(grid *g, unsigned index)
{
    checking *c = g->c;
    const verify_element *cell = verify_element_at(c, index);
    const pdf_value *headers = ladle_verify_attribute(c, cell, "Table", "Headers");
    for (unsigned i = 0;
         headers->kind == PDF_ARRAY && i < headers->count && ladle_verify_spend(c, 1); i++) {
        const pdf_value *id = ladle_verify_item(c->file, headers, i);
        char *key = id->kind == PDF_STRING ? g_strndup(id->text, id->count) : g_strdup("");
        unsigned head = GPOINTER_TO_UINT(g_hash_table_lookup(c->ids, key));
        if (!head || verify_element_at(c, head - 1)->role != ROLE_TH ||
            table_of(c, head - 1) != g->table)
            ladle_verify_fault(
                c, RULE_TABLE_HEADERS, ON_ELEMENT(index),
                "a cell names \"%s\" as its head, which is no head cell of this table", key);
        else
            g_hash_table_add(g->named, GUINT_TO_POINTER(head));
        g_free(key);
    }
}

static void check_scope(grid *g, unsigned index)
{
    checking *c = g->c;
    const verify_element *cell = verify_element_at(c, index);
    const pdf_value *scope = ladle_verify_attribute(c, cell, "Table", "Scope");
    bool known =
        pdf_name_is(scope, "Row") || pdf_name_is(scope, "Column") || pdf_name_is(scope, "Both");
    if (!known && !g_hash_table_contains(g->named, GUINT_TO_POINTER(index + 1)))
        ladle_verify_fault(
            c, RULE_TABLE_SCOPE, ON_ELEMENT(index),
            "a head cell does not say what it is the head of (Scope), nor do cells name it "
            "as theirs (Headers)");
}

static void check_cells(grid *g)
{
    checking *c = g->c;
    unsigned end = verify_element_at(c, g->table)->end;
    for (unsigned i = g->table; i < end; i++) {
        verify_role role = verify_element_at(c, i)->role;
        if ((role == ROLE_TH || role == ROLE_TD) && table_of(c, i) == g->table)
            note_headers(g, i);
    }
    for (unsigned i = g->table; i < end; i++)
        if (verify_element_at(c, i)->role == ROLE_TH && table_of(c, i) == g->table)
            check_scope(g, i);
}

static void check_table(checking *c, unsigned index)
{
    grid g = {.c = c,
              .table = index,
              .reach = g_array_new(FALSE, TRUE, sizeof(unsigned)),
              .named = g_hash_table_new(NULL, NULL)};
    place_rows(&g, index);
    if (g.heads > 1 || g.feet > 1)
        ladle_verify_fault(c, RULE_TABLE_HEADS, ON_ELEMENT(index),
                           "a table has %u THead and %u TFoot", g.heads, g.feet);
    else if ((g.heads || g.feet) && !g.bodies)
        ladle_verify_fault(c, RULE_TABLE_HEADS, ON_ELEMENT(index),
                           "a table has a THead but no TBody");
    check_cells(&g);
    g_array_unref(g.reach);
    g_hash_table_unref(g.named);
}

void ladle_verify_check_tables(checking *c)
{
    for (unsigned i = 0; i < c->elements->len; i++)
        if (verify_element_at(c, i)->role == ROLE_Table)
            check_table(c, i);
}
