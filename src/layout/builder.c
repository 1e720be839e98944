/* The page builder.
 *
 * It takes the slices of a galley one group after the other. A group is a slice and those that are
 * glued to it: no page may end between them. A group is placed when all of it fits what is left of
 * the page, with the footnotes that belong to it; else, when its last slice is a row that can be
 * broken, it is placed with as much of that row as fits; else it begins the next page. A group that
 * does not fit an empty page is taken apart by force. So every turn of the loop places something or
 * opens an empty page, and never two empty ones in a row but for footnotes carried over, of which
 * each page takes some: the builder always ends.
 *
 * The page from the top of the text area:
 *
 *     0       text, in lines of the grid where the slice says so
 *     y       what is placed next, after the space before it
 *             foot_gap
 *     ...     rule and footnotes, which grow upwards from the bottom
 *     height
 *
 * A figure or table that does not fit what is left of the page, or needs a turned one, may wait:
 * the text that follows fills the page, and the figure opens the next. It waits for no heading,
 * figure, table or box, so numbers and sections stay in order; it waits only when there is text
 * enough to make a difference, and not when footnotes would change places. The logical tree keeps
 * it where it was written.
 *
 * Slices that are turned stand on pages of their own, wider than high. Where one follows on the
 * other, the page ends.
 *
 * The last page of a table has some lines of it at least: rows are not placed when what they leave
 * would be less, but go along, whole or, when they can be broken, with some of their lines.
 *
 * A footnote begins on the page of its mark. When not all of it fits, what is left opens the notes
 * of the next page. Words of the side column stand on their line; when those before them reach
 * further down, they are pushed by what is needed, and what uses the full width waits for them.
 * They are read when the paragraph they stand beside has ended on the page, and not amid its
 * sentences. */
#include "layout/builder.h"

#include <string.h>

static void free_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

static void free_array(void *array)
{
    g_array_free(array, TRUE);
}

static void free_table(void *table)
{
    g_hash_table_destroy(table);
}

ladle_builder *ladle_builder_new(ladle_flow *flow)
{
    ladle_builder *builder = LADLE_NEW(flow->arena, ladle_builder);
    builder->flow = flow;
    builder->footnote = ladle_theme_named(flow->options->theme, "footnote");
    builder->sheets = g_ptr_array_new();
    builder->notes = g_ptr_array_new();
    builder->carried = g_ptr_array_new();
    builder->beside = g_array_new(FALSE, FALSE, sizeof(ladle_placed));
    ladle_arena_defer(flow->arena, free_array, builder->beside);
    ladle_arena_defer(flow->arena, free_pointers, builder->sheets);
    ladle_arena_defer(flow->arena, free_pointers, builder->notes);
    builder->said = g_hash_table_new(NULL, NULL);
    ladle_arena_defer(flow->arena, free_pointers, builder->carried);
    ladle_arena_defer(flow->arena, free_table, builder->said);
    return builder;
}

GPtrArray *ladle_builder_sheets(const ladle_builder *builder)
{
    return builder->sheets;
}

const ladle_place *ladle_place_lookup(const ladle_flow *flow, const ladle_node *node)
{
    return node ? g_hash_table_lookup(flow->places, node) : NULL;
}

/* -------------------------------------------------------------------------------------- placing */

static void put_part(ladle_builder *builder, const ladle_part *part, int x, int y, bool repeated)
{
    ladle_flow *flow = builder->flow;
    ladle_placed placed = {part->x + x, part->y + y, part->line, part->item,
                           part->artifact || repeated};
    if (part->line && (repeated || part->line->repeated)) {
        placed.line = LADLE_NEW(flow->arena, ladle_line);
        *placed.line = *part->line;
        placed.line->repeated = true;
        placed.artifact = true;
    }
    g_array_append_val(builder->sheet->placed, placed);
}

