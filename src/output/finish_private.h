/* What the steps of the finishing pass share.
 *
 * Most of what is added are new objects: thousands of small dictionaries that refer to each
 * other. They are written as text behind the drawn file, as an update of it in the sense of the
 * PDF format, and qpdf reads both at once; that costs a fraction of building them one key at a
 * time. Only what cairo wrote and must change (page dictionaries, page contents, fonts) is changed
 * through qpdf. */
#ifndef LADLE_OUTPUT_FINISH_PRIVATE_H
#define LADLE_OUTPUT_FINISH_PRIVATE_H

#include "output/finish.h"

#include <glib.h>
#include <qpdf/qpdf-c.h>

typedef struct {
    unsigned id;        /* of its object */
    unsigned structure; /* the Link element's index */
    unsigned page;
    unsigned key; /* in the parent tree */
} finish_annotation;

typedef struct {
    const ladle_pages *pages;
    const GPtrArray *marks;
    ladle_fonts *fonts;
    const char *fault; /* the first thing that was not as it must be; NULL: none */

    size_t drawn_bytes, drawn_xref;
    unsigned first_id;  /* of the objects added */
    unsigned page_tree; /* cairo's object */
    GArray *page_ids;   /* of unsigned */
    GString *text;      /* the objects added */
    GArray *offsets;    /* of size_t, by id - first_id: where each begins in `text` */

    GArray *annotations; /* of finish_annotation, by page */
    unsigned structure_root, outline_root, metadata, intent_profile, catalog, info;
    qpdf_data qpdf;
} finishing;

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

/* The object id of a page. */
unsigned ladle_finish_page(const finishing *f, unsigned page);

/* A height from the top of a page as one from its foot, where a PDF counts from. */
gint64 ladle_finish_up(const finishing *f, unsigned page, gint64 down);

/* The steps, each of which writes its objects. */
void ladle_finish_links(finishing *f);   /* finish_links.c */
void ladle_finish_outline(finishing *f); /* finish_outline.c */
void ladle_finish_labels(finishing *f);  /* appends the page labels' dictionary; finish_outline.c */
void ladle_finish_metadata(finishing *f);  /* metadata, info, output intent; finish_metadata.c */
void ladle_finish_structure(finishing *f); /* finish_structure.c */

/* Changes what cairo wrote, once qpdf has read it (finish_content.c). */
void ladle_finish_content(finishing *f);

#endif
