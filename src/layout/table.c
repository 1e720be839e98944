/* Tables into rows. The widths of columns are found in table_widths.c, the breaking of rows is
 * rows.c's, and the repeating of heads the builder's. */
#include "layout/flow.h"
#include "layout/table_widths.h"

#include <string.h>

/* A column as the table says it is. */
typedef struct {
    const ladle_node *node; /* col, NULL: none */
    int x, width;
    int decimal; /* widest part before a decimal mark */
} table_column;

/* A table while it is laid. */
typedef struct {
    ladle_flow *flow;
    const ladle_box *box;
    ladle_measure_box at;
    table_column *columns;
    unsigned n;
    ladle_table *table;
} table_work;

static unsigned span_of(const ladle_box *cell)
{
    const char *attribute = cell->node ? ladle_node_attribute(cell->node, "colspan") : NULL;
    guint64 span = attribute ? g_ascii_strtoull(attribute, NULL, 10) : 1;
    return span < 1 ? 1 : span > 1000 ? 1000 : (unsigned)span;
}

static bool is_group(const ladle_box *box)
{
    return box->kind == LADLE_NODE_THEAD || box->kind == LADLE_NODE_TBODY ||
           box->kind == LADLE_NODE_TFOOT;
}

/* The row after this one in the whole table, the foot last. */
static const ladle_box *first_row(const ladle_box *group)
{
    while (group) {
        if (is_group(group) && group->first)
            return group->first;
        if (group->kind == LADLE_NODE_TR)
            return group;
        group = group->next;
    }
    return NULL;
}

static const ladle_box *next_row(const ladle_box *row)
{
    if (row->next)
        return row->next;
    return is_group(row->parent) ? first_row(row->parent->next) : NULL;
}

static unsigned count_columns(const ladle_box *box)
{
    unsigned n = 0;
    for (const ladle_node *node = box->node->first; node; node = node->next)
        n += node->kind == LADLE_NODE_COL;
    for (const ladle_box *row = first_row(box->first); row; row = next_row(row)) {
        unsigned cells = 0;
        for (const ladle_box *cell = row->first; cell; cell = cell->next)
            cells += span_of(cell);
        n = MAX(n, cells);
    }
    return n;
}

/* ---------------------------------------------------------------------------------------- align */

static bool parse_align(const char *text, ladle_align *align)
{
    static const char *const names[] = {"left", "centre", "right", "decimal"};
    for (unsigned i = 0; text && i < G_N_ELEMENTS(names); i++)
        if (strcmp(text, names[i]) == 0) {
            *align = (ladle_align)i;
            return true;
        }
    return false;
}

static ladle_align align_of(const table_work *work, const ladle_box *cell, unsigned at)
{
    ladle_align align = cell->style->align;
    if (parse_align(ladle_node_attribute(cell->node, "align"), &align))
        return align;
    if (span_of(cell) == 1 && work->columns[at].node)
        parse_align(ladle_node_attribute(work->columns[at].node, "align"), &align);
    return align;
}

static void set_align(ladle_galley *galley, ladle_align align, int shift)
{
    for (unsigned i = 0; i < galley->slices->len; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        for (unsigned j = 0; j < slice->parts->len; j++) {
            ladle_line *line = g_array_index(slice->parts, ladle_part, j).line;
            if (!line)
                continue;
            line->align = align;
            line->shift += shift;
        }
    }
}

/* --------------------------------------------------------------------------------------- widths */

/* A width that is given is that of the column's text; the gutter comes on top. */
static ladle_column column_kind(const ladle_node *node, int width)
{
    const char *said = node ? ladle_node_attribute(node, "width") : NULL;
    if (said && strcmp(said, "*") == 0)
        return (ladle_column){LADLE_COLUMN_STAR, 0};
    int fixed = ladle_length_of(said, width);
    if (fixed == 0 && node && node->style)
        fixed = node->style->width;
    return (ladle_column){fixed ? LADLE_COLUMN_FIXED : LADLE_COLUMN_AUTO, fixed};
}

static void measure_decimal(table_work *work, const ladle_box *cell, unsigned at)
{
    if (align_of(work, cell, at) == LADLE_ALIGN_DECIMAL && cell->first && cell->first->text) {
        int width = ladle_decimal_width(work->flow, cell->first->text);
        work->columns[at].decimal = MAX(work->columns[at].decimal, width);
    }
}

static void measure_decimals(table_work *work)
{
    for (const ladle_box *row = first_row(work->box->first); row; row = next_row(row)) {
        unsigned at = 0;
        for (const ladle_box *cell = row->first; cell; cell = cell->next) {
            measure_decimal(work, cell, at);
            at += span_of(cell);
        }
    }
}

