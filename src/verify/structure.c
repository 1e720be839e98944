/* Reading the structure tree, in order of reading, into a flat list: an element stands before all
 * it holds. An element that is met a second time is told and not entered again, so that a tree
 * wound into itself ends. */
#include "verify/checking.h"

enum { DEEPEST_ELEMENT = 200, MOST_ELEMENTS = 1000000 };

typedef struct {
    checking *c;
    const pdf_value *map; /* RoleMap */
} reading;

/* ---------------------------------------------------------------- roles */

static verify_role role_of(reading *r, const pdf_value *type, unsigned element)
{
    checking *c = r->c;
    verify_role role = ladle_verify_role_of(type);
    if (role != ROLE_NONE || type->kind != PDF_NAME) {
        if (role == ROLE_NONE)
            ladle_verify_fault(c, RULE_STRUCTURE_ROLE, ON_ELEMENT(element),
                               "an element has no type (S)");
        return role;
    }
    const pdf_value *mapped = type;
    for (unsigned i = 0; i < 32; i++) {
        char *key = g_strndup(mapped->text, mapped->count);
        mapped = ladle_verify_get(c->file, r->map, key);
        g_free(key);
        if (mapped->kind != PDF_NAME || (role = ladle_verify_role_of(mapped)) != ROLE_NONE)
            break;
    }
    if (role == ROLE_NONE)
        ladle_verify_fault(c, RULE_STRUCTURE_ROLE, ON_ELEMENT(element),
                           "the type \"%.*s\" is no standard type and mapped to none",
                           (int)type->count, type->text);
    return role;
}

static void check_map(reading *r)
{
    checking *c = r->c;
    if (r->map->kind != PDF_DICTIONARY)
        return;
    for (unsigned i = 0; i < r->map->count; i++) {
        const pdf_entry *entry = &r->map->entries[i];
        pdf_value key = {.kind = PDF_NAME, .count = entry->bytes, .text = entry->key};
        if (ladle_verify_role_of(&key) != ROLE_NONE)
            ladle_verify_fault(c, RULE_STRUCTURE_REMAPPED, ON_FILE,
                               "the standard type %.*s is mapped to another", (int)key.count,
                               key.text);
        const pdf_value *at = ladle_verify_resolve(c->file, &entry->value);
        unsigned steps = 0;
        for (; at->kind == PDF_NAME && ladle_verify_role_of(at) == ROLE_NONE && steps < 100;
             steps++) {
            char *next = g_strndup(at->text, at->count);
            at = ladle_verify_get(c->file, r->map, next);
            g_free(next);
        }
        if (steps == 100)
            ladle_verify_fault(c, RULE_STRUCTURE_REMAPPED, ON_FILE,
                               "the mapping of the type \"%.*s\" runs in a circle", (int)key.count,
                               key.text);
    }
}

/* ---------------------------------------------------------------- languages */

