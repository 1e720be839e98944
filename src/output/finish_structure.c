/* The structure tree.
 *
 * The layout gives the logical tree as a list of nodes, parents before children, and the drawing
 * gives, page by page, the marks: which leaf of the page belongs to which node. Here each node
 * becomes a structure element whose children are, in reading order, its own marks, the elements
 * of its child nodes, and the annotations of a link.
 *
 * Order: a child node stands where its first mark (or that of a descendant) was drawn. Where a
 * node has no marks of its own, its children are then put in the order of the list, as content
 * that stands beside or below the text (notes at the foot of a page) is drawn later than it is
 * read. Nodes without any content are left out, except parts of tables and lists, which would
 * lose their shape; of a row that is not shown all are.
 *
 * The parent tree leads back: from page and mark, and from annotation, to the element. */
#include "output/finish_private.h"

#include <stdlib.h>
#include <string.h>

typedef enum { KID_MARK, KID_NODE, KID_ANNOTATION } kid_kind;

typedef struct {
    kid_kind kind;
    unsigned page, index; /* MARK: page and number on it; NODE: index; ANNOTATION: index */
} kid;

typedef struct {
    GArray *kids;  /* of kid */
    bool attached; /* its parent has it as a kid */
    bool own_marks;
    unsigned id;        /* 0: left out */
    unsigned page;      /* of its first mark; UINT_MAX: none */
    int x1, y1, x2, y2; /* extent on that page, of it and all below it */
} element;

typedef struct {
    finishing *f;
    element *elements;
    unsigned n;
} tree;

static const ladle_structure *node(const tree *t, unsigned index)
{
    return &g_array_index(t->f->pages->structure, ladle_structure, index);
}

static finish_node *shape(const tree *t, unsigned index)
{
    return &g_array_index(t->f->nodes, finish_node, index);
}

static void add_kid(tree *t, unsigned index, kid k)
{
    g_array_append_val(t->elements[index].kids, k);
}

/* Makes a node a kid of its parent, and the parent of its own, up to the root. */
static void attach(tree *t, unsigned index)
{
    while (index > 0 && !t->elements[index].attached) {
        t->elements[index].attached = true;
        unsigned parent = shape(t, index)->parent;
        add_kid(t, parent, (kid){KID_NODE, 0, index});
        index = parent;
    }
}

static void widen(tree *t, unsigned index, unsigned page, const ladle_mark *mark)
{
    for (;; index = shape(t, index)->parent) {
        element *e = &t->elements[index];
        if (e->page == UINT_MAX) {
            e->page = page;
            e->x1 = mark->x1, e->y1 = mark->y1, e->x2 = mark->x2, e->y2 = mark->y2;
        } else if (e->page == page) {
            e->x1 = MIN(e->x1, mark->x1), e->y1 = MIN(e->y1, mark->y1);
            e->x2 = MAX(e->x2, mark->x2), e->y2 = MAX(e->y2, mark->y2);
        }
        if (index == 0)
            return;
    }
}

static void take_marks(tree *t)
{
    for (unsigned p = 0; p < t->f->marks->len; p++) {
        const GArray *marks = t->f->marks->pdata[p];
        for (unsigned i = 0; i < marks->len; i++) {
            const ladle_mark *mark = &g_array_index(marks, ladle_mark, i);
            if (mark->artifact != LADLE_ARTIFACT_NONE)
                continue;
            attach(t, mark->structure);
            add_kid(t, mark->structure, (kid){KID_MARK, p, i});
            t->elements[mark->structure].own_marks = true;
            widen(t, mark->structure, p, mark);
        }
    }
}

static void take_annotations(tree *t)
{
    const GArray *annotations = t->f->annotations;
    for (unsigned i = 0; i < annotations->len; i++) {
        const finish_annotation *a = &g_array_index(annotations, finish_annotation, i);
        attach(t, a->structure);
        add_kid(t, a->structure, (kid){KID_ANNOTATION, a->page, i});
        if (t->elements[a->structure].page == UINT_MAX)
            t->elements[a->structure].page = a->page;
    }
}

static bool keeps_shape(const char *role)
{
    static const char *const roles[] = {"Table", "THead", "TBody", "TFoot", "TR",
                                        "TH",    "TD",    "L",     "LI"};
    for (unsigned i = 0; i < G_N_ELEMENTS(roles); i++)
        if (strcmp(role, roles[i]) == 0)
            return true;
    return false;
}

static int compare_kids(const void *a, const void *b)
{
    unsigned x = ((const kid *)a)->index, y = ((const kid *)b)->index;
    return x < y ? -1 : x > y;
}

