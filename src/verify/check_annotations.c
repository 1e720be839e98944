/* Links and other annotations: described, tagged, printed, and leading somewhere. */
#include "verify/checking.h"

typedef struct {
    checking *c;
    unsigned page, object;
    const pdf_value *dictionary, *subtype;
    unsigned element; /* whose OBJR names it; NOWHERE: none */
} annotation;

static verify_place place_of(const annotation *a)
{
    return (verify_place){a->page, a->element, a->object};
}

static bool is(const annotation *a, const char *subtype)
{
    return pdf_name_is(a->subtype, subtype);
}

static void check_words(annotation *a)
{
    checking *c = a->c;
    if (is(a, "Popup") || is(a, "Widget") || ladle_verify_says(c, a->dictionary, "Contents"))
        return;
    if (!is(a, "Link") && a->element != NOWHERE &&
        ladle_verify_says(c, verify_element_at(c, a->element)->dictionary, "Alt"))
        return;
    ladle_verify_fault(c, RULE_ANNOTATION_CONTENTS, place_of(a),
                       "a link or annotation is not described in words (Contents)");
}

static void check_nested(annotation *a)
{
    checking *c = a->c;
    if (is(a, "Popup") || is(a, "PrinterMark"))
        return;
    verify_role needed = is(a, "Link") ? ROLE_Link : is(a, "Widget") ? ROLE_Form : ROLE_Annot;
    if (a->element == NOWHERE) {
        ladle_verify_fault(c, RULE_ANNOTATION_NESTED, place_of(a),
                           "an annotation of the kind %.*s is in no element",
                           (int)a->subtype->count, a->subtype->text);
        return;
    }
    if (verify_element_at(c, a->element)->role != needed)
        ladle_verify_fault(c, RULE_ANNOTATION_NESTED, place_of(a),
                           "an annotation of the kind %.*s is in a %s, and not in a %s",
                           (int)a->subtype->count, a->subtype->text,
                           ladle_verify_role_name(verify_element_at(c, a->element)->role),
                           ladle_verify_role_name(needed));
    gint64 key = pdf_integer(ladle_verify_get(c->file, a->dictionary, "StructParent"), -1);
    const pdf_value *parent =
        key < 0 ? NULL : g_hash_table_lookup(c->parents, GUINT_TO_POINTER((unsigned)key + 1));
    if (!parent ||
        ladle_verify_resolve(c->file, parent) != verify_element_at(c, a->element)->dictionary)
        ladle_verify_fault(c, RULE_ANNOTATION_PARENT, place_of(a),
                           key < 0 ? "an annotation in an element has no StructParent"
                                   : "an annotation's StructParent leads to another element");
}

static void check_flags(annotation *a)
{
    enum { INVISIBLE = 1, HIDDEN = 2, PRINT = 4, NO_VIEW = 32, TOGGLE = 256 };
    gint64 flags = pdf_integer(ladle_verify_get(a->c->file, a->dictionary, "F"), 0);
    if (is(a, "Popup"))
        return;
    if (!(flags & PRINT) || flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE))
        ladle_verify_fault(a->c, RULE_ANNOTATION_FLAGS, place_of(a),
                           "an annotation is hidden or not printed (F %" G_GINT64_FORMAT ")",
                           flags);
}

static void check_kind(annotation *a)
{
    static const char *const kinds[] = {
        "Text",        "Link",      "FreeText",  "Line",      "Square",         "Circle",
        "Polygon",     "PolyLine",  "Highlight", "Underline", "Squiggly",       "StrikeOut",
        "Stamp",       "Caret",     "Ink",       "Popup",     "FileAttachment", "Widget",
        "PrinterMark", "Watermark", "Redact"};
    bool known = false;
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++)
        known |= is(a, kinds[i]);
    if (!known)
        ladle_verify_fault(a->c, RULE_ANNOTATION_KIND, place_of(a),
                           "an annotation is of a kind that is not permitted");
}

static void check_looks(annotation *a)
{
    checking *c = a->c;
    const pdf_value *looks = ladle_verify_get(c->file, a->dictionary, "AP");
    bool none = looks->kind == PDF_NULL;
    if (none && (is(a, "Link") || is(a, "Popup")))
        return;
    if (none || looks->kind != PDF_DICTIONARY || looks->count != 1 ||
        ladle_verify_entry_raw(looks, "N")->kind == PDF_NULL)
        ladle_verify_fault(
            c, RULE_ANNOTATION_LOOKS, place_of(a),
            "an annotation does not bring how it looks, in the one way allowed (AP with N)");
}

/* ---------------------------------------------------------------- targets */

static void note_name(checking *c, const pdf_value *key, const pdf_value *value)
{
    if (key->kind == PDF_STRING)
        g_hash_table_insert(c->targets, g_strndup(key->text, key->count),
                            (gpointer)ladle_verify_resolve(c->file, value));
}

