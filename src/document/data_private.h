/* Between the files that make tables of data. */
#ifndef LADLE_DOCUMENT_DATA_PRIVATE_H
#define LADLE_DOCUMENT_DATA_PRIVATE_H

#include "document/data.h"

/* Rows of texts; the first row is the header. */
typedef struct {
    const ladle_document *document;
    ladle_arena *arena;
    GPtrArray *rows; /* of GPtrArray of const char *, never NULL */
} ladle_grid;

ladle_grid ladle_grid_new(ladle_arena *arena, const ladle_document *document);

/* A text as it stands in a field: no-break spaces, which are for the page, are spaces; soft hyphens
 * and word joiners go; so do second spaces (where a sign was that has no words), and those at the
 * ends. Memory of the arena. */
const char *ladle_data_plain(ladle_arena *arena, const char *text);

/* Begins a row. Fields are made plain; NULL stands for an empty one. */
void ladle_grid_row(ladle_grid *grid);
void ladle_grid_field(ladle_grid *grid, const char *text);

/* The grid as CSV, all rows as long as the longest; memory of the arena. */
const char *ladle_grid_csv(const ladle_grid *grid, size_t *bytes);

/* The words of a label, "value" for data.value; those of the id where the document has none. */
const char *ladle_data_words(const ladle_document *document, const char *id);

/* A table's cells. */
void ladle_data_of_table(ladle_grid *grid, const ladle_node *table);

/* Whether a chart has data of its own that should stand in a file, and the data. */
bool ladle_chart_has_data(const ladle_node *chart);
void ladle_data_of_chart(ladle_grid *grid, const ladle_node *chart);

#endif