static void note_place(ladle_builder *builder, const ladle_node *node, int y)
{
    ladle_flow *flow = builder->flow;
    bool opens = node->kind == LADLE_NODE_SECTION ||
                 (node->kind >= LADLE_NODE_H1 && node->kind <= LADLE_NODE_H4);
    if (opens)
        builder->current = node;
    if (g_hash_table_contains(flow->places, node))
        return;
    ladle_place *place = LADLE_NEW(flow->arena, ladle_place);
    place->page = builder->sheets->len - 1;
    place->x = flow->page->left;
    place->y = CLAMP(y, 0, ladle_sheet_height(flow, builder->sheet));
    g_hash_table_insert(flow->places, (gpointer)node, place);
}

static void put_slice(ladle_builder *builder, const ladle_slice *slice, int y, bool repeated);

/* The paragraph whose line a slice is; a mark may stand before it. */
static const ladle_paragraph *text_of(const ladle_slice *slice)
{
    for (unsigned i = slice->parts->len; slice->is_line && i-- > 0;) {
        const ladle_line *line = g_array_index(slice->parts, ladle_part, i).line;
        if (line)
            return line->paragraph;
    }
    return NULL;
}

/* What stands beside a paragraph follows it in what is read. */
static void put_beside(ladle_builder *builder)
{
    g_array_append_vals(builder->sheet->placed, builder->beside->data, builder->beside->len);
    g_array_set_size(builder->beside, 0);
    builder->beside_of = NULL;
}

static void put_side(ladle_builder *builder, const ladle_anchor *anchor, int y)
{
    GArray *placed = builder->sheet->placed;
    builder->sheet->placed = builder->beside;
    int at = MAX(y + anchor->y - anchor->ascent, builder->side);
    GPtrArray *slices = anchor->galley->slices;
    for (unsigned i = 0; i < slices->len; i++) {
        put_slice(builder, slices->pdata[i], at, false);
        at += ((ladle_slice *)slices->pdata[i])->height;
    }
    builder->side = at;
    builder->sheet->placed = placed;
}

/* Parts and anchors of a slice whose top is at y of the text area. */
static void put_slice(ladle_builder *builder, const ladle_slice *slice, int y, bool repeated)
{
    const ladle_page_measures *page = builder->flow->page;
    int left = slice->fixed ? 0 : page->left, top = slice->fixed ? 0 : page->top + y;
    bool beside = builder->sheet->placed == builder->beside;
    if (!beside && builder->beside->len > 0 && text_of(slice) != builder->beside_of)
        put_beside(builder);
    for (unsigned i = 0; i < slice->parts->len; i++)
        put_part(builder, &g_array_index(slice->parts, ladle_part, i), left, top, repeated);
    for (unsigned i = 0; !repeated && i < slice->anchors->len; i++) {
        const ladle_anchor *anchor = &g_array_index(slice->anchors, ladle_anchor, i);
        if (anchor->kind == LADLE_ANCHOR_PLACE)
            note_place(builder, anchor->node, top + anchor->y);
        if (anchor->kind == LADLE_ANCHOR_SIDE)
            put_side(builder, anchor, y);
    }
    if (!beside && builder->beside->len > 0 && !(builder->beside_of = text_of(slice)))
        put_beside(builder);
    if (!repeated && !builder->sheet->begins)
        builder->sheet->begins = builder->current;
}

/* ---------------------------------------------------------------------------------------- notes */

/* Takes note slices from a list as long as they fit below y; those left stay in the list. force:
 * takes one in any case. */
static void take_notes(ladle_builder *builder, GPtrArray *list, int y, bool force)
{
    unsigned taken = 0;
    while (taken < list->len) {
        ladle_slice *slice = list->pdata[taken];
        int step = ladle_slice_step(slice, builder->notes->len == 0);
        int need = y + ladle_notes_frame(builder, true) + builder->notes_height + step;
        if (need > builder->height && !(force && taken == 0))
            break;
        g_ptr_array_add(builder->notes, slice);
        builder->notes_height += step;
        taken++;
    }
    if (taken > 0)
        g_ptr_array_remove_range(list, 0, taken);
}

