/* The built-in frameworks say the same things in the same order, and a test holds them to it. So
 * the n-th <line> of the n-th <ideal> in one is that of the other, and two trees are walked side by
 * side: a node of the input and the node of the file that is the n-th of its name below the same
 * parent. What the input has besides (how many questions cover an element) has no counterpart and
 * is left alone. */
#include "report/wording.h"

#include "xml/document.h"

#include <glib.h>
#include <string.h>

struct ladle_wording {
    const xmlNode *root; /* <framework> of the other language's file */
};

const ladle_wording *ladle_wording_load(ladle_arena *arena, const char *share,
                                        const ladle_framework *framework,
                                        const ladle_language *language,
                                        ladle_diagnostics *diagnostics)
{
    const char *code = ladle_language_code(language);
    if (!framework->built_in || strncmp(framework->language, code, strlen(code)) == 0)
        return NULL;
    char *name = g_strdup_printf("framework-%s.xml", code);
    char *path = g_build_filename(share, "templates", "framework", name, NULL);
    ladle_wording *wording = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        ladle_xml_source source = {.path = path, .name = ladle_arena_strdup(arena, name)};
        xmlDoc *document = ladle_xml_document_read(arena, &source, diagnostics);
        if (document) {
            wording = LADLE_NEW(arena, ladle_wording);
            wording->root = xmlDocGetRootElement(document);
        }
    }
    g_free(path);
    g_free(name);
    return wording;
}

/* The n-th child element of this name, from 0; NULL: there is none. */
static const xmlNode *nth_child(const xmlNode *parent, const xmlChar *name, unsigned n)
{
    for (const xmlNode *child = parent->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && xmlStrEqual(child->name, name) && n-- == 0)
            return child;
    return NULL;
}

static bool holds_text_alone(const xmlNode *node)
{
    return node->children && !node->children->next && node->children->type == XML_TEXT_NODE;
}

const char *ladle_wording_sector(const ladle_wording *wording, const ladle_sector *sector)
{
    const xmlNode *node =
        wording ? nth_child(wording->root, BAD_CAST "sector", sector->index) : NULL;
    if (!node || !holds_text_alone(node))
        return sector->name;
    return (const char *)node->children->content;
}

/* White space of the file is that of its layout: runs are one space. */
static char *collapsed(const xmlChar *text)
{
    char **words = g_strsplit_set((const char *)text, " \t\r\n", -1);
    GString *out = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(out, "%s%s", out->len ? " " : "", *word);
    g_strfreev(words);
    return g_string_free(out, FALSE);
}

static void apply_below(xmlNode *parent, const xmlNode *other)
{
    for (xmlNode *node = parent->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        unsigned n = 0;
        for (const xmlNode *before = node->prev; before; before = before->prev)
            n += before->type == XML_ELEMENT_NODE && xmlStrEqual(before->name, node->name);
        const xmlNode *place = other;
        if (xmlStrEqual(node->name, BAD_CAST "column"))
            place = nth_child(other, BAD_CAST "leadership", 0);
        const xmlNode *same = place ? nth_child(place, node->name, n) : NULL;
        if (!same)
            continue;
        xmlChar *value = xmlGetNoNsProp(same, BAD_CAST "value");
        if (value && xmlStrEqual(node->name, BAD_CAST "option")) {
            xmlNodeSetContent(node, BAD_CAST "");
            xmlNodeAddContent(node, value);
        } else if (holds_text_alone(node) && holds_text_alone(same)) {
            char *text = collapsed(same->children->content);
            xmlNodeSetContent(node, BAD_CAST "");
            xmlNodeAddContent(node, BAD_CAST text);
            g_free(text);
        } else {
            apply_below(node, same);
        }
        xmlFree(value);
    }
}

void ladle_wording_apply(const ladle_wording *wording, xmlNode *framework)
{
    if (wording)
        apply_below(framework, wording->root);
}

const char *ladle_wording_text(const ladle_wording *wording, ladle_arena *arena)
{
    xmlChar *text = wording ? xmlNodeGetContent(wording->root) : NULL;
    const char *copy = text ? ladle_arena_strdup(arena, (const char *)text) : NULL;
    xmlFree(text);
    return copy;
}
