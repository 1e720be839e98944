/* Computed styles: what a theme says of one node, with everything inherited and resolved.
 * Lengths are integers in Pango units: 1/1024 pt. No layout number stands in C. */
#ifndef LADLE_DOCUMENT_STYLE_H
#define LADLE_DOCUMENT_STYLE_H

#include <stdbool.h>

typedef int ladle_length; /* 1/1024 pt; 1 mm = 2902.677 */
enum { LADLE_PT = 1024 };

typedef struct {
    unsigned char red, green, blue;
    bool none; /* nothing is painted */
} ladle_colour;

typedef struct {
    const char *family; /* "Noto Serif" */
    bool bold, italic;
    ladle_length size;
} ladle_font_name;

typedef enum {
    LADLE_ALIGN_LEFT,
    LADLE_ALIGN_CENTRE,
    LADLE_ALIGN_RIGHT,
    LADLE_ALIGN_DECIMAL
} ladle_align;
typedef enum { LADLE_VALIGN_TOP, LADLE_VALIGN_MIDDLE, LADLE_VALIGN_BOTTOM } ladle_valign;

typedef struct {
    ladle_length thickness; /* 0: no rule */
    ladle_colour colour;
} ladle_rule;

typedef struct ladle_style ladle_style;
struct ladle_style {
    /* inherited */
    ladle_font_name font;
    ladle_length leading;
    ladle_colour colour;
    ladle_align align;
    bool hyphenate;        /* look.md section 8: words of 9 letters or more, 4 before and after */
    bool hyphenate_narrow; /* with hyphenate: in cells narrower than the page's `narrow`, only words
                              that do not fit a line */
    bool nowrap;           /* no line break inside */
    bool on_grid;          /* lines sit on the page's baseline grid */
    ladle_length letter_spacing; /* added after each letter; below 0: tighter */

    /* not inherited */
    ladle_length before, after; /* space above and below; the larger of two that meet counts */
    ladle_length left, right;   /* margins inside the column */
    ladle_length indent;  /* of the first line of a paragraph that follows another paragraph */
    ladle_length hanging; /* of lists, notes: the mark stands in it */
    ladle_length width;   /* 0: the column's. "text" column is the theme's text width */
    ladle_length height;  /* least height: rows */
    ladle_length padding_top, padding_bottom, padding_left, padding_right;
    ladle_length rise;       /* of footnote marks */
    ladle_length number_gap; /* heading: between number and title */
    ladle_colour number_colour;
    bool number_regular; /* heading: number in Regular though the title is bold */
    ladle_colour background;
    ladle_rule rule_above, rule_below, rule_left;
    ladle_rule row_rule, head_rule; /* table: between rows; below the head. Passed on to the rows
                                       and cells, as is the gutter; a row's own row_rule is the
                                       one below it */
    ladle_length rule_width;        /* of rule_above when shorter than the block; 0: full */
    ladle_valign valign;
    ladle_length gutter;        /* columns, table cells */
    const ladle_length *widths; /* columns: widths of the cells, -1: what is left; NULL: equal */
    unsigned n_widths;
    const char *mark; /* list mark; NULL: none */
    ladle_colour mark_colour;
    bool full_width;          /* uses text + gutter + side column (160) instead of 120 */
    bool page_before;         /* begins a new page */
    ladle_length run_on;      /* unless the page has this much room left; 0: always */
    bool keep;                /* is not broken */
    bool one_a_page;          /* of boxes among columns: at most one of these to a page */
    unsigned keep_next;       /* lines of what follows that must stand on the same page */
    unsigned keep_previous;   /* lines of what goes before */
    unsigned orphans, widows; /* least lines before and after a break */
    bool absolute; /* stands at `baseline` (first line, or top of a chart) from the page's top */
    ladle_length baseline;
    ladle_length across;        /* with absolute: from the page's left edge; 0: left margin */
    ladle_length size;          /* charts: d of a symbol, height of a drawing */
    bool corner;                /* chart in a cell: at its top right, `right` from the edge and
                                   `before` from the top; text keeps clear of it */
    unsigned most_lines;        /* a block or list of more lines than this ... */
    const ladle_style *smaller; /* ... is set in this style instead; NULL: it is cut */
};

typedef struct ladle_theme ladle_theme;

/* Page measures. */
typedef struct {
    ladle_length width, height, left, right, top, bottom;
    ladle_length text, gutter, side;           /* 120, 6, 34 mm */
    ladle_length grid;                         /* 14 pt; 0: none */
    ladle_length head_baseline, foot_baseline; /* from the top */
    ladle_length foot_gap;                     /* least between text and footnotes */
    ladle_length narrow;  /* cells under this width hyphenate only what does not fit */
    ladle_length running; /* greatest width of a running head */
} ladle_page_measures;

const ladle_page_measures *ladle_theme_page(const ladle_theme *theme);

/* A band or bar painted on each page of a master before anything else. */
typedef struct {
    const char *master;
    ladle_length x, y, width, height; /* width 0: the page's */
    ladle_colour colour;
} ladle_page_band;

const ladle_page_band *ladle_theme_bands(const ladle_theme *theme, unsigned *n);

/* The style of running heads and feet, footnotes, their marks, side column, table continuation
 * words, and other things no element stands for, by name; never NULL (a plain one otherwise). */
const ladle_style *ladle_theme_named(const ladle_theme *theme, const char *name);

/* A measure of charts by kind and name, such as ("timeline", "row"); in Pango units.
 * A missing one is a fault of the theme, found when it is loaded: every name a chart asks for is
 * listed in the theme schema. */
ladle_length ladle_theme_measure(const ladle_theme *theme, const char *chart, const char *name);

/* A colour of the theme by its name ("INK", "ACC", "G7" ...). */
ladle_colour ladle_theme_colour(const ladle_theme *theme, const char *name);

#endif
