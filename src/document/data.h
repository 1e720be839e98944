/* The data of a document as tables of plain values, for those who want to count on: one CSV for
 * each table, and for each chart that carries data.
 *
 * CSV is RFC 4180: comma, CR LF, quotation marks where they are needed, a header row, UTF-8. All
 * rows have the same number of fields.
 *
 * Tables: text as printed. A cell over several columns stands in each of them; blocks in a cell are
 * parted by a line feed; a chart or picture is its alternative text, but a scale over the columns
 * of its levels says yes in its column; footnotes, side notes and page numbers are not there.
 * Several rows of heads are one, joined by " – ". Columns without a head are numbered, and those
 * that only hold page numbers are left out.
 *
 * Charts: numbers and days as the document has them, with
 * a decimal point and as YYYY-MM-DD. What the columns are called: the chart's attributes groups,
 * names, values, parts, else the document's labels data.….
 *
 * A text that begins with = + - or @ and
 * is no number gets an apostrophe before it, since spreadsheets would take it for a formula. */
#ifndef LADLE_DOCUMENT_DATA_H
#define LADLE_DOCUMENT_DATA_H

#include "document/node.h"

#include <glib.h>
#include <stddef.h>

typedef struct {
    const char *name;  /* of the file, ASCII, each once: "figur-2.csv", "oversigt-07.csv" */
    const char *title; /* "Figur 2 Partnerskaber og foreløbige analyseresultater" */
    const char *csv;   /* ended by NUL */
    size_t bytes;      /* without the NUL */
} ladle_data_table;

/* The tables of a loaded document, of ladle_data_table, in document order. Array and all in it are
 * the arena's. A table in a numbered figure is named by its label, one that is not printed by its
 * caption, others by the labels data.table and data.chart with a number. */
GPtrArray *ladle_document_data(ladle_arena *arena, const ladle_document *document);

/* Whether a node is a table that is a file of data and not printed (data="only"). */
bool ladle_is_unprinted(const ladle_node *node);

/* Whether a document may have a label of this id for the words of its data. */
bool ladle_data_takes_label(const char *id);

#endif