/* ----------------------------------------------------------------------------------------- gaps
 */

static bool is_empty(const ladle_box *cell)
{
    return !cell->first ||
           (!cell->first->next && cell->first->text && ladle_paragraph_empty(cell->first->text));
}

static bool is_words(const ladle_box *cell)
{
    const ladle_box *child = cell->first;
    while (child && child->text)
        child = child->next;
    return !child && !is_empty(cell);
}

/* Room that a cell leaves beside its words, when they stand on one line of its columns' width; that
 * is not known of columns from their content while they are measured. */
typedef struct {
    int left, right;
} cell_sides;

static cell_sides free_sides(const table_work *work, const ladle_box *cell, unsigned at)
{
    unsigned last = MIN(at + span_of(cell), work->n) - 1;
    int width = work->columns[last].x + work->columns[last].width - work->columns[at].x;
    int left = MAX(width - ladle_box_widths(work->flow, cell, false).natural, 0);
    switch (align_of(work, cell, at)) {
    case LADLE_ALIGN_LEFT:
        return (cell_sides){0, left};
    case LADLE_ALIGN_CENTRE:
        return (cell_sides){left / 2, left / 2};
    case LADLE_ALIGN_RIGHT:
        return (cell_sides){left, 0};
    default:
        return (cell_sides){0, 0};
    }
}

/* What must be free between the words of a cell and the next besides gutter and padding: in a head,
 * where they are bold and alone, they stand twice as far apart as below it. */
static int gap_wanted(const table_work *work, const ladle_box *cell)
{
    const ladle_box *next = cell->next;
    if (!next || !is_words(cell) || is_empty(next))
        return 0;
    int least = ladle_theme_measure(work->flow->options->theme, "table", "least-gap");
    if (cell->parent->parent->kind != LADLE_NODE_THEAD)
        least /= 2;
    int has = work->box->style->gutter + cell->style->padding_right + next->style->padding_left;
    return MAX(least - has, 0);
}

/* How a cell, which begins at column `at`, and the next share the gap between them: each what it
 * leaves free anyway, and of the rest a next one that is centred half. left: of this cell, right:
 * of the next. */
static cell_sides share_gap(const table_work *work, const ladle_box *cell, unsigned at)
{
    int wanted = gap_wanted(work, cell);
    unsigned then = at + span_of(cell);
    if (wanted == 0 || then >= work->n)
        return (cell_sides){0, 0};
    int own = MIN(free_sides(work, cell, at).right, wanted);
    int other = MIN(free_sides(work, cell->next, then).left, wanted - own);
    int rest = wanted - own - other;
    int half = align_of(work, cell->next, then) == LADLE_ALIGN_CENTRE && is_words(cell->next)
                   ? rest / 2
                   : 0;
    return (cell_sides){own + rest - half, other + half};
}

/* What a cell leaves free at its sides so that the gaps hold; what is centred as much at both, so
 * that it stays in the middle. */
static cell_sides gaps_of(const table_work *work, const ladle_box *cell, unsigned at)
{
    const ladle_box *before = cell->previous;
    int right = share_gap(work, cell, at).left;
    int left = before && is_words(cell) ? share_gap(work, before, at - span_of(before)).right : 0;
    if (align_of(work, cell, at) == LADLE_ALIGN_CENTRE)
        left = right = MAX(left, right);
    return (cell_sides){left, right};
}

/* How far the numbers of a cell are moved to the right, to stand under those of its column. */
static int decimal_shift(const table_work *work, const ladle_box *cell, unsigned at)
{
    if (align_of(work, cell, at) != LADLE_ALIGN_DECIMAL || !cell->first || !cell->first->text)
        return 0;
    return work->columns[at].decimal - ladle_decimal_width(work->flow, cell->first->text);
}

/* What the cells need: with words whole, or parted and then liking to have them whole. Heads have
 * theirs whole: they are parted only in columns of a given width. */
static GArray *measure_cells(table_work *work, bool parted)
{
    GArray *needs = g_array_new(FALSE, FALSE, sizeof(ladle_cell_need));
    measure_decimals(work);
    for (const ladle_box *row = first_row(work->box->first); row; row = next_row(row)) {
        unsigned at = 0;
        bool part = parted && row->parent->kind != LADLE_NODE_THEAD;
        for (const ladle_box *cell = row->first; cell; cell = cell->next) {
            ladle_box_need widths = ladle_box_widths(work->flow, cell, part);
            int shift = decimal_shift(work, cell, at);
            cell_sides gaps = gaps_of(work, cell, at);
            int more = shift + gaps.left + gaps.right;
            ladle_cell_need need = {at, span_of(cell), (part ? widths.parted : widths.least) + more,
                                    (parted ? widths.least : widths.natural) + more};
            g_array_append_val(needs, need);
            at += need.span;
        }
    }
    return needs;
}

