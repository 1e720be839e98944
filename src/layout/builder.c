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
 * A footnote begins on the page of its mark. When not all of it fits, what is left opens the notes
 * of the next page. Words of the side column stand on their line; when those before them reach
 * further down, they are pushed by what is needed, and what uses the full width waits for them. */
#include "layout/flow.h"

#include <string.h>

struct ladle_builder {
    ladle_flow *flow;
    GPtrArray *sheets;
    ladle_sheet *sheet; /* the page being filled, NULL: none */
    int height;         /* of the text area */
    int y;              /* where text goes on */
    int side;           /* where the side column goes on */
    bool fresh;         /* nothing is placed in the text but repeated heads */
    bool used;          /* something is placed, be it at a fixed place */
    GPtrArray *notes;   /* slices at the foot of this page */
    int notes_height;
    GPtrArray *carried; /* slices of notes for the next page */
    const ladle_style *footnote;
    const ladle_node *current; /* the last section or heading begun */
    const ladle_node *master;
    const ladle_table *table; /* the table that goes on */
    unsigned number, run;
};

/* A trial: where things would come to stand. */
typedef struct {
    int y, side, notes;
    bool fresh;
} trial_place;

static void free_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

ladle_builder *ladle_builder_new(ladle_flow *flow)
{
    ladle_builder *builder = LADLE_NEW(flow->arena, ladle_builder);
    builder->flow = flow;
    builder->height = flow->page->height - flow->page->top - flow->page->bottom;
    builder->footnote = ladle_theme_named(flow->options->theme, "footnote");
    builder->sheets = g_ptr_array_new();
    builder->notes = g_ptr_array_new();
    builder->carried = g_ptr_array_new();
    ladle_arena_defer(flow->arena, free_pointers, builder->sheets);
    ladle_arena_defer(flow->arena, free_pointers, builder->notes);
    ladle_arena_defer(flow->arena, free_pointers, builder->carried);
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
    place->y = CLAMP(y, 0, flow->page->height);
    g_hash_table_insert(flow->places, (gpointer)node, place);
}

static void put_slice(ladle_builder *builder, const ladle_slice *slice, int y, bool repeated);

static void put_side(ladle_builder *builder, const ladle_anchor *anchor, int y)
{
    int at = MAX(y + anchor->y - anchor->ascent, builder->side);
    GPtrArray *slices = anchor->galley->slices;
    for (unsigned i = 0; i < slices->len; i++) {
        put_slice(builder, slices->pdata[i], at, false);
        at += ((ladle_slice *)slices->pdata[i])->height;
    }
    builder->side = at;
}

/* Parts and anchors of a slice whose top is at y of the text area. */
static void put_slice(ladle_builder *builder, const ladle_slice *slice, int y, bool repeated)
{
    const ladle_page_measures *page = builder->flow->page;
    int left = slice->fixed ? 0 : page->left, top = slice->fixed ? 0 : page->top + y;
    for (unsigned i = 0; i < slice->parts->len; i++)
        put_part(builder, &g_array_index(slice->parts, ladle_part, i), left, top, repeated);
    for (unsigned i = 0; !repeated && i < slice->anchors->len; i++) {
        const ladle_anchor *anchor = &g_array_index(slice->anchors, ladle_anchor, i);
        if (anchor->kind == LADLE_ANCHOR_PLACE)
            note_place(builder, anchor->node, top + anchor->y);
        if (anchor->kind == LADLE_ANCHOR_SIDE)
            put_side(builder, anchor, y);
    }
    if (!repeated && !builder->sheet->begins)
        builder->sheet->begins = builder->current;
}

/* ---------------------------------------------------------------------------------------- notes */

/* Room between the notes' first line and the text above them. */
static int notes_frame(const ladle_builder *builder, bool any)
{
    return any ? builder->flow->page->foot_gap + builder->footnote->padding_top : 0;
}

static int slice_step(const ladle_slice *slice, bool first)
{
    return slice->height + (first ? 0 : slice->before);
}

/* Takes note slices from a list as long as they fit below y; those left stay in the list. force:
 * takes one in any case. */