static void collect_notes(const ladle_slice *slice, GPtrArray *list)
{
    for (unsigned i = 0; i < slice->anchors->len; i++) {
        const ladle_anchor *anchor = &g_array_index(slice->anchors, ladle_anchor, i);
        if (anchor->kind != LADLE_ANCHOR_NOTE)
            continue;
        for (unsigned j = 0; j < anchor->galley->slices->len; j++)
            g_ptr_array_add(list, anchor->galley->slices->pdata[j]);
    }
}

/* ---------------------------------------------------------------------------------------- pages */

static const ladle_node *find_master(const ladle_flow *flow, const char *id)
{
    const ladle_node *first = NULL;
    for (const ladle_node *node = flow->document->root->first; node; node = node->next) {
        if (node->kind != LADLE_NODE_MASTER)
            continue;
        if (!first)
            first = node;
        if (id && node->id && strcmp(node->id, id) == 0)
            return node;
    }
    return first;
}

static void close_page(ladle_builder *builder)
{
    if (!builder->sheet)
        return;
    put_beside(builder);
    if (builder->notes->len == 0)
        return;
    int y = builder->height - builder->notes_height;
    const ladle_style *style = builder->footnote;
    if (style->rule_above.thickness > 0) {
        int width = style->rule_width ? style->rule_width : builder->flow->page->text;
        ladle_part rule = {0};
        rule.item = ladle_item_rule(builder->flow, 0, 0, width, style->rule_above);
        rule.artifact = true;
        put_part(builder, &rule, builder->flow->page->left,
                 builder->flow->page->top + y - style->padding_top, false);
    }
    for (unsigned i = 0; i < builder->notes->len; i++) {
        const ladle_slice *slice = builder->notes->pdata[i];
        y += i > 0 ? slice->before : 0;
        put_slice(builder, slice, y, false);
        y += slice->height;
    }
}

/* Opens a page, of the master a section names, or of the one before. */
static void open_page(ladle_builder *builder, const ladle_node *section, bool turned)
{
    close_page(builder);
    ladle_flow *flow = builder->flow;
    const ladle_node *before = builder->master;
    if (section || !builder->master)
        builder->master =
            find_master(flow, section ? ladle_node_attribute(section, "master") : NULL);
    const ladle_node *master = builder->master;
    const char *restart = master ? ladle_node_attribute(master, "restart") : NULL;
    const char *folio = master ? ladle_node_attribute(master, "folio") : NULL;
    builder->number++;
    if (master != before && restart && strcmp(restart, "yes") == 0) {
        builder->number = 1;
        builder->run++;
    }
    ladle_sheet *sheet = LADLE_NEW(flow->arena, ladle_sheet);
    sheet->placed = g_array_new(FALSE, FALSE, sizeof(ladle_placed));
    ladle_arena_defer(flow->arena, free_array, sheet->placed);
    sheet->master = master;
    sheet->turned = turned;
    sheet->number = builder->number;
    sheet->run = builder->run;
    sheet->roman = folio && strcmp(folio, "roman") == 0;
    g_ptr_array_add(builder->sheets, sheet);
    builder->sheet = sheet;
    builder->height = ladle_sheet_height(flow, sheet) - flow->page->top - flow->page->bottom;
    builder->y = builder->side = 0;
    builder->table_top = 0;
    builder->fresh = true;
    builder->used = false;
    g_ptr_array_set_size(builder->notes, 0);
    builder->notes_height = 0;
    take_notes(builder, builder->carried, 0, true);
}

static void put_words(ladle_builder *builder, const ladle_galley *galley)
{
    for (unsigned i = 0; i < galley->slices->len; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        builder->y += builder->fresh && builder->y == 0 ? 0 : slice->before;
        put_slice(builder, slice, builder->y, true);
        builder->y += slice->height;
    }
}

/* A head that would fill most of every page stands on the first one only. */
static void say_not_repeated(ladle_builder *builder, const ladle_table *table)
{
    if (!g_hash_table_add(builder->said, (gpointer)table))
        return;
    ladle_diag_add(builder->flow->options->diagnostics, LADLE_DIAG_TOO_TALL, table->pos,
                   "the head of this table is higher than half a page, so it is not repeated on "
                   "the pages that follow; make it shorter");
}