/* The array a destination comes to; &ladle_verify_nothing: none of that name. */
static const pdf_value *target_of(checking *c, const pdf_value *target)
{
    if (target->kind == PDF_STRING || target->kind == PDF_NAME) {
        char *name = g_strndup(target->text, target->count);
        const pdf_value *old =
            ladle_verify_get(c->file, ladle_verify_get(c->file, c->catalog, "Dests"), name);
        const pdf_value *found = g_hash_table_lookup(c->targets, name);
        g_free(name);
        target = found ? found : old;
    }
    return target->kind == PDF_DICTIONARY ? ladle_verify_get(c->file, target, "D") : target;
}

static void check_target(checking *c, const pdf_value *holder, verify_place place)
{
    const pdf_value *action = ladle_verify_get(c->file, holder, "A"),
                    *target = ladle_verify_get(c->file, holder, "Dest");
    if (target->kind == PDF_NULL && pdf_name_is(ladle_verify_get(c->file, action, "S"), "GoTo"))
        target = ladle_verify_get(c->file, action, "D");
    else if (target->kind == PDF_NULL)
        return;
    const pdf_value *array = target_of(c, target);
    unsigned page = array->kind == PDF_ARRAY && array->count ? verify_number(&array->items[0]) : 0;
    if (!page || !g_hash_table_contains(c->page_numbers, GUINT_TO_POINTER(page)))
        ladle_verify_fault(c, RULE_LINK_TARGET, place, "a link leads to no page of the document");
}

static void check_outline(checking *c)
{
    enum { MOST = 100000 };
    GQueue waiting = G_QUEUE_INIT;
    GHashTable *seen = g_hash_table_new(NULL, NULL);
    const pdf_value *outline = ladle_verify_get(c->file, c->catalog, "Outlines");
    g_queue_push_tail(&waiting, (gpointer)ladle_verify_entry_raw(outline, "First"));
    const pdf_value *raw;
    while ((raw = g_queue_pop_head(&waiting)) != NULL) {
        const pdf_value *item = ladle_verify_resolve(c->file, raw);
        if (item->kind != PDF_DICTIONARY || !g_hash_table_add(seen, (gpointer)item) ||
            g_hash_table_size(seen) > MOST)
            continue;
        check_target(c, item, ON_OBJECT(verify_number(raw)));
        g_queue_push_tail(&waiting, (gpointer)ladle_verify_entry_raw(item, "First"));
        g_queue_push_tail(&waiting, (gpointer)ladle_verify_entry_raw(item, "Next"));
    }
    g_queue_clear(&waiting);
    g_hash_table_unref(seen);
}

/* ---------------------------------------------------------------- pages */

static void check_annotation(checking *c, unsigned page, const pdf_value *raw)
{
    annotation a = {c, page, verify_number(raw), ladle_verify_resolve(c->file, raw), NULL, NOWHERE};
    if (a.dictionary->kind != PDF_DICTIONARY)
        return;
    a.subtype = ladle_verify_get(c->file, a.dictionary, "Subtype");
    if (a.subtype->kind != PDF_NAME) {
        ladle_verify_fault(c, RULE_ANNOTATION_KIND, place_of(&a), "an annotation has no Subtype");
        return;
    }
    unsigned element =
        GPOINTER_TO_UINT(g_hash_table_lookup(c->annotations, GUINT_TO_POINTER(a.object)));
    if (a.object && element)
        a.element = element - 1;
    check_kind(&a);
    check_words(&a);
    check_nested(&a);
    check_flags(&a);
    check_looks(&a);
    check_target(c, a.dictionary, place_of(&a));
}

void ladle_verify_check_annotations(checking *c)
{
    const pdf_value *names = ladle_verify_get(c->file, c->catalog, "Names");
    c->targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ladle_verify_walk_tree(c, ladle_verify_get(c->file, names, "Dests"), "Names", note_name);
    for (unsigned p = 0; p < c->pages->len; p++) {
        const verify_page *page = verify_page_at(c, p);
        const pdf_value *annotations = ladle_verify_get(c->file, page->dictionary, "Annots");
        if (annotations->kind != PDF_ARRAY || annotations->count == 0)
            continue;
        if (!pdf_name_is(ladle_verify_get(c->file, page->dictionary, "Tabs"), "S"))
            ladle_verify_fault(
                c, RULE_ANNOTATION_TABS, ON_PAGE(p),
                "on a page with links one does not tab in order of the structure (Tabs S)");
        for (unsigned i = 0; i < annotations->count && ladle_verify_spend(c, 1); i++)
            check_annotation(c, p, &annotations->items[i]);
    }
    check_outline(c);
    g_hash_table_unref(c->targets);
}
