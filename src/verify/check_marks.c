/* Marks on the pages and the elements that have them: each mark has one element, each element's
 * mark is on its page, and the ParentTree says the same the other way round. */
#include "verify/checking.h"

static void claim_mark(checking *c, unsigned index, const verify_kid *kid)
{
    verify_marks *marks = g_hash_table_lookup(c->marks, GUINT_TO_POINTER(kid->object));
    gpointer key = GUINT_TO_POINTER(kid->index + 1), owner;
    if (!marks || !g_hash_table_lookup_extended(marks->seen, key, NULL, &owner)) {
        ladle_verify_fault(c, RULE_MARK_MISSING, ON_ELEMENT(index),
                           "an element has the mark %d, which is not on its page", (int)kid->index);
        return;
    }
    if (GPOINTER_TO_UINT(owner) != NOWHERE)
        ladle_verify_fault(c, RULE_MARK_SHARED, ON_ELEMENT(index),
                           "the mark %u belongs to another element too, or to this one twice",
                           kid->index);
    else
        g_hash_table_insert(marks->seen, key, GUINT_TO_POINTER(index + 1));
}

static void claim_marks(checking *c, unsigned index)
{
    const verify_element *e = verify_element_at(c, index);
    for (unsigned i = 0; i < e->kids; i++) {
        const verify_kid *kid = &g_array_index(c->kids, verify_kid, e->first_kid + i);
        if (kid->kind == KID_MARK)
            claim_mark(c, index, kid);
        else if (kid->kind == KID_OBJECT)
            g_hash_table_insert(c->annotations, GUINT_TO_POINTER(kid->object),
                                GUINT_TO_POINTER(index + 1));
    }
}

/* ---------------------------------------------------------------- the tree of parents */

static verify_place on_marks(const verify_marks *marks)
{
    return (verify_place){marks->page, NOWHERE, marks->object};
}

/* One mark: it must have an element, and the list of parents must name it. */
static void check_mark(checking *c, const verify_marks *marks, unsigned number, unsigned owner,
                       const pdf_value *parents)
{
    if (owner == NOWHERE) {
        ladle_verify_fault(c, RULE_MARK_LOST, on_marks(marks), "the mark %u belongs to no element",
                           number);
        return;
    }
    unsigned object = number < parents->count ? verify_number(&parents->items[number]) : 0;
    unsigned named = GPOINTER_TO_UINT(g_hash_table_lookup(c->element_of, GUINT_TO_POINTER(object)));
    if (parents->kind == PDF_ARRAY && (!object || named != owner))
        ladle_verify_fault(c, RULE_PARENTS_AGREE, ON_ELEMENT(owner - 1),
                           "the ParentTree gives %s for the mark %u of this element",
                           object ? "another element" : "nothing", number);
}

static int by_number(const void *a, const void *b)
{
    unsigned x = GPOINTER_TO_UINT(*(const gpointer *)a), y = GPOINTER_TO_UINT(*(const gpointer *)b);
    return x < y ? -1 : x > y;
}

static void check_stream_marks(checking *c, verify_marks *marks)
{
    const pdf_value *raw =
        marks->key < 0
            ? NULL
            : g_hash_table_lookup(c->parents, GUINT_TO_POINTER((unsigned)marks->key + 1));
    const pdf_value *parents = raw ? ladle_verify_resolve(c->file, raw) : &ladle_verify_nothing;
    unsigned n = g_hash_table_size(marks->seen);
    if (!ladle_verify_spend(c, n + (parents->kind == PDF_ARRAY ? parents->count : 0)))
        return;
    if (n > 0 && parents->kind != PDF_ARRAY)
        ladle_verify_fault(c, RULE_PARENTS_PAGE, on_marks(marks),
                           marks->key < 0 ? "a page with marks has no StructParents"
                                          : "the ParentTree has no list for a page's marks");
    gpointer *keys = g_hash_table_get_keys_as_array(marks->seen, NULL);
    qsort(keys, n, sizeof *keys, by_number);
    for (unsigned i = 0; i < n; i++)
        check_mark(c, marks, GPOINTER_TO_UINT(keys[i]) - 1,
                   GPOINTER_TO_UINT(g_hash_table_lookup(marks->seen, keys[i])), parents);
    g_free(keys);
    for (unsigned i = 0; parents->kind == PDF_ARRAY && i < parents->count; i++)
        if (parents->items[i].kind != PDF_NULL &&
            !g_hash_table_contains(marks->seen, GUINT_TO_POINTER(i + 1)))
            ladle_verify_fault(
                c, RULE_PARENTS_EXTRA, on_marks(marks),
                "the ParentTree names an element for the mark %u, which is not there", i);
}

static int by_page(gconstpointer a, gconstpointer b)
{
    const verify_marks *x = *(verify_marks *const *)a, *y = *(verify_marks *const *)b;
    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    return x->object < y->object ? -1 : x->object > y->object;
}

void ladle_verify_check_marks(checking *c)
{
    for (unsigned i = 0; i < c->elements->len; i++)
        claim_marks(c, i);
    GPtrArray *all = g_ptr_array_new();
    GHashTableIter iter;
    gpointer marks;
    g_hash_table_iter_init(&iter, c->marks);
    while (g_hash_table_iter_next(&iter, NULL, &marks))
        g_ptr_array_add(all, marks);
    g_ptr_array_sort(all, by_page);
    for (unsigned i = 0; i < all->len; i++)
        check_stream_marks(c, all->pdata[i]);
    g_ptr_array_unref(all);
}