/* The next page; `next` is what will be placed first on it, and when that is the middle of a table
 * the page left says that it goes on, and the new one has its head again. */
static void next_page(ladle_builder *builder, const ladle_slice *next)
{
    const ladle_table *table = next->row ? next->row->table : next->series;
    bool goes_on = table && table == builder->table;
    if (goes_on && table->continues)
        put_words(builder, table->continues);
    open_page(builder, next->new_page ? next->master : NULL, next->turned);
    if (!goes_on)
        return;
    if (table->continued) {
        put_words(builder, table->continued);
        builder->y += table->continued->space;
    }
    bool tall = table->head_height * 2 > builder->height;
    if (tall)
        say_not_repeated(builder, table);
    for (unsigned i = 0; i < table->n_heads && !tall; i++) {
        put_slice(builder, table->heads[i], builder->y, true);
        builder->y += table->heads[i]->height;
    }
}

/* --------------------------------------------------------------------------------------- groups */

static void place(ladle_builder *builder, const ladle_slice *slice)
{
    builder->used = true;
    if (slice->fixed) {
        put_slice(builder, slice, 0, false);
        return;
    }
    trial_place trial = ladle_trial_here(builder);
    int y = ladle_trial_top(builder, &trial, slice);
    put_slice(builder, slice, y, false);
    builder->y = y + slice->height;
    if (slice->columns)
        ladle_columns_place(builder->flow, slice->columns, y);
    builder->fresh = false;
    const ladle_row *row = slice->row;
    if (row && row->table && row->table != builder->table)
        builder->table_top = y;
    builder->table = row && row->table && (!row->is_last || row->broken_below) ? row->table : NULL;
    if (slice->series && !slice->ends_series)
        builder->table = slice->series;
}

/* As many notes as have room stand on this page, the others on the next. */
static void place_notes(ladle_builder *builder, GPtrArray *notes)
{
    if (builder->carried->len == 0)
        take_notes(builder, notes, builder->y, false);
    for (unsigned i = 0; i < notes->len; i++)
        g_ptr_array_add(builder->carried, notes->pdata[i]);
}

static void place_group(ladle_builder *builder, const ladle_galley *galley, unsigned from,
                        unsigned end)
{
    GPtrArray *notes = g_ptr_array_new();
    for (unsigned i = from; i < end; i++) {
        place(builder, galley->slices->pdata[i]);
        collect_notes(galley->slices->pdata[i], notes);
    }
    place_notes(builder, notes);
    g_ptr_array_free(notes, TRUE);
}

/* -------------------------------------------------------------------------------------- columns */

int ladle_builder_bottom(const ladle_builder *builder, int *notes_gap)
{
    bool any = builder->notes->len > 0;
    *notes_gap = any ? 0 : ladle_notes_frame(builder, true);
    return builder->height - ladle_notes_frame(builder, any) - builder->notes_height;
}

void ladle_builder_put(ladle_builder *builder, const ladle_slice *slice, int x, int y,
                       GPtrArray *notes)
{
    ladle_slice *moved = ladle_slice_new(builder->flow);
    ladle_slice_merge(moved, slice, slice->fixed ? 0 : x, slice->fixed ? 0 : y);
    moved->fixed = slice->fixed;
    put_slice(builder, moved, 0, false);
    collect_notes(slice, notes);
}

void ladle_builder_go_on(ladle_builder *builder, int y, GPtrArray *notes)
{
    builder->used = true;
    builder->fresh = false;
    builder->y = y;
    place_notes(builder, notes);
}

void ladle_builder_turn(ladle_builder *builder)
{
    open_page(builder, NULL, false);
}

/* ------------------------------------------------------------------------------------- breaking */

