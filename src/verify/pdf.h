/* Reading a PDF: values, objects, streams. Nothing is mended and nothing is written.
 *
 * Values are small and plain. Text of names and strings points into the file where it stands there
 * as it is, else into the arena. An object is read when it is first asked for. Whatever is wrong is
 * told to the file's listener, and a null value stands in its place, so that a caller needs no
 * branch for it. */
#ifndef LADLE_VERIFY_PDF_H
#define LADLE_VERIFY_PDF_H

#include "base/arena.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

typedef enum {
    PDF_NULL,
    PDF_BOOLEAN,
    PDF_INTEGER,
    PDF_REAL,
    PDF_STRING,
    PDF_NAME,
    PDF_ARRAY,
    PDF_DICTIONARY,
    PDF_STREAM,
    PDF_REFERENCE,
    PDF_WORD, /* an operator of a page's content, a keyword of the file */
    PDF_END   /* nothing is left to read */
} pdf_kind;

typedef struct pdf_value pdf_value;
typedef struct pdf_entry pdf_entry;
typedef struct pdf_stream pdf_stream;

struct pdf_value {
    pdf_kind kind;
    unsigned count; /* bytes of a text, items of an array, entries of a dictionary or stream */
    union {
        gint64 integer; /* also a boolean's 0 or 1, and the object a reference leads to */
        double real;
        const char *text; /* not ended by NUL */
        const pdf_value *items;
        const pdf_entry *entries;
        const pdf_stream *stream;
    };
};

struct pdf_entry {
    const char *key;
    unsigned bytes;
    pdf_value value;
};

struct pdf_stream {
    const pdf_entry *entries;
    const char *data; /* as it stands in the file */
    size_t bytes;
};

extern const pdf_value ladle_verify_nothing;

static inline bool pdf_text_is(const pdf_value *value, const char *text)
{
    return value->count == strlen(text) && memcmp(value->text, text, value->count) == 0;
}

static inline bool pdf_name_is(const pdf_value *value, const char *name)
{
    return value->kind == PDF_NAME && pdf_text_is(value, name);
}

static inline bool pdf_is_dictionary(const pdf_value *value)
{
    return value->kind == PDF_DICTIONARY || value->kind == PDF_STREAM;
}

static inline bool pdf_is_true(const pdf_value *value)
{
    return value->kind == PDF_BOOLEAN && value->integer != 0;
}

static inline gint64 pdf_integer(const pdf_value *value, gint64 otherwise)
{
    return value->kind == PDF_INTEGER ? value->integer : otherwise;
}

static inline double pdf_number(const pdf_value *value)
{
    return value->kind == PDF_INTEGER ? (double)value->integer
           : value->kind == PDF_REAL  ? value->real
                                      : 0;
}

/* ---------------------------------------------------------------- words and values */

typedef struct {
    const char *at, *end;
    ladle_arena *arena;
    GArray *stack;   /* of pdf_value: items of what is being read */
    unsigned depth;  /* of arrays and dictionaries */
    bool references; /* whether "12 0 R" is one value; in a page's content it is not */
    bool broken;     /* something was not as it must be */
} pdf_lexer;

void ladle_verify_lexer_open(pdf_lexer *lexer, const char *text, size_t bytes, ladle_arena *arena);
void ladle_verify_lexer_close(pdf_lexer *lexer);

/* The next value, an operator, or PDF_END. */
pdf_value ladle_verify_next(pdf_lexer *lexer);

void ladle_verify_skip_space(pdf_lexer *lexer);

/* ---------------------------------------------------------------- files */

typedef struct pdf_file pdf_file;

typedef enum {
    PDF_TROUBLE_OBJECT, /* an object cannot be read */
    PDF_TROUBLE_LENGTH, /* a stream is not as long as it says */
    PDF_TROUBLE_STREAM, /* a stream cannot be decoded */
    PDF_TROUBLE_LIMIT   /* more than is looked at */
} pdf_trouble;

typedef void (*pdf_listener)(void *self, pdf_trouble trouble, unsigned object);

/* Opens bytes, which must stay until the arena is freed. NULL with a problem in words when it has
 * no table of objects to go by. */
pdf_file *ladle_verify_open(const char *data, size_t bytes, ladle_arena *arena,
                            pdf_listener listener, void *self, const char **problem);

const pdf_value *ladle_verify_trailer(const pdf_file *file);

/* One more than the highest number of an object. */
unsigned ladle_verify_objects(const pdf_file *file);

/* An object by its number; &ladle_verify_nothing when there is none. */
const pdf_value *ladle_verify_object(pdf_file *file, unsigned number);

/* What a reference leads to; any other value is itself. Never a reference, never NULL. */
const pdf_value *ladle_verify_resolve(pdf_file *file, const pdf_value *value);

/* An entry of a dictionary or stream, as it stands, or resolved; &ladle_verify_nothing when there
 * is none. */
const pdf_value *ladle_verify_entry_raw(const pdf_value *dictionary, const char *key);
const pdf_value *ladle_verify_get(pdf_file *file, const pdf_value *dictionary, const char *key);

/* An entry as it stands, of a dictionary whose keys the file chooses: large ones are indexed, so
 * that many entries can be asked for. */
const pdf_value *ladle_verify_find(pdf_file *file, const pdf_value *dictionary, const char *key);

/* An item of an array, resolved. */
const pdf_value *ladle_verify_item(pdf_file *file, const pdf_value *array, unsigned i);

/* A stream's data with all filters undone, in the arena. False when a filter is one that is not
 * undone here (those of pictures), or the data are broken or all in all too long, which is told to
 * the listener. Nothing is kept: what is decoded twice counts twice. */
bool ladle_verify_decode(pdf_file *file, const pdf_value *stream, ladle_arena *arena,
                         const char **data, size_t *bytes);

/* A text string as UTF-8, in the arena; NULL when it is no string or its bytes are no text. */
char *ladle_verify_utf8(ladle_arena *arena, const pdf_value *value);

#endif
