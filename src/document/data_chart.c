/* The data of a chart as rows: one for each mark, bar, cell or entry. */
#include "document/data_private.h"

#include <string.h>

static const ladle_node *next_of(const ladle_node *node, ladle_node_kind kind)
{
    while (node && node->kind != kind)
        node = node->next;
    return node;
}

#define EACH(child, parent, kind)                                                                  \
    (const ladle_node *child = next_of((parent)->first, kind); child;                              \
     child = next_of(child->next, kind))

static void put(ladle_grid *grid, const ladle_node *node, const char *attribute)
{
    ladle_grid_field(grid, ladle_node_attribute(node, attribute));
}

/* A number of the document in its shortest form: 12.000000 is 12. */
static void put_decimal(ladle_grid *grid, const ladle_node *node, const char *attribute)
{
    const char *value = ladle_node_attribute(node, attribute);
    size_t length = value ? strlen(value) : 0;
    if (value && strchr(value, '.')) {
        while (value[length - 1] == '0')
            length--;
        length -= value[length - 1] == '.';
    }
    ladle_grid_field(grid, value ? ladle_arena_strndup(grid->arena, value, length) : NULL);
}

static void put_words(ladle_grid *grid, const char *id)
{
    ladle_grid_field(grid, ladle_data_words(grid->document, id));
}

/* The head of a column: what the chart calls it, else the document. */
static void put_head(ladle_grid *grid, const ladle_node *chart, const char *attribute,
                     const char *id)
{
    const char *head = ladle_node_attribute(chart, attribute);
    ladle_grid_field(grid, head ? head : ladle_data_words(grid->document, id));
}

static void put_yes(ladle_grid *grid, const ladle_node *node, const char *attribute)
{
    const char *value = ladle_node_attribute(node, attribute);
    put_words(grid, value && strcmp(value, "yes") == 0 ? "data.yes" : "data.no");
}

static void put_number(ladle_grid *grid, unsigned number)
{
    ladle_grid_field(grid, ladle_arena_printf(grid->arena, "%u", number));
}

/* Whether a node below has the attribute. */
static bool any_has(const ladle_node *node, ladle_node_kind kind, const char *attribute)
{
    if (node->kind == kind && ladle_node_attribute(node, attribute))
        return true;
    for (const ladle_node *child = node->first; child; child = child->next)
        if (any_has(child, kind, attribute))
            return true;
    return false;
}

/* ----------------------------------------------------------------------------- the kinds */

static void put_mini_strip(ladle_grid *grid, const ladle_node *chart)
{
    unsigned number = 0;
    ladle_grid_row(grid);
    put_words(grid, "data.level");
    put_head(grid, chart, "values", "data.value");
    put_words(grid, "data.emphasis");
    for
        EACH(slot, chart, LADLE_NODE_SLOT)
        {
            const char *label = ladle_node_attribute(slot, "label");
            const char *marks = ladle_node_attribute(slot, "marks");
            ladle_grid_row(grid);
            if (label)
                ladle_grid_field(grid, label);
            else
                put_number(grid, number);
            ladle_grid_field(grid, marks ? marks : ladle_node_attribute(slot, "share"));
            put_yes(grid, slot, "heavy");
            number++;
        }
}

/* Levels by number, and by name where the cells tell it. */
static void put_cover_matrix(ladle_grid *grid, const ladle_node *chart)
{
    bool named = any_has(chart, LADLE_NODE_CELL, "words");
    ladle_grid_row(grid);
    put_head(grid, chart, "groups", "data.group");
    put_head(grid, chart, "names", "data.name");
    put_head(grid, chart, "values", "data.level");
    if (named)
        put_words(grid, "data.number");
    for
        EACH(row, chart, LADLE_NODE_ROW)
        {
            unsigned number = 1;
        for
            EACH(cell, row, LADLE_NODE_CELL)
            {
                const char *label = ladle_node_attribute(cell, "label");
                ladle_grid_row(grid);
                put(grid, row, "label");
                if (label)
                    ladle_grid_field(grid, label);
                else
                    put_number(grid, number);
                if (named)
                    put(grid, cell, "words");
                put(grid, cell, "level");
                number++;
            }
        }
}