/* Places the first part of a row that was broken; slices[at] becomes the rest. */
static void place_broken(ladle_builder *builder, ladle_galley *galley, unsigned at,
                         ladle_slice *first, ladle_slice *rest)
{
    galley->slices->pdata[at] = first;
    place_group(builder, galley, at, at + 1);
    galley->slices->pdata[at] = rest;
}

/* How much of a group that fits no page goes on this one. The caption of a figure does not stay
 * without anything of what it is about, when something else leads to it. */
static unsigned force_end(const ladle_builder *builder, const ladle_galley *galley, unsigned from,
                          unsigned end)
{
    unsigned stop = from, figure = from + 1;
    while (stop < end && ladle_group_fits(builder, galley, from, stop + 1))
        stop++;
    while (figure < stop && ((ladle_slice *)galley->slices->pdata[figure])->block == 0)
        figure++;
    for (unsigned i = figure; i < stop; i++)
        if (!((ladle_slice *)galley->slices->pdata[i])->is_line)
            return stop;
    const ladle_slice *next = stop < end ? galley->slices->pdata[stop] : NULL;
    return figure < stop && next && !next->row ? figure : stop;
}

/* A group that does not fit a page of its own. Returns where to go on. */
static unsigned place_by_force(ladle_builder *builder, ladle_galley *galley, unsigned from,
                               unsigned end)
{
    unsigned at = from, stop = force_end(builder, galley, from, end);
    for (; at < stop; at++)
        place_group(builder, galley, at, at + 1);
    if (at == end)
        return at;
    ladle_slice *slice = galley->slices->pdata[at], *first, *rest;
    bool force = at == from || slice->height > builder->height; /* no page can hold it */
    bool broken = ladle_trial_split(builder, ladle_trial_here(builder), slice, force, G_MAXINT,
                                    &first, &rest);
    if (broken)
        place_broken(builder, galley, at, first, rest);
    if (broken || at > from) {
        next_page(builder, galley->slices->pdata[at]);
        return at;
    }
    ladle_diag_add(builder->flow->options->diagnostics, LADLE_DIAG_TOO_TALL,
                   builder->current ? builder->current->pos : (ladle_pos){0},
                   "something is taller than a page and cannot be broken; it reaches below the "
                   "text");
    place_group(builder, galley, at, at + 1);
    return at + 1;
}

/* Places slices up to a row, and of that what fits. */
static bool place_part(ladle_builder *builder, ladle_galley *galley, unsigned from, unsigned end)
{
    const ladle_slice *last = galley->slices->pdata[end - 1];
    if (!last->row || last->row->keep)
        return false;
    trial_place trial = ladle_trial_here(builder);
    for (unsigned i = from; i + 1 < end; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        if (!ladle_trial_slice(builder, &trial, slice, slice->height, false))
            return false;
    }
    ladle_slice *first, *rest;
    int lack = ladle_rest_lacks(builder, galley, from, end);
    if (!ladle_trial_split(builder, trial, last, false, last->height - lack, &first, &rest) ||
        rest->height < lack)
        return false;
    trial_place after = trial;
    if (!ladle_trial_slice(builder, &after, first, first->height, true))
        return false;
    if (end - from > 1)
        place_group(builder, galley, from, end - 1);
    place_broken(builder, galley, end - 1, first, rest);
    return true;
}

/* Places as much of a group as a row in it allows: what goes before the row, and its first lines.
 * *at becomes the row that goes on. */
static bool place_some(ladle_builder *builder, ladle_galley *galley, unsigned *at, unsigned end)
{
    for (unsigned last = end; last > *at; last--)
        if (place_part(builder, galley, *at, last)) {
            *at = last - 1;
            return true;
        }
    return false;
}

/* A heading is off the grid and the text below it on it. The space that brings the text there
 * belongs above the heading, so each slice that is glued to the next knows how far it is to the
 * text. What opens a page stands at its top all the same, as in every other chapter. */
void ladle_builder_leads(ladle_galley *galley)
{
    for (unsigned i = galley->slices->len; i-- > 1;) {
        const ladle_slice *next = galley->slices->pdata[i];
        ladle_slice *slice = galley->slices->pdata[i - 1];
        if (next->glued && !slice->grid && !slice->row && !slice->fixed &&
            (next->grid || next->lead))
            slice->lead = slice->height + next->before + next->lead;
    }
}

