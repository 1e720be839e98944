/* What the steps of the finishing pass share.
 *
 * The file is written from the first byte to the last: streams as they come, small objects
 * gathered as text until the end (finish_file.c). What cairo drew is taken over page by page
 * (finish_copy.c); all that a document needs besides is written by a step each. */
#ifndef LADLE_OUTPUT_FINISH_PRIVATE_H
#define LADLE_OUTPUT_FINISH_PRIVATE_H

#include "output/finish.h"
#include "output/pdf_read.h"

#include <glib.h>

typedef struct {
    unsigned id;        /* of its object */
    unsigned structure; /* the Link element's index */
    unsigned page;
    unsigned key; /* in the parent tree */
} finish_annotation;

typedef struct {
    unsigned drawn; /* cairo's object */
    unsigned id;    /* of ours */
} finish_page;

/* Where an object is in the finished file. */
typedef struct {
    enum { FINISH_NOWHERE, FINISH_IN_FILE, FINISH_IN_STREAM } where;
    size_t start;           /* in the file; while it is gathered, in `text` */
    unsigned stream, index; /* IN_STREAM: the object stream, and which one in it */
} finish_place;

/* How hard zlib tries. The highest level makes a report 2 % smaller and all deflating here nearly
 * twice as dear; level 4 saves a fifth of it and makes the report 4 % larger. */
#define LADLE_DEFLATE_LEVEL 6

/* A node of the logical tree in the form that a PDF must have (finish_nodes.c). */
typedef struct {
    const char *role, *scope; /* scope NULL: none */
    unsigned parent, colspan;
    const char
        *heads; /* the ids of the heads a cell stands under, as written; NULL: its place says it */
    bool has_id;
} finish_node;

/* How the id of an element is made of its index: in order when the indices are. */
#define FINISH_ID "n%07u"

typedef struct {
    const ladle_pages *pages;
    const GPtrArray *marks;
    const GPtrArray *attachments; /* of ladle_attachment; may be NULL */
    ladle_fonts *fonts;
    const char *fault; /* the first thing that was not as it must be; NULL: none */

    GByteArray *out;
    size_t before;  /* bytes that were in `out` already */
    GString *text;  /* the small objects, one behind the other */
    GArray *small;  /* of unsigned: their ids in that order */
    GArray *places; /* of finish_place, by id - 1 */

    pdf_file drawn;
    unsigned *new_ids; /* by cairo's id: ours; 0: none yet */
    bool *is_meanings; /* by cairo's id: a font's table of meanings */
    GArray *to_copy;   /* of unsigned: cairo's ids */
    GArray *page_ids;  /* of finish_page */

    GArray *nodes;       /* of finish_node, by index in the pages' structure */
    GArray *annotations; /* of finish_annotation, by page */
    unsigned next_annotation;
    GHashTable *attached; /* attachment to the object that describes it */
    char date[32];        /* of the report, as a PDF spells it; empty: none */
    unsigned page_tree, structure_root, outline_root, metadata, intent_profile, catalog, info;
} finishing;

/* Keeps the first fault; after one, no file is written. */
void ladle_finish_fault(finishing *f, const char *fault);

/* Begins the file in `out`; writes the gathered objects and the table (finish_file.c). */
void ladle_finish_open_file(finishing *f);
void ladle_finish_close_file(finishing *f);

/* Takes an id for an object that is written later. */
unsigned ladle_finish_reserve(finishing *f);

/* Begins an object with an id that was reserved, and ends it. In between, append to f->text. */
void ladle_finish_begin(finishing *f, unsigned id);
void ladle_finish_end(finishing *f);

/* Appends a text string; UTF-8, never NULL. */
void ladle_finish_text(finishing *f, const char *utf8);

/* Appends a length in points with a blank before it: up to three decimals, whatever the locale. */
void ladle_finish_points(finishing *f, gint64 length);

/* Appends a stream object's dictionary (its other entries are `entries`) and data. */
void ladle_finish_stream(finishing *f, unsigned id, const char *entries, const void *data,
                         size_t bytes);

/* The same for data that is to be deflated first. */
void ladle_finish_packed(finishing *f, unsigned id, const char *entries, const void *data,
                         size_t bytes);

/* Deflated data, and inflated (NULL: it is not whole); yours to unref. */
GByteArray *ladle_finish_deflate(finishing *f, const void *data, size_t bytes);
GByteArray *ladle_finish_inflate(const void *data, size_t bytes);

/* The object id of a page. */
unsigned ladle_finish_page(const finishing *f, unsigned page);

/* A height from the top of a page as one from its foot, where a PDF counts from. */
gint64 ladle_finish_up(const finishing *f, unsigned page, gint64 down);

/* The steps, each of which writes its objects. */
void ladle_finish_links(finishing *f);   /* finish_links.c */
void ladle_finish_outline(finishing *f); /* finish_outline.c */
void ladle_finish_labels(finishing *f);  /* appends the page labels' dictionary; finish_outline.c */
void ladle_finish_attachments(finishing *f);      /* finish_attachments.c */
void ladle_finish_attachment_lists(finishing *f); /* appends the catalog's entries for them */
void ladle_finish_metadata(finishing *f);  /* metadata, info, output intent; finish_metadata.c */
void ladle_finish_nodes(finishing *f);     /* makes f->nodes; finish_nodes.c */
void ladle_finish_structure(finishing *f); /* finish_structure.c */

/* Reads what was drawn and gives its pages their numbers, false when there is a fault; writes the
 * pages and all they lead to (finish_copy.c). */
bool ladle_finish_open_drawn(finishing *f, const GByteArray *drawn);
void ladle_finish_pages(finishing *f);

/* Writes a page's content with its artifacts named, as object `id`. made: of ladle_mark. */
void ladle_finish_content(finishing *f, unsigned id, const pdf_object *content, const GArray *made);

/* A font's table of meanings with ligatures spelled out, deflated; NULL: nothing to change. */
GByteArray *ladle_finish_meanings(finishing *f, const pdf_object *stream);

#endif
