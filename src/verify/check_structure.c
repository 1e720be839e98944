/* What each element must have: alternative texts, ids, a language. */
#include "verify/checking.h"

const pdf_value *ladle_verify_attribute(checking *c, const verify_element *element,
                                        const char *owner, const char *key)
{
    const pdf_value *raw = ladle_verify_entry_raw(element->dictionary, "A");
    if (raw->kind == PDF_NULL)
        return raw;
    const pdf_value *attributes = ladle_verify_resolve(c->file, raw);
    unsigned n = attributes->kind == PDF_ARRAY ? attributes->count : 1;
    for (unsigned i = 0; i < n && ladle_verify_spend(c, i); i++) {
        const pdf_value *one =
            attributes->kind == PDF_ARRAY ? ladle_verify_item(c->file, attributes, i) : attributes;
        if (!pdf_name_is(ladle_verify_get(c->file, one, "O"), owner))
            continue;
        const pdf_value *value = ladle_verify_get(c->file, one, key);
        if (value->kind != PDF_NULL)
            return value;
    }
    return &ladle_verify_nothing;
}

/* Whether an element holds anything of a page: a mark or an annotation, itself or within. */
static bool has_content(checking *c, unsigned index)
{
    const verify_element *e = verify_element_at(c, index);
    for (unsigned i = index; i < e->end; i++) {
        const verify_element *inner = verify_element_at(c, i);
        for (unsigned k = 0; k < inner->kids; k++)
            if (g_array_index(c->kids, verify_kid, inner->first_kid + k).kind != KID_ELEMENT)
                return true;
    }
    return false;
}

static void check_figure(checking *c, unsigned index)
{
    const verify_element *e = verify_element_at(c, index);
    bool formula = e->role == ROLE_Formula;
    if (!ladle_verify_says(c, e->dictionary, "Alt") &&
        !ladle_verify_says(c, e->dictionary, "ActualText"))
        ladle_verify_fault(c, formula ? RULE_FORMULA_ALT : RULE_FIGURE_ALT, ON_ELEMENT(index),
                           "a %s has no alternative text, so who cannot see it is told nothing",
                           formula ? "formula" : "figure");
    if (formula || !has_content(c, index))
        return;
    const pdf_value *box = ladle_verify_attribute(c, e, "Layout", "BBox");
    if (box->kind != PDF_ARRAY || box->count != 4 ||
        pdf_number(ladle_verify_item(c->file, box, 0)) >
            pdf_number(ladle_verify_item(c->file, box, 2)) ||
        pdf_number(ladle_verify_item(c->file, box, 1)) >
            pdf_number(ladle_verify_item(c->file, box, 3)))
        ladle_verify_fault(c, RULE_FIGURE_BOX, ON_ELEMENT(index),
                           "a figure does not say where on the page it is (BBox)");
}

static void check_note(checking *c, unsigned index)
{
    const pdf_value *id = ladle_verify_get(c->file, verify_element_at(c, index)->dictionary, "ID");
    if (id->kind != PDF_STRING || id->count == 0)
        ladle_verify_fault(c, RULE_NOTE_ID, ON_ELEMENT(index), "a note has no ID");
}

static void check_language(checking *c, unsigned index)
{
    static const char *const texts[] = {"Alt", "ActualText", "E"};
    const verify_element *e = verify_element_at(c, index);
    if (*e->language)
        return;
    bool text = e->has_text;
    for (unsigned i = 0; !text && i < G_N_ELEMENTS(texts); i++)
        text = ladle_verify_entry_raw(e->dictionary, texts[i])->kind != PDF_NULL;
    if (text)
        ladle_verify_fault(c, RULE_LANGUAGE_TEXT, ON_ELEMENT(index),
                           "no language is named for a text, nor above it");
}

/* ---------------------------------------------------------------- ids */

static void check_id_entry(checking *c, const pdf_value *key, const pdf_value *value)
{
    char *id = key->kind == PDF_STRING ? g_strndup(key->text, key->count) : g_strdup("");
    unsigned index = GPOINTER_TO_UINT(g_hash_table_lookup(c->ids, id));
    if (!index ||
        verify_element_at(c, index - 1)->dictionary != ladle_verify_resolve(c->file, value))
        ladle_verify_fault(c, RULE_STRUCTURE_IDS, ON_OBJECT(verify_number(value)),
                           "the IDTree's \"%s\" leads to an element without that ID", id);
    else
        verify_element_at(c, index - 1)->listed = true;
    g_free(id);
}

static void check_ids(checking *c)
{
    const pdf_value *root = ladle_verify_get(c->file, c->catalog, "StructTreeRoot");
    ladle_verify_walk_tree(c, ladle_verify_get(c->file, root, "IDTree"), "Names", check_id_entry);
    for (unsigned i = 0; i < c->elements->len; i++) {
        const verify_element *e = verify_element_at(c, i);
        if (e->has_id && !e->listed)
            ladle_verify_fault(c, RULE_STRUCTURE_IDS, ON_ELEMENT(i),
                               "an element's ID is not in the IDTree");
    }
}

/* ---------------------------------------------------------------- all */

static void check_document_language(checking *c)
{
    if (!c->language)
        ladle_verify_fault(
            c, RULE_LANGUAGE_DOCUMENT, ON_FILE,
            "the catalog names no language (Lang), so a voice reads outline and title as it "
            "happens to");
}

void ladle_verify_check_structure(checking *c)
{
    check_document_language(c);
    for (unsigned i = 0; i < c->elements->len; i++) {
        switch (verify_element_at(c, i)->role) {
        case ROLE_Figure:
        case ROLE_Formula:
            check_figure(c, i);
            break;
        case ROLE_Note:
            check_note(c, i);
            break;
        default:
            break;
        }
        check_language(c, i);
    }
    check_ids(c);
}