/* -------------------------------------------------------------------------------------- waiting */

/* A figure is not worth moving for fewer lines than this. */
enum { LEAST_LINES = 4 };

static bool has_notes(const ladle_galley *galley, unsigned from, unsigned end)
{
    for (unsigned i = from; i < end; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        for (unsigned j = 0; j < slice->anchors->len; j++)
            if (g_array_index(slice->anchors, ladle_anchor, j).kind == LADLE_ANCHOR_NOTE)
                return true;
    }
    return false;
}

/* Height of the text from slices[at] on that could go before a figure that waits, as far as the
 * page has room for it below the trial. */
static int text_that_follows(const ladle_builder *builder, trial_place trial,
                             const ladle_galley *galley, unsigned at)
{
    int from = trial.y;
    while (at < galley->slices->len) {
        const ladle_slice *slice = galley->slices->pdata[at];
        if (slice->bars || slice->new_page || slice->fixed || slice->turned || slice->columns)
            break;
        unsigned end = ladle_group_end(galley, at);
        for (; at < end; at++) {
            slice = galley->slices->pdata[at];
            trial_place before = trial;
            if (!ladle_trial_slice(builder, &trial, slice, slice->height, at + 1 == end))
                return before.y - from + ladle_builder_line(builder); /* and the page is full */
        }
    }
    return trial.y - from;
}

/* Whether the figure that begins at slices[at] waits for the next page, when those from `from` on
 * are placed before it. Its footnotes would come
 * after those of the text that goes before it, so one with notes does not. */
static bool may_wait(const ladle_builder *builder, const ladle_galley *galley, unsigned from,
                     unsigned at)
{
    const ladle_slice *slice = galley->slices->pdata[at];
    int least = LEAST_LINES * ladle_builder_line(builder);
    unsigned end = at + slice->block;
    if (slice->block == 0 || end >= galley->slices->len || slice->new_page || builder->waiting ||
        builder->fresh || builder->carried->len > 0 || builder->sheet->turned ||
        has_notes(galley, at, end))
        return false;
    trial_place trial = ladle_trial_after(builder, galley, from, at);
    return ladle_trial_room(builder, &trial) >= least &&
           text_that_follows(builder, trial, galley, end) >= least;
}

static const ladle_part *opening_line(const ladle_slice *slice)
{
    const ladle_part *part = slice->parts->len ? &g_array_index(slice->parts, ladle_part, 0) : NULL;
    return part && part->line && !slice->row ? part : NULL;
}

/* The text from slices[at] on follows on that of slices[before]: where both are paragraphs, the
 * second stands in. */
static void close_up(ladle_builder *builder, ladle_galley *galley, unsigned before, unsigned at)
{
    ladle_slice *text = galley->slices->pdata[at];
    text->before = text->closed;
    const ladle_part *above = opening_line(galley->slices->pdata[before]);
    const ladle_part *below = opening_line(text);
    if (!above || !below || above->line->paragraph->style != below->line->paragraph->style ||
        above->line->paragraph == below->line->paragraph || below->line->paragraph->indented ||
        !ladle_indent_can_change(below->line->paragraph))
        return;
    int width = below->line->width;
    ladle_indent_anew(builder->flow, galley, at, (ladle_paragraph *)below->line->paragraph,
                      (ladle_measure_box){below->x, width, width}, true);
}

/* Sets the figure at slices[at] aside; returns where the text goes on, as if it had not been there.
 * The space below the figure waits with it. */
static unsigned let_wait(ladle_builder *builder, ladle_galley *galley, unsigned at)
{
    unsigned end = at + ((ladle_slice *)galley->slices->pdata[at])->block;
    builder->waiting = ladle_galley_new(builder->flow);
    for (unsigned i = at; i < end; i++)
        g_ptr_array_add(builder->waiting->slices, galley->slices->pdata[i]);
    builder->waiting->space = ((ladle_slice *)galley->slices->pdata[end])->before;
    if (at > 0)
        close_up(builder, galley, at - 1, end);
    return end;
}