static void take_notes(ladle_builder *builder, GPtrArray *list, int y, bool force)
{
    unsigned taken = 0;
    while (taken < list->len) {
        ladle_slice *slice = list->pdata[taken];
        int step = slice_step(slice, builder->notes->len == 0);
        int need = y + notes_frame(builder, true) + builder->notes_height + step;
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

/* What of a note's height may go to the next page. */
static int note_rest(const ladle_galley *note)
{
    unsigned first = 1;
    int rest = 0;
    while (first < note->slices->len && ((ladle_slice *)note->slices->pdata[first])->glued)
        first++;
    for (unsigned i = first; i < note->slices->len; i++)
        rest += slice_step(note->slices->pdata[i], false);
    return rest;
}

/* What the notes of a slice take. last: of the last note, its beginning may be enough. */
static int notes_need(const ladle_slice *slice, bool any, bool last)
{
    const ladle_galley *note = NULL;
    int need = 0;
    for (unsigned i = 0; i < slice->anchors->len; i++) {
        const ladle_anchor *anchor = &g_array_index(slice->anchors, ladle_anchor, i);
        if (anchor->kind != LADLE_ANCHOR_NOTE || anchor->galley->slices->len == 0)
            continue;
        bool first = !any && !note;
        note = anchor->galley;
        need += ladle_galley_height(note, 0, note->slices->len);
        need += first ? 0 : ((ladle_slice *)note->slices->pdata[0])->before;
    }
    return note && last ? need - note_rest(note) : need;
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
    if (!builder->sheet || builder->notes->len == 0)
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

static void free_array(void *array)
{
    g_array_free(array, TRUE);
}

/* Opens a page, of the master a section names, or of the one before. */
static void open_page(ladle_builder *builder, const ladle_node *section)
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
    sheet->number = builder->number;
    sheet->run = builder->run;
    sheet->roman = folio && strcmp(folio, "roman") == 0;
    g_ptr_array_add(builder->sheets, sheet);
    builder->sheet = sheet;
    builder->y = builder->side = 0;
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

/* The next page; `next` is what will be placed first on it, and when that is the middle of a table
 * the page left says that it goes on, and the new one has its head again. */
static void turn_page(ladle_builder *builder, const ladle_slice *next)
{
    const ladle_table *table = next && next->row ? next->row->table : NULL;
    bool goes_on = table && table == builder->table;
    if (goes_on && table->continues)
        put_words(builder, table->continues);
    open_page(builder, next && next->new_page ? next->master : NULL);
    if (!goes_on || table->head_height * 2 > builder->height)
        return;
    if (table->continued) {
        put_words(builder, table->continued);
        builder->y += table->continued->space;
    }
    for (unsigned i = 0; i < table->n_heads; i++) {
        put_slice(builder, table->heads[i], builder->y, true);
        builder->y += table->heads[i]->height;
    }
}

/* ---------------------------------------------------------------------------------------- trial */

static trial_place trial_here(const ladle_builder *builder)
{
    return (trial_place){builder->y, builder->side, builder->notes_height, builder->fresh};
}

static int top_of(const ladle_builder *builder, const trial_place *trial, const ladle_slice *slice)
{
    int y = trial->y + (trial->fresh ? 0 : slice->before);
    if (slice->wide)
        y = MAX(y, trial->side);
    int grid = builder->flow->page->grid;
    if (slice->grid && grid > 0)
        y = (y + grid - 1) / grid * grid;
    else if (slice->lead && grid > 0 && !(slice->new_page && trial->fresh))
        y += (grid - (y + slice->lead) % grid) % grid;
    return y;
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

/* Where the side words of a slice end. */
static int side_end(const ladle_slice *slice, int y, int side)
{
    for (unsigned i = 0; i < slice->anchors->len; i++) {
        const ladle_anchor *anchor = &g_array_index(slice->anchors, ladle_anchor, i);
        if (anchor->kind != LADLE_ANCHOR_SIDE)
            continue;
        side = MAX(y + anchor->y - anchor->ascent, side) +
               ladle_galley_height(anchor->galley, 0, anchor->galley->slices->len);
    }
    return side;
}

/* Moves the trial past a slice; false when it does not fit. height: instead of the slice's own. */
static bool try_slice(const ladle_builder *builder, trial_place *trial, const ladle_slice *slice,
                      int height, bool last)
{
    if (slice->fixed)
        return true;
    int y = top_of(builder, trial, slice);
    trial->side = side_end(slice, y, trial->side);
    trial->y = y + height;
    trial->fresh = false;
    bool carrying = builder->carried->len > 0;
    int notes = carrying ? 0 : notes_need(slice, trial->notes > 0, last);
    int room =
        builder->height - notes_frame(builder, trial->notes + notes > 0) - trial->notes - notes;
    if (!carrying)
        trial->notes += notes_need(slice, trial->notes > 0, false);
    return trial->y <= room && trial->side <= builder->height;
}

/* Whether the rest of the table whose row stands before slices[at] fits too, so that no room is
 * needed to say that it goes on. */
static bool rest_fits(const ladle_builder *builder, trial_place trial, const ladle_galley *galley,
                      unsigned at, const ladle_table *table)
{
    for (unsigned i = at; i < galley->slices->len; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        if (!slice->row || slice->row->table != table)
            break;
        if (!try_slice(builder, &trial, slice, slice->height, false))
            return false;
    }
    return true;
}

static int words_room(const ladle_builder *builder, const trial_place *trial,
                      const ladle_galley *galley, unsigned end)
{
    const ladle_slice *last = galley->slices->pdata[end - 1];
    const ladle_table *table = last->row ? last->row->table : NULL;
    if (!table || table->continues_height == 0 || (last->row->is_last && !last->row->broken_below))
        return 0;
    return rest_fits(builder, *trial, galley, end, table) ? 0 : table->continues_height;
}

static int room_left(const ladle_builder *builder, const trial_place *trial)
{
    return builder->height - notes_frame(builder, trial->notes > 0) - trial->notes - trial->y;
}

static bool group_fits(const ladle_builder *builder, const ladle_galley *galley, unsigned from,
                       unsigned end)
{
    trial_place trial = trial_here(builder);
    for (unsigned i = from; i < end; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        if (!try_slice(builder, &trial, slice, slice->height, i + 1 == end))
            return false;
    }
    int words = words_room(builder, &trial, galley, end);
    return words == 0 || words <= room_left(builder, &trial);
}

/* --------------------------------------------------------------------------------------- groups */

static void place(ladle_builder *builder, const ladle_slice *slice)
{
    builder->used = true;
    if (slice->fixed) {
        put_slice(builder, slice, 0, false);
        return;
    }
    trial_place trial = trial_here(builder);
    int y = top_of(builder, &trial, slice);
    put_slice(builder, slice, y, false);
    builder->y = y + slice->height;
    if (slice->columns)
        ladle_columns_place(builder->flow, slice->columns, y);
    builder->fresh = false;
    const ladle_row *row = slice->row;
    builder->table = row && row->table && (!row->is_last || row->broken_below) ? row->table : NULL;
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
    *notes_gap = any ? 0 : notes_frame(builder, true);
    return builder->height - notes_frame(builder, any) - builder->notes_height;
}

int ladle_builder_notes(const ladle_slice *slice)
{
    return notes_need(slice, true, false);
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
    open_page(builder, NULL);
}

/* ----------------------------------------------------------------------------------- breaking */

static void add_nodes(GHashTable *set, const ladle_slice *slice)
{
    for (unsigned i = 0; i < slice->anchors->len; i++)
        g_hash_table_add(set, (gpointer)g_array_index(slice->anchors, ladle_anchor, i).node);
}

/* Anchors of a broken row that are not its cells' own: they go to its first part. */
void ladle_row_hand_anchors(const ladle_slice *whole, ladle_slice *first, const ladle_slice *rest)
{
    GHashTable *known = g_hash_table_new(NULL, NULL);
    add_nodes(known, first);
    add_nodes(known, rest);
    for (unsigned i = 0; i < whole->anchors->len; i++) {
        ladle_anchor anchor = g_array_index(whole->anchors, ladle_anchor, i);
        if (anchor.kind == LADLE_ANCHOR_PLACE && !g_hash_table_contains(known, anchor.node)) {
            anchor.y = 0;
            g_array_append_val(first->anchors, anchor);
        }
    }
    g_hash_table_destroy(known);
}

/* Breaks a row that would come to stand where the trial is. force: where it should not be broken.
 */
static bool split_row(const ladle_builder *builder, trial_place trial, const ladle_slice *slice,
                      bool force, ladle_slice **first, ladle_slice **rest)
{
    if (!slice->row)
        return false;
    int words = slice->row->table ? slice->row->table->continues_height : 0;
    trial.y = top_of(builder, &trial, slice);
    if (!force && builder->carried->len == 0)
        trial.notes += notes_need(slice, trial.notes > 0, true);
    int room = room_left(builder, &trial) - words;
    if (!ladle_row_split(builder->flow, slice->row, room, force, first, rest))
        return false;
    ladle_row_hand_anchors(slice, *first, *rest);
    (*first)->before = slice->before;
    (*first)->glued = slice->glued;
    (*first)->wide = slice->wide;
    return true;
}

/* Places the first part of a row that was broken; slices[at] becomes the rest. */
static void place_broken(ladle_builder *builder, ladle_galley *galley, unsigned at,
                         ladle_slice *first, ladle_slice *rest)
{
    galley->slices->pdata[at] = first;
    place_group(builder, galley, at, at + 1);
    galley->slices->pdata[at] = rest;
}

/* A group that does not fit a page of its own. Returns where to go on. */
static unsigned place_by_force(ladle_builder *builder, ladle_galley *galley, unsigned from,
                               unsigned end)
{
    unsigned at = from;
    while (at < end && group_fits(builder, galley, at, at + 1)) {
        place_group(builder, galley, at, at + 1);
        at++;
    }
    if (at == end)
        return at;
    ladle_slice *first, *rest;
    bool broken = split_row(builder, trial_here(builder), galley->slices->pdata[at], at == from,
                            &first, &rest);
    if (broken)
        place_broken(builder, galley, at, first, rest);
    if (broken || at > from) {
        turn_page(builder, galley->slices->pdata[at]);
        return at;
    }
    ladle_diag_add(builder->flow->options->diagnostics, LADLE_DIAG_TOO_TALL,
                   builder->current ? builder->current->pos : (ladle_pos){0},
                   "something is taller than a page and cannot be broken; it reaches below the "
                   "text");
    place_group(builder, galley, at, at + 1);
    return at + 1;
}

static unsigned group_end(const ladle_galley *galley, unsigned from)
{
    unsigned end = from + 1;
    while (end < galley->slices->len) {
        const ladle_slice *slice = galley->slices->pdata[end];
        const ladle_slice *last = galley->slices->pdata[end - 1];
        if (slice->new_page || !(slice->glued || last->fixed))
            break;
        end++;
    }
    return end;
}

/* Places slices up to a row, and of that what fits. */
static bool place_part(ladle_builder *builder, ladle_galley *galley, unsigned from, unsigned end)
{
    const ladle_slice *last = galley->slices->pdata[end - 1];
    if (!last->row || last->row->keep)
        return false;
    trial_place trial = trial_here(builder);
    for (unsigned i = from; i + 1 < end; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        if (!try_slice(builder, &trial, slice, slice->height, false))
            return false;
    }
    ladle_slice *first, *rest;
    if (!split_row(builder, trial, last, false, &first, &rest))
        return false;
    trial_place after = trial;
    if (!try_slice(builder, &after, first, first->height, true))
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

void ladle_builder_place(ladle_builder *builder, ladle_galley *galley)
{
    ladle_builder_leads(galley);
    unsigned at = 0;
    while (at < galley->slices->len) {
        const ladle_slice *slice = galley->slices->pdata[at];
        if (!builder->sheet || (slice->new_page && builder->used))
            turn_page(builder, slice);
        unsigned end = group_end(galley, at);
        if (group_fits(builder, galley, at, end)) {
            place_group(builder, galley, at, end);
            at = end;
        } else if (place_some(builder, galley, &at, end)) {
            turn_page(builder, galley->slices->pdata[at]);
        } else if (!builder->fresh || builder->carried->len > 0)
            turn_page(builder, slice);
        else
            at = place_by_force(builder, galley, at, end);
    }
}

void ladle_builder_finish(ladle_builder *builder)
{
    while (builder->carried->len > 0)
        open_page(builder, NULL);
    if (!builder->sheet)
        open_page(builder, NULL);
    close_page(builder);
}
