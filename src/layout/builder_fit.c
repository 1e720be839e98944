/* Trials: what would fit the page being filled, and where a row would be broken. Nothing is placed
 * here. */
#include "layout/builder.h"

/* Room between the notes' first line and the text above them. */
int ladle_notes_frame(const ladle_builder *builder, bool any)
{
    return any ? builder->flow->page->foot_gap + builder->footnote->padding_top : 0;
}

int ladle_slice_step(const ladle_slice *slice, bool first)
{
    return slice->height + (first ? 0 : slice->before);
}

/* What of a note's height may go to the next page. */
static int note_rest(const ladle_galley *note)
{
    unsigned first = 1;
    int rest = 0;
    while (first < note->slices->len && ((ladle_slice *)note->slices->pdata[first])->glued)
        first++;
    for (unsigned i = first; i < note->slices->len; i++)
        rest += ladle_slice_step(note->slices->pdata[i], false);
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

int ladle_builder_notes(const ladle_slice *slice)
{
    return notes_need(slice, true, false);
}

trial_place ladle_trial_here(const ladle_builder *builder)
{
    return (trial_place){builder->y, builder->side, builder->notes_height, builder->fresh};
}

int ladle_trial_top(const ladle_builder *builder, const trial_place *trial,
                    const ladle_slice *slice)
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
bool ladle_trial_slice(const ladle_builder *builder, trial_place *trial, const ladle_slice *slice,
                       int height, bool last)
{
    if (slice->fixed)
        return true;
    int y = ladle_trial_top(builder, trial, slice);
    trial->side = side_end(slice, y, trial->side);
    trial->y = y + height;
    trial->fresh = false;
    bool carrying = builder->carried->len > 0;
    int notes = carrying ? 0 : notes_need(slice, trial->notes > 0, last);
    int room = builder->height - ladle_notes_frame(builder, trial->notes + notes > 0) -
               trial->notes - notes;
    if (!carrying)
        trial->notes += notes_need(slice, trial->notes > 0, false);
    return trial->y <= room && trial->side <= builder->height;
}

trial_place ladle_trial_after(const ladle_builder *builder, const ladle_galley *galley,
                              unsigned from, unsigned end)
{
    trial_place trial = ladle_trial_here(builder);
    for (unsigned i = from; i < end; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        ladle_trial_slice(builder, &trial, slice, slice->height, false);
    }
    return trial;
}

/* Whether the rest of the table whose row stands before slices[at] fits too, so that no room is
 * needed to say that it goes on. */
static bool rest_fits(const ladle_builder *builder, trial_place trial, const ladle_galley *galley,
                      unsigned at, const ladle_table *table)
{
    for (unsigned i = at; i < galley->slices->len; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        if (!(slice->row && slice->row->table == table) && !slice->glued)
            break;
        if (!ladle_trial_slice(builder, &trial, slice, slice->height, false))
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

int ladle_trial_room(const ladle_builder *builder, const trial_place *trial)
{
    return builder->height - ladle_notes_frame(builder, trial->notes > 0) - trial->notes - trial->y;
}

/* What is left of a table for its last page is not less than so many lines of the grid, or so many
 * rows: more would leave the page before unfilled. */
enum { LEAST_REST = 4, LEAST_ROWS = 2 };

int ladle_builder_line(const ladle_builder *builder)
{
    return MAX(builder->flow->page->grid, 12 * LADLE_PT);
}

/* The rows that follow slices[at] in their table, with the note under it. It is not followed
 * beyond `most` of height. */
typedef struct {
    int height;
    unsigned rows;
} table_rest;

static table_rest rest_of(const ladle_galley *galley, unsigned at, const ladle_table *table,
                          int most)
{
    table_rest rest = {0, 0};
    for (unsigned i = at; i < galley->slices->len && rest.height < most; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        bool row = slice->row && slice->row->table == table;
        if (!row && !slice->glued)
            break;
        rest.height += slice->height + (rest.height ? slice->before : 0);
        rest.rows += row;
    }
    return rest;
}

int ladle_rest_lacks(const ladle_builder *builder, const ladle_galley *galley, unsigned from,
                     unsigned end)
{
    const ladle_slice *first = galley->slices->pdata[from];
    const ladle_table *table = first->row ? first->row->table : NULL;
    int least = LEAST_REST * ladle_builder_line(builder);
    if (!table || builder->table != table || builder->y - builder->table_top < least)
        return 0;
    table_rest rest = rest_of(galley, end, table, least);
    return rest.rows < LEAST_ROWS ? MAX(least - rest.height, 0) : 0;
}

/* Whether a page that ends here leaves too little of a table for the next one. */
static bool leaves_crumb(const ladle_builder *builder, trial_place trial,
                         const ladle_galley *galley, unsigned from, unsigned end)
{
    const ladle_slice *first = galley->slices->pdata[from];
    return end < galley->slices->len && ladle_rest_lacks(builder, galley, from, end) > 0 &&
           rest_of(galley, end, first->row->table, 1).height > 0 &&
           !rest_fits(builder, trial, galley, end, first->row->table);
}

bool ladle_group_fits(const ladle_builder *builder, const ladle_galley *galley, unsigned from,
                      unsigned end)
{
    trial_place trial = ladle_trial_here(builder);
    for (unsigned i = from; i < end; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        if (!ladle_trial_slice(builder, &trial, slice, slice->height, i + 1 == end))
            return false;
    }
    int words = words_room(builder, &trial, galley, end);
    return (words == 0 || words <= ladle_trial_room(builder, &trial)) &&
           !leaves_crumb(builder, trial, galley, from, end);
}

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
bool ladle_trial_split(const ladle_builder *builder, trial_place trial, const ladle_slice *slice,
                       bool force, int most, ladle_slice **first, ladle_slice **rest)
{
    if (!slice->row)
        return false;
    int words = slice->row->table ? slice->row->table->continues_height : 0;
    trial.y = ladle_trial_top(builder, &trial, slice);
    if (!force && builder->carried->len == 0)
        trial.notes += notes_need(slice, trial.notes > 0, true);
    int room = MIN(ladle_trial_room(builder, &trial) - words, most);
    if (!ladle_row_split(builder->flow, slice->row, room, force, first, rest))
        return false;
    ladle_row_hand_anchors(slice, *first, *rest);
    (*first)->before = slice->before;
    (*first)->glued = slice->glued;
    (*first)->wide = slice->wide;
    (*first)->turned = (*rest)->turned = slice->turned;
    return true;
}

unsigned ladle_group_end(const ladle_galley *galley, unsigned from)
{
    unsigned end = from + 1;
    while (end < galley->slices->len) {
        const ladle_slice *slice = galley->slices->pdata[end];
        const ladle_slice *last = galley->slices->pdata[end - 1];
        if (slice->new_page || last->columns || slice->turned != last->turned ||
            !(slice->glued || last->fixed))
            break;
        end++;
    }
    return end;
}
