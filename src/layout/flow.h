/* Inside of the layout: what its parts hand each other. Nobody else includes this.
 *
 * A document becomes pages in four steps:
 *
 *   1. Boxes (boxes.c, inline.c). The nodes of a top-level section become a tree of boxes; each
 *      text box holds a paragraph, shaped once. Structure nodes are made here, in reading order.
 *   2. Galleys (blocks.c, lines.c, table.c). A box is laid at a width into a galley: a vertical
 *      list of slices, each with a height, a space before it, and whether a page may end before
 *      it. A slice holds lines and drawings by place, and anchors: footnotes, words of the side
 *      column, destinations.
 *   3. Sheets (builder.c). Slices are put on pages, with footnotes and repeated table heads.
 *      Only places are written down.
 *   4. Items (emit.c). When the number of every page is known, lines are turned into glyph runs,
 *      page numbers are filled in, and running heads are set.
 *
 * Sections go through steps 1 to 3 one after the other, so the evidence list at the end knows the
 * pages of nearly everything that links to it. Lengths are Pango units. */
#ifndef LADLE_LAYOUT_FLOW_H
#define LADLE_LAYOUT_FLOW_H

#include "document/number.h"
#include "layout/chart.h"
#include "layout/layout.h"

typedef struct ladle_builder ladle_builder;
typedef struct ladle_galley ladle_galley;
typedef struct ladle_line ladle_line;
typedef struct ladle_row ladle_row;
typedef struct ladle_table ladle_table;
typedef struct ladle_columns ladle_columns;

/* Where a node came to stand. */
typedef struct {
    unsigned page; /* index */
    int x, y;
} ladle_place;

/* What all steps share. */
typedef struct {
    ladle_arena *arena;
    const ladle_document *document;
    const ladle_layout_options *options;
    const ladle_page_measures *page;
    int turned_wide; /* the full width on a turned page */
    ladle_pages *pages;
    ladle_builder *builder;
    GHashTable *places; /* ladle_node -> ladle_place: of what is linked to, and of what links */
    GHashTable *wanted; /* set of ladle_node: some link leads there */
    GHashTable *taken;  /* set of text nodes that are part of some paragraph */
    const ladle_style *fitted;          /* of the paragraph laid last: its own, or a smaller one */
    size_t clusters_made, clusters_set; /* of text, by lines laid and by lines emitted */
    GHashTable *missing;                /* set of characters that no font has, each told once */
    GPtrArray *hyphens;                 /* of ladle_hyphen: shaped "-" by font, see lines.c */
    unsigned cells;                     /* depth of cells around the boxes being made */
    ladle_columns *columns;             /* that text is being laid for, NULL: none */
    unsigned alone_page; /* pages when a box was last set that is alone on its page */
} ladle_flow;

/* ------------------------------------------------------------------------------- paragraphs */

/* How a stretch of a paragraph's text looks and what it belongs to. */
typedef struct {
    ladle_font_name font;
    ladle_colour colour;
    ladle_length rise, spacing;
    const char *language;
    unsigned structure;
    const ladle_node *link; /* a, ref or backlinks it is part of; NULL: none */
    const char *words;      /* of the link, for those who cannot see it */
    unsigned group;         /* clusters of one group, not 0, stay on one line */
} ladle_format;

typedef enum {
    LADLE_OBJECT_DRAWING, /* chart or image: takes `width`, drawn from box */
    LADLE_OBJECT_GAP,     /* a space of a given width */
    LADLE_OBJECT_FIELD,   /* a page number, filled in when emitted */
    LADLE_OBJECT_NOTE,    /* anchor: takes no width */
    LADLE_OBJECT_SIDE,    /* anchor */
    LADLE_OBJECT_PLACE    /* anchor: an id in the text */
} ladle_object_kind;

typedef struct {
    ladle_object_kind kind;
    size_t offset; /* byte of its character in the text; anchors: of what follows them */
    int width;
    const ladle_node *node;
    ladle_chart_box *box;
    unsigned structure;
    unsigned index, count;   /* backlinks: which of how many fields */
    const ladle_node *place; /* notes: where the mark stands in the text */
} ladle_object;

/* A text box's text: one string with formats by place, objects in place of one character each,
 * and anchors. */
