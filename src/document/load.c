/* From an XML tree to nodes.
 *
 * THE MODEL
 *
 * One pass over the tree, element by element. Each element is looked up in the vocabulary, held
 * against the tables of grammar.c, given its attributes, its place and its style, and then its
 * children follow. What is wrong is diagnosed and left out, so that all that is wrong is said in
 * one run; a document with an error is not handed on. */
#include "document/grammar.h"
#include "document/load_private.h"
#include "document/number.h"
#include "document/theme.h"
#include "document/theme_private.h"
#include "xml/document.h"

#include <string.h>

static ladle_node *load_element(ladle_loader *l, const xmlNode *source, ladle_node *parent,
                                bool in_line, ladle_text_flow *flow);

/* ------------------------------------------------------------------------------------- messages */

void ladle_load_complain(ladle_loader *l, ladle_diag_code code, ladle_pos pos, const char *format,
                         ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    ladle_diag_add(l->diagnostics, code, pos, "%s", message);
    g_free(message);
    l->errors++;
}

const char *ladle_load_name(const ladle_node *node)
{
    return ladle_word_of(node->kind)->element;
}

bool ladle_load_is_ours(const xmlNode *source)
{
    return source->ns && strcmp((const char *)source->ns->href, LADLE_DOCUMENT_NAMESPACE) == 0;
}

/* ----------------------------------------------------------------------------- places and kinds */
/* Which of the siblings of its name this is: "table", or "table[2]" when there are several. The
 * one counted last at this depth is remembered, so that long tables are not counted again for
 * each row. */
static char *step(ladle_loader *l, const xmlNode *source)
{
    ladle_counted_sibling *last = &l->counted[MIN(l->depth, LADLE_DOCUMENT_DEPTH)];
    unsigned before = 0;
    for (const xmlNode *s = source->prev; s; s = s->prev) {
        if (s->type != XML_ELEMENT_NODE || !xmlStrEqual(s->name, source->name))
            continue;
        before += s == last->node ? last->number : 1;
        if (s == last->node)
            break;
    }
    *last = (ladle_counted_sibling){source, before + 1};
    bool several = before > 0;
    for (const xmlNode *s = source->next; s && !several; s = s->next)
        several = s->type == XML_ELEMENT_NODE && xmlStrEqual(s->name, source->name);
    return several ? g_strdup_printf("%s[%u]", (const char *)source->name, before + 1)
                   : g_strdup((const char *)source->name);
}

/* The place of an element. Paths go down to blocks: in a line, the block's place will do. */
static ladle_pos place_of(ladle_loader *l, const xmlNode *source, const ladle_node *parent,
                          bool in_line)
{
    if (l->lines) {
        ladle_pos pos = ladle_xml_pos(source);
        return (ladle_pos){l->file, pos.line, pos.column};
    }
    if (in_line)
        return parent->pos;
    char *last = step(l, source);
    const char *separator = parent ? "/" : ": /";
    const char *path = ladle_arena_printf(l->arena, "%s%s%s", parent ? parent->pos.file : l->file,
                                          separator, last);
    g_free(last);
    return (ladle_pos){path, 0, 0};
}

/* The kind of an element; -1 after an error. */
static int kind_of(ladle_loader *l, const xmlNode *source, ladle_pos pos)
{
    const char *name = (const char *)source->name;
    int kind = ladle_load_is_ours(source) ? ladle_word_kind(name) : -1;
    if (kind >= 0)
        return kind;
    const char *names[LADLE_NODE_COUNT];
    for (int i = 1; i < LADLE_NODE_COUNT; i++)
        names[i - 1] = ladle_word_name(i);
    names[LADLE_NODE_COUNT - 1] = NULL;
    if (!ladle_load_is_ours(source) && ladle_word_kind(name) >= 0) {
        ladle_load_complain(
            l, LADLE_DIAG_DOCUMENT_ELEMENT, pos,
            "<%s> stands in the namespace \"%s\" and is left out; elements of a document "
            "are in " LADLE_DOCUMENT_NAMESPACE,
            name, source->ns ? (const char *)source->ns->href : "");
        return -1;
    }
    char *guess = ladle_theme_guess(name, names);
    ladle_load_complain(l, LADLE_DIAG_DOCUMENT_ELEMENT, pos,
                        "documents have no element <%s>; it is left out%s", name, guess);
    g_free(guess);
    return -1;
}

/* ------------------------------------------------------------------------------------- children */

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static bool is_pure_block(const xmlNode *source)
{
    int kind = ladle_load_is_ours(source) ? ladle_word_kind((const char *)source->name) : -1;
    return kind >= 0 && ladle_word_of((ladle_node_kind)kind)->context == LADLE_CONTEXT_BLOCK;
}

/* Whether the content of a node is a line of text. What may hold either is a line unless an
 * element of it can only be a block. */
