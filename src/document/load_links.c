/* Links that may lead nowhere: a template writes optional="yes" where it cannot know whether the
 * report has what it leads to. */
#include "document/grammar.h"
#include "document/load_private.h"
#include "document/theme_private.h"

#include <string.h>

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

char *ladle_load_source_attribute(const xmlNode *source, const char *name)
{
    xmlChar *raw = xmlGetNoNsProp(source, (const xmlChar *)name);
    char *value = raw ? ladle_load_collapsed((const char *)raw) : NULL;
    xmlFree(raw);
    return value;
}

/* Asked of the tree, since a link may lead to what is read after it. */
static bool is_in_tree(ladle_loader *l, const xmlNode *any, const char *id)
{
    if (!l->targets) {
        l->targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        const xmlNode *root = xmlDocGetRootElement(any->doc);
        for (const xmlNode *node = root; node; node = element_after(node, root)) {
            char *own = stands_in_head(node) ? NULL : ladle_load_source_attribute(node, "id");
            if (own)
                g_hash_table_add(l->targets, own);
        }
    }
    return g_hash_table_contains(l->targets, id);
}

bool ladle_load_leads_nowhere(ladle_loader *l, const xmlNode *source, int kind)
{
    if (kind != LADLE_NODE_A && kind != LADLE_NODE_REF)
        return false;
    char *optional = ladle_load_source_attribute(source, "optional");
    char *to = g_strcmp0(optional, "yes") != 0 ? NULL
               : kind == LADLE_NODE_REF        ? ladle_load_source_attribute(source, "to")
                                               : ladle_load_source_attribute(source, "href");
    const char *id = kind == LADLE_NODE_REF ? to : to && to[0] == '#' ? to + 1 : NULL;
    bool nowhere = id && *id && !is_in_tree(l, source, id);
    g_free(optional);
    g_free(to);
    return nowhere;
}