typedef struct {
    const ladle_style *style;
    ladle_pos pos;
    unsigned structure;
    GString *text;
    GArray *stretches;   /* of ladle_stretch, covering the text */
    GPtrArray *objects;  /* of ladle_object, by offset */
    GArray *ends;        /* of size_t: where a br ends a segment, and the end of the text */
    GArray *soft;        /* of size_t: bytes before which a soft hyphen stood */
    GPtrArray *segments; /* of ladle_segment, once shaped */
    bool indented;       /* its first line stands in by style->indent */
    const ladle_style *whole_style;     /* before its type was made smaller; NULL: it was not */
    const ladle_format **whole_formats; /* and of each stretch */
} ladle_paragraph;

typedef struct {
    size_t start;
    const ladle_format *format;
} ladle_stretch;

/* Text up to a br, shaped. Objects and groups are already worked into the clusters. */
typedef struct {
    size_t start, end;
    ladle_shaped *shaped;
    ladle_object **objects; /* for each cluster, NULL: none */
    const ladle_format **formats;
} ladle_segment;

/* The paragraph of a node's inline children from `first` up to `end` (NULL: all). */
ladle_paragraph *ladle_paragraph_new(ladle_flow *flow, const ladle_style *style, ladle_pos pos,
                                     unsigned structure);
void ladle_paragraph_inlines(ladle_flow *flow, ladle_paragraph *paragraph, const ladle_node *first,
                             const ladle_node *end);

/* Adds words in a style that no element stands for. */
void ladle_paragraph_words(ladle_flow *flow, ladle_paragraph *paragraph, const char *words,
                           const ladle_style *style, const ladle_node *link);
/* The same in a language that need not be the document's; NULL: it is. */
void ladle_paragraph_words_in(ladle_flow *flow, ladle_paragraph *paragraph, const char *words,
                              const ladle_style *style, const ladle_node *link,
                              const char *language);

/* Notes where a node and all below it stand, though its words are not shown. */
void ladle_paragraph_leave_out(ladle_flow *flow, ladle_paragraph *paragraph,
                               const ladle_node *node);

/* Adds a space of a given width, where no line ends. */
void ladle_paragraph_gap(ladle_flow *flow, ladle_paragraph *paragraph, int width,
                         const ladle_style *style);

/* What a backlinks shows the page of because nothing links to what it names, or NULL. */
const ladle_node *ladle_backlinks_else(const ladle_flow *flow, const ladle_node *backlinks);

/* Adds the field that shows the page `link` (a ref, or a backlinks) or `target` leads to. */
void ladle_paragraph_page(ladle_flow *flow, ladle_paragraph *paragraph, const ladle_node *target,
                          const ladle_node *link, const ladle_style *style);

/* Marks the places in shaped text where a line may end but should not: see keep.c. */
void ladle_keep_together(ladle_shaped *shaped);

/* Shapes it; call once, after all is added. Characters no font has are diagnosed. */
void ladle_paragraph_shape(ladle_flow *flow, ladle_paragraph *paragraph);

/* Whether there is anything in it to be seen. */
bool ladle_paragraph_empty(const ladle_paragraph *paragraph);

/* The widest stretch that cannot be broken, and the width on one line (of its longest segment). */
void ladle_paragraph_widths(const ladle_flow *flow, const ladle_paragraph *paragraph, int *least,
                            int *natural);

/* The widest stretch that cannot be broken even when words are parted, as far as its style allows
 * that; the hyphen counts. */
int ladle_paragraph_parted(ladle_flow *flow, const ladle_paragraph *paragraph);

/* ------------------------------------------------------------------------------------ boxes */

typedef struct ladle_box ladle_box;
struct ladle_box {
    ladle_node_kind kind;   /* P for a text box, whatever its node */
    const ladle_node *node; /* what it stands for, NULL: none */
    const ladle_style *style;
    unsigned structure;
    ladle_paragraph *text; /* P: its words */
    ladle_paragraph *mark; /* LI: its mark; contents: the section number */
    ladle_paragraph *page; /* contents: the page number */
    ladle_box *first, *last, *next, *previous, *parent;
    unsigned level; /* contents: 1 .. */
    unsigned shown; /* TABLE, lists: structure of the words that say how many rows or items are
                       shown; 0: none */
};

/* The box of a block node, with all below it; NULL when there is nothing to lay out. */
ladle_box *ladle_box_new(ladle_flow *flow, const ladle_node *node, unsigned structure);

