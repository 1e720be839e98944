/* From an XML tree to nodes.
 *
 * THE MODEL
 *
 * One pass over the tree, element by element. Each element is looked up in the vocabulary, held
 * against the tables of grammar.c, given its attributes, its place and its style, and then its
 * children follow. What is wrong is diagnosed and left out, so that all that is wrong is said in
 * one run; a document with an error is not handed on.
 *
 * Text is read in flows. A flow is the text of one line-broken thing: a paragraph, a heading, a
 * cell, a footnote. White space collapses along the flow, across the borders of em, span and a: of
 * several spaces the first stays where it stands, none stays at the flow's start, after a br, or
 * at its end. Footnotes and side notes are flows of their own, and the flow around them goes on as
 * if they were not there. At its end a flow of several texts is heard by the gate as one string,
 * so that a name that is half in italics is heard as a name. */
#include "document/load.h"

#include "document/grammar.h"
#include "document/number.h"
#include "document/theme.h"
#include "document/theme_private.h"
#include "xml/document.h"

#include <glib.h>
#include <string.h>

#define DOCUMENT_NAMESPACE "urn:x-ladle:document"
#define IS_XML_SPACE(c) ((c) == ' ' || (c) == '\t' || (c) == '\n' || (c) == '\r')

typedef struct {
    const xmlNode *node;
    unsigned number; /* among its siblings of the same name */
} counted_sibling;

typedef struct {
    ladle_arena *arena;
    ladle_document *document;
    const ladle_theme *theme;
    ladle_gate *gate;
    ladle_diagnostics *diagnostics;
    const char *file;
    bool lines; /* the tree was read from a file and knows lines */
    unsigned depth;
    unsigned errors;
    const char *chart;     /* kind of the chart that is being read, or NULL */
    GHashTable *targets;   /* all ids of the tree, once a link asks whether one is there */
    const xmlNode *source; /* what is being read */
    counted_sibling counted[LADLE_DOCUMENT_DEPTH + 1];
} loader;

typedef struct {
    GString *heard;
    unsigned texts;
    bool at_start;          /* nothing but dropped space so far, or since a br */
    ladle_node *with_space; /* the text that ends with a space that may yet be dropped */
} text_flow;

static ladle_node *load_element(loader *l, const xmlNode *source, ladle_node *parent, bool in_line,
                                text_flow *flow);

/* ------------------------------------------------------------------ messages */

