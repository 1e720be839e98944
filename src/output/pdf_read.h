/* Reading the PDF that cairo wrote.
 *
 * Cairo writes one plain form of PDF: one cross-reference table, every object of generation 0,
 * nothing in object streams, nothing encrypted. This reads that form and no other: whatever
 * differs is refused and never guessed at, because a wrong guess is a report that looks right and
 * is not. Values are spans of the file's own bytes; nothing is copied. */
#ifndef LADLE_OUTPUT_PDF_READ_H
#define LADLE_OUTPUT_PDF_READ_H

#include <glib.h>
#include <stdbool.h>

/* Bytes from `start` up to `end`; start is NULL where there is nothing. */
typedef struct {
    const char *start, *end;
} pdf_span;

typedef enum {
    PDF_NOTHING, /* the end, or no form of a value */
    PDF_PLAIN,   /* a number, true, false or null */
    PDF_NAME,
    PDF_STRING, /* in parentheses or hexadecimal */
    PDF_ARRAY,
    PDF_DICTIONARY,
    PDF_REFERENCE
} pdf_kind;

typedef struct {
    pdf_span value; /* of a stream: its dictionary */
    pdf_span data;  /* of a stream: its bytes as they stand in the file */
} pdf_object;

typedef struct {
    const char *text;
    size_t bytes;
    size_t *offsets;  /* by object; 0: free */
    unsigned objects; /* ids are below this */
    unsigned root;
} pdf_file;

/* Reads the cross-reference table and trailer; false when they are not as cairo writes them.
 * `text` must outlive the file; close it in either case. */
bool ladle_pdf_open(pdf_file *file, const void *text, size_t bytes);
void ladle_pdf_close(pdf_file *file);

/* Finds an object; false when it is not there or not well formed. A stream's length must be right.
 */
bool ladle_pdf_object(const pdf_file *file, unsigned id, pdf_object *object);

/* Takes one value, with all that is inside it, from the start of `rest`; what kind it is. */
pdf_kind ladle_pdf_next(pdf_span *rest, pdf_span *value);

/* What stands between the brackets of an array or a dictionary. */
pdf_span ladle_pdf_inside(pdf_span value);

/* Takes a key and its value from what stands inside a dictionary; false at its end and when
 * something else stands there (then `rest` is not empty). */
bool ladle_pdf_entry(pdf_span *rest, pdf_span *key, pdf_span *value);

/* Whether only blanks are left. */
bool ladle_pdf_at_end(pdf_span rest);

/* The value of a key ("/Type"); nothing when the dictionary lacks it. */
pdf_span ladle_pdf_lookup(pdf_span dictionary, const char *key);

/* The object a reference leads to; 0 when the value is no reference. */
unsigned ladle_pdf_reference(pdf_span value);

/* Whether a value is written so, letter for letter. */
bool ladle_pdf_is(pdf_span value, const char *text);

#endif
