/* What the files of the reader share. */
#ifndef LADLE_VERIFY_PDF_PRIVATE_H
#define LADLE_VERIFY_PDF_PRIVATE_H

#include "verify/pdf.h"

/* More than any report needs, and little enough for any machine. */
enum {
    PDF_MOST_OBJECTS = 8388607,          /* the limit of ISO 19005-3, 6.1.13 */
    PDF_MOST_DECODED = 64 * 1024 * 1024, /* bytes of one stream */
    PDF_MOST_IN_ALL = 256 * 1024 * 1024, /* bytes of all streams, each as often as it is decoded */
    PDF_DEEPEST_OBJECT = 100,            /* objects that are read to read an object */
    PDF_MOST_SECTIONS = 1000             /* tables of objects, one before the other */
};

typedef enum { PLACE_UNKNOWN, PLACE_FREE, PLACE_FILE, PLACE_PACKED } pdf_place_kind;

typedef struct {
    pdf_place_kind kind;
    unsigned index; /* generation, or the place in an object stream */
    guint64 where;  /* offset in the file, or the number of the object stream */
} pdf_place;

typedef enum { OBJECT_UNREAD, OBJECT_BEING_READ, OBJECT_READ } pdf_object_state;

typedef struct {
    pdf_object_state state;
    pdf_value value;
} pdf_object_record;

struct pdf_file {
    const char *data;
    size_t bytes;
    ladle_arena *arena;
    pdf_listener listener;
    void *self;
    GArray *places;             /* pdf_place, by number */
    pdf_object_record *objects; /* by number */
    GHashTable *packed;         /* object streams by number, pdf_packed */
    GHashTable *indexes;        /* entries of a large dictionary -> (key -> value) */
    pdf_value trailer;
    size_t decoded;    /* bytes of all streams */
    unsigned searches; /* for the end of a stream with a wrong length */
    unsigned depth;    /* of objects that are being read */
};

/* Reads all tables of objects; false with a problem in words. */
bool ladle_verify_read_tables(pdf_file *file, const char **problem);

/* Reads the object that begins at an offset and must bear this number (0: any). */
bool ladle_verify_read_at(pdf_file *file, guint64 offset, unsigned number, pdf_value *value);

void ladle_verify_tell(pdf_file *file, pdf_trouble trouble, unsigned object);

#endif
