/* Pages: what the layout hands to a device, a display list made before anything is drawn.
 *
 * Coordinates are integers in Pango units (1/1024 pt) from the page's top left corner, x to the
 * right and y down. Items stand in drawing order, which is reading order. Each item belongs to a
 * node of the logical structure tree or is an artifact (running heads, rules, repeated table
 * heads): the tree is kept from the start, and written out as PDF structure by output/. */
#ifndef LADLE_LAYOUT_PAGES_H
#define LADLE_LAYOUT_PAGES_H

#include "base/diag.h"
#include "document/style.h"
#include "layout/measure.h"

#include <glib.h>

typedef enum { LADLE_ITEM_GLYPHS, LADLE_ITEM_PATH, LADLE_ITEM_IMAGE } ladle_page_item_kind;

typedef enum {
    LADLE_ARTIFACT_NONE,
    LADLE_ARTIFACT_PAGINATION,
    LADLE_ARTIFACT_LAYOUT
} ladle_artifact;

/* A path is a list of operators; a rectangle is the commonest. */
typedef enum { LADLE_MOVE_TO, LADLE_LINE_TO, LADLE_CURVE_TO, LADLE_CLOSE } ladle_path_op_kind;

typedef struct {
    ladle_path_op_kind op;
    int x1, y1, x2, y2, x, y; /* CURVE_TO: two control points and the end; else x, y */
} ladle_path_op;

/* So many bytes of a run's text stand for so many of its glyphs. */
struct ladle_run_cluster {
    unsigned short bytes, glyphs;
};

/* A run of glyphs of one face on one baseline with the text they stand for. */
typedef struct {
    const ladle_face *face;
    ladle_font_name font; /* what was asked for, for traces */
    ladle_colour colour;
    const ladle_glyph *glyphs;
    unsigned n_glyphs;
    const char *text; /* UTF-8, as it should be copied; a line-end hyphen is U+00AD */
    size_t bytes;
    const struct ladle_run_cluster *clusters; /* text and glyphs in step, left to right */
    unsigned n_clusters;
    bool right_to_left;
} ladle_glyph_run;

typedef struct {
    const ladle_path_op *ops;
    unsigned n_ops;
    ladle_colour fill, stroke;
    ladle_length stroke_width;
    ladle_length dash_on, dash_off; /* 0: solid */
} ladle_path;

typedef struct {
    const char *path; /* of the file */
    const char *alt;
} ladle_image;

typedef struct {
    ladle_page_item_kind kind;
    int x, y;                /* glyphs: the origin on the baseline; path: added to its ops;
                                image: top left */
    int width, height;       /* extent: of a run its advance and (ascent + descent), of a path and
                                an image their box (a path's box begins at x, y) */
    int ascent;              /* glyphs: from the top of the extent down to the baseline */
    unsigned structure;      /* index in ladle_pages.structure */
    ladle_artifact artifact; /* NONE: it is content of `structure` */
    bool may_overlap;        /* backgrounds, gridlines, labels with a white edge: left out of the
                                test that nothing is drawn over other text */
    union {
        ladle_glyph_run *run;
        ladle_path *path;
        ladle_image *image;
    };
} ladle_page_item;

typedef struct {
    int x, y, width, height;
    const char *target; /* "#id" of a destination, or an address out of the report */
    const char *words;  /* what the link says, for those who cannot see it */
    unsigned structure; /* the structure node of the link */
} ladle_link;

typedef struct {
    const char *id;
    unsigned page; /* index */
    int x, y;
} ladle_destination;

typedef struct {
    GPtrArray *items;  /* of ladle_page_item */
    GArray *links;     /* of ladle_link */
    const char *label; /* "iv", "31" */
    const char *master;
    int width, height; /* of this page: a turned one is wider than it is high */
} ladle_page;

/* A bookmark. */
typedef struct {
    const char *title;
    unsigned level; /* 1 is the highest */
    unsigned page;
    int y;
} ladle_outline_entry;

/* A node of the logical tree. role is a standard structure type of PDF 1.7 ("Document", "Sect",
 * "H1", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Caption", "Note",
 * "Link", "Span", "TOC", "TOCI", "BlockQuote" ...). Node 0 is the Document. */
typedef struct {
    const char *role;
    unsigned parent;
    const char *alt, *language, *id, *scope; /* NULL: none */
    const char *actual;                      /* its text in reading order, where the glyphs stand in
                                                another; NULL: theirs */
    unsigned colspan;                        /* 0 or 1: none */
    bool left_out;         /* a row or item that gave way: no part of its table or list */
    const char *numbering; /* of a list: "Decimal", "Disc"; NULL: none */
} ladle_structure;

typedef struct {
    ladle_arena *arena;
    int width, height;    /* of an upright page */
    GPtrArray *pages;     /* of ladle_page */
    GArray *destinations; /* of ladle_destination, in document order */
    GArray *outline;      /* of ladle_outline_entry, in document order */
    GArray *structure;    /* of ladle_structure; parents before children, reading order */
    const char *title, *author, *subject, *date, *language; /* metadata, through the gate; NULL:
                                                               it is not known */
    const char *file_date; /* of what is attached, which must have one; NULL: `date` */
} ladle_pages;

/* Checks what must hold of any pages: every item inside its page, no text over other text, glyphs
 * and text in step, every structure index and link target valid, labels present.
 * Each fault is a diagnostic (LADLE_DIAG_PAGES_*); returns how many there were. */
unsigned ladle_pages_verify(const ladle_pages *pages, ladle_diagnostics *diagnostics);

/* The pages as text, one item a line, lengths in points with two decimals: the `--dump pages` form
 * and the form of golden tests. */
void ladle_pages_print(const ladle_pages *pages, GString *out);

#endif