static const ladle_cell_need *all_needs(const GArray *needs)
{
    return (const ladle_cell_need *)(void *)needs->data;
}

static ladle_column *column_kinds(const table_work *work)
{
    ladle_column *columns = g_new0(ladle_column, work->n);
    for (unsigned i = 0; i < work->n; i++)
        columns[i] = column_kind(work->columns[i].node, work->at.width);
    return columns;
}

/* Words are parted where they must be for all of them to fit. */
static void find_widths(table_work *work)
{
    int gutter = work->box->style->gutter, *widths = g_new0(int, work->n);
    ladle_column *columns = column_kinds(work);
    GArray *needs = measure_cells(work, false);
    if (ladle_table_least(columns, work->n, all_needs(needs), needs->len, gutter) >
        work->at.width) {
        g_array_free(needs, TRUE);
        needs = measure_cells(work, true);
    }
    ladle_table_widths(columns, work->n, all_needs(needs), needs->len, work->at.width, gutter,
                       widths);
    int x = 0;
    for (unsigned i = 0; i < work->n; i++) {
        work->columns[i].x = x;
        work->columns[i].width = widths[i];
        x += widths[i] + gutter;
    }
    g_array_free(needs, TRUE);
    g_free(columns);
    g_free(widths);
}

/* ----------------------------------------------------------------------------------------- rows */

/* A drawing in the cell's top right corner. Returns what it takes of the cell's width. */
static int lay_corner(table_work *work, const ladle_box *box, ladle_cell *cell)
{
    const ladle_node *node = box->node->first;
    while (node && !(node->kind == LADLE_NODE_CHART && node->style->corner))
        node = node->next;
    if (!node)
        return 0;
    unsigned structure = ladle_structure_add(work->flow, "Figure", box->structure, node);
    GPtrArray *boxes =
        ladle_chart_layout(work->flow->arena, node, cell->width, structure, work->flow->options);
    if (!boxes || boxes->len == 0)
        return 0;
    const ladle_chart_box *drawing = boxes->pdata[0];
    int x = cell->width - node->style->right - drawing->width;
    for (unsigned i = 0; i < drawing->items->len; i++) {
        ladle_page_item *item = drawing->items->pdata[i];
        item->x += x;
        item->y += node->style->before;
    }
    cell->corner = drawing->items;
    return node->style->left + drawing->width + node->style->right;
}

static void lay_cell(table_work *work, const ladle_box *box, unsigned at, ladle_cell *cell)
{
    const ladle_style *style = box->style;
    const ladle_node *col = work->columns[at].node;
    unsigned last = MIN(at + span_of(box), work->n) - 1;
    cell->x = work->columns[at].x;
    cell->width = work->columns[last].x + work->columns[last].width - cell->x;
    cell->top = style->padding_top;
    cell->bottom = style->padding_bottom;
    cell->left = style->padding_left;
    cell->background = style->background;
    if (cell->background.none && col && col->style)
        cell->background = col->style->background;
    cell->rule_left = style->rule_left;
    cell->valign = style->valign;
    cell->content = ladle_galley_new(work->flow);
    cell_sides gaps = gaps_of(work, box, at);
    int left = style->padding_left + gaps.left;
    int right = MAX(style->padding_right + gaps.right, lay_corner(work, box, cell));
    int inner = MAX(cell->width - left - right, 1);
    ladle_measure_box place = {left, inner, inner};
    for (const ladle_box *child = box->first; child; child = child->next)
        ladle_lay(work->flow, child, place, cell->content);
    ladle_align align = align_of(work, box, at);
    int shift = decimal_shift(work, box, at);
    if (align != style->align || shift)
        set_align(cell->content, align, shift);
    cell->end = cell->content->slices->len;
}

/* The rule between a row and the next. */
static ladle_rule rule_below(const table_work *work, const ladle_box *row)
{
    const ladle_style *style = work->box->style;
    const ladle_box *next = next_row(row);
    if (row->style->rule_below.thickness)
        return row->style->rule_below;
    if (!next)
        return style->rule_below;
    if (next->style->rule_above.thickness)
        return next->style->rule_above;
    bool ends_group = next->parent != row->parent;
    if (ends_group && row->parent->kind == LADLE_NODE_THEAD)
        return style->head_rule;
    if (ends_group && next->parent->style->rule_above.thickness)
        return next->parent->style->rule_above;
    if (ends_group && next->parent->kind == LADLE_NODE_TFOOT)
        return style->head_rule;
    return row->parent->kind == LADLE_NODE_THEAD ? (ladle_rule){0} : row->style->row_rule;
}

