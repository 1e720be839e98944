/* What leads to a figure.
 *
 * A heading with a line or two below it and its table overleaf says nothing where it stands. So a
 * figure or table holds on to the heading above it when no more than a few lines of text are
 * between them; of a table that may be broken it is its head and first lines that hold on. Only
 * where a page can take all of it: else the heading would begin a page of its own.
 *
 * A figure that is kept whole with a long note below it may be too high for that. Then the note
 * need not be whole: it begins below the figure and goes on overleaf. */
#include "layout/builder.h"

/* So many lines of text below a heading are no more than what leads to the figure. */
enum { SHORT_LEAD = 4 };

/* Lines of a note that stay together at its beginning and end. */
enum { NOTE_ORPHANS = 3, NOTE_WIDOWS = 2 };

static ladle_slice *slice_at(const ladle_galley *galley, unsigned i)
{
    return galley->slices->pdata[i];
}

/* Where the heading begins that leads to the figure at slices[figure]; `figure`: none does, or with
 * too much text between. */
static unsigned lead_start(const ladle_galley *galley, unsigned figure)
{
    unsigned at = figure, lines = 0;
    while (at > 0 && !slice_at(galley, at)->new_page) {
        const ladle_slice *above = slice_at(galley, at - 1);
        if (above->heads)
            break;
        if (!above->is_line || above->turned || ++lines > SHORT_LEAD)
            return figure;
        at--;
    }
    if (at == 0 || slice_at(galley, at)->new_page)
        return figure;
    for (at--; at > 0 && slice_at(galley, at)->glued; at--)
        ;
    return at;
}

/* Whether a page can hold a group; each step to the grid may cost a line more. */
static bool page_holds(const ladle_flow *flow, const ladle_galley *galley, unsigned from,
                       unsigned end)
{
    const ladle_page_measures *page = flow->page;
    int height = ladle_galley_height(galley, from, end) + 2 * page->grid;
    for (unsigned i = from; i < end; i++)
        height += ladle_builder_notes(slice_at(galley, i));
    return height <= page->height - page->top - page->bottom;
}

/* Lets the lines below a figure's last row or drawing go on overleaf, where they are many. */
static void loosen_note(const ladle_galley *galley, unsigned figure)
{
    unsigned end = figure + slice_at(galley, figure)->block, from = end;
    while (from > figure && slice_at(galley, from - 1)->is_line)
        from--;
    for (unsigned i = from + NOTE_ORPHANS; from > figure && i + NOTE_WIDOWS <= end; i++)
        slice_at(galley, i)->glued = false;
}

static void hold(const ladle_flow *flow, ladle_galley *galley, unsigned figure)
{
    unsigned from = lead_start(galley, figure);
    if (from == figure || slice_at(galley, figure)->turned)
        return;
    GArray *held = g_array_new(FALSE, FALSE, sizeof(unsigned));
    for (unsigned i = from + 1; i <= figure; i++)
        if (!slice_at(galley, i)->glued) {
            g_array_append_val(held, i);
            slice_at(galley, i)->glued = true;
        }
    if (!page_holds(flow, galley, from, ladle_group_end(galley, from)))
        loosen_note(galley, figure);
    bool holds = page_holds(flow, galley, from, ladle_group_end(galley, from));
    for (unsigned i = 0; !holds && i < held->len; i++)
        slice_at(galley, g_array_index(held, unsigned, i))->glued = false;
    g_array_free(held, TRUE);
}

void ladle_lead_in(const ladle_flow *flow, ladle_galley *galley)
{
    for (unsigned i = 1; i < galley->slices->len; i++)
        if (slice_at(galley, i)->block > 0)
            hold(flow, galley, i);
}
