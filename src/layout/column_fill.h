/* Columns that text runs through, as plain numbers: which lines and boxes stand in which column of
 * a page, and at what height. Knows nothing of slices and pages; column_place.c puts in what it
 * says. Lengths in Pango units.
 *
 * The model. Text is a row of items (lines, mostly) in reading order; items that are glued to the
 * one before make a group with it, and no column ends inside a group. Boxes stand beside this
 * order: each has an anchor, the item before which the document has it. There are three kinds,
 * each in an order of its own:
 *
 *   plain   stands in a column, between two blocks of text, or at a column's top;
 *   alone   the same, and at most one of them to a page (pull quotations);
 *   wide    goes over all columns: at the foot of a page's columns, or at the head of the next
 * page.
 *
 * What always holds, and is tested over made-up contents:
 *
 *   1. Every item and every box is placed once; items in order, boxes of a kind in order.
 *   2. A box never stands before its anchor, and never inside a block but at a column's top; inside
 *      a list not even there.
 *   3. Nothing reaches below the bottom or over what stands above it in its column; the space
 *      before an item or box is kept, but at a column's top.
 *   4. What stands on the grid is a whole number of grid lines from the page's top.
 *   5. Each page takes something, so that filling ends.
 *
 * A page is planned in two steps. First it is tried whether all that is left fits: columns then end
 * at the same height as nearly as can be, which is found by trying every depth from one line on. A
 * box may wait for the next block or for the next column's top though there was room for it, and
 * often the columns come out even only then, so for each box (five at most) all three are tried. A
 * box stands at a top in the midst of a paragraph only when it waits for a top. Of all these the
 * one that costs least is taken: uneven columns cost most, then a line or two of text squeezed in
 * beside a box, then a box in the midst of a paragraph, then boxes far from their anchors. When not
 * all fits, columns are filled to the bottom, and the same choices are weighed by how much is left
 * empty. */
#ifndef LADLE_LAYOUT_COLUMN_FILL_H
#define LADLE_LAYOUT_COLUMN_FILL_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    int before, height; /* before: space above it, but at a column's top */
    bool grid;          /* its top stands on the grid */
    int lead;           /* as ladle_slice has it: to the text on the grid that follows; 0: none */
    bool glued;         /* no column ends before it */
    bool opens;         /* a block begins here: a box may stand before it */
    bool in_list;       /* goes on in a list: no box stands before it */
    int notes;          /* what its footnotes take at the foot of the page */
} ladle_column_item;

typedef enum { LADLE_BOX_PLAIN, LADLE_BOX_ALONE, LADLE_BOX_WIDE, LADLE_BOX_KINDS } ladle_box_kind;

typedef struct {
    ladle_box_kind kind;
    unsigned anchor; /* the item before which it stands in the document; n_items: after all */
    int before, height, after;
    int notes;
} ladle_column_box;

typedef struct {
    const ladle_column_item *items;
    unsigned n_items;
    const ladle_column_box *boxes; /* by anchor */
    unsigned n_boxes;
    unsigned n_columns;
    int grid; /* 0: none */
} ladle_column_content;

/* How far it has come: the next item, and the next box of each kind (n_boxes: no more). */
typedef struct {
    unsigned item, box[LADLE_BOX_KINDS];
} ladle_column_state;

/* The room on a page. */
typedef struct {
    int top, bottom;
    int notes_gap;    /* above the footnotes, when there are none yet on the page */
    bool alone_taken; /* a box of kind alone stands on the page */
    bool force;       /* the first group is placed though it does not fit */
    bool no_notes;    /* nothing with footnotes but the first group */
} ladle_column_page;

typedef struct {
    bool is_box;
    unsigned index;  /* of the item or box */
    unsigned column; /* of a wide box: 0 */
    int y;
} ladle_column_spot;

typedef struct {
    GArray *spots;            /* of ladle_column_spot; yours to free with the plan */
    int end;                  /* below the lowest of them */
    int after;                /* space owed below that */
    ladle_column_state state; /* from where the next page goes on */
    bool done;                /* nothing is left */
    bool alone;               /* it has a box of kind alone */
} ladle_column_plan;

ladle_column_state ladle_column_begin(const ladle_column_content *content);

/* Plans a page. spots is empty when the page has no room for anything. */
ladle_column_plan ladle_column_plan_page(const ladle_column_content *content,
                                         const ladle_column_state *state,
                                         const ladle_column_page *page);

void ladle_column_plan_free(ladle_column_plan *plan);

/* The end of the group that begins with an item. */
unsigned ladle_column_group_end(const ladle_column_content *content, unsigned item);

#endif