static void row_places(const ladle_box *box, ladle_slice *slice)
{
    for (const ladle_box *at = box; at; at = at == box ? box->first : at->next)
        if (at->node && at->node->id) {
            ladle_anchor anchor = {.kind = LADLE_ANCHOR_PLACE, .node = at->node};
            g_array_append_val(slice->anchors, anchor);
        }
}

static const ladle_line *line_in(const ladle_slice *slice)
{
    for (unsigned i = 0; i < slice->parts->len; i++)
        if (g_array_index(slice->parts, ladle_part, i).line)
            return g_array_index(slice->parts, ladle_part, i).line;
    return NULL;
}

/* What of the first cell names the row: lines of its first paragraph, up to one that begins in
 * another type than the name, such as a description. */
static unsigned name_end(const ladle_galley *content)
{
    const ladle_line *first = content->slices->len ? line_in(content->slices->pdata[0]) : NULL;
    unsigned end = content->slices->len ? 1 : 0;
    for (; first && end < content->slices->len; end++) {
        const ladle_line *line = line_in(content->slices->pdata[end]);
        if (!line || line->paragraph != first->paragraph ||
            (line->n_pieces && first->n_pieces &&
             line->pieces[0].format->font.bold != first->pieces[0].format->font.bold))
            break;
    }
    return end;
}

static ladle_slice *lay_row(table_work *work, const ladle_box *box, bool first)
{
    ladle_row *row = LADLE_NEW(work->flow->arena, ladle_row);
    const char *keep = ladle_node_attribute(box->node, "keep");
    unsigned n = 0, at = 0;
    for (const ladle_box *cell = box->first; cell; cell = cell->next)
        n++;
    row->cells = LADLE_NEW_ARRAY(work->flow->arena, ladle_cell, n ? n : 1);
    row->x = work->at.x;
    row->width = work->at.width;
    row->least = box->style->height;
    row->is_head = box->parent->kind == LADLE_NODE_THEAD;
    row->keep = row->is_head || (keep && strcmp(keep, "yes") == 0) || box->style->keep;
    row->table = work->table;
    row->is_last = !next_row(box);
    row->in_body = box->parent->kind == LADLE_NODE_TBODY;
    row->gives_way = row->in_body && ladle_node_attribute(box->node, "fit");
    row->structure = box->structure;
    if (first)
        row->above = work->box->style->rule_above;
    row->below = rule_below(work, box);
    for (const ladle_box *cell = box->first; cell && at < work->n; cell = cell->next) {
        ladle_cell *out = &row->cells[row->n_cells++];
        lay_cell(work, cell, at, out);
        if (at == 0 && cell->next && !row->is_head) {
            out->name = out->content;
            out->name_end = name_end(out->content);
        }
        at += span_of(cell);
    }
    ladle_slice *slice = ladle_row_slice(work->flow, row);
    row_places(box, slice);
    return slice;
}

/* ------------------------------------------------------------------- tables longer than a page */

/* The figure a table or drawing is in; when that has no number, as a list of what the figure before
 * it shows, that one. */
static const ladle_node *figure_of(const ladle_node *node)
{
    while (node && node->kind != LADLE_NODE_FIGURE)
        node = node->parent;
    const ladle_node *before = node && !node->label ? node->previous : NULL;
    return before && before->kind == LADLE_NODE_FIGURE ? before : node;
}

static const char *figure_label(const ladle_node *node)
{
    const ladle_node *figure = figure_of(node);
    return figure ? figure->label : NULL;
}

/* The space below the caption of the figure around a table. */
static int caption_after(const ladle_node *node)
{
    node = figure_of(node);
    for (const ladle_node *child = node ? node->first : NULL; child; child = child->next)
        if (child->kind == LADLE_NODE_FIGCAPTION)
            return child->style->after;
    return 0;
}

/* A line for the part of a table before or after a page's end; not counted, as it may be placed
 * several times or never. */
static ladle_galley *lay_words(ladle_flow *flow, ladle_paragraph *text, const ladle_style *style,
                               ladle_measure_box at)
{
    ladle_galley *galley = ladle_galley_new(flow);
    ladle_paragraph_shape(flow, text);
    size_t made = flow->clusters_made;
    ladle_galley_space(galley, style->before);
    ladle_lay_text(flow, text, NULL, 0, at, galley);
    flow->clusters_made = made;
    galley->space = style->after;
    return galley;
}