static void complain(loader *l, ladle_diag_code code, ladle_pos pos, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void complain(loader *l, ladle_diag_code code, ladle_pos pos, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    ladle_diag_add(l->diagnostics, code, pos, "%s", message);
    g_free(message);
    l->errors++;
}

static const char *name_of(const ladle_node *node)
{
    return ladle_word_of(node->kind)->element;
}

/* Which of the siblings of its name this is: "table", or "table[2]" when there are several. The
 * one counted last at this depth is remembered, so that long tables are not counted again for
 * each row. */
static char *step(loader *l, const xmlNode *source)
{
    counted_sibling *last = &l->counted[MIN(l->depth, LADLE_DOCUMENT_DEPTH)];
    unsigned before = 0;
    for (const xmlNode *s = source->prev; s; s = s->prev) {
        if (s->type != XML_ELEMENT_NODE || !xmlStrEqual(s->name, source->name))
            continue;
        before += s == last->node ? last->number : 1;
        if (s == last->node)
            break;
    }
    *last = (counted_sibling){source, before + 1};
    bool several = before > 0;
    for (const xmlNode *s = source->next; s && !several; s = s->next)
        several = s->type == XML_ELEMENT_NODE && xmlStrEqual(s->name, source->name);
    return several ? g_strdup_printf("%s[%u]", (const char *)source->name, before + 1)
                   : g_strdup((const char *)source->name);
}

/* The place of an element. Paths go down to blocks: in a line, the block's place will do. */
static ladle_pos place_of(loader *l, const xmlNode *source, const ladle_node *parent, bool in_line)
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

static bool is_ours(const xmlNode *source)
{
    return source->ns && strcmp((const char *)source->ns->href, DOCUMENT_NAMESPACE) == 0;
}

/* The kind of an element; -1 after an error. */
static int kind_of(loader *l, const xmlNode *source, ladle_pos pos)
{
    const char *name = (const char *)source->name;
    int kind = is_ours(source) ? ladle_word_kind(name) : -1;
    if (kind >= 0)
        return kind;
    const char *names[LADLE_NODE_COUNT];
    for (int i = 1; i < LADLE_NODE_COUNT; i++)
        names[i - 1] = ladle_word_name(i);
    names[LADLE_NODE_COUNT - 1] = NULL;
    if (!is_ours(source) && ladle_word_kind(name) >= 0) {
        complain(l, LADLE_DIAG_DOCUMENT_ELEMENT, pos,
                 "<%s> stands in the namespace \"%s\" and is left out; elements of a document "
                 "are in " DOCUMENT_NAMESPACE,
                 name, source->ns ? (const char *)source->ns->href : "");
        return -1;
    }
    char *guess = ladle_theme_guess(name, names);
    complain(l, LADLE_DIAG_DOCUMENT_ELEMENT, pos,
             "documents have no element <%s>; it is left out%s", name, guess);
    g_free(guess);
    return -1;
}

/* ------------------------------------------------------------------ text */

/* White space to single spaces; none at either end. */
static char *collapsed(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p++) {
        if (!IS_XML_SPACE(*p))
            g_string_append_c(out, *p);
        else if (out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    if (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static void append(ladle_node *parent, ladle_node *node)
{
    node->parent = parent;
    node->previous = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

static void take_out(ladle_node *node)
{
    if (node->previous)
        node->previous->next = node->next;
    else
        node->parent->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else
        node->parent->last = node->previous;
}

static void add_text(loader *l, ladle_node *parent, const char *text, text_flow *flow)
{
    GString *out = g_string_new(NULL);
    bool after_space = flow->at_start || flow->with_space;
    for (const char *p = text; *p; p++) {
        if (!IS_XML_SPACE(*p)) {
            g_string_append_c(out, *p);
            after_space = false;
        } else if (!after_space) {
            g_string_append_c(out, ' ');
            after_space = true;
        }
    }
    if (out->len) {
        ladle_node *node = LADLE_NEW(l->arena, ladle_node);
        node->kind = LADLE_NODE_TEXT;
        node->pos = parent->pos;
        node->language = parent->language;
        node->in_line = true;
        const char *kept = ladle_arena_strndup(l->arena, out->str, out->len);
        node->text = ladle_gate_text(l->gate, LADLE_USE_TEXT, node->pos, kept);
        append(parent, node);
        node->style = ladle_style_compute(l->theme, node);
        flow->with_space = after_space ? node : NULL;
        flow->at_start = false;
        flow->texts++;
        g_string_append_len(flow->heard, out->str, (gssize)out->len);
    }
    g_string_free(out, TRUE);
}

static void drop_last_space(loader *l, text_flow *flow)
{
    ladle_node *node = flow->with_space;
    if (!node)
        return;
    size_t length = strlen(node->text) - 1;
    if (length)
        node->text = ladle_arena_strndup(l->arena, node->text, length);
    else
        take_out(node);
    flow->with_space = NULL;
}

/* Something that is no text stands in the flow: a space before and after it counts. */
static void pass_object(loader *l, text_flow *flow, ladle_node_kind kind)
{
    if (kind == LADLE_NODE_BR) {
        drop_last_space(l, flow);
        flow->at_start = true;
        g_string_append_c(flow->heard, ' ');
        return;
    }
    flow->at_start = false;
    flow->with_space = NULL;
}

static text_flow begin_flow(void)
{
    return (text_flow){.heard = g_string_new(NULL), .at_start = true};
}

static void end_flow(loader *l, text_flow *flow, ladle_pos pos)
{
    drop_last_space(l, flow);
    if (flow->texts > 1)
        ladle_gate_hear(l->gate, LADLE_USE_TEXT, pos, flow->heard->str);
    g_string_free(flow->heard, TRUE);
}

/* ------------------------------------------------------------------ attributes */

typedef struct {
    const char **names;
    unsigned n;
} name_list;

static void add_name(void *self, const ladle_attribute_rule *rule)
{
    name_list *list = self;
    list->names[list->n++] = rule->name;
}

static void complain_unknown_attribute(loader *l, const ladle_node *node, const char *name)
{
    const char *names[64] = {"id", "class"};
    name_list list = {names, 2};
    ladle_attribute_rules(node->kind, l->chart, add_name, &list);
    names[list.n] = NULL;
    char *guess = ladle_theme_guess(name, names);
    complain(l, LADLE_DIAG_DOCUMENT_ATTRIBUTE, node->pos, "<%s%s%s> has no attribute %s%s",
             name_of(node), l->chart ? " of a chart of kind " : "", l->chart ? l->chart : "", name,
             guess);
    g_free(guess);
}

static const char *gated(loader *l, ladle_value_type type, ladle_pos pos, const char *value)
{
    switch (type) {
    case LADLE_TYPE_DRAWN:
        return ladle_gate_text(l->gate, LADLE_USE_TEXT, pos, value);
    case LADLE_TYPE_METADATA:
        return ladle_gate_text(l->gate, LADLE_USE_METADATA, pos, value);
    case LADLE_TYPE_LINK:
        return ladle_gate_text(l->gate, LADLE_USE_LINK, pos, value);
    default:
        return value;
    }
}

static void add_attribute(loader *l, ladle_node *node, ladle_attribute *into, const char *name,
                          const char *value)
{
    const ladle_attribute_rule *rule = ladle_attribute_rule_lookup(node->kind, l->chart, name);
    if (!rule) {
        complain_unknown_attribute(l, node, name);
        return;
    }
    const char *expected = NULL;
    if (!ladle_document_value_fits(rule, value, &expected)) {
        char *guess = g_strdup("");
        if (rule->type == LADLE_TYPE_CHOICE) {
            char **choices = g_strsplit(rule->choices, " ", -1);
            g_free(guess);
            guess = ladle_theme_guess(value, (const char *const *)choices);
            g_strfreev(choices);
        }
        complain(l, LADLE_DIAG_DOCUMENT_VALUE, node->pos, "<%s> %s=\"%s\": expected %s%s%s",
                 name_of(node), name, value,
                 rule->type == LADLE_TYPE_CHOICE && strchr(expected, ' ') ? "one of " : "",
                 expected, guess);
        g_free(guess);
        return;
    }
    into->name = rule->name;
    into->value = gated(l, rule->type, node->pos, ladle_arena_strdup(l->arena, value));
    node->n_attributes++;
}

static bool takes_id(ladle_node_kind kind)
{
    return ladle_word_of(kind)->context != LADLE_CONTEXT_DATA && kind != LADLE_NODE_BR &&
           kind != LADLE_NODE_PAGE_BREAK && kind != LADLE_NODE_FIELD &&
           kind != LADLE_NODE_RUNNING && kind != LADLE_NODE_COL;
}

static void set_id(loader *l, ladle_node *node, const char *value)
{
    static const ladle_attribute_rule NAME = {.name = "id", .type = LADLE_TYPE_NAME};
    const char *expected;
    if (!takes_id(node->kind)) {
        complain_unknown_attribute(l, node, "id");
        return;
    }
    if (!ladle_document_value_fits(&NAME, value, &expected)) {
        complain(l, LADLE_DIAG_DOCUMENT_VALUE, node->pos, "<%s> id=\"%s\": expected %s",
                 name_of(node), value, expected);
        return;
    }
    node->id =
        ladle_gate_text(l->gate, LADLE_USE_LINK, node->pos, ladle_arena_strdup(l->arena, value));
    if (ladle_word_of(node->kind)->context == LADLE_CONTEXT_HEAD)
        return; /* counters, masters and labels have names of their own */
    const ladle_node *first = g_hash_table_lookup(l->document->ids, node->id);
    if (first) {
        complain(l, LADLE_DIAG_DOCUMENT_ID, node->pos,
                 "the id \"%s\" is used twice; links go to the first", node->id);
        ladle_diag_relate(l->diagnostics, first->pos, "first used here");
        return;
    }
    g_hash_table_insert(l->document->ids, (char *)node->id, node);
}

static bool takes_class(ladle_node_kind kind)
{
    return takes_id(kind) ? ladle_word_of(kind)->context != LADLE_CONTEXT_HEAD
                          : kind == LADLE_NODE_COL;
}

static void set_classes(loader *l, ladle_node *node, const char *value)
{
    static const ladle_attribute_rule NAME = {.name = "class", .type = LADLE_TYPE_NAME};
    const char *expected = NULL;
    char **words = g_strsplit(value, " ", -1);
    bool good = true;
    for (char **word = words; *word && good && *value; word++)
        good = ladle_document_value_fits(&NAME, *word, &expected);
    g_strfreev(words);
    if (!good)
        complain(l, LADLE_DIAG_DOCUMENT_VALUE, node->pos,
                 "<%s> class=\"%s\": each class is expected to be %s", name_of(node), value,
                 expected);
    else if (*value)
        node->classes = ladle_arena_strdup(l->arena, value);
}

static void set_language(loader *l, ladle_node *node, const char *value)
{
    for (const char *p = value; *p; p++)
        if (!g_ascii_isalnum(*p) && (*p != '-' || p == value)) {
            complain(l, LADLE_DIAG_DOCUMENT_VALUE, node->pos,
                     "<%s> xml:lang=\"%s\": expected a language such as da or en-GB", name_of(node),
                     value);
            return;
        }
    if (*value)
        node->language = ladle_gate_text(l->gate, LADLE_USE_METADATA, node->pos,
                                         ladle_arena_strdup(l->arena, value));
}

static void load_attribute(loader *l, ladle_node *node, const xmlAttr *a, ladle_attribute *into)
{
    const char *name = (const char *)a->name;
    xmlChar *raw = xmlNodeListGetString(a->doc, a->children, 1);
    char *value = collapsed(raw ? (const char *)raw : "");
    xmlFree(raw);
    if (a->ns && strcmp(name, "lang") == 0 &&
        strcmp((const char *)a->ns->href, (const char *)XML_XML_NAMESPACE) == 0)
        set_language(l, node, value);
    else if (a->ns)
        complain_unknown_attribute(l, node, name);
    else if (strcmp(name, "id") == 0)
        set_id(l, node, value);
    else if (strcmp(name, "class") == 0 && takes_class(node->kind))
        set_classes(l, node, value);
    else
        add_attribute(l, node, into, name, value);
    g_free(value);
}

typedef struct {
    loader *loader;
    const ladle_node *node;
} needs_of_node;

static void check_needed(void *self, const ladle_attribute_rule *rule)
{
    const needs_of_node *needs = self;
    /* One with a value that is not allowed was complained of already. */
    if (!rule->needed || ladle_node_attribute(needs->node, rule->name) ||
        xmlHasProp((xmlNode *)needs->loader->source, (const xmlChar *)rule->name))
        return;
    complain(needs->loader, LADLE_DIAG_DOCUMENT_ATTRIBUTE_MISSING, needs->node->pos,
             "<%s> needs the attribute %s", name_of(needs->node), rule->name);
}

static void load_attributes(loader *l, const xmlNode *source, ladle_node *node)
{
    unsigned n = 0;
    for (const xmlAttr *a = source->properties; a; a = a->next)
        n++;
    ladle_attribute *attributes = n ? LADLE_NEW_ARRAY(l->arena, ladle_attribute, n) : NULL;
    node->attributes = attributes;
    for (const xmlAttr *a = source->properties; a; a = a->next)
        load_attribute(l, node, a, attributes + node->n_attributes);
    if (ladle_word_of(node->kind)->context == LADLE_CONTEXT_HEAD && !node->id)
        complain(l, LADLE_DIAG_DOCUMENT_ATTRIBUTE_MISSING, node->pos, "<%s> needs the attribute id",
                 name_of(node));
    needs_of_node needs = {l, node};
    l->source = source;
    ladle_attribute_rules(node->kind, l->chart, check_needed, &needs);
}

/* ------------------------------------------------------------------ children */

static bool is_pure_block(const xmlNode *source)
{
    int kind = is_ours(source) ? ladle_word_kind((const char *)source->name) : -1;
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

static void load_text(loader *l, const xmlNode *child, ladle_node *node, text_flow *flow)
{
    const char *text = child->content ? (const char *)child->content : "";
    if (flow) {
        add_text(l, node, text, flow);
    } else if (!is_blank(text)) {
        char *words = collapsed(text);
        const char *end = words;
        for (int i = 0; i < 24 && *end; i++)
            end = g_utf8_next_char(end);
        complain(l, LADLE_DIAG_DOCUMENT_TEXT, node->pos,
                 "the text \"%.*s%s\" stands directly in <%s>, which takes no text; it is left out",
                 (int)(end - words), words, *end ? "…" : "", name_of(node));
        g_free(words);
    }
}

static void load_children(loader *l, const xmlNode *source, ladle_node *node, text_flow *flow)
{
    for (const xmlNode *child = source->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            load_element(l, child, node, flow != NULL, flow);
        else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            load_text(l, child, node, flow);
        else if (child->type == XML_ENTITY_REF_NODE)
            complain(l, LADLE_DIAG_DOCUMENT_ELEMENT, node->pos,
                     "the entity &%s; has no meaning here; it is left out",
                     (const char *)child->name);
    }
}

static void load_content(loader *l, const xmlNode *source, ladle_node *node, text_flow *around)
{
    if (!is_line(node, source)) {
        load_children(l, source, node, NULL);
        if (around)
            pass_object(l, around, node->kind);
        return;
    }
    bool apart = !around || node->kind == LADLE_NODE_NOTE || node->kind == LADLE_NODE_ASIDE;
    if (!apart) {
        load_children(l, source, node, around);
        return;
    }
    text_flow flow = begin_flow();
    load_children(l, source, node, &flow);
    end_flow(l, &flow, node->pos);
}

/* ------------------------------------------------------------------ elements */

static bool check_place(loader *l, const ladle_node *node, bool in_line)
{
    const ladle_node *parent = node->parent;
    ladle_context context = ladle_word_of(node->kind)->context;
    bool good = context == LADLE_CONTEXT_DATA
                    ? l->chart && ladle_chart_takes(l->chart, node->kind, parent->kind)
                    : ladle_may_stand_in(node->kind, parent, in_line);
    if (good)
        return true;
    if (context == LADLE_CONTEXT_DATA && l->chart)
        complain(l, LADLE_DIAG_DOCUMENT_PLACE, node->pos,
                 "a chart of kind %s takes no <%s> in <%s>; it is left out", l->chart,
                 name_of(node), name_of(parent));
    else
        complain(l, LADLE_DIAG_DOCUMENT_PLACE, node->pos,
                 "<%s> may not stand in <%s>%s; it is left out", name_of(node), name_of(parent),
                 in_line && context == LADLE_CONTEXT_BLOCK ? " beside or within a line of text"
                                                           : "");
    return false;
}

/* ------------------------------------------------------------------ links that may lead nowhere */

/* The next element of a tree in document order. */
static const xmlNode *element_after(const xmlNode *node, const xmlNode *root)
{
    const xmlNode *next = node->children;
    while (!next || next->type != XML_ELEMENT_NODE) {
        if (next) {
            next = next->next;
            continue;
        }
        if (node == root)
            return NULL;
        next = node->next;
        node = node->parent;
    }
    return next;
}

/* Labels, counters and masters have ids of their own, which nothing leads to. */
static bool stands_in_head(const xmlNode *source)
{
    int kind = ladle_word_kind((const char *)source->name);
    return kind >= 0 && ladle_word_of((ladle_node_kind)kind)->context == LADLE_CONTEXT_HEAD;
}

static char *attribute_of_source(const xmlNode *source, const char *name)
{
    xmlChar *raw = xmlGetNoNsProp(source, (const xmlChar *)name);
    char *value = raw ? collapsed((const char *)raw) : NULL;
    xmlFree(raw);
    return value;
}

/* Asked of the tree, since a link may lead to what is read after it. */
static bool is_in_tree(loader *l, const xmlNode *any, const char *id)
{
    if (!l->targets) {
        l->targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        const xmlNode *root = xmlDocGetRootElement(any->doc);
        for (const xmlNode *node = root; node; node = element_after(node, root)) {
            char *own = stands_in_head(node) ? NULL : attribute_of_source(node, "id");
            if (own)
                g_hash_table_add(l->targets, own);
        }
    }
    return g_hash_table_contains(l->targets, id);
}

/* Whether this is a link that may lead nowhere, and does. */
static bool leads_nowhere_rightly(loader *l, const xmlNode *source, int kind)
{
    if (kind != LADLE_NODE_A && kind != LADLE_NODE_REF)
        return false;
    char *optional = attribute_of_source(source, "optional");
    char *to = g_strcmp0(optional, "yes") != 0 ? NULL
               : kind == LADLE_NODE_REF        ? attribute_of_source(source, "to")
                                               : attribute_of_source(source, "href");
    const char *id = kind == LADLE_NODE_REF ? to : to && to[0] == '#' ? to + 1 : NULL;
    bool nowhere = id && *id && !is_in_tree(l, source, id);
    g_free(optional);
    g_free(to);
    return nowhere;
}

/* What stands in its place are the words alone, as those around them. */
static void load_plain_words(loader *l, const xmlNode *source, int kind, ladle_node *parent,
                             text_flow *flow)
{
    if (kind == LADLE_NODE_A) {
        load_children(l, source, parent, flow);
        return;
    }
    char *words = attribute_of_source(source, "none");
    if (words)
        add_text(l, parent, words, flow);
    g_free(words);
}

/* ------------------------------------------------------------------ an element */

static ladle_node *load_element(loader *l, const xmlNode *source, ladle_node *parent, bool in_line,
                                text_flow *flow)
{
    ladle_pos pos = place_of(l, source, parent, in_line);
    int kind = kind_of(l, source, pos);
    if (kind < 0)
        return NULL;
    if (l->depth == LADLE_DOCUMENT_DEPTH) {
        complain(l, LADLE_DIAG_DOCUMENT_DEPTH, pos,
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
    if (flow && leads_nowhere_rightly(l, source, kind)) {
        load_plain_words(l, source, kind, parent, flow);
        return NULL;
    }
    const char *chart_around = l->chart;
    if (kind == LADLE_NODE_CHART) {
        xmlChar *chart = xmlGetNoNsProp((xmlNode *)source, (const xmlChar *)"kind");
        l->chart = ladle_arena_strdup(l->arena, (const char *)chart);
        xmlFree(chart);
    }
    load_attributes(l, source, node);
    if (parent)
        append(parent, node);
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

/* ------------------------------------------------------------------ the whole */

static void release_ids(void *table)
{
    g_hash_table_destroy(table);
}

/* The words of the labels, and the counters. */
static void take_heads(loader *l)
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

static void load_root(loader *l, const xmlNode *root)
{
    ladle_node *node = load_element(l, root, NULL, false, NULL);
    if (!node)
        return;
    if (!node->language)
        complain(l, LADLE_DIAG_DOCUMENT_ATTRIBUTE_MISSING, node->pos,
                 "<document> needs the attribute xml:lang");
    take_attributes(l->document);
    take_heads(l);
}

ladle_document *ladle_document_load(ladle_arena *arena, xmlDoc *tree, const ladle_theme *theme,
                                    ladle_gate *gate, ladle_diagnostics *diagnostics)
{
    const xmlNode *root = xmlDocGetRootElement(tree);
    loader l = {.arena = arena,
                .document = LADLE_NEW(arena, ladle_document),
                .theme = theme,
                .gate = gate,
                .diagnostics = diagnostics,
                .file = ladle_arena_strdup(arena, tree->URL ? (const char *)tree->URL : "document"),
                .lines = root && ladle_xml_pos(root).line > 0};
    l.document->arena = arena;
    l.document->ids = g_hash_table_new(g_str_hash, g_str_equal);
    ladle_arena_defer(arena, release_ids, l.document->ids);
    if (!root || !is_ours(root) || strcmp((const char *)root->name, "document") != 0) {
        complain(&l, LADLE_DIAG_DOCUMENT_ROOT, (ladle_pos){l.file, 0, 0},
                 "%s%s%s is not a document: expected <document xmlns=\"" DOCUMENT_NAMESPACE "\">",
                 root ? "<" : "an empty result", root ? (const char *)root->name : "",
                 root ? ">" : "");
        return NULL;
    }
    load_root(&l, root);
    if (l.targets)
        g_hash_table_destroy(l.targets);
    if (!l.errors)
        l.errors += ladle_document_number(l.document, gate, diagnostics);
    return l.errors ? NULL : l.document;
}