static bool is_language(const pdf_value *value)
{
    unsigned length = 0;
    bool first = true;
    for (unsigned i = 0; i < value->count; i++) {
        char byte = value->text[i];
        if (byte == '-' && length > 0) {
            length = 0;
            first = false;
        } else if (!(g_ascii_isalpha(byte) || (!first && g_ascii_isdigit(byte))) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

static const char *language_of(checking *c, const pdf_value *dictionary, const char *inherited,
                               verify_place place)
{
    const pdf_value *value = ladle_verify_get(c->file, dictionary, "Lang");
    if (value->kind == PDF_NULL)
        return inherited;
    if (value->kind != PDF_STRING || !is_language(value)) {
        ladle_verify_fault(c, RULE_LANGUAGE_VALID, place,
                           "\"%.*s\" is no language tag, such as da or en-GB",
                           value->kind == PDF_STRING ? (int)MIN(value->count, 40) : 0,
                           value->kind == PDF_STRING ? value->text : "");
        return inherited;
    }
    return ladle_arena_strndup(c->arena, value->text, value->count);
}

/* ---------------------------------------------------------------- elements */

static void read_element(reading *r, const pdf_value *reference, unsigned kid, unsigned parent,
                         unsigned depth);

static unsigned page_of(checking *c, const pdf_value *dictionary, unsigned inherited)
{
    unsigned object = verify_number(ladle_verify_entry_raw(dictionary, "Pg"));
    unsigned page =
        GPOINTER_TO_UINT(g_hash_table_lookup(c->page_numbers, GUINT_TO_POINTER(object)));
    return object && page ? page - 1 : inherited;
}

static unsigned page_object(checking *c, unsigned page)
{
    return page == NOWHERE ? 0 : verify_page_at(c, page)->object;
}

/* Notes one kid; elements among them are read later, when all kids have their places. */
static void note_kid(checking *c, unsigned index, const pdf_value *raw)
{
    const pdf_value *value = ladle_verify_resolve(c->file, raw);
    unsigned page = verify_element_at(c, index)->page;
    verify_kid kid = {KID_ELEMENT, NOWHERE, verify_number(raw)};
    if (value->kind == PDF_INTEGER) {
        kid = (verify_kid){KID_MARK, (unsigned)value->integer, page_object(c, page)};
        verify_element_at(c, index)->has_text = true;
    } else if (value->kind != PDF_DICTIONARY) {
        ladle_verify_fault(c, RULE_STRUCTURE_TREE, ON_ELEMENT(index),
                           "an element holds what is no element, mark or object");
        return;
    } else if (pdf_name_is(ladle_verify_get(c->file, value, "Type"), "MCR")) {
        unsigned form = verify_number(ladle_verify_entry_raw(value, "Stm"));
        kid = (verify_kid){KID_MARK,
                           (unsigned)pdf_integer(ladle_verify_get(c->file, value, "MCID"), -1),
                           form ? form : page_object(c, page_of(c, value, page))};
        verify_element *e = verify_element_at(c, index);
        e->has_text = true;
        if (e->page == NOWHERE)
            e->page = page_of(c, value, page);
    } else if (pdf_name_is(ladle_verify_get(c->file, value, "Type"), "OBJR")) {
        kid = (verify_kid){KID_OBJECT, 0, verify_number(ladle_verify_entry_raw(value, "Obj"))};
    }
    g_array_append_val(c->kids, kid);
}

static void note_kids(checking *c, unsigned index)
{
    const pdf_value *raw = ladle_verify_entry_raw(verify_element_at(c, index)->dictionary, "K");
    const pdf_value *kids = ladle_verify_resolve(c->file, raw);
    unsigned first = c->kids->len;
    if (kids->kind == PDF_ARRAY) {
        for (unsigned i = 0; i < kids->count && ladle_verify_spend(c, 1); i++)
            note_kid(c, index, &kids->items[i]);
    } else if (kids->kind != PDF_NULL) {
        note_kid(c, index, raw);
    }
    verify_element_at(c, index)->first_kid = first;
    verify_element_at(c, index)->kids = c->kids->len - first;
}

/* Reads the elements among the kids, whose places in K are met again in the same order. */
static void read_kids(reading *r, unsigned index, unsigned depth)
{
    checking *c = r->c;
    verify_element e = *verify_element_at(c, index);
    const pdf_value *raw = ladle_verify_entry_raw(e.dictionary, "K"),
                    *kids = ladle_verify_resolve(c->file, raw);
    unsigned n = kids->kind == PDF_ARRAY ? kids->count : 1, kid = e.first_kid;
    for (unsigned i = 0; i < n && kid < e.first_kid + e.kids; i++) {
        const pdf_value *reference = kids->kind == PDF_ARRAY ? &kids->items[i] : raw;
        const pdf_value *value = ladle_verify_resolve(c->file, reference);
        if (value->kind != PDF_INTEGER && value->kind != PDF_DICTIONARY)
            continue;
        if (g_array_index(c->kids, verify_kid, kid).kind == KID_ELEMENT)
            read_element(r, reference, kid, index, depth + 1);
        kid++;
    }
}

static void check_parent(checking *c, unsigned index, const pdf_value *root)
{
    const verify_element *e = verify_element_at(c, index);
    const pdf_value *named = ladle_verify_get(c->file, e->dictionary, "P");
    const pdf_value *is = e->parent == NOWHERE ? root : verify_element_at(c, e->parent)->dictionary;
    if (named != is)
        ladle_verify_fault(c, RULE_STRUCTURE_PARENT, ON_ELEMENT(index),
                           named->kind == PDF_NULL
                               ? "an element does not name the one it stands in (P)"
                               : "an element names another than the one it stands in "
                                 "(P)");
}

static void note_id(checking *c, unsigned index)
{
    const pdf_value *id = ladle_verify_get(c->file, verify_element_at(c, index)->dictionary, "ID");
    if (id->kind != PDF_STRING)
        return;
    verify_element_at(c, index)->has_id = true;
    char *key = g_strndup(id->text, id->count);
    if (g_hash_table_contains(c->ids, key)) {
        ladle_verify_fault(c, RULE_NOTE_UNIQUE, ON_ELEMENT(index),
                           "the ID \"%s\" is that of another element too", key);
        verify_element_at(c, index)->listed = true;
        g_free(key);
    } else {
        g_hash_table_insert(c->ids, key, GUINT_TO_POINTER(index + 1));
    }
}

static void read_element(reading *r, const pdf_value *reference, unsigned kid, unsigned parent,
                         unsigned depth)
{
    checking *c = r->c;
    const pdf_value *dictionary = ladle_verify_resolve(c->file, reference);
    unsigned object = verify_number(reference), index = c->elements->len;
    if (depth > DEEPEST_ELEMENT) {
        ladle_verify_fault(c, RULE_READ_LIMIT, ON_OBJECT(object), "the structure tree is too deep");
        return;
    }
    if (dictionary->kind != PDF_DICTIONARY) {
        ladle_verify_fault(c, RULE_STRUCTURE_TREE, ON_OBJECT(object),
                           "an element is no dictionary");
        return;
    }
    if (c->elements->len == MOST_ELEMENTS || !ladle_verify_spend(c, 1)) {
        ladle_verify_fault(c, RULE_READ_LIMIT, ON_FILE, "the structure tree has too many elements");
        return;
    }
    if (!g_hash_table_add(c->in_tree, (gpointer)dictionary)) {
        ladle_verify_fault(c, RULE_STRUCTURE_TREE, ON_OBJECT(object),
                           "an element stands in two places of the tree");
        return;
    }
    verify_element e = {
        .object = object,
        .dictionary = dictionary,
        .parent = parent,
        .page = page_of(c, dictionary,
                        parent == NOWHERE ? NOWHERE : verify_element_at(c, parent)->page)};
    g_array_append_val(c->elements, e);
    if (object)
        g_hash_table_insert(c->element_of, GUINT_TO_POINTER(object), GUINT_TO_POINTER(index + 1));
    if (kid != NOWHERE)
        g_array_index(c->kids, verify_kid, kid).index = index;
    const char *inherited = parent == NOWHERE ? (c->language ? c->language : "")
                                              : verify_element_at(c, parent)->language;
    verify_element_at(c, index)->language =
        language_of(c, dictionary, inherited, ON_ELEMENT(index));
    verify_element_at(c, index)->role =
        role_of(r, ladle_verify_get(c->file, dictionary, "S"), index);
    note_id(c, index);
    note_kids(c, index);
    read_kids(r, index, depth);
    verify_element_at(c, index)->end = c->elements->len;
}

/* ---------------------------------------------------------------- the tree */

static void note_parent(checking *c, const pdf_value *key, const pdf_value *value)
{
    if (key->kind == PDF_INTEGER && key->integer >= 0 && key->integer < G_MAXINT32)
        g_hash_table_insert(c->parents, GUINT_TO_POINTER((unsigned)key->integer + 1),
                            (gpointer)value);
}

void ladle_verify_read_structure(checking *c)
{
    const pdf_value *root = ladle_verify_get(c->file, c->catalog, "StructTreeRoot"),
                    *mark_info = ladle_verify_get(c->file, c->catalog, "MarkInfo");
    c->language = language_of(c, c->catalog, NULL, ON_FILE);
    if (!pdf_is_true(ladle_verify_get(c->file, mark_info, "Marked")))
        ladle_verify_fault(
            c, RULE_STRUCTURE_MARKED, ON_FILE,
            "the catalog does not say that the document is tagged (MarkInfo, Marked true)");
    if (pdf_is_true(ladle_verify_get(c->file, mark_info, "Suspects")))
        ladle_verify_fault(c, RULE_STRUCTURE_SUSPECTS, ON_FILE, "the tags are called suspect");
    reading r = {c, ladle_verify_get(c->file, root, "RoleMap")};
    check_map(&r);
    const pdf_value *raw = ladle_verify_entry_raw(root, "K"),
                    *kids = ladle_verify_resolve(c->file, raw);
    if (kids->kind == PDF_ARRAY)
        for (unsigned i = 0; i < kids->count; i++)
            read_element(&r, &kids->items[i], NOWHERE, NOWHERE, 0);
    else if (kids->kind != PDF_NULL)
        read_element(&r, raw, NOWHERE, NOWHERE, 0);
    if (c->elements->len == 0)
        ladle_verify_fault(c, RULE_STRUCTURE_ROOT, ON_FILE, "the document has no structure tree");
    for (unsigned i = 0; i < c->elements->len; i++)
        check_parent(c, i, root);
    ladle_verify_walk_tree(c, ladle_verify_get(c->file, root, "ParentTree"), "Nums", note_parent);
}
