#include "verify/checking.h"

#include <stdarg.h>

enum { MOST_WORK = 20000000, TOLD_SINGLY = 5, DEEPEST_TREE = 50, MOST_PAGES = 100000 };

static const ladle_verify_rule rules[] = {
#define LADLE_RULE(name, id, code, clause, sentence) {id, clause, sentence, LADLE_DIAG_##code},
#include "verify/rules.def"
#undef LADLE_RULE
};

unsigned ladle_verify_rules(void)
{
    return RULE_COUNT;
}

const ladle_verify_rule *ladle_verify_rule_at(unsigned i)
{
    return &rules[i];
}

/* ---------------------------------------------------------------- telling faults */

/* "UA 7.1; A 6.6.2.1" as "ISO 14289-1, 7.1; ISO 19005-3, 6.6.2.1". */
static void append_clauses(GString *out, const char *clause)
{
    static const struct {
        const char *brief, *full;
    } standards[] = {{"UA ", "ISO 14289-1, "}, {"A ", "ISO 19005-3, "}, {"PDF ", "ISO 32000-1, "}};
    for (bool start = true; *clause; clause++) {
        for (gsize i = 0; start && i < G_N_ELEMENTS(standards); i++)
            if (g_str_has_prefix(clause, standards[i].brief)) {
                g_string_append(out, standards[i].full);
                clause += strlen(standards[i].brief);
                break;
            }
        start = clause[0] == ' ' && clause[-1] == ';';
        g_string_append_c(out, *clause);
    }
}

/* "Document > Sect 2 > Table > TR 3": each with its number among its like, where there are several.
 */
static void append_path(checking *c, GString *out, unsigned index)
{
    const verify_element *e = verify_element_at(c, index);
    if (e->parent != NOWHERE) {
        append_path(c, out, e->parent);
        g_string_append(out, " > ");
    }
    unsigned before = 0, like = 0;
    if (e->parent != NOWHERE) {
        const verify_element *parent = verify_element_at(c, e->parent);
        for (unsigned i = 0; i < parent->kids; i++) {
            const verify_kid *kid = &g_array_index(c->kids, verify_kid, parent->first_kid + i);
            if (kid->kind != KID_ELEMENT || kid->index == NOWHERE ||
                verify_element_at(c, kid->index)->role != e->role)
                continue;
            like++;
            before += kid->index < index;
        }
    }
    g_string_append(out, ladle_verify_role_name(e->role));
    if (like > 1)
        g_string_append_printf(out, " %u", before + 1);
}

static void append_place(checking *c, GString *out, verify_place place)
{
    if (place.element != NOWHERE) {
        const verify_element *e = verify_element_at(c, place.element);
        place.page = place.page == NOWHERE ? e->page : place.page;
        place.object = place.object ? place.object : e->object;
    }
    if (place.page != NOWHERE)
        g_string_append_printf(out, "page %u; ", place.page + 1);
    if (place.element != NOWHERE) {
        append_path(c, out, place.element);
        g_string_append(out, "; ");
    }
    if (place.object)
        g_string_append_printf(out, "object %u; ", place.object);
}

void ladle_verify_fault(checking *c, verify_rule rule, verify_place place, const char *format, ...)
{
    c->broken = true;
    if (++c->told[rule] > TOLD_SINGLY)
        return;
    GString *text = g_string_new(NULL);
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(text, format, arguments);
    va_end(arguments);
    g_string_append(text, " (");
    append_place(c, text, place);
    g_string_append_printf(text, "rule %s of ", rules[rule].id);
    append_clauses(text, rules[rule].clause);
    g_string_append_c(text, ')');
    char *valid = g_utf8_make_valid(text->str, (gssize)text->len);
    ladle_diag_add(c->diagnostics, rules[rule].code, (ladle_pos){c->name, 0, 0}, "%s", valid);
    g_free(valid);
    g_string_free(text, TRUE);
}

bool ladle_verify_spend(checking *c, guint64 steps)
{
    c->work += steps;
    if (c->work <= MOST_WORK)
        return true;
    if (!c->exhausted)
        ladle_verify_fault(c, RULE_READ_LIMIT, ON_FILE,
                           "the file is too long or too intricate, so not all of it was looked at");
    c->exhausted = true;
    return false;
}

static void tell_the_rest(checking *c)
{
    for (unsigned i = 0; i < RULE_COUNT; i++)
        if (c->told[i] > TOLD_SINGLY)
            ladle_diag_add(c->diagnostics, rules[i].code, (ladle_pos){c->name, 0, 0},
                           "and the same in %u other places (rule %s)", c->told[i] - TOLD_SINGLY,
                           rules[i].id);
}

