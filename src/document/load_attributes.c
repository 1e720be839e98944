/* Attributes of a document's elements: each held against the tables of grammar.c. */
#include "document/grammar.h"
#include "document/load_private.h"
#include "document/theme.h"
#include "document/theme_private.h"

#include <string.h>

typedef struct {
    const char **names;
    unsigned n;
} name_list;

static void add_name(void *self, const ladle_attribute_rule *rule)
{
    name_list *list = self;
    list->names[list->n++] = rule->name;
}

static void complain_unknown_attribute(ladle_loader *l, const ladle_node *node, const char *name)
{
    const char *names[64] = {"id", "class"};
    name_list list = {names, 2};
    ladle_attribute_rules(node->kind, l->chart, add_name, &list);
    names[list.n] = NULL;
    char *guess = ladle_theme_guess(name, names);
    ladle_load_complain(l, LADLE_DIAG_DOCUMENT_ATTRIBUTE, node->pos,
                        "<%s%s%s> has no attribute %s%s", ladle_load_name(node),
                        l->chart ? " of a chart of kind " : "", l->chart ? l->chart : "", name,
                        guess);
    g_free(guess);
}

static const char *gated(ladle_loader *l, ladle_value_type type, ladle_pos pos, const char *value)
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

static void add_attribute(ladle_loader *l, ladle_node *node, ladle_attribute *into,
                          const char *name, const char *value)
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
        ladle_load_complain(l, LADLE_DIAG_DOCUMENT_VALUE, node->pos,
                            "<%s> %s=\"%s\": expected %s%s%s", ladle_load_name(node), name, value,
                            rule->type == LADLE_TYPE_CHOICE && strchr(expected, ' ') ? "one of "
                                                                                     : "",
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

static void set_id(ladle_loader *l, ladle_node *node, const char *value)
{
    static const ladle_attribute_rule NAME = {.name = "id", .type = LADLE_TYPE_NAME};
    const char *expected;
    if (!takes_id(node->kind)) {
        complain_unknown_attribute(l, node, "id");
        return;
    }
    if (!ladle_document_value_fits(&NAME, value, &expected)) {
        ladle_load_complain(l, LADLE_DIAG_DOCUMENT_VALUE, node->pos, "<%s> id=\"%s\": expected %s",
                            ladle_load_name(node), value, expected);
        return;
    }
    node->id =
        ladle_gate_text(l->gate, LADLE_USE_LINK, node->pos, ladle_arena_strdup(l->arena, value));
    if (ladle_word_of(node->kind)->context == LADLE_CONTEXT_HEAD)
        return; /* counters, masters and labels have names of their own */
    const ladle_node *first = g_hash_table_lookup(l->document->ids, node->id);
    if (first) {
        ladle_load_complain(l, LADLE_DIAG_DOCUMENT_ID, node->pos,
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

static void set_classes(ladle_loader *l, ladle_node *node, const char *value)
{
    static const ladle_attribute_rule NAME = {.name = "class", .type = LADLE_TYPE_NAME};
    const char *expected = NULL;
    char **words = g_strsplit(value, " ", -1);
    bool good = true;
    for (char **word = words; *word && good && *value; word++)
        good = ladle_document_value_fits(&NAME, *word, &expected);
    g_strfreev(words);
    if (!good)
        ladle_load_complain(l, LADLE_DIAG_DOCUMENT_VALUE, node->pos,
                            "<%s> class=\"%s\": each class is expected to be %s",
                            ladle_load_name(node), value, expected);
    else if (*value)
        node->classes = ladle_arena_strdup(l->arena, value);
}

static void set_language(ladle_loader *l, ladle_node *node, const char *value)
{
    for (const char *p = value; *p; p++)
        if (!g_ascii_isalnum(*p) && (*p != '-' || p == value)) {
            ladle_load_complain(l, LADLE_DIAG_DOCUMENT_VALUE, node->pos,
                                "<%s> xml:lang=\"%s\": expected a language such as da or en-GB",
                                ladle_load_name(node), value);
            return;
        }
    if (*value)
        node->language = ladle_gate_text(l->gate, LADLE_USE_METADATA, node->pos,
                                         ladle_arena_strdup(l->arena, value));
}

static void load_attribute(ladle_loader *l, ladle_node *node, const xmlAttr *a,
                           ladle_attribute *into)
{
    const char *name = (const char *)a->name;
    xmlChar *raw = xmlNodeListGetString(a->doc, a->children, 1);
    char *value = ladle_load_collapsed(raw ? (const char *)raw : "");
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
    ladle_loader *loader;
    const ladle_node *node;
} needs_of_node;

static void check_needed(void *self, const ladle_attribute_rule *rule)
{
    const needs_of_node *needs = self;
    /* One with a value that is not allowed was complained of already. */
    if (!rule->needed || ladle_node_attribute(needs->node, rule->name) ||
        xmlHasProp((xmlNode *)needs->loader->source, (const xmlChar *)rule->name))
        return;
    ladle_load_complain(needs->loader, LADLE_DIAG_DOCUMENT_ATTRIBUTE_MISSING, needs->node->pos,
                        "<%s> needs the attribute %s", ladle_load_name(needs->node), rule->name);
}

void ladle_load_attributes(ladle_loader *l, const xmlNode *source, ladle_node *node)
{
    unsigned n = 0;
    for (const xmlAttr *a = source->properties; a; a = a->next)
        n++;
    ladle_attribute *attributes = n ? LADLE_NEW_ARRAY(l->arena, ladle_attribute, n) : NULL;
    node->attributes = attributes;
    for (const xmlAttr *a = source->properties; a; a = a->next)
        load_attribute(l, node, a, attributes + node->n_attributes);
    if (ladle_word_of(node->kind)->context == LADLE_CONTEXT_HEAD && !node->id)
        ladle_load_complain(l, LADLE_DIAG_DOCUMENT_ATTRIBUTE_MISSING, node->pos,
                            "<%s> needs the attribute id", ladle_load_name(node));
    needs_of_node needs = {l, node};
    l->source = source;
    ladle_attribute_rules(node->kind, l->chart, check_needed, &needs);
}