/* A text box with this paragraph, appended to parent. */
ladle_box *ladle_box_text(ladle_flow *flow, ladle_box *parent, const ladle_node *node,
                          const ladle_style *style, ladle_paragraph *text, unsigned structure);

/* The boxes of toc and figure-list. */
void ladle_contents_boxes(ladle_flow *flow, ladle_box *box);

/* Adds a node to the logical tree; returns its index. */
unsigned ladle_structure_add(ladle_flow *flow, const char *role, unsigned parent,
                             const ladle_node *node);

/* Width a box needs when words are parted, when they are not, and would like to have. The first is
 * found only when `parting`, and else the second. */
typedef struct {
    int parted, least, natural;
} ladle_box_need;

ladle_box_need ladle_box_widths(ladle_flow *flow, const ladle_box *box, bool parting);

/* ----------------------------------------------------------------------------------- slices */

/* A stretch of a line in one format, in logical order. */
typedef struct {
    const ladle_segment *segment;
    unsigned first, end; /* clusters */
    const ladle_format *format;
    ladle_object *object; /* chart, image, field, gap: the one cluster is its place */
    unsigned char level;
    bool hyphen; /* a hyphen is drawn after it */
} ladle_piece;

struct ladle_line {
    const ladle_paragraph *paragraph;
    ladle_piece *pieces;
    unsigned n_pieces;
    unsigned spaces;    /* clusters at its end that hang */
    int width;          /* room it stands in */
    int shift;          /* from the left: indent, decimal alignment */
    int natural;        /* width of what it holds, hanging spaces left out */
    int height, ascent; /* of its box; baseline from the box's top */
    ladle_align align;
    bool backwards; /* its text runs from right to left: left and right change places */
    bool repeated;  /* an artifact that is not counted: a repeated head or name */
};

/* Something at a place in a slice. */
typedef struct {
    int x, y;
    ladle_line *line;      /* or */
    ladle_page_item *item; /* its own x and y are added */
    bool artifact;
} ladle_part;

typedef enum {
    LADLE_ANCHOR_NOTE,
    LADLE_ANCHOR_SIDE,
    LADLE_ANCHOR_PLACE /* where its node stands */
} ladle_anchor_kind;

typedef struct {
    ladle_anchor_kind kind;
    int y; /* from the slice's top */
    const ladle_node *node;
    ladle_galley *galley; /* of a note or of side words */
    int ascent;           /* side words: their line's baseline stands here */
} ladle_anchor;

typedef struct {
    int before; /* space before it, unless it is the first on its page */
    int closed; /* and when the figure or table that stood before it waits for the next page */
    int height;
    bool grid;          /* its top stands on the page's grid */
    int lead;           /* of a heading: from its top to that of the text on the grid that
                           follows; it is moved down so that this text needs no more space.
                           0: no such text follows */
    bool glued;         /* no page may end before it */
    bool new_page;      /* a page must end before it */
    int run_on;         /* new_page: unless the page has this much room left; 0: in any case */
    bool wide;          /* reaches into the side column */
    bool is_line;       /* counts when lines are kept together */
    bool fixed;         /* its parts stand by the page's corner; it takes no height */
    int baseline, foot; /* fixed: the place it was given, and where it ends */
    bool turned;        /* it stands on a turned page */
    bool heads;         /* of a heading, or of a line that leads to what follows it */
    bool bars;          /* nothing that waits for the next page may come to stand below it */
    unsigned block;     /* so many slices from this one on are a figure or table, which may
                           wait for the next page while the text goes on; 0: they may not */
    const ladle_node *master; /* new_page: the section that names its master; NULL: as before */
    GArray *parts;            /* of ladle_part */
    GArray *anchors;          /* of ladle_anchor */
    ladle_row *row;           /* what it is made of, when it can be broken; NULL: it cannot */
    ladle_table *series;      /* drawings that go on from page to page, as rows of a table do */
    bool ends_series;
    bool goes_last;              /* it may stand at the end of its section instead: page_fit.c */
    const ladle_table *tells_of; /* it says how many rows of this are shown; NULL: it does not */
    ladle_columns *columns;      /* stands for columns that text runs through; NULL: it does not */
} ladle_slice;