static void hear(void *self, pdf_trouble trouble, unsigned object)
{
    checking *c = self;
    switch (trouble) {
    case PDF_TROUBLE_OBJECT:
        ladle_verify_fault(c, RULE_READ_OBJECT, ON_OBJECT(object), "an object cannot be read");
        break;
    case PDF_TROUBLE_LENGTH:
        ladle_verify_fault(c, RULE_FILE_LENGTH, ON_OBJECT(object),
                           "a stream is not as long as its Length says");
        break;
    case PDF_TROUBLE_STREAM:
        ladle_verify_fault(c, RULE_READ_STREAM, ON_OBJECT(object), "a stream cannot be decoded");
        break;
    case PDF_TROUBLE_LIMIT:
        ladle_verify_fault(c, RULE_READ_LIMIT, ON_OBJECT(object),
                           "what an object needs is too large or too deep to be looked at");
        break;
    }
}

/* ---------------------------------------------------------------- roles */

static const char *const role_names[] = {
    "?",
#define LADLE_ROLE(name) #name,
#include "verify/roles.def"
#undef LADLE_ROLE
};

const char *ladle_verify_role_name(verify_role role)
{
    return role_names[role];
}

verify_role ladle_verify_role_of(const pdf_value *name)
{
    if (name->kind != PDF_NAME || name->count == 0)
        return ROLE_NONE;
    for (unsigned i = 1; i < ROLE_COUNT; i++)
        if (role_names[i][0] == name->text[0] && pdf_text_is(name, role_names[i]))
            return (verify_role)i;
    return ROLE_NONE;
}

/* ---------------------------------------------------------------- trees of numbers and names */

typedef struct {
    checking *c;
    const char *leaves;
    verify_tree_entry each;
    GHashTable *seen;
} tree_walk;

static void walk(tree_walk *w, const pdf_value *node, unsigned depth)
{
    if (depth > DEEPEST_TREE || g_hash_table_contains(w->seen, node)) {
        ladle_verify_fault(w->c, RULE_READ_LIMIT, ON_FILE,
                           "a tree of names or numbers is wound into itself");
        return;
    }
    g_hash_table_add(w->seen, (gpointer)node);
    const pdf_value *leaves = ladle_verify_get(w->c->file, node, w->leaves),
                    *kids = ladle_verify_get(w->c->file, node, "Kids");
    if (leaves->kind == PDF_ARRAY && ladle_verify_spend(w->c, leaves->count))
        for (unsigned i = 0; i + 1 < leaves->count; i += 2)
            w->each(w->c, ladle_verify_item(w->c->file, leaves, i), &leaves->items[i + 1]);
    if (kids->kind == PDF_ARRAY)
        for (unsigned i = 0; i < kids->count; i++)
            walk(w, ladle_verify_item(w->c->file, kids, i), depth + 1);
}

void ladle_verify_walk_tree(checking *c, const pdf_value *root, const char *leaves,
                            verify_tree_entry each)
{
    if (!pdf_is_dictionary(root))
        return;
    tree_walk w = {c, leaves, each, g_hash_table_new(NULL, NULL)};
    walk(&w, root, 0);
    g_hash_table_unref(w.seen);
}

/* ---------------------------------------------------------------- texts */

