/* Sections that should stand on one page.
 *
 * A section with fit="page" begins a page, and what it marks gives way until the page holds it:
 *
 *   1. Rows with fit="drop" are left out, from the last one up, the first row of a table never. The
 *      table then says below it how many of its rows are shown.
 *   2. Where that is not enough, all rows are back, what is marked fit="last" stands at the end of
 *      the section, on the next page if need be, and the rows give way to what stands before it.
 *   3. Where even that is not enough, nothing gives way, and the section goes on over pages.
 *
 * Nothing is laid again for a trial: the slices of the section are there, and a trial is a list of
 * them that some have been taken from. The place in the logical tree stays as written. Slices and
 * rows belong to all trials; what one changes, it copies. */
#include "layout/builder.h"

#include <string.h>

/* A trial: the slices, of which those before `end` should stand on one page. */
typedef struct {
    ladle_flow *flow;
    ladle_galley *galley;
    unsigned end;
} attempt;

static ladle_slice *slice_at(const attempt *a, unsigned i)
{
    return a->galley->slices->pdata[i];
}

static bool holds_notes(const ladle_slice *slice)
{
    for (unsigned i = 0; i < slice->anchors->len; i++)
        if (g_array_index(slice->anchors, ladle_anchor, i).kind == LADLE_ANCHOR_NOTE)
            return true;
    return false;
}

/* An empty page of the builder, with the notes that are carried over to it. */
static ladle_builder empty_page(const ladle_flow *flow, GPtrArray *none)
{
    const ladle_page_measures *measures = flow->page;
    ladle_builder page = *flow->builder;
    page.height = measures->height - measures->top - measures->bottom;
    page.y = page.side = page.notes_height = 0;
    page.fresh = true;
    for (unsigned i = 0; i < page.carried->len; i++)
        page.notes_height += ladle_slice_step(page.carried->pdata[i], i == 0);
    page.carried = none;
    return page;
}

static bool fits(const attempt *a)
{
    GPtrArray *none = g_ptr_array_new();
    ladle_builder page = empty_page(a->flow, none);
    trial_place trial = ladle_trial_here(&page);
    bool fit = true;
    ladle_builder_leads(a->galley);
    for (unsigned i = 0; fit && i < a->end; i++) {
        const ladle_slice *slice = slice_at(a, i);
        fit = !(i > 0 && slice->new_page) && !slice->turned && !slice->columns &&
              ladle_trial_slice(&page, &trial, slice, slice->height, false);
    }
    g_ptr_array_free(none, TRUE);
    return fit;
}

/* ------------------------------------------------------------------------------- leaving out */

/* Slices of the figure or table around slices[at] are more, or fewer, by so many. */
static void count_in_block(attempt *a, unsigned at, int more)
{
    for (unsigned i = at + 1; i-- > 0;) {
        const ladle_slice *slice = slice_at(a, i);
        if (slice->block == 0)
            continue;
        if (i + slice->block > at) {
            ladle_slice *copy = LADLE_NEW(a->flow->arena, ladle_slice);
            *copy = *slice;
            copy->block = (unsigned)((int)slice->block + more);
            a->galley->slices->pdata[i] = copy;
        }
        return;
    }
}

/* The row before the one left out takes its place at the table's end, and what leads to it. */
static void close_row(attempt *a, unsigned at, const ladle_slice *dropped)
{
    const ladle_slice *old = slice_at(a, at);
    ladle_row *row = LADLE_NEW(a->flow->arena, ladle_row);
    *row = *old->row;
    row->below = dropped->row->below;
    row->is_last = dropped->row->is_last;
    ladle_slice *slice = ladle_row_slice(a->flow, row);
    ladle_row_hand_anchors(old, slice, slice);
    ladle_row_hand_anchors(dropped, slice, slice);
    slice->before = old->before;
    slice->closed = old->closed;
    slice->glued = old->glued;
    slice->bars = old->bars;
    slice->block = old->block;
    slice->new_page = old->new_page;
    slice->master = old->master;
    slice->goes_last = old->goes_last;
    a->galley->slices->pdata[at] = slice;
}

/* From the label with two places. */
char *ladle_shown_words(const ladle_flow *flow, unsigned shown, unsigned all)
{
    char **parts = g_strsplit(flow->document->shown, "%s", 3);
    bool whole = g_strv_length(parts) == 3;
    char *words = whole ? g_strdup_printf("%s%u%s%u%s", parts[0], shown, parts[1], all, parts[2])
                        : g_strdup_printf("%u / %u", shown, all);
    g_strfreev(parts);
    return words;
}

static unsigned rows_shown(const attempt *a, const ladle_table *table)
{
    unsigned shown = 0;
    for (unsigned i = 0; i < a->galley->slices->len; i++) {
        const ladle_row *row = slice_at(a, i)->row;
        shown += row && row->table == table && row->in_body;
    }
    return shown;
}

/* Takes the words that tell how many rows of a table are shown, where there are any. */
static void take_words(attempt *a, const ladle_table *table)
{
    for (unsigned i = a->galley->slices->len; i-- > 0;)
        if (slice_at(a, i)->tells_of == table) {
            count_in_block(a, i, -1);
            g_ptr_array_remove_index(a->galley->slices, i);
            a->end -= i < a->end;
        }
}