struct ladle_galley {
    GPtrArray *slices; /* of ladle_slice */
    int space;         /* owed before the next slice */
    int closed;        /* and without the figure or table before it */
    unsigned keep;     /* so many of the next lines are glued */
    GArray *anchors;   /* owed to the next slice */
    bool new_page;     /* owed */
    int run_on;        /* and unless there is this much room */
    bool bars;         /* owed */
    bool flows;        /* it goes to the pages itself, and not into a cell */
    const ladle_node *master;
};

/* A cell of a row: a galley in a box. `from` up to `end` of its slices are in this part. */
typedef struct {
    ladle_galley *content;
    unsigned from, end;
    int x, width;          /* of the box, from the row's left */
    int top, bottom, left; /* padding */
    ladle_colour background;
    ladle_rule rule_left;
    ladle_valign valign;
    GPtrArray *corner;        /* items drawn at the top, x and y from the box's; NULL: none */
    const ladle_galley *name; /* its first name_end slices stand in it again when the row breaks */
    unsigned name_end;        /* 0: nothing does */
} ladle_cell;

struct ladle_table {
    ladle_slice **heads; /* slices that are repeated */
    unsigned n_heads;
    ladle_galley *continued; /* above the repeated head */
    ladle_galley *continues; /* below the part on the page left */
    int head_height, continues_height;
    ladle_pos pos;
    int x, width;    /* where it is laid */
    unsigned n_rows; /* in its body */
    unsigned shown;  /* structure of the words that say how many of them are shown; 0: none can be
                        left out */
};

/* A row of a table, a box with a ground, columns side by side: cells next to each other, of which
 * a page may take some lines of each. */
struct ladle_row {
    ladle_cell *cells;
    unsigned n_cells;
    int x, width;
    int least; /* height */
    bool keep; /* is broken only when it is taller than a page */
    bool broken_above, broken_below;
    ladle_rule above, below;
    int above_width;                 /* 0: full */
    unsigned keep_lines;             /* least lines of the first part */
    ladle_table *table;              /* NULL: none */
    bool is_head, is_first, is_last; /* in the table */
    bool in_body, gives_way;         /* it may be left out: page_fit.c */
    unsigned structure;
};

ladle_galley *ladle_galley_new(ladle_flow *flow);

/* A slice with nothing in it, not yet in a galley. */
ladle_slice *ladle_slice_new(ladle_flow *flow);

/* Appends a slice: what the galley owes goes to it. */
void ladle_galley_add(ladle_galley *galley, ladle_slice *slice);

/* Space that is owed: the larger of two that meet counts. */
void ladle_galley_space(ladle_galley *galley, int space);

/* Height of slices from up to end, the space before the first left out. */
int ladle_galley_height(const ladle_galley *galley, unsigned from, unsigned end);

void ladle_slice_line(ladle_slice *slice, ladle_line *line, int x, int y);
void ladle_slice_item(ladle_slice *slice, ladle_page_item *item, int x, int y, bool artifact);

/* Puts the parts and anchors of `from` into `into`, moved by x and y. */
void ladle_slice_merge(ladle_slice *into, const ladle_slice *from, int x, int y);

/* Items of no element: a filled rectangle, a horizontal rule whose middle is at y. */
ladle_page_item *ladle_item_rectangle(ladle_flow *flow, int x, int y, int width, int height,
                                      ladle_colour colour);
ladle_page_item *ladle_item_rule(ladle_flow *flow, int x, int y, int width, ladle_rule rule);

/* Where a block is laid: from the left edge of the text area. */
typedef struct {
    int x, width, wide; /* width of text, and of what uses the full width */
} ladle_measure_box;

/* Whether a box of this style is laid as a frame. */
bool ladle_has_frame(const ladle_style *style);

/* Lays a box and all below it. */
void ladle_lay(ladle_flow *flow, const ladle_box *box, ladle_measure_box at, ladle_galley *galley);

/* Lays a paragraph into lines, one slice each. mark may be NULL; it stands at mark_x. */
void ladle_lay_text(ladle_flow *flow, const ladle_paragraph *paragraph, const ladle_paragraph *mark,
                    int mark_x, ladle_measure_box at, ladle_galley *galley);

/* All of a paragraph on one line, without regard for any width; for running heads and the like. */
ladle_line *ladle_lay_line(ladle_flow *flow, const ladle_paragraph *paragraph, int width);

/* The hyphen in this font, shaped. */
const ladle_shaped *ladle_line_hyphen(ladle_flow *flow, const ladle_format *format);