bool ladle_verify_says(checking *c, const pdf_value *dictionary, const char *key)
{
    const pdf_value *value = ladle_verify_get(c->file, dictionary, key);
    if (value->kind != PDF_STRING)
        return false;
    const char *text = ladle_verify_utf8(c->arena, value);
    while (text && *text && g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return text && *text;
}

/* ---------------------------------------------------------------- pages */

static void read_page(checking *c, const pdf_value *page, unsigned object,
                      const pdf_value *resources)
{
    verify_page record = {object, page, resources};
    g_array_append_val(c->pages, record);
    if (object)
        g_hash_table_insert(c->page_numbers, GUINT_TO_POINTER(object),
                            GUINT_TO_POINTER(c->pages->len));
}

/* One node of the tree of pages; resources are those inherited. */
static void read_pages(checking *c, const pdf_value *reference, const pdf_value *resources,
                       GHashTable *seen, unsigned depth)
{
    const pdf_value *node = ladle_verify_resolve(c->file, reference);
    unsigned object = verify_number(reference);
    const pdf_value *own = ladle_verify_get(c->file, node, "Resources");
    const pdf_value *kids = ladle_verify_get(c->file, node, "Kids");
    if (own->kind == PDF_DICTIONARY)
        resources = own;
    if (node->kind != PDF_DICTIONARY) {
        ladle_verify_fault(c, RULE_READ_PAGES, ON_OBJECT(object), "a page is no dictionary");
    } else if (g_hash_table_contains(seen, node) || depth > DEEPEST_TREE ||
               c->pages->len > MOST_PAGES) {
        ladle_verify_fault(c, RULE_READ_PAGES, ON_OBJECT(object),
                           "the tree of pages holds a page twice, or itself");
    } else if (kids->kind == PDF_ARRAY) {
        g_hash_table_add(seen, (gpointer)node);
        for (unsigned i = 0; i < kids->count; i++)
            read_pages(c, &kids->items[i], resources, seen, depth + 1);
    } else {
        g_hash_table_add(seen, (gpointer)node);
        if (!pdf_name_is(ladle_verify_get(c->file, node, "Type"), "Page"))
            ladle_verify_fault(c, RULE_READ_PAGES, ON_OBJECT(object),
                               "a page is not of the Type Page");
        else
            read_page(c, node, object, resources);
    }
}

static void find_pages(checking *c)
{
    GHashTable *seen = g_hash_table_new(NULL, NULL);
    read_pages(c, ladle_verify_entry_raw(c->catalog, "Pages"), &ladle_verify_nothing, seen, 0);
    g_hash_table_unref(seen);
    if (c->pages->len == 0)
        ladle_verify_fault(c, RULE_READ_PAGES, ON_FILE, "the file has no page");
}

/* ---------------------------------------------------------------- the whole */

static void free_marks(gpointer data)
{
    g_hash_table_unref(((verify_marks *)data)->seen);
}

static void open_tables(checking *c)
{
    c->pages = g_array_new(FALSE, FALSE, sizeof(verify_page));
    c->elements = g_array_new(FALSE, FALSE, sizeof(verify_element));
    c->kids = g_array_new(FALSE, FALSE, sizeof(verify_kid));
    c->page_numbers = g_hash_table_new(NULL, NULL);
    c->element_of = g_hash_table_new(NULL, NULL);
    c->parents = g_hash_table_new(NULL, NULL);
    c->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    c->marks = g_hash_table_new_full(NULL, NULL, NULL, free_marks);
    c->annotations = g_hash_table_new(NULL, NULL);
    c->fonts = g_hash_table_new(NULL, NULL);
    c->font_order = g_ptr_array_new();
    c->attached = g_hash_table_new(NULL, NULL);
    c->in_tree = g_hash_table_new(NULL, NULL);
    c->associated = g_hash_table_new(NULL, NULL);
}

static void close_tables(checking *c)
{
    GArray *arrays[] = {c->pages, c->elements, c->kids};
    GHashTable *tables[] = {c->page_numbers, c->element_of, c->parents,    c->ids,     c->marks,
                            c->annotations,  c->fonts,      c->associated, c->in_tree, c->attached};
    for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_array_unref(arrays[i]);
    for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
        g_hash_table_unref(tables[i]);
    g_ptr_array_unref(c->font_order);
}

static void check_all(checking *c)
{
    c->catalog = ladle_verify_get(c->file, ladle_verify_trailer(c->file), "Root");
    if (c->catalog->kind != PDF_DICTIONARY) {
        ladle_verify_fault(c, RULE_READ_FILE, ON_FILE, "the file has no catalog");
        return;
    }
    find_pages(c);
    ladle_verify_read_structure(c);
    ladle_verify_check_objects(c);
    ladle_verify_check_metadata(c);
    ladle_verify_check_contents(c);
    ladle_verify_check_marks(c);
    ladle_verify_check_structure(c);
    ladle_verify_check_nesting(c);
    ladle_verify_check_tables(c);
    ladle_verify_check_annotations(c);
    ladle_verify_check_fonts(c);
    ladle_verify_check_colours(c);
    ladle_verify_check_attachments(c);
}

bool ladle_verify(const void *pdf, size_t bytes, const char *name, ladle_diagnostics *diagnostics)
{
    checking c = {.arena = ladle_arena_new(),
                  .diagnostics = diagnostics,
                  .name = name,
                  .data = pdf,
                  .bytes = bytes};
    open_tables(&c);
    const char *problem = "it is empty";
    if (bytes > 0)
        c.file = ladle_verify_open(pdf, bytes, c.arena, hear, &c, &problem);
    if (!c.file) {
        ladle_verify_fault(&c, RULE_READ_FILE, ON_FILE, "the file cannot be read as a PDF: %s",
                           problem);
    } else {
        ladle_verify_check_file(&c);
        if (ladle_verify_entry_raw(ladle_verify_trailer(c.file), "Encrypt")->kind == PDF_NULL)
            check_all(&c);
    }
    tell_the_rest(&c);
    close_tables(&c);
    ladle_arena_free(c.arena);
    return !c.broken;
}