/* Puts them below the table's last row. They are counted when the trial has come to something. */
static void put_words(attempt *a, const ladle_table *table)
{
    ladle_flow *flow = a->flow;
    const ladle_style *style = ladle_theme_named(flow->options->theme, "continues");
    unsigned last = a->galley->slices->len;
    while (last-- > 0 && !(slice_at(a, last)->row && slice_at(a, last)->row->table == table))
        ;
    char *words = ladle_shown_words(flow, rows_shown(a, table), table->n_rows);
    ladle_paragraph *text = ladle_paragraph_new(flow, style, table->pos, table->shown);
    ladle_paragraph_words(flow, text, words, style, NULL);
    ladle_paragraph_shape(flow, text);
    g_free(words);
    size_t made = flow->clusters_made;
    ladle_galley *lines = ladle_galley_new(flow);
    ladle_galley_space(lines, style->before);
    ladle_lay_text(flow, text, NULL, 0, (ladle_measure_box){table->x, table->width, table->width},
                   lines);
    flow->clusters_made = made;
    for (unsigned i = 0; i < lines->slices->len; i++) {
        ladle_slice *slice = lines->slices->pdata[i];
        slice->glued = true;
        slice->tells_of = table;
        slice->goes_last = slice_at(a, last)->goes_last;
        g_ptr_array_insert(a->galley->slices, (int)(last + 1 + i), slice);
        count_in_block(a, last, 1);
        a->end += last < a->end;
    }
}

/* Leaves out the last row that gives way; false when there is none left. */
static bool leave_out(attempt *a)
{
    for (unsigned i = a->end; i-- > 1;) {
        const ladle_slice *slice = slice_at(a, i);
        const ladle_row *row = slice->row;
        const ladle_row *above = slice_at(a, i - 1)->row;
        if (!row || !row->gives_way || row->is_first || !above || above->table != row->table ||
            holds_notes(slice))
            continue;
        count_in_block(a, i, -1);
        close_row(a, i - 1, slice);
        g_ptr_array_remove_index(a->galley->slices, i);
        a->end--;
        take_words(a, row->table);
        put_words(a, row->table);
        return true;
    }
    return false;
}

/* ------------------------------------------------------------------------------------ trials */

/* A trial of all slices of a galley. */
static attempt begin(ladle_flow *flow, const ladle_galley *galley)
{
    attempt a = {flow, ladle_galley_new(flow), galley->slices->len};
    for (unsigned i = 0; i < a.end; i++)
        g_ptr_array_add(a.galley->slices, galley->slices->pdata[i]);
    return a;
}

/* What is marked so comes last; the page need not hold it. */
static void move_last(attempt *a)
{
    GPtrArray *slices = a->galley->slices, *last = g_ptr_array_new();
    unsigned kept = 0;
    for (unsigned i = 0; i < slices->len; i++) {
        ladle_slice *slice = slices->pdata[i];
        if (slice->goes_last)
            g_ptr_array_add(last, slice);
        else
            slices->pdata[kept++] = slice;
    }
    /* What opened the section opens it no longer where it went to the end. */
    if (kept > 0 && slices->len > 0 && last->len > 0) {
        const ladle_slice *opens = last->pdata[0];
        if (opens->new_page) {
            ladle_slice *copy = LADLE_NEW(a->flow->arena, ladle_slice);
            *copy = *opens;
            copy->new_page = false;
            last->pdata[0] = copy;
            ladle_slice *first = LADLE_NEW(a->flow->arena, ladle_slice);
            *first = *(ladle_slice *)slices->pdata[0];
            first->new_page = true;
            first->master = opens->master;
            slices->pdata[0] = first;
        }
    }
    for (unsigned i = 0; i < last->len; i++)
        slices->pdata[kept + i] = last->pdata[i];
    a->end = kept;
    g_ptr_array_free(last, TRUE);
}

static bool make_fit(attempt *a)
{
    bool fit = fits(a);
    while (!fit && leave_out(a))
        fit = fits(a);
    return fit;
}

/* Clusters of the text in a slice, as they are counted where it is set. */
static size_t clusters_in(const ladle_slice *slice)
{
    size_t clusters = 0;
    for (unsigned i = 0; i < slice->parts->len; i++) {
        const ladle_line *line = g_array_index(slice->parts, ladle_part, i).line;
        for (unsigned j = 0; line && !line->repeated && j < line->n_pieces; j++)
            clusters += line->pieces[j].end - line->pieces[j].first;
    }
    return clusters;
}

static size_t clusters_of(const ladle_galley *galley)
{
    size_t clusters = 0;
    for (unsigned i = 0; i < galley->slices->len; i++)
        clusters += clusters_in(galley->slices->pdata[i]);
    return clusters;
}

/* Rows that are not shown are no part of the logical tree. */
static void forget_rows(const ladle_flow *flow, const ladle_galley *whole, const ladle_galley *kept)
{
    GHashTable *rows = g_hash_table_new(NULL, NULL);
    for (unsigned i = 0; i < kept->slices->len; i++) {
        const ladle_slice *slice = kept->slices->pdata[i];
        if (slice->row)
            g_hash_table_add(rows, GUINT_TO_POINTER(slice->row->structure));
    }
    for (unsigned i = 0; i < whole->slices->len; i++) {
        const ladle_row *row = ((ladle_slice *)whole->slices->pdata[i])->row;
        if (row && row->gives_way && !g_hash_table_contains(rows, GUINT_TO_POINTER(row->structure)))
            g_array_index(flow->pages->structure, ladle_structure, row->structure).left_out = true;
    }
    g_hash_table_destroy(rows);
}

void ladle_fit_page(ladle_flow *flow, ladle_galley *galley)
{
    attempt a = begin(flow, galley);
    if (!make_fit(&a)) {
        a = begin(flow, galley);
        move_last(&a);
        if (a.end == galley->slices->len || !make_fit(&a))
            return;
    }
    flow->clusters_made += clusters_of(a.galley) - clusters_of(galley);
    forget_rows(flow, galley, a.galley);
    g_ptr_array_set_size(galley->slices, 0);
    for (unsigned i = 0; i < a.galley->slices->len; i++)
        g_ptr_array_add(galley->slices, a.galley->slices->pdata[i]);
}