/* Width up to the decimal mark of the first line's last number, for alignment. */
int ladle_decimal_width(const ladle_flow *flow, const ladle_paragraph *paragraph);

void ladle_lay_table(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                     ladle_galley *galley);

/* "Figur 2 fortsat", above a further part of what `node` is in; NULL: no figure with a label. */
ladle_galley *ladle_lay_continued(ladle_flow *flow, const ladle_node *node, ladle_measure_box at);

/* An image as a drawing in at most `room` units; NULL, with a diagnostic, when it has no size. */
ladle_chart_box *ladle_image_box(ladle_flow *flow, const ladle_node *node, int room,
                                 unsigned structure);

/* Tables too wide for their page (table_fit.c): whether a figure or table at this place needs a
 * turned page. */
bool ladle_fit_turns(ladle_flow *flow, const ladle_box *box, ladle_measure_box at);

/* Makes the type of a table's rows smaller until it fits, as far as the theme allows; an error
 * when it does not. */
void ladle_fit_shrink(ladle_flow *flow, const ladle_box *table, int width);

/* Whether the lines of a paragraph may be laid anew with its first line standing in or not
 * (column_indent.c), and doing that where they begin at slices[at]; returns how many slices more
 * there are. */
bool ladle_indent_can_change(const ladle_paragraph *text);
int ladle_indent_anew(ladle_flow *flow, ladle_galley *galley, unsigned at,
                      ladle_paragraph *paragraph, ladle_measure_box place, bool indented);

/* Gives what is in a box the size of type back that it had before any table in it was made smaller.
 */
void ladle_fit_restore(ladle_flow *flow, const ladle_box *box);

/* What the columns of a table need at least, when words are parted or not. */
int ladle_table_need(ladle_flow *flow, const ladle_box *table, int width, bool parting);

/* The place of what is in a box. */
ladle_measure_box ladle_lay_inner(const ladle_style *style, ladle_measure_box at);

/* Inside of a frame: the box without what the frame draws. */
void ladle_lay_inside(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                      ladle_galley *galley);

/* Keeps each figure and table with the heading and the few lines that lead to it, where a page can
 * hold them (lead_in.c). */
void ladle_lead_in(const ladle_flow *flow, ladle_galley *galley);

/* Leaves out what gives way of a section that should stand on one page, and puts last what may
 * stand behind (page_fit.c). */
void ladle_fit_page(ladle_flow *flow, ladle_galley *galley);

/* The words for so many rows or items of so many: "Der er plads til 3 af de 5". Yours to free. */
char *ladle_shown_words(const ladle_flow *flow, unsigned shown, unsigned all);

/* The text of a box, and the items of a list, in no more lines than its style allows: in a smaller
 * style, then cut (most_lines.c). */
void ladle_lay_paragraph(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                         ladle_galley *galley);
void ladle_lay_short_list(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                          ladle_galley *galley);

/* In how many lines a paragraph would be set. */
unsigned ladle_count_lines(ladle_flow *flow, const ladle_paragraph *paragraph, int width);

/* A length with its unit, or a share of `whole` in per cent; 0: neither. */
int ladle_length_of(const char *text, int whole);

/* Lays children of `box` as cells side by side (columns), or all of it as one cell with a ground
 * and rules (a box). */
void ladle_lay_columns(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                       ladle_galley *galley);
void ladle_lay_frame(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                     ladle_galley *galley);

/* A row as a slice, with its parts in place. */
ladle_slice *ladle_row_slice(ladle_flow *flow, ladle_row *row);

/* Breaks a row: what fits `room` goes to *first, what is left to *rest. force: also where no page
 * should end. False when nothing can be left out or nothing taken. */
bool ladle_row_split(ladle_flow *flow, const ladle_row *row, int room, bool force,
                     ladle_slice **first, ladle_slice **rest);

/* Anchors of a broken row that are not its cells' own go to its first part. */
void ladle_row_hand_anchors(const ladle_slice *whole, ladle_slice *first, const ladle_slice *rest);

/* Lines in the longest cell, for what is kept together in lines. */
unsigned ladle_row_lines(const ladle_row *row);

/* ---------------------------------------------------------------------------------- columns */

