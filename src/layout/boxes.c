/* Nodes into boxes: which nodes are blocks, where loose words make a paragraph of their own, and
 * the logical structure, which is made here because nodes are met in reading order. */
#include "document/data.h"
#include "layout/flow.h"

#include <string.h>

static const char *const roles[LADLE_NODE_COUNT] = {
#define LADLE_WORD(name, element, context, content, role) [LADLE_NODE_##name] = role,
#include "document/vocabulary.def"
#undef LADLE_WORD
};

unsigned ladle_structure_add(ladle_flow *flow, const char *role, unsigned parent,
                             const ladle_node *node)
{
    GArray *tree = flow->pages->structure;
    ladle_structure added = {.role = role, .parent = parent};
    if (node) {
        const char *around = node->parent ? node->parent->language : NULL;
        if (!around || strcmp(around, node->language) != 0)
            added.language = node->language;
        added.id = node->id;
        added.alt = ladle_node_attribute(node, "alt");
        if (node->kind == LADLE_NODE_TH) {
            const char *scope = ladle_node_attribute(node, "scope");
            added.scope = scope && strcmp(scope, "row") == 0 ? "Row" : "Column";
        }
        const char *span = ladle_node_attribute(node, "colspan");
        if (span)
            added.colspan = (unsigned)g_ascii_strtoull(span, NULL, 10);
    }
    g_array_append_val(tree, added);
    return tree->len - 1;
}

static ladle_box *new_box(ladle_flow *flow, ladle_node_kind kind, const ladle_node *node,
                          const ladle_style *style, unsigned structure)
{
    ladle_box *box = LADLE_NEW(flow->arena, ladle_box);
    box->kind = kind;
    box->node = node;
    box->style = style;
    box->structure = structure;
    return box;
}

static void append(ladle_box *parent, ladle_box *box)
{
    if (!box)
        return;
    box->parent = parent;
    box->previous = parent->last;
    if (parent->last)
        parent->last->next = box;
    else
        parent->first = box;
    parent->last = box;
}

ladle_box *ladle_box_text(ladle_flow *flow, ladle_box *parent, const ladle_node *node,
                          const ladle_style *style, ladle_paragraph *text, unsigned structure)
{
    ladle_box *box = new_box(flow, LADLE_NODE_P, node, style, structure);
    box->text = text;
    if (parent)
        append(parent, box);
    return box;
}

/* Whether a node stands in a line of text when its parent may hold both. */
static bool is_inline(const ladle_node *node)
{
    switch (node->kind) {
    case LADLE_NODE_TEXT:
    case LADLE_NODE_EM:
    case LADLE_NODE_STRONG:
    case LADLE_NODE_CITE:
    case LADLE_NODE_SPAN:
    case LADLE_NODE_BR:
    case LADLE_NODE_A:
    case LADLE_NODE_REF:
    case LADLE_NODE_BACKLINKS:
    case LADLE_NODE_NOTE:
        return true;
    case LADLE_NODE_CHART:
        return ladle_chart_is_inline(node);
    case LADLE_NODE_ASIDE:
        return (node->previous && is_inline(node->previous)) ||
               (node->next && node->next->kind == LADLE_NODE_TEXT);
    default:
        return false;
    }
}

static bool is_corner(const ladle_node *node)
{
    return node->kind == LADLE_NODE_CHART && node->style->corner;
}

/* Children of a node that may hold blocks and words: words that stand loose make a paragraph in
 * the style of the node. */
static void add_children(ladle_flow *flow, ladle_box *box, const ladle_node *node)
{
    const ladle_node *child = node->first;
    while (child) {
        if (is_corner(child) || ladle_is_unprinted(child)) {
            child = child->next;
            continue;
        }
        if (!is_inline(child)) {
            append(box, ladle_box_new(flow, child, box->structure));
            child = child->next;
            continue;
        }
        const ladle_node *end = child->next;
        while (end && is_inline(end) && !is_corner(end))
            end = end->next;
        ladle_paragraph *text = ladle_paragraph_new(flow, node->style, child->pos, box->structure);
        ladle_paragraph_inlines(flow, text, child, end);
        if (!ladle_paragraph_empty(text)) {
            ladle_paragraph_shape(flow, text);
            ladle_box_text(flow, box, NULL, node->style, text, box->structure);
        }
        child = end;
    }
}