static const struct {
    const char *attribute, *id;
    bool yes;
} DATES[] = {
    {"deadline", "data.deadline", true},
    {"interval", "data.interval", true},
    {"start-first", "data.start-first", false},
    {"start-last", "data.start-last", false},
    {"end-first", "data.end-first", false},
    {"end-last", "data.end-last", false},
    {"start-approximate", "data.start-approximate", true},
    {"end-approximate", "data.end-approximate", true},
    {"end-expected", "data.end-expected", true},
    {"revised-first", "data.revised-first", false},
    {"revised-last", "data.revised-last", false},
};

static void put_entry(ladle_grid *grid, const ladle_node *entry)
{
    put(grid, entry, "label");
    for (size_t i = 0; i < G_N_ELEMENTS(DATES); i++) {
        if (DATES[i].yes)
            put_yes(grid, entry, DATES[i].attribute);
        else
            put(grid, entry, DATES[i].attribute);
    }
}

static void put_heads_of_dates(ladle_grid *grid, const ladle_node *chart)
{
    put_head(grid, chart, "names", "data.name");
    for (size_t i = 0; i < G_N_ELEMENTS(DATES); i++)
        put_words(grid, DATES[i].id);
}

static void put_timeline(ladle_grid *grid, const ladle_node *chart)
{
    ladle_grid_row(grid);
    put_heads_of_dates(grid, chart);
    for
        EACH(entry, chart, LADLE_NODE_ENTRY)
        {
            ladle_grid_row(grid);
            put_entry(grid, entry);
        }
}

static void put_lanes(ladle_grid *grid, const ladle_node *chart)
{
    ladle_grid_row(grid);
    put_head(grid, chart, "groups", "data.group");
    put_heads_of_dates(grid, chart);
    for
        EACH(row, chart, LADLE_NODE_ROW)
        for
            EACH(entry, row, LADLE_NODE_ENTRY)
            {
                ladle_grid_row(grid);
                put(grid, row, "label");
                put_entry(grid, entry);
            }
}

static void put_bars(ladle_grid *grid, const ladle_node *chart)
{
    bool parts = any_has(chart, LADLE_NODE_BAR, "part");
    bool targets = any_has(chart, LADLE_NODE_PANEL, "target");
    ladle_grid_row(grid);
    put_head(grid, chart, "groups", "data.group");
    put_head(grid, chart, "names", "data.name");
    put_head(grid, chart, "values", "data.value");
    if (parts)
        put_head(grid, chart, "parts", "data.part");
    if (targets)
        put_words(grid, "data.target");
    for
        EACH(panel, chart, LADLE_NODE_PANEL)
        for
            EACH(bar, panel, LADLE_NODE_BAR)
            {
                ladle_grid_row(grid);
                put(grid, panel, "label");
                put(grid, bar, "label");
                put_decimal(grid, bar, "value");
                if (parts)
                    put_decimal(grid, bar, "part");
                if (targets)
                    put_decimal(grid, panel, "target");
            }
}

static void put_shares(ladle_grid *grid, const ladle_node *chart)
{
    ladle_grid_row(grid);
    put_head(grid, chart, "names", "data.name");
    put_head(grid, chart, "values", "data.share");
    for
        EACH(bar, chart, LADLE_NODE_BAR)
        {
            ladle_grid_row(grid);
            put(grid, bar, "label");
            put_decimal(grid, bar, "value");
        }
}

static void put_stairs(ladle_grid *grid, const ladle_node *chart)
{
    ladle_grid_row(grid);
    put_head(grid, chart, "names", "data.name");
    put_head(grid, chart, "values", "data.level");
    put_words(grid, "data.number");
    for
        EACH(row, chart, LADLE_NODE_ROW)
        {
            ladle_grid_row(grid);
            put(grid, row, "label");
            put(grid, row, "words");
            put(grid, row, "level");
        }
}