/* A box among columns: laid by itself, since it may stand later than the text around it. */
typedef struct {
    ladle_slice *slice;
    int before, after;
    unsigned anchor; /* the slice of the text before which the document has it */
    bool wide;       /* over all columns */
    bool alone;      /* one to a page */
} ladle_column_aside;

/* A block begins. */
typedef struct {
    unsigned at; /* the slice of the text */
    const ladle_box
        *box;  /* of a paragraph that stands in when one stands above it; NULL: another */
    bool list; /* the block is a list */
} ladle_column_opening;

/* Columns that text runs through, from page to page. */
struct ladle_columns {
    const ladle_box *box;
    ladle_galley *around; /* where they stand */
    ladle_measure_box at;
    int *x, n, width;   /* left edges of the columns from the text area's; width of each */
    ladle_galley *text; /* laid at that width, x from a column's left */
    GArray *opens;      /* of ladle_column_opening, in order */
    GArray *asides;     /* of ladle_column_aside, by anchor */
};

/* Lays columns kind="flow" into a galley: one slice for them all, unless something breaks them. */
void ladle_lay_flow_columns(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                            ladle_galley *galley);

/* Whether columns that stand in this box can run over pages: nothing around it is a frame. */
bool ladle_columns_free(const ladle_box *box);

/* A box among the text of columns; true when it is looked after: it is set aside, or ends them. */
bool ladle_columns_take(ladle_flow *flow, const ladle_box *box, ladle_galley *galley);

/* Puts columns on the pages; y: where they begin on this one. */
void ladle_columns_place(ladle_flow *flow, ladle_columns *columns, int y);

/* Whether a paragraph follows another, but for boxes, and can be laid anew. */
bool ladle_columns_may_indent(const ladle_box *box);

/* Lays the paragraph of an opening anew with its first line standing in, or flush. */
void ladle_columns_indent(ladle_flow *flow, ladle_columns *columns,
                          const ladle_column_opening *opening, bool indented);

/* Widths of n columns: as the theme says, what is left shared by those that say nothing. */
void ladle_column_widths(const ladle_style *style, int width, unsigned n, int *widths);

/* ----------------------------------------------------------------------------------- sheets */

/* A part at its place on a page. */
typedef struct {
    int x, y;
    ladle_line *line;
    ladle_page_item *item;
    bool artifact;
} ladle_placed;

typedef struct {
    GArray *placed;           /* of ladle_placed */
    const ladle_node *master; /* its node */
    const ladle_node *begins; /* the last section or heading begun when the page begins */
    unsigned number;          /* as counted by its master */
    unsigned run;             /* pages of one numbering have the same */
    bool roman;
    bool turned;
} ladle_sheet;

ladle_builder *ladle_builder_new(ladle_flow *flow);
void ladle_builder_place(ladle_builder *builder, ladle_galley *galley);
void ladle_builder_finish(ladle_builder *builder); /* the last page */
GPtrArray *ladle_builder_sheets(const ladle_builder *builder);

/* Gives each heading of a galley its lead: see ladle_slice. */
void ladle_builder_leads(ladle_galley *galley);

/* For columns, which look after their own places. The lowest y text may reach on this page;
 * *notes_gap: what footnotes take besides when they are the first on it. */
int ladle_builder_bottom(const ladle_builder *builder, int *notes_gap);

/* Height of the footnotes of a slice. */
int ladle_builder_notes(const ladle_slice *slice);

/* Puts a slice at x, y of the text area; its notes are added to a list. */
void ladle_builder_put(ladle_builder *builder, const ladle_slice *slice, int x, int y,
                       GPtrArray *notes);

/* Text goes on at y, and these notes belong to this page. */
void ladle_builder_go_on(ladle_builder *builder, int y, GPtrArray *notes);

/* Opens the next page. */
void ladle_builder_turn(ladle_builder *builder);

/* Where a node stands, or NULL. */
const ladle_place *ladle_place_lookup(const ladle_flow *flow, const ladle_node *node);

/* Extent of a sheet: a turned one is wider than it is high. */
int ladle_sheet_width(const ladle_flow *flow, const ladle_sheet *sheet);
int ladle_sheet_height(const ladle_flow *flow, const ladle_sheet *sheet);

/* The label of a page, such as "iv". */
const char *ladle_sheet_label(ladle_flow *flow, const ladle_sheet *sheet);

/* Turns sheets into pages. */
void ladle_emit(ladle_flow *flow);

#endif