static void order_kids(tree *t)
{
    for (unsigned i = 1; i < t->n; i++)
        if (!t->elements[i].attached && keeps_shape(shape(t, i)->role) && !node(t, i)->left_out &&
            t->elements[shape(t, i)->parent].page != UINT_MAX)
            attach(t, i);
    for (unsigned i = 0; i < t->n; i++) {
        GArray *kids = t->elements[i].kids;
        bool nodes_only = true;
        for (unsigned k = 0; k < kids->len; k++)
            nodes_only &= g_array_index(kids, kid, k).kind == KID_NODE;
        if (nodes_only && kids->len > 1)
            qsort(kids->data, kids->len, sizeof(kid), compare_kids);
    }
}

/* ---------------------------------------------------------------- writing */

static void append_kids(tree *t, const element *e)
{
    g_string_append(t->f->text, " /K [");
    for (unsigned i = 0; i < e->kids->len; i++) {
        const kid *k = &g_array_index(e->kids, kid, i);
        switch (k->kind) {
        case KID_MARK:
            if (k->page == e->page)
                g_string_append_printf(t->f->text, " %u", k->index);
            else
                g_string_append_printf(t->f->text, " << /Type /MCR /Pg %u 0 R /MCID %u >>",
                                       ladle_finish_page(t->f, k->page), k->index);
            break;
        case KID_NODE:
            g_string_append_printf(t->f->text, " %u 0 R", t->elements[k->index].id);
            break;
        case KID_ANNOTATION:
            g_string_append_printf(
                t->f->text, " << /Type /OBJR /Pg %u 0 R /Obj %u 0 R >>",
                ladle_finish_page(t->f, k->page),
                g_array_index(t->f->annotations, finish_annotation, k->index).id);
            break;
        }
    }
    g_string_append(t->f->text, " ]");
}

static void append_box(tree *t, const element *e)
{
    g_string_append(t->f->text, " /A << /O /Layout /BBox [");
    ladle_finish_points(t->f, e->x1);
    ladle_finish_points(t->f, ladle_finish_up(t->f, e->page, e->y2));
    ladle_finish_points(t->f, e->x2);
    ladle_finish_points(t->f, ladle_finish_up(t->f, e->page, e->y1));
    g_string_append(t->f->text, " ] >>");
}

static void append_table_attributes(tree *t, const finish_node *s)
{
    if (!s->scope && s->colspan <= 1 && !s->heads)
        return;
    g_string_append(t->f->text, " /A << /O /Table");
    if (s->scope)
        g_string_append_printf(t->f->text, " /Scope /%s", s->scope);
    if (s->colspan > 1)
        g_string_append_printf(t->f->text, " /ColSpan %u", s->colspan);
    if (s->heads)
        g_string_append_printf(t->f->text, " /Headers [%s ]", s->heads);
    g_string_append(t->f->text, " >>");
}

static const char *language_above(const tree *t, unsigned index)
{
    while (index > 0) {
        index = shape(t, index)->parent;
        if (node(t, index)->language)
            return node(t, index)->language;
    }
    return t->f->pages->language;
}

static void append_attributes(tree *t, unsigned index)
{
    const ladle_structure *s = node(t, index);
    if (s->alt) {
        g_string_append(t->f->text, " /Alt ");
        ladle_finish_text(t->f, s->alt);
    }
    if (s->actual) {
        g_string_append(t->f->text, " /ActualText ");
        ladle_finish_text(t->f, s->actual);
    }
    if (s->language && g_strcmp0(s->language, language_above(t, index)) != 0) {
        g_string_append(t->f->text, " /Lang ");
        ladle_finish_text(t->f, s->language);
    }
    if (shape(t, index)->has_id)
        g_string_append_printf(t->f->text, " /ID (" FINISH_ID ")", index);
    if (strcmp(s->role, "Figure") == 0)
        append_box(t, &t->elements[index]);
    if (s->numbering)
        g_string_append_printf(t->f->text, " /A << /O /List /ListNumbering /%s >>", s->numbering);
    append_table_attributes(t, shape(t, index));
}

static void write_elements(tree *t)
{
    for (unsigned i = 0; i < t->n; i++) {
        const element *e = &t->elements[i];
        if (!e->id)
            continue;
        ladle_finish_begin(t->f, e->id);
        g_string_append_printf(t->f->text, "<< /S /%s /P %u 0 R", shape(t, i)->role,
                               i == 0 ? t->f->structure_root : t->elements[shape(t, i)->parent].id);
        if (e->page != UINT_MAX)
            g_string_append_printf(t->f->text, " /Pg %u 0 R", ladle_finish_page(t->f, e->page));
        append_attributes(t, i);
        append_kids(t, e);
        g_string_append(t->f->text, " >>");
        ladle_finish_end(t->f);
    }
}

