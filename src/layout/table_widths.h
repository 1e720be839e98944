/* Widths of table columns from what stands in them. Plain numbers in, plain numbers out. */
#ifndef LADLE_LAYOUT_TABLE_WIDTHS_H
#define LADLE_LAYOUT_TABLE_WIDTHS_H

typedef enum {
    LADLE_COLUMN_AUTO,  /* from its content */
    LADLE_COLUMN_FIXED, /* a given width */
    LADLE_COLUMN_STAR   /* what is left, shared */
} ladle_column_kind;

typedef struct {
    ladle_column_kind kind;
    int width; /* FIXED */
} ladle_column;

/* What a cell needs: padding counts. */
typedef struct {
    unsigned column, span; /* span 1 and more; within the columns */
    int least;             /* of the longest word */
    int natural;           /* all on one line */
} ladle_cell_need;

/* Sets widths[0 .. n): they are never negative, and they and the gutters between them add up to
 * `total` to the unit. A column is never wider than it needs as long as another has less than it
 * needs; when not even the longest words fit, the widest columns that may shrink give way, and
 * words will break. */
void ladle_table_widths(const ladle_column *columns, unsigned n, const ladle_cell_need *cells,
                        unsigned n_cells, int total, int gutter, int *widths);

/* What the columns need at least, with the gutters between them. */
int ladle_table_least(const ladle_column *columns, unsigned n, const ladle_cell_need *cells,
                      unsigned n_cells, int gutter);

#endif
