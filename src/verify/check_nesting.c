/* What may stand in what: lists, tables of contents, the parts of tables; and the order of
 * headings. */
#include "verify/checking.h"

#define SET(role) (1ull << ROLE_##role)

G_STATIC_ASSERT(ROLE_COUNT <= 64);

static guint64 set_of(verify_role role)
{
    return 1ull << role;
}

static verify_role parent_role(checking *c, const verify_element *e)
{
    return e->parent == NOWHERE ? ROLE_NONE : verify_element_at(c, e->parent)->role;
}

/* What may hold what. kids 0: anything. */
typedef struct {
    verify_role role;
    guint64 parents, kids;
    verify_rule parents_rule, kids_rule;
} nesting;

static const nesting nestings[] = {
    {ROLE_Table, 0, SET(TR) | SET(THead) | SET(TBody) | SET(TFoot) | SET(Caption), 0,
     RULE_TABLE_KIDS},
    {ROLE_THead, SET(Table), SET(TR), RULE_TABLE_PARTS, RULE_TABLE_ROWS},
    {ROLE_TBody, SET(Table), SET(TR), RULE_TABLE_PARTS, RULE_TABLE_ROWS},
    {ROLE_TFoot, SET(Table), SET(TR), RULE_TABLE_PARTS, RULE_TABLE_ROWS},
    {ROLE_TR, SET(Table) | SET(THead) | SET(TBody) | SET(TFoot), SET(TH) | SET(TD),
     RULE_TABLE_PARTS, RULE_TABLE_ROWS},
    {ROLE_TH, SET(TR), 0, RULE_TABLE_PARTS, 0},
    {ROLE_TD, SET(TR), 0, RULE_TABLE_PARTS, 0},
    {ROLE_L, 0, SET(L) | SET(LI) | SET(Caption), 0, RULE_LIST_KIDS},
    {ROLE_LI, SET(L), SET(Lbl) | SET(LBody), RULE_LIST_PARTS, RULE_LIST_KIDS},
    {ROLE_LBody, SET(LI), 0, RULE_LIST_PARTS, 0},
    {ROLE_TOC, 0, SET(TOC) | SET(TOCI) | SET(Caption), 0, RULE_TOC_KIDS},
    {ROLE_TOCI, SET(TOC), 0, RULE_TOC_PARTS, 0},
};

static void check_kid(checking *c, const nesting *n, unsigned index, const verify_kid *kid)
{
    if (kid->kind != KID_ELEMENT) {
        ladle_verify_fault(c, n->kids_rule, ON_ELEMENT(index),
                           "a %s holds text or objects that are in no element of it",
                           ladle_verify_role_name(n->role));
        return;
    }
    if (kid->index == NOWHERE)
        return;
    verify_role role = verify_element_at(c, kid->index)->role;
    if (!(n->kids & set_of(role)))
        ladle_verify_fault(c, n->kids_rule, ON_ELEMENT(kid->index), "a %s stands in a %s",
                           ladle_verify_role_name(role), ladle_verify_role_name(n->role));
}

static void check_nesting(checking *c, const nesting *n, unsigned index)
{
    const verify_element *e = verify_element_at(c, index);
    verify_role parent = parent_role(c, e);
    if (n->parents && !(n->parents & set_of(parent)))
        ladle_verify_fault(c, n->parents_rule, ON_ELEMENT(index), "a %s stands in a %s",
                           ladle_verify_role_name(n->role),
                           parent == ROLE_NONE ? "root" : ladle_verify_role_name(parent));
    for (unsigned i = 0; n->kids && i < e->kids; i++)
        check_kid(c, n, index, &g_array_index(c->kids, verify_kid, e->first_kid + i));
}

/* A caption is first or, in a table, last; there is one at most. */
static void check_caption(checking *c, unsigned index, verify_rule rule, bool may_be_last)
{
    const verify_element *e = verify_element_at(c, index);
    unsigned captions = 0;
    for (unsigned i = 0; i < e->kids; i++) {
        const verify_kid *kid = &g_array_index(c->kids, verify_kid, e->first_kid + i);
        if (kid->kind != KID_ELEMENT || kid->index == NOWHERE ||
            verify_element_at(c, kid->index)->role != ROLE_Caption)
            continue;
        if (++captions > 1)
            ladle_verify_fault(c, rule, ON_ELEMENT(kid->index), "there is more than one caption");
        else if (i != 0 && !(may_be_last && i == e->kids - 1))
            ladle_verify_fault(c, rule, ON_ELEMENT(kid->index), "a caption stands in the middle");
    }
}

/* ---------------------------------------------------------------- headings */

typedef struct {
    unsigned level; /* of the last heading; 0: none yet */
    bool numbered, plain, told;
} headings;

static unsigned level_of(verify_role role)
{
    return role >= ROLE_H1 && role <= ROLE_H6 ? (unsigned)(role - ROLE_H1) + 1 : 0;
}

static void check_heading(checking *c, headings *h, unsigned index)
{
    verify_role role = verify_element_at(c, index)->role;
    unsigned level = level_of(role);
    h->numbered |= level > 0;
    h->plain |= role == ROLE_H;
    if (h->numbered && h->plain && !h->told) {
        h->told = true;
        ladle_verify_fault(c, RULE_HEADING_MIXED, ON_ELEMENT(index),
                           "headings with levels (H1) and without (H) are mixed");
    }
    if (!level)
        return;
    if (h->level == 0 && level != 1)
        ladle_verify_fault(c, RULE_HEADING_FIRST, ON_ELEMENT(index),
                           "the first heading is H%u, and must be H1", level);
    else if (level > h->level + 1)
        ladle_verify_fault(c, RULE_HEADING_SKIPPED, ON_ELEMENT(index),
                           "an H%u follows an H%u, so that a level is skipped", level, h->level);
    h->level = level;
}

static void check_plain_headings(checking *c, unsigned index)
{
    const verify_element *e = verify_element_at(c, index);
    unsigned n = 0;
    for (unsigned i = 0; i < e->kids; i++) {
        const verify_kid *kid = &g_array_index(c->kids, verify_kid, e->first_kid + i);
        if (kid->kind == KID_ELEMENT && kid->index != NOWHERE)
            n += verify_element_at(c, kid->index)->role == ROLE_H;
    }
    if (n > 1)
        ladle_verify_fault(c, RULE_HEADING_MIXED, ON_ELEMENT(index), "an element holds two H");
}

/* ---------------------------------------------------------------- all */

static const nesting *nesting_of(verify_role role)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(nestings); i++)
        if (nestings[i].role == role)
            return &nestings[i];
    return NULL;
}

void ladle_verify_check_nesting(checking *c)
{
    const nesting *of[ROLE_COUNT];
    for (unsigned i = 0; i < ROLE_COUNT; i++)
        of[i] = nesting_of((verify_role)i);
    headings h = {0};
    for (unsigned i = 0; i < c->elements->len; i++) {
        verify_role role = verify_element_at(c, i)->role;
        if (of[role])
            check_nesting(c, of[role], i);
        if (role == ROLE_Table)
            check_caption(c, i, RULE_TABLE_CAPTION, true);
        else if (role == ROLE_L)
            check_caption(c, i, RULE_LIST_KIDS, false);
        else if (role == ROLE_TOC)
            check_caption(c, i, RULE_TOC_KIDS, false);
        if (role >= ROLE_H && role <= ROLE_H6)
            check_heading(c, &h, i);
    }
    for (unsigned i = 0; h.plain && i < c->elements->len; i++)
        check_plain_headings(c, i);
}
