#include "document/node.h"

#include <glib.h>
#include <string.h>

const char *ladle_node_attribute(const ladle_node *node, const char *name)
{
    for (unsigned i = 0; i < node->n_attributes; i++)
        if (strcmp(node->attributes[i].name, name) == 0)
            return node->attributes[i].value;
    return NULL;
}

bool ladle_node_has_class(const ladle_node *node, const char *class_name)
{
    size_t length = strlen(class_name);
    for (const char *p = node->classes; p && *p;) {
        p += strspn(p, " \t\r\n");
        size_t word = strcspn(p, " \t\r\n");
        if (word == length && word && memcmp(p, class_name, word) == 0)
            return true;
        p += word;
    }
    return false;
}

const ladle_node *ladle_document_lookup(const ladle_document *document, const char *id)
{
    return g_hash_table_lookup(document->ids, id);
}

const char *ladle_document_label(const ladle_document *document, const char *id)
{
    for (const ladle_node *node = document->root->first; node; node = node->next)
        if (node->kind == LADLE_NODE_LABEL && node->id && strcmp(node->id, id) == 0)
            return node->first ? node->first->text : NULL;
    return NULL;
}
