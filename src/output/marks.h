/* Marks: which piece of a page's content belongs to which node of the structure.
 *
 * The drawing brackets content as flat leaves, one after the other and never one in another; the
 * n-th leaf of a page has the number n (its MCID). What it is, is kept here for the finishing
 * pass. Neighbours of the same node share a leaf. */
#ifndef LADLE_OUTPUT_MARKS_H
#define LADLE_OUTPUT_MARKS_H

#include "layout/pages.h"

typedef struct {
    unsigned structure; /* index; of no meaning for an artifact */
    ladle_artifact artifact;
    int x1, y1, x2, y2; /* extent in Pango units from the top left corner */
} ladle_mark;

#endif
