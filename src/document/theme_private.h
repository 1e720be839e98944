/* Inside of a theme: what document/theme*.c share. */
#ifndef LADLE_DOCUMENT_THEME_PRIVATE_H
#define LADLE_DOCUMENT_THEME_PRIVATE_H

#include "document/theme.h"

#include <glib.h>

/* How the value of a property is written, and where it goes. */
typedef enum {
    VALUE_FONT,    /* name of a font of the theme */
    VALUE_BOLD,    /* regular | bold */
    VALUE_ITALIC,  /* upright | italic */
    VALUE_REGULAR, /* the number of a heading: regular | inherit */
    VALUE_LENGTH,
    VALUE_SIGNED,   /* a length that may be negative */
    VALUE_WIDTH,    /* a length, or "text": the width of running text */
    VALUE_BASELINE, /* a length from the page's top, or none; sets `absolute` too */
    VALUE_PADDING,  /* one to four lengths: all; above and below, sides; above, sides, below; ... */
    VALUE_COLOUR,   /* a colour of the theme, #RRGGBB, or none */
    VALUE_RULE,     /* thickness and colour, or none */
    VALUE_WIDTHS,   /* lengths and "*" */
    VALUE_ALIGN,    /* left | centre | right | decimal */
    VALUE_VALIGN,   /* top | middle | bottom */
    VALUE_HYPHENATE, /* yes | no | narrow */
    VALUE_YES_NO,
    VALUE_COUNT,
    VALUE_WORDS,
    VALUE_STYLE /* name of a named style */
} value_type;

typedef struct {
    const char *name;
    value_type type;
    size_t offset; /* in ladle_style */
} style_property;

typedef struct {
    ladle_length *lengths;
    unsigned n;
} length_list;

typedef struct {
    const style_property *property;
    ladle_length length;
    ladle_length sides[4]; /* padding: top, right, bottom, left */
    ladle_colour colour;
    ladle_rule rule;
    length_list list;
    const char *words;
    int choice; /* alignment, yes or no, a count */
} declaration;

/* One part of a selector: an element (or any) with classes. */
typedef struct {
    int kind;             /* ladle_node_kind; KIND_ANY, or KIND_SIDE */
    const char **classes; /* ended by NULL */
} compound;

enum { KIND_ANY = -1, KIND_SIDE = LADLE_NODE_COUNT, KINDS = LADLE_NODE_COUNT + 1 };

typedef struct {
    compound *compounds; /* outermost first; the last one is the node itself */
    unsigned n_compounds;
    unsigned classes, elements; /* how special it is */
    unsigned order;             /* place in the file */
    const GArray *declarations; /* of declaration */
    const xmlNode *element;     /* where it was read from; only while the theme is loaded */
} style_rule;

/* A named style, resolved on first use so that those it names may stand below it. */
typedef struct {
    const char *name;
    GArray *declarations;
    ladle_style *style;
    const xmlNode *element; /* as of a rule */
} named_style;

struct ladle_theme {
    ladle_arena *arena;
    ladle_page_measures page;
    GHashTable *colours;  /* name -> ladle_colour * */
    GHashTable *fonts;    /* name -> family */
    GHashTable *measures; /* "chart/name" -> ladle_length * */
    GHashTable *named;    /* name -> named_style * */
    GArray *bands;        /* of ladle_page_band */
    GPtrArray *rules;     /* of style_rule, least special first */
    GPtrArray *by_kind[KINDS];
    GHashTable *computed; /* what was computed: see theme_compute.c */
    const ladle_style *plain;
};

/* What is being read, for messages. */
typedef struct {
    ladle_theme *theme;
    ladle_diagnostics *diagnostics;
    const char *file;
    const xmlNode *element;
    unsigned errors;
} theme_reader;

ladle_pos ladle_theme_pos(const theme_reader *reader);

/* Adds an error of the element being read. */
void ladle_theme_error(theme_reader *reader, ladle_diag_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds ": did you mean "x"?" to a name that is not in `names`, ended by NULL. Yours to free. */
char *ladle_theme_guess(const char *name, const char *const *names);

/* The property with this name, or NULL; and the names of all, ended by NULL. */
const style_property *ladle_style_property_lookup(const char *name);
const char *const *ladle_style_property_names(void);

/* Reads the value of a property; false after an error. */
bool ladle_declaration_read(theme_reader *reader, const style_property *property, const char *text,
                            declaration *value);

/* Puts what is declared into a style. */
void ladle_declaration_apply(const ladle_theme *theme, const declaration *value,
                             ladle_style *style);

/* Reads the selectors of `for` and adds a rule for each. */
void ladle_selector_read(theme_reader *reader, const char *text, const GArray *declarations);

/* Warns of texts and marks that have too little contrast to their ground. */
void ladle_theme_check_contrast(theme_reader *reader);

/* A colour by name or #RRGGBB or "none"; false after an error. */
bool ladle_theme_colour_read(theme_reader *reader, const char *text, ladle_colour *colour);

/* The style of this name, or NULL. */
const ladle_style *ladle_theme_named_lookup(const ladle_theme *theme, const char *name);

/* Starts a style from its parent's (NULL: none); in_table: with gutter and row rules. And ends it:
 * colours that were not given become the text's. */
void ladle_style_inherit(ladle_style *style, const ladle_style *parent, bool in_table);
void ladle_style_resolve(ladle_style *style);

/* An empty table of computed styles. */
GHashTable *ladle_computed_styles_new(void);

/* Names of a table's keys, ended by NULL, sorted. Yours to free; the names are borrowed. */
const char **ladle_theme_keys(GHashTable *table);

/* The name of an element by its kind, and the kind by its name (-1: none). */
const char *ladle_word_name(int kind);
int ladle_word_kind(const char *name);

#endif
