/* Inside of the page builder: what is on the page being filled, and trials of what fits it. */
#ifndef LADLE_LAYOUT_BUILDER_H
#define LADLE_LAYOUT_BUILDER_H

#include "layout/flow.h"

struct ladle_builder {
    ladle_flow *flow;
    GPtrArray *sheets;
    ladle_sheet *sheet; /* the page being filled, NULL: none */
    int height;         /* of the text area */
    int y;              /* where text goes on */
    int side;           /* where the side column goes on */
    GArray *beside;     /* of ladle_placed: words of the side column, read when beside_of ends */
    const ladle_paragraph *beside_of;
    bool fresh;       /* nothing is placed in the text but repeated heads */
    bool used;        /* something is placed, be it at a fixed place */
    GPtrArray *notes; /* slices at the foot of this page */
    int notes_height;
    GPtrArray *carried; /* slices of notes for the next page */
    const ladle_style *footnote;
    const ladle_node *current; /* the last section or heading begun */
    const ladle_node *master;
    const ladle_table *table; /* the table that goes on */
    int table_top;            /* where its rows begin on this page */
    GHashTable *said;         /* set of ladle_table: a warning was given of it */
    ladle_galley *waiting;    /* a figure for the next page; NULL: none */
    unsigned number, run;
};

/* A trial: where things would come to stand. */
typedef struct {
    int y, side, notes;
    bool fresh;
} trial_place;

/* A line of text: of the grid, but never so low that nothing is a line. */
int ladle_builder_line(const ladle_builder *builder);

trial_place ladle_trial_here(const ladle_builder *builder);

/* Where the top of a slice would stand. */
int ladle_trial_top(const ladle_builder *builder, const trial_place *trial,
                    const ladle_slice *slice);

/* Moves the trial past a slice; false when it does not fit. height: instead of the slice's own.
 * last: of its last note, the beginning is enough. */
bool ladle_trial_slice(const ladle_builder *builder, trial_place *trial, const ladle_slice *slice,
                       int height, bool last);

/* A trial behind slices from up to end. */
trial_place ladle_trial_after(const ladle_builder *builder, const ladle_galley *galley,
                              unsigned from, unsigned end);

/* Height left below the trial. */
int ladle_trial_room(const ladle_builder *builder, const trial_place *trial);

/* Where the group that begins at `from` ends: no page may end within it. */
unsigned ladle_group_end(const ladle_galley *galley, unsigned from);

/* Whether slices from up to end fit what is left of the page, with the word that their table goes
 * on where that is needed. */
bool ladle_group_fits(const ladle_builder *builder, const ladle_galley *galley, unsigned from,
                      unsigned end);

/* Height that the rest of a table lacks for a page of its own, when the page ends before
 * slices[end]: so much of the row before it should go along. 0: nothing. */
int ladle_rest_lacks(const ladle_builder *builder, const ladle_galley *galley, unsigned from,
                     unsigned end);

/* Breaks a row that would come to stand where the trial is. force: where it should not be broken.
 * most: greatest height of the first part. */
bool ladle_trial_split(const ladle_builder *builder, trial_place trial, const ladle_slice *slice,
                       bool force, int most, ladle_slice **first, ladle_slice **rest);

/* Room between the notes' first line and the text above them. */
int ladle_notes_frame(const ladle_builder *builder, bool any);

/* Height of a slice, with the space before it unless it is the first. */
int ladle_slice_step(const ladle_slice *slice, bool first);

#endif