static unsigned write_page_parents(tree *t, unsigned page)
{
    const GArray *marks = t->f->marks->pdata[page];
    unsigned id = ladle_finish_reserve(t->f);
    ladle_finish_begin(t->f, id);
    g_string_append_c(t->f->text, '[');
    for (unsigned i = 0; i < marks->len; i++) {
        const ladle_mark *mark = &g_array_index(marks, ladle_mark, i);
        if (mark->artifact == LADLE_ARTIFACT_NONE)
            g_string_append_printf(t->f->text, " %u 0 R", t->elements[mark->structure].id);
        else
            g_string_append(t->f->text, " null");
    }
    g_string_append(t->f->text, " ]");
    ladle_finish_end(t->f);
    return id;
}

static unsigned write_parent_tree(tree *t)
{
    GString *numbers = g_string_new("<< /Nums [");
    for (unsigned p = 0; p < t->f->marks->len; p++)
        g_string_append_printf(numbers, " %u %u 0 R", p, write_page_parents(t, p));
    for (unsigned i = 0; i < t->f->annotations->len; i++) {
        const finish_annotation *a = &g_array_index(t->f->annotations, finish_annotation, i);
        g_string_append_printf(numbers, " %u %u 0 R", a->key, t->elements[a->structure].id);
    }
    g_string_append(numbers, " ] >>");
    unsigned id = ladle_finish_reserve(t->f);
    ladle_finish_begin(t->f, id);
    g_string_append_len(t->f->text, numbers->str, (gssize)numbers->len);
    ladle_finish_end(t->f);
    g_string_free(numbers, TRUE);
    return id;
}

/* What has an id, by it; the ids are in order because the numbers in them are. */
static void append_ids(tree *t)
{
    bool any = false;
    for (unsigned i = 0; i < t->n; i++) {
        if (!t->elements[i].id || !shape(t, i)->has_id)
            continue;
        g_string_append_printf(t->f->text, "%s (" FINISH_ID ") %u 0 R",
                               any ? "" : " /IDTree << /Names [", i, t->elements[i].id);
        any = true;
    }
    if (any)
        g_string_append(t->f->text, " ] >>");
}

static void write_root(tree *t)
{
    unsigned parents = write_parent_tree(t);
    ladle_finish_begin(t->f, t->f->structure_root);
    g_string_append_printf(t->f->text,
                           "<< /Type /StructTreeRoot /K [ %u 0 R ] /ParentTree %u 0 R "
                           "/ParentTreeNextKey %u",
                           t->elements[0].id, parents, t->f->marks->len + t->f->annotations->len);
    append_ids(t);
    g_string_append(t->f->text, " >>");
    ladle_finish_end(t->f);
}

/* Whether every index leads to a node, and every parent stands before its children. */
static bool is_sound(const finishing *f)
{
    unsigned n = f->pages->structure->len;
    for (unsigned i = 1; i < n; i++)
        if (g_array_index(f->pages->structure, ladle_structure, i).parent >= i)
            return false;
    for (unsigned p = 0; p < f->marks->len; p++) {
        const GArray *marks = f->marks->pdata[p];
        for (unsigned i = 0; i < marks->len; i++) {
            const ladle_mark *mark = &g_array_index(marks, ladle_mark, i);
            if (mark->artifact == LADLE_ARTIFACT_NONE && mark->structure >= n)
                return false;
        }
    }
    for (unsigned i = 0; i < f->annotations->len; i++)
        if (g_array_index(f->annotations, finish_annotation, i).structure >= n)
            return false;
    return n > 0;
}

void ladle_finish_structure(finishing *f)
{
    if (!is_sound(f)) {
        ladle_finish_fault(f, "the structure of the pages does not hold together");
        return;
    }
    ladle_finish_nodes(f);
    f->structure_root = ladle_finish_reserve(f);
    tree t = {f, NULL, f->pages->structure->len};
    t.elements = g_new0(element, t.n);
    for (unsigned i = 0; i < t.n; i++) {
        t.elements[i].kids = g_array_new(FALSE, FALSE, sizeof(kid));
        t.elements[i].page = UINT_MAX;
    }
    take_marks(&t);
    take_annotations(&t);
    order_kids(&t);
    for (unsigned i = 0; i < t.n; i++)
        t.elements[i].id = i == 0 || t.elements[i].attached ? ladle_finish_reserve(f) : 0;
    write_elements(&t);
    write_root(&t);
    for (unsigned i = 0; i < t.n; i++)
        g_array_unref(t.elements[i].kids);
    g_free(t.elements);
}