static void place_all(ladle_builder *builder, ladle_galley *galley);

/* The next page, and on it first what waits. */
static void go_on(ladle_builder *builder, ladle_slice *next)
{
    ladle_galley *waiting = builder->waiting;
    if (!waiting) {
        next_page(builder, next);
        return;
    }
    builder->waiting = NULL;
    next_page(builder, waiting->slices->pdata[0]);
    place_all(builder, waiting);
    if (next)
        next->before = MAX(next->before, waiting->space);
}

static bool is_turned(const ladle_builder *builder, const ladle_slice *slice)
{
    return builder->sheet && slice->turned != builder->sheet->turned;
}

/* The figure or table in a group, with lines of text that are kept with it before it; `end`: none,
 * or a heading right above it, which stays with its figure. */
static unsigned figure_in(const ladle_galley *galley, unsigned at, unsigned end)
{
    bool headed = false;
    for (; at < end; at++) {
        const ladle_slice *slice = galley->slices->pdata[at];
        if (slice->block > 0)
            return headed ? end : at;
        if (slice->bars && !slice->heads)
            break;
        headed = slice->heads;
    }
    return end;
}

/* Places one group, or what the page has room for of it, or ends the page. Returns where to go on.
 */
static unsigned place_next(ladle_builder *builder, ladle_galley *galley, unsigned at)
{
    ladle_slice *slice = galley->slices->pdata[at];
    unsigned end = ladle_group_end(galley, at);
    if (is_turned(builder, slice)) {
        if (slice->turned && may_wait(builder, galley, at, at))
            return let_wait(builder, galley, at);
        go_on(builder, slice);
        return at;
    }
    if (ladle_group_fits(builder, galley, at, end)) {
        place_group(builder, galley, at, end);
        return end;
    }
    if (place_some(builder, galley, &at, end)) {
        go_on(builder, galley->slices->pdata[at]);
        return at;
    }
    unsigned figure = figure_in(galley, at, end);
    bool fits = figure == at || (figure < end && ladle_group_fits(builder, galley, at, figure));
    if (figure < end && fits && may_wait(builder, galley, at, figure)) {
        place_group(builder, galley, at, figure);
        return let_wait(builder, galley, figure);
    }
    if (!builder->fresh || builder->carried->len > 0) {
        go_on(builder, slice);
        return at;
    }
    return place_by_force(builder, galley, at, end);
}

/* Whether what should begin a page stands below what there is: the page is so empty that it would
 * be left mostly white. */
static bool runs_on(const ladle_builder *builder, const ladle_slice *slice)
{
    if (slice->run_on == 0 || builder->carried->len > 0 || builder->sheet->turned || slice->turned)
        return false;
    trial_place here = ladle_trial_here(builder);
    return ladle_trial_room(builder, &here) - slice->before >= slice->run_on;
}

static void place_all(ladle_builder *builder, ladle_galley *galley)
{
    unsigned at = 0;
    while (at < galley->slices->len) {
        ladle_slice *slice = galley->slices->pdata[at];
        if (builder->waiting && (slice->bars || slice->new_page || slice->columns))
            go_on(builder, slice);
        if (!builder->sheet || (slice->new_page && builder->used && !runs_on(builder, slice)))
            next_page(builder, slice);
        at = place_next(builder, galley, at);
    }
    if (builder->waiting)
        go_on(builder, NULL);
}

void ladle_builder_place(ladle_builder *builder, ladle_galley *galley)
{
    ladle_lead_in(builder->flow, galley);
    ladle_builder_leads(galley);
    place_all(builder, galley);
}

void ladle_builder_finish(ladle_builder *builder)
{
    while (builder->carried->len > 0)
        open_page(builder, NULL, false);
    if (!builder->sheet)
        open_page(builder, NULL, false);
    close_page(builder);
}
