/* Where the lines of a text end. Knows clusters and widths, nothing of paragraphs. */
#ifndef LADLE_LAYOUT_BREAK_H
#define LADLE_LAYOUT_BREAK_H

#include "layout/measure.h"

#include <glib.h>

/* How willingly words are parted. */
typedef enum {
    LADLE_PART_NEVER,  /* only where the author wrote a soft hyphen */
    LADLE_PART_NARROW, /* words that do not fit a line of their own */
    LADLE_PART_ALWAYS
} ladle_parting;

/* Rank of a place where a word may be parted: LADLE_HYPHEN_* of hyphenate.h, or this. */
enum { LADLE_HYPHEN_SOFT = 3 };

typedef struct {
    const char *text; /* the clusters' */
    const ladle_cluster *clusters;
    unsigned n;
    int width, first_width; /* of all lines, of the first */
    ladle_parting parting;
    bool is_end; /* the text is the end of a paragraph: its last word is not parted */
    void *self;
    /* What a hyphen after this cluster takes. */
    int (*hyphen_width)(void *self, unsigned cluster);
    /* Sets ranks[i - first] for each cluster of first .. end before which the word may be parted;
     * the others are 0 already. */
    void (*ranks)(void *self, unsigned first, unsigned end, unsigned char *ranks);
} ladle_break_problem;

typedef struct {
    unsigned start, end; /* clusters, hanging spaces included */
    unsigned spaces;     /* how many hang at the end */
    int width;           /* without them, with the hyphen */
    bool hyphen;
} ladle_break;

/* Breaks first fit; appends the lines (ladle_break) to `lines`. Linear in the number of clusters.
 */
void ladle_break_first_fit(const ladle_break_problem *problem, GArray *lines);

/* Breaks the text as a whole, in as many lines as first fit or fewer, each at least as well placed:
 * see break_total.c for what is weighed. Near linear in the number of clusters. */
void ladle_break_total_fit(const ladle_break_problem *problem, GArray *lines);

/* Widest stretch without a place to break, and width without breaks; hanging spaces left out. */
void ladle_break_widths(const ladle_cluster *clusters, unsigned n, int *least, int *natural);

#endif