ladle_galley *ladle_lay_continued(ladle_flow *flow, const ladle_node *node, ladle_measure_box at)
{
    const ladle_theme *theme = flow->options->theme;
    const char *label = figure_label(node);
    if (!label)
        return NULL;
    const ladle_style *bold = ladle_theme_named(theme, "caption-label");
    const ladle_style *style = ladle_theme_named(theme, "continued");
    ladle_paragraph *text = ladle_paragraph_new(flow, style, node->pos, 0);
    ladle_paragraph_words(flow, text, label, bold, NULL);
    ladle_paragraph_gap(flow, text, bold->number_gap, bold);
    ladle_paragraph_words(flow, text, flow->document->continued, style, NULL);
    ladle_galley *words = lay_words(flow, text, style, at);
    words->space = MAX(style->after, caption_after(node));
    return words;
}

static void lay_continuations(table_work *work)
{
    ladle_flow *flow = work->flow;
    const ladle_theme *theme = flow->options->theme;
    const char *label = figure_label(work->box->node);
    if (!label)
        return;
    work->table->continued = ladle_lay_continued(flow, work->box->node, work->at);

    const ladle_style *style = ladle_theme_named(theme, "continues");
    const char *words = flow->document->continues, *place = strstr(words, "%s");
    char *sentence = place ? g_strdup_printf("%.*s%s%s", (int)(place - words), words, label,
                                             place + strlen("%s"))
                           : g_strdup(words);
    ladle_paragraph *text = ladle_paragraph_new(flow, style, work->box->node->pos, 0);
    ladle_paragraph_words(flow, text, sentence, style, NULL);
    g_free(sentence);
    work->table->continues = lay_words(flow, text, style, work->at);
    work->table->continues_height =
        style->before +
        ladle_galley_height(work->table->continues, 0, work->table->continues->slices->len);
}

static void remember_head(table_work *work, ladle_slice *slice)
{
    ladle_table *table = work->table;
    ladle_slice **heads = LADLE_NEW_ARRAY(work->flow->arena, ladle_slice *, table->n_heads + 1);
    for (unsigned i = 0; i < table->n_heads; i++)
        heads[i] = table->heads[i];
    heads[table->n_heads++] = slice;
    table->heads = heads;
    table->head_height += slice->height;
}

static table_work open_table(ladle_flow *flow, const ladle_box *box, ladle_measure_box at)
{
    table_work work = {.flow = flow, .box = box, .at = at, .n = count_columns(box)};
    work.columns = g_new0(table_column, work.n + 1);
    unsigned i = 0;
    for (const ladle_node *node = box->node->first; node; node = node->next)
        if (node->kind == LADLE_NODE_COL)
            work.columns[i++] =
                (table_column){.node = node, .width = column_kind(node, at.width).width};
    return work;
}

int ladle_table_need(ladle_flow *flow, const ladle_box *table, int width, bool parting)
{
    table_work work = open_table(flow, table, (ladle_measure_box){0, width, width});
    ladle_column *columns = column_kinds(&work);
    GArray *needs = measure_cells(&work, parting);
    int need =
        ladle_table_least(columns, work.n, all_needs(needs), needs->len, table->style->gutter);
    g_array_free(needs, TRUE);
    g_free(columns);
    g_free(work.columns);
    return need;
}

void ladle_lay_table(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                     ladle_galley *galley)
{
    table_work work = open_table(flow, box, at);
    for (const ladle_box *child = box->first; child; child = child->next)
        if (child->kind == LADLE_NODE_P) {
            ladle_lay(flow, child, at, galley);
            galley->keep = MAX(galley->keep, 1);
        }
    if (work.n == 0) {
        g_free(work.columns);
        return;
    }
    work.table = LADLE_NEW(flow->arena, ladle_table);
    work.table->pos = box->node->pos;
    work.table->x = at.x;
    work.table->width = at.width;
    work.table->shown = box->shown;
    ladle_fit_shrink(flow, box, at.width);
    find_widths(&work);
    lay_continuations(&work);
    bool first = true, first_body = true;
    for (const ladle_box *row = first_row(box->first); row; row = next_row(row)) {
        ladle_slice *slice = lay_row(&work, row, first);
        ladle_galley_add(galley, slice);
        if (slice->row->is_head) {
            remember_head(&work, slice);
            galley->keep = MAX(galley->keep, MAX(row->parent->style->keep_next, 1));
        } else {
            work.table->n_rows += slice->row->in_body;
            slice->row->is_first = first_body;
            first_body = false;
        }
        first = false;
    }
    g_free(work.columns);
}