/* Number of a heading, before its title. */
static void add_heading_number(ladle_flow *flow, ladle_paragraph *text, const ladle_node *node)
{
    if (!node->number)
        return;
    ladle_style *number = LADLE_NEW(flow->arena, ladle_style);
    *number = *node->style;
    if (!number->number_colour.none)
        number->colour = number->number_colour;
    if (number->number_regular)
        number->font.bold = false;
    ladle_paragraph_words(flow, text, node->number, number, NULL);
    ladle_paragraph_gap(flow, text, node->style->number_gap, number);
}

/* "Figur 2" before a caption. */
static void add_caption_label(ladle_flow *flow, ladle_paragraph *text, const ladle_node *node)
{
    if (!node->parent || node->parent->kind != LADLE_NODE_FIGURE || !node->parent->label)
        return;
    const ladle_style *label = ladle_theme_named(flow->options->theme, "caption-label");
    ladle_paragraph_words(flow, text, node->parent->label, label, NULL);
    if (node->first)
        ladle_paragraph_gap(flow, text, label->number_gap, label);
}

/* A paragraph right after another stands in. */
static bool follows_paragraph(const ladle_node *node)
{
    return node->kind == LADLE_NODE_P && node->previous && node->previous->kind == LADLE_NODE_P &&
           node->previous->style->indent > 0;
}

static ladle_box *text_box(ladle_flow *flow, const ladle_node *node, unsigned parent)
{
    unsigned structure = ladle_structure_add(flow, roles[node->kind], parent, node);
    ladle_paragraph *text = ladle_paragraph_new(flow, node->style, node->pos, structure);
    if (node->kind >= LADLE_NODE_H1 && node->kind <= LADLE_NODE_H4)
        add_heading_number(flow, text, node);
    if (node->kind == LADLE_NODE_FIGCAPTION)
        add_caption_label(flow, text, node);
    ladle_paragraph_inlines(flow, text, node->first, NULL);
    ladle_paragraph_shape(flow, text);
    text->indented = follows_paragraph(node);
    return ladle_box_text(flow, NULL, node, node->style, text, structure);
}

static ladle_box *container(ladle_flow *flow, const ladle_node *node, unsigned parent)
{
    unsigned structure = ladle_structure_add(flow, roles[node->kind], parent, node);
    ladle_box *box = new_box(flow, node->kind, node, node->style, structure);
    add_children(flow, box, node);
    return box;
}

static ladle_box *cell(ladle_flow *flow, const ladle_node *node, unsigned parent)
{
    flow->cells++;
    ladle_box *box = container(flow, node, parent);
    flow->cells--;
    return box;
}

/* Rows and groups of rows. */
static ladle_box *rows(ladle_flow *flow, const ladle_node *node, unsigned parent)
{
    unsigned structure = ladle_structure_add(flow, roles[node->kind], parent, node);
    ladle_box *box = new_box(flow, node->kind, node, node->style, structure);
    for (const ladle_node *child = node->first; child; child = child->next) {
        if (child->kind == LADLE_NODE_COL || child->kind == LADLE_NODE_TEXT)
            continue;
        append(box, ladle_box_new(flow, child, structure));
    }
    return box;
}

static bool gives_way(const ladle_node *node)
{
    if (node->kind == LADLE_NODE_TR && ladle_node_attribute(node, "fit"))
        return true;
    bool holds_rows = node->kind == LADLE_NODE_TABLE || node->kind == LADLE_NODE_TBODY;
    for (const ladle_node *child = holds_rows ? node->first : NULL; child; child = child->next)
        if (gives_way(child))
            return true;
    return false;
}

/* A table, and behind it a place for the words that some of its rows are not shown. */
static ladle_box *table(ladle_flow *flow, const ladle_node *node, unsigned parent)
{
    ladle_box *box = rows(flow, node, parent);
    if (gives_way(node))
        box->shown = ladle_structure_add(flow, roles[LADLE_NODE_P], parent, NULL);
    return box;
}