/* A row for each cell: cells stand in the order of the slots. */
static void put_targets(ladle_grid *grid, const ladle_node *chart)
{
    ladle_grid_row(grid);
    put_head(grid, chart, "groups", "data.group");
    put_head(grid, chart, "names", "data.name");
    put_head(grid, chart, "values", "data.share");
    for
        EACH(row, chart, LADLE_NODE_ROW)
        {
            const ladle_node *slot = next_of(chart->first, LADLE_NODE_SLOT);
        for
            EACH(cell, row, LADLE_NODE_CELL)
            {
                ladle_grid_row(grid);
                put(grid, row, "label");
                ladle_grid_field(grid, slot ? ladle_node_attribute(slot, "label") : NULL);
                put_decimal(grid, cell, "value");
                slot = slot ? next_of(slot->next, LADLE_NODE_SLOT) : NULL;
            }
        }
}

static void put_parts(ladle_grid *grid, const ladle_node *chart)
{
    ladle_grid_row(grid);
    put_head(grid, chart, "groups", "data.group");
    put_head(grid, chart, "names", "data.name");
    put_head(grid, chart, "values", "data.value");
    for
        EACH(row, chart, LADLE_NODE_ROW)
        for
            EACH(part, row, LADLE_NODE_PART)
            {
                ladle_grid_row(grid);
                put(grid, row, "label");
                put(grid, part, "label");
                put_decimal(grid, part, "value");
            }
}

static void put_pair(ladle_grid *grid, const ladle_node *chart)
{
    ladle_grid_row(grid);
    put_head(grid, chart, "names", "data.name");
    /* A side without a name has nothing to show, so it is no column. */
    static const char *const sides[] = {"first", "second"};
    bool shown[2];
    for (int i = 0; i < 2; i++) {
        const char *name = ladle_node_attribute(chart, sides[i]);
        shown[i] = name && *name;
        if (shown[i])
            put(grid, chart, sides[i]);
    }
    for
        EACH(row, chart, LADLE_NODE_ROW)
        {
            ladle_grid_row(grid);
            put(grid, row, "label");
            for (int i = 0; i < 2; i++)
                if (shown[i])
                    put_decimal(grid, row, sides[i]);
        }
}

static void put_ticks(ladle_grid *grid, const ladle_node *chart)
{
    ladle_grid_row(grid);
    put_head(grid, chart, "groups", "data.group");
    put_words(grid, "data.number");
    put_head(grid, chart, "values", "data.value");
    for
        EACH(row, chart, LADLE_NODE_ROW)
        {
            unsigned number = 1;
        for
            EACH(tick, row, LADLE_NODE_TICK)
            {
                ladle_grid_row(grid);
                put(grid, row, "label");
                put_number(grid, number++);
                put_yes(grid, tick, "on");
            }
        }
}

static const struct {
    const char *name;
    void (*put)(ladle_grid *grid, const ladle_node *chart);
    bool in_line; /* may stand in a line, where its alternative text is enough */
} KINDS[] = {
    {"mini-strip", put_mini_strip, true},
    {"cover-matrix", put_cover_matrix, false},
    {"timeline", put_timeline, false},
    {"lanes", put_lanes, false},
    {"bars", put_bars, false},
    {"panels", put_bars, false},
    {"shares", put_shares, false},
    {"reach", put_shares, false},
    {"stairs", put_stairs, false},
    {"targets", put_targets, false},
    {"parts", put_parts, false},
    {"pair", put_pair, false},
    {"ticks", put_ticks, false},
};

static size_t kind_of(const ladle_node *chart)
{
    const char *name = ladle_node_attribute(chart, "kind");
    size_t i = 0;
    while (i < G_N_ELEMENTS(KINDS) && (!name || strcmp(KINDS[i].name, name) != 0))
        i++;
    return i;
}

bool ladle_chart_has_data(const ladle_node *chart)
{
    size_t kind = kind_of(chart);
    return kind < G_N_ELEMENTS(KINDS) && !(KINDS[kind].in_line && chart->in_line);
}

void ladle_data_of_chart(ladle_grid *grid, const ladle_node *chart)
{
    size_t kind = kind_of(chart);
    if (kind < G_N_ELEMENTS(KINDS))
        KINDS[kind].put(grid, chart);
}