static bool is_line(const ladle_node *node, const xmlNode *source)
{
    switch (ladle_word_of(node->kind)->content) {
    case LADLE_CONTENT_INLINES:
    case LADLE_CONTENT_WORDS:
        return true;
    case LADLE_CONTENT_MIXED:
        if (node->kind == LADLE_NODE_ASIDE)
            return node->in_line;
        for (const xmlNode *child = source->children; child; child = child->next)
            if (child->type == XML_ELEMENT_NODE && is_pure_block(child))
                return false;
        return true;
    default:
        return false;
    }
}

static void load_text(ladle_loader *l, const xmlNode *child, ladle_node *node,
                      ladle_text_flow *flow)
{
    const char *text = child->content ? (const char *)child->content : "";
    if (flow) {
        ladle_load_add_text(l, node, text, flow);
    } else if (!is_blank(text)) {
        char *words = ladle_load_collapsed(text);
        const char *end = words;
        for (int i = 0; i < 24 && *end; i++)
            end = g_utf8_next_char(end);
        ladle_load_complain(
            l, LADLE_DIAG_DOCUMENT_TEXT, node->pos,
            "the text \"%.*s%s\" stands directly in <%s>, which takes no text; it is left out",
            (int)(end - words), words, *end ? "…" : "", ladle_load_name(node));
        g_free(words);
    }
}

static void load_children(ladle_loader *l, const xmlNode *source, ladle_node *node,
                          ladle_text_flow *flow)
{
    for (const xmlNode *child = source->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            load_element(l, child, node, flow != NULL, flow);
        else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            load_text(l, child, node, flow);
        else if (child->type == XML_ENTITY_REF_NODE)
            ladle_load_complain(l, LADLE_DIAG_DOCUMENT_ELEMENT, node->pos,
                                "the entity &%s; has no meaning here; it is left out",
                                (const char *)child->name);
    }
}

static void load_content(ladle_loader *l, const xmlNode *source, ladle_node *node,
                         ladle_text_flow *around)
{
    if (!is_line(node, source)) {
        load_children(l, source, node, NULL);
        if (around)
            ladle_load_pass_object(l, around, node->kind);
        return;
    }
    bool apart = !around || node->kind == LADLE_NODE_NOTE || node->kind == LADLE_NODE_ASIDE;
    if (!apart) {
        load_children(l, source, node, around);
        return;
    }
    ladle_text_flow flow = ladle_load_begin_flow();
    load_children(l, source, node, &flow);
    ladle_load_end_flow(l, &flow, node->pos);
}

/* ----------------------------------------------------------------------------------- an element */

static bool check_place(ladle_loader *l, const ladle_node *node, bool in_line)
{
    const ladle_node *parent = node->parent;
    ladle_context context = ladle_word_of(node->kind)->context;
    bool good = context == LADLE_CONTEXT_DATA
                    ? l->chart && ladle_chart_takes(l->chart, node->kind, parent->kind)
                    : ladle_may_stand_in(node->kind, parent, in_line);
    if (good)
        return true;
    if (context == LADLE_CONTEXT_DATA && l->chart)
        ladle_load_complain(l, LADLE_DIAG_DOCUMENT_PLACE, node->pos,
                            "a chart of kind %s takes no <%s> in <%s>; it is left out", l->chart,
                            ladle_load_name(node), ladle_load_name(parent));
    else
        ladle_load_complain(
            l, LADLE_DIAG_DOCUMENT_PLACE, node->pos, "<%s> may not stand in <%s>%s; it is left out",
            ladle_load_name(node), ladle_load_name(parent),
            in_line && context == LADLE_CONTEXT_BLOCK ? " beside or within a line of text" : "");
    return false;
}

/* What stands in its place are the words alone, as those around them. */
static void load_plain_words(ladle_loader *l, const xmlNode *source, int kind, ladle_node *parent,
                             ladle_text_flow *flow)
{
    if (kind == LADLE_NODE_A) {
        load_children(l, source, parent, flow);
        return;
    }
    char *words = ladle_load_source_attribute(source, "none");
    if (words)
        ladle_load_add_text(l, parent, words, flow);
    g_free(words);
}