static ladle_box *list(ladle_flow *flow, const ladle_node *node, unsigned parent)
{
    unsigned structure = ladle_structure_add(flow, roles[node->kind], parent, node), number = 0;
    g_array_index(flow->pages->structure, ladle_structure, structure).numbering =
        node->kind == LADLE_NODE_OL ? "Decimal" : "Disc";
    ladle_box *box = new_box(flow, node->kind, node, node->style, structure);
    ladle_style *style = LADLE_NEW(flow->arena, ladle_style);
    *style = *node->style;
    if (!style->mark_colour.none)
        style->colour = style->mark_colour;
    for (const ladle_node *child = node->first; child; child = child->next) {
        if (child->kind != LADLE_NODE_LI)
            continue;
        unsigned item = ladle_structure_add(flow, "LI", structure, child);
        unsigned label = ladle_structure_add(flow, "Lbl", item, NULL);
        unsigned body = ladle_structure_add(flow, "LBody", item, NULL);
        ladle_box *one = new_box(flow, LADLE_NODE_LI, child, child->style, body);
        char *words = node->kind == LADLE_NODE_OL ? g_strdup_printf("%u.", ++number)
                                                  : g_strdup(style->mark ? style->mark : "");
        one->mark = ladle_paragraph_new(flow, style, child->pos, label);
        ladle_paragraph_words(flow, one->mark, words, style, NULL);
        ladle_paragraph_shape(flow, one->mark);
        g_free(words);
        add_children(flow, one, child);
        append(box, one);
    }
    if (node->style->most_lines)
        box->shown = ladle_structure_add(flow, roles[LADLE_NODE_P], parent, NULL);
    return box;
}

ladle_box *ladle_box_new(ladle_flow *flow, const ladle_node *node, unsigned structure)
{
    switch (node->kind) {
    case LADLE_NODE_H1:
    case LADLE_NODE_H2:
    case LADLE_NODE_H3:
    case LADLE_NODE_H4:
    case LADLE_NODE_P:
    case LADLE_NODE_FIGCAPTION:
    case LADLE_NODE_CAPTION:
        return text_box(flow, node, structure);
    case LADLE_NODE_UL:
    case LADLE_NODE_OL:
        return list(flow, node, structure);
    case LADLE_NODE_TABLE:
        return table(flow, node, structure);
    case LADLE_NODE_THEAD:
    case LADLE_NODE_TBODY:
    case LADLE_NODE_TFOOT:
    case LADLE_NODE_TR:
        return rows(flow, node, structure);
    case LADLE_NODE_TH:
    case LADLE_NODE_TD:
        return cell(flow, node, structure);
    case LADLE_NODE_IMG:
    case LADLE_NODE_CHART:
        return new_box(flow, node->kind, node, node->style,
                       ladle_structure_add(flow, roles[node->kind], structure, node));
    case LADLE_NODE_TOC:
    case LADLE_NODE_FIGURE_LIST: {
        ladle_box *box = new_box(flow, node->kind, node, node->style,
                                 ladle_structure_add(flow, "TOC", structure, node));
        ladle_contents_boxes(flow, box);
        return box;
    }
    case LADLE_NODE_PAGE_BREAK:
        return new_box(flow, node->kind, node, node->style, structure);
    default:
        return container(flow, node, structure);
    }
}

/* ------------------------------------------------------------------------------ widths of boxes */

static void widen(ladle_box_need *need, ladle_box_need other)
{
    need->parted = MAX(need->parted, other.parted);
    need->least = MAX(need->least, other.least);
    need->natural = MAX(need->natural, other.natural);
}

static void add(ladle_box_need *need, ladle_box_need other, int more)
{
    need->parted += other.parted + more;
    need->least += other.least + more;
    need->natural += other.natural + more;
}

ladle_box_need ladle_box_widths(ladle_flow *flow, const ladle_box *box, bool parting)
{
    ladle_box_need need = {0}, sum = {0};
    if (box->text) {
        ladle_paragraph_widths(flow, box->text, &need.least, &need.natural);
        need.parted = parting ? ladle_paragraph_parted(flow, box->text) : need.least;
    }
    for (const ladle_box *child = box->first; child; child = child->next) {
        ladle_box_need inner = ladle_box_widths(flow, child, parting);
        widen(&need, inner);
        add(&sum, inner, child->style->gutter);
    }
    if (box->kind == LADLE_NODE_TR || box->kind == LADLE_NODE_COLUMNS)
        need = sum;
    if (!box->node) /* loose words: margins are their parent's */
        return need;
    const ladle_style *style = box->style;
    widen(&need, (ladle_box_need){style->width, style->width, style->width});
    add(&need, (ladle_box_need){0},
        style->left + style->right + style->padding_left + style->padding_right +
            (box->kind == LADLE_NODE_LI ? box->parent->style->hanging : 0));
    return need;
}
