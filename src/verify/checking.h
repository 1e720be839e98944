/* What the files of the checker share: one judging of one file. */
#ifndef LADLE_VERIFY_CHECKING_H
#define LADLE_VERIFY_CHECKING_H

#include "verify/pdf.h"
#include "verify/verify.h"

typedef enum {
#define LADLE_RULE(name, id, code, clause, sentence) RULE_##name,
#include "verify/rules.def"
#undef LADLE_RULE
    RULE_COUNT
} verify_rule;

/* The standard structure types. */
typedef enum {
    ROLE_NONE,
#define LADLE_ROLE(name) ROLE_##name,
#include "verify/roles.def"
#undef LADLE_ROLE
    ROLE_COUNT
} verify_role;

enum { NOWHERE = G_MAXUINT };

typedef enum { KID_ELEMENT, KID_MARK, KID_OBJECT } kid_kind;

/* What an element's K holds. */
typedef struct {
    kid_kind kind;
    unsigned index;  /* of an element; the number of a mark */
    unsigned object; /* of the page or form whose mark it is; an annotation's */
} verify_kid;

typedef struct {
    unsigned object; /* 0: stands in its parent's dictionary */
    const pdf_value *dictionary;
    unsigned parent; /* index; NOWHERE: the root */
    verify_role role;
    unsigned first_kid, kids;
    unsigned page;        /* from 0; NOWHERE: not known */
    unsigned end;         /* index after its last descendant */
    const char *language; /* its own or inherited, "" where none is named */
    bool has_text;        /* marks of its own */
    bool has_id, listed;  /* an ID; the IDTree has it */
} verify_element;

typedef struct {
    unsigned object;
    const pdf_value *dictionary, *resources;
} verify_page;

/* The marks of one content stream: a page's or a form's. */
typedef struct {
    unsigned object;  /* of the page or the form */
    unsigned page;    /* from 0 */
    gint64 key;       /* StructParents, or -1 */
    GHashTable *seen; /* MCID + 1 -> element index + 1, or NOWHERE while none has it */
} verify_marks;

typedef struct verify_font verify_font;

typedef struct {
    pdf_file *file;
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    const char *name;
    const char *data;
    size_t bytes;
    const pdf_value *catalog;
    const char *language; /* of the catalog; NULL: none */

    GArray *pages;            /* verify_page */
    GHashTable *page_numbers; /* object -> index + 1 */
    GArray *elements;         /* verify_element, in order of reading */
    GHashTable *element_of;   /* object -> index + 1 */
    GArray *kids;             /* verify_kid, those of an element one after the other */
    GHashTable *parents;      /* key + 1 of the ParentTree -> pdf_value */
    GHashTable *ids;          /* ID -> element index + 1 */
    GHashTable *marks;        /* object of page or form -> verify_marks */
    GHashTable *annotations;  /* object -> element index + 1 of the OBJR that names it */
    GHashTable *fonts;        /* dictionary (pointer) -> verify_font */
    GPtrArray *font_order;    /* the same, in order of first use */
    GHashTable *in_tree;      /* dictionaries of elements */
    GHashTable *associated;   /* dictionaries of files that an AF names */
    GHashTable *attached;     /* file specifications that were judged */
    GHashTable *targets;      /* named destinations, while annotations are checked */

    bool uses_rgb, uses_grey, uses_cmyk;
    guint64 work; /* steps done, such as operators and entries looked at */
    bool exhausted;
    unsigned told[RULE_COUNT];
    bool broken;
} checking;

/* Where a fault is. What is not known is left 0 or NOWHERE by the makers below. */
typedef struct {
    unsigned page, element, object; /* page from 0; element by index; object 0: not known */
} verify_place;

#define ON_FILE ((verify_place){NOWHERE, NOWHERE, 0})
#define ON_PAGE(p) ((verify_place){(p), NOWHERE, 0})
#define ON_OBJECT(o) ((verify_place){NOWHERE, NOWHERE, (o)})
#define ON_ELEMENT(e) ((verify_place){NOWHERE, (e), 0})

/* Tells a broken rule: what is wrong, in words, no full stop. */
void ladle_verify_fault(checking *c, verify_rule rule, verify_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Counts steps that a small file can ask for in any number. False when there were too many, which
 * is told the first time. */
bool ladle_verify_spend(checking *c, guint64 steps);

static inline verify_element *verify_element_at(checking *c, unsigned i)
{
    return &g_array_index(c->elements, verify_element, i);
}

static inline verify_page *verify_page_at(checking *c, unsigned i)
{
    return &g_array_index(c->pages, verify_page, i);
}

/* The name of a role, and a role by its name; ROLE_NONE for what is no standard type. */
const char *ladle_verify_role_name(verify_role role);
verify_role ladle_verify_role_of(const pdf_value *name);

/* An object's number where a value is a reference, else 0. */
static inline unsigned verify_number(const pdf_value *value)
{
    return value->kind == PDF_REFERENCE ? (unsigned)value->integer : 0;
}

/* Calls `each` for the entries of a number tree (key is an integer) or name tree (a string). */
typedef void (*verify_tree_entry)(checking *c, const pdf_value *key, const pdf_value *value);
void ladle_verify_walk_tree(checking *c, const pdf_value *root, const char *leaves,
                            verify_tree_entry each);

/* An attribute of an element, of this owner, such as Scope of Table; &ladle_verify_nothing: none.
 */
const pdf_value *ladle_verify_attribute(checking *c, const verify_element *element,
                                        const char *owner, const char *key);

/* A text of an element or annotation that says something. */
bool ladle_verify_says(checking *c, const pdf_value *dictionary, const char *key);

/* The stages, in the order they are run in. */
void ladle_verify_check_file(checking *c);
void ladle_verify_check_objects(checking *c);
void ladle_verify_check_metadata(checking *c);
void ladle_verify_read_structure(checking *c);
void ladle_verify_check_structure(checking *c);
void ladle_verify_check_nesting(checking *c);
void ladle_verify_check_tables(checking *c);
void ladle_verify_check_contents(checking *c);
void ladle_verify_check_marks(checking *c);
void ladle_verify_check_annotations(checking *c);
void ladle_verify_check_fonts(checking *c);
void ladle_verify_check_colours(checking *c);
void ladle_verify_check_attachments(checking *c);

/* A rendering intent, where one is named. */
void ladle_verify_check_intent(checking *c, const pdf_value *intent, verify_place place);

/* A font while its letters are counted: found or made by its dictionary. */
verify_font *ladle_verify_font_of(checking *c, const pdf_value *dictionary, unsigned object);
/* Notes the codes of a string that is shown. visible: false in rendering mode 3; replaced: other
 * text stands for it (ActualText). */
void ladle_verify_font_use(verify_font *font, const pdf_value *string, bool visible, bool replaced);

#endif