static ladle_node *load_element(ladle_loader *l, const xmlNode *source, ladle_node *parent,
                                bool in_line, ladle_text_flow *flow)
{
    ladle_pos pos = place_of(l, source, parent, in_line);
    int kind = kind_of(l, source, pos);
    if (kind < 0)
        return NULL;
    if (l->depth == LADLE_DOCUMENT_DEPTH) {
        ladle_load_complain(l, LADLE_DIAG_DOCUMENT_DEPTH, pos,
                            "elements are nested more than %d deep; what is deeper is left out",
                            LADLE_DOCUMENT_DEPTH);
        return NULL;
    }
    ladle_node *node = LADLE_NEW(l->arena, ladle_node);
    *node = (ladle_node){.kind = (ladle_node_kind)kind,
                         .pos = pos,
                         .parent = parent,
                         .language = parent ? parent->language : NULL,
                         .in_line = in_line};
    if (parent && !check_place(l, node, in_line))
        return NULL;
    if (flow && ladle_load_leads_nowhere(l, source, kind)) {
        load_plain_words(l, source, kind, parent, flow);
        return NULL;
    }
    const char *chart_around = l->chart;
    if (kind == LADLE_NODE_CHART) {
        xmlChar *chart = xmlGetNoNsProp((xmlNode *)source, (const xmlChar *)"kind");
        l->chart = ladle_arena_strdup(l->arena, (const char *)chart);
        xmlFree(chart);
    }
    ladle_load_attributes(l, source, node);
    if (parent)
        ladle_load_append(parent, node);
    else
        l->document->root = node;
    node->style = ladle_style_compute(l->theme, node);
    l->depth++;
    load_content(l, source, node, flow);
    l->depth--;
    l->chart = chart_around;
    ladle_check_node(l->document, node, l->diagnostics, &l->errors);
    return node;
}

/* ------------------------------------------------------------------------------------ the whole */

static void release_ids(void *table)
{
    g_hash_table_destroy(table);
}

/* The words of the labels, and the counters. */
static void take_heads(ladle_loader *l)
{
    ladle_document *document = l->document;
    document->continued = "";
    document->more = "…";
    document->shown = "%s / %s";
    document->continues = document->page_words = "%s";
    const struct {
        const char *id, **words;
    } labels[] = {{"continued", &document->continued},
                  {"continues", &document->continues},
                  {"page", &document->page_words},
                  {"more", &document->more},
                  {"shown", &document->shown}};
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        const char *words = ladle_document_label(document, labels[i].id);
        *labels[i].words = words ? words : *labels[i].words;
    }
    for (const ladle_node *node = document->root->first; node; node = node->next)
        document->n_counters += node->kind == LADLE_NODE_COUNTER;
    document->counters = LADLE_NEW_ARRAY(l->arena, ladle_counter, document->n_counters + 1);
    unsigned i = 0;
    for (const ladle_node *node = document->root->first; node; node = node->next)
        if (node->kind == LADLE_NODE_COUNTER)
            document->counters[i++] =
                (ladle_counter){.id = node->id,
                                .label = ladle_node_attribute(node, "label"),
                                .several = ladle_node_attribute(node, "several"),
                                .ref = ladle_node_attribute(node, "ref")};
}

static void take_attributes(ladle_document *document)
{
    const ladle_node *root = document->root;
    document->title = ladle_node_attribute(root, "title");
    document->author = ladle_node_attribute(root, "author");
    document->subject = ladle_node_attribute(root, "subject");
    document->date = ladle_node_attribute(root, "date");
    document->language = root->language;
}

static void load_root(ladle_loader *l, const xmlNode *root)
{
    ladle_node *node = load_element(l, root, NULL, false, NULL);
    if (!node)
        return;
    if (!node->language)
        ladle_load_complain(l, LADLE_DIAG_DOCUMENT_ATTRIBUTE_MISSING, node->pos,
                            "<document> needs the attribute xml:lang");
    take_attributes(l->document);
    take_heads(l);
}

ladle_document *ladle_document_load(ladle_arena *arena, xmlDoc *tree, const ladle_theme *theme,
                                    ladle_gate *gate, ladle_diagnostics *diagnostics)
{
    const xmlNode *root = xmlDocGetRootElement(tree);
    ladle_loader l = {
        .arena = arena,
        .document = LADLE_NEW(arena, ladle_document),
        .theme = theme,
        .gate = gate,
        .diagnostics = diagnostics,
        .file = ladle_arena_strdup(arena, tree->URL ? (const char *)tree->URL : "document"),
        .lines = root && ladle_xml_pos(root).line > 0};
    l.document->arena = arena;
    l.document->ids = g_hash_table_new(g_str_hash, g_str_equal);
    ladle_arena_defer(arena, release_ids, l.document->ids);
    if (!root || !ladle_load_is_ours(root) || strcmp((const char *)root->name, "document") != 0) {
        ladle_load_complain(
            &l, LADLE_DIAG_DOCUMENT_ROOT, (ladle_pos){l.file, 0, 0},
            "%s%s%s is not a document: expected <document xmlns=\"" LADLE_DOCUMENT_NAMESPACE "\">",
            root ? "<" : "an empty result", root ? (const char *)root->name : "", root ? ">" : "");
        return NULL;
    }
    load_root(&l, root);
    if (l.targets)
        g_hash_table_destroy(l.targets);
    if (!l.errors)
        l.errors += ladle_document_number(l.document, gate, diagnostics);
    return l.errors ? NULL : l.document;
}
