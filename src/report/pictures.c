#include "report/pictures.h"

#include "base/file.h"
#include "xml/document.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *folders[2]; /* the study's, the template's */
    ladle_diagnostics *diagnostics;
    bool found_all;
} search;

/* The path of a picture in one of the folders; NULL: in neither. */
static char *path_of(const search *self, const char *src)
{
    for (gsize i = 0; i < G_N_ELEMENTS(self->folders); i++) {
        const char *folder = self->folders[i];
        char *path = g_str_equal(folder, ".") ? g_strdup(src) : g_build_filename(folder, src, NULL);
        if (*src != '/' && ladle_file_is_inside(path, folder))
            return path;
        g_free(path);
    }
    return NULL;
}

static void resolve(search *self, xmlNode *node)
{
    xmlChar *src = xmlGetNoNsProp(node, BAD_CAST "src");
    if (!src || !*src) {
        xmlFree(src); /* the document's own check tells of it */
        return;
    }
    char *path = path_of(self, (const char *)src);
    if (path) {
        xmlSetProp(node, BAD_CAST "src", BAD_CAST path);
    } else {
        ladle_diag_add(self->diagnostics, LADLE_DIAG_IMAGE_BROKEN,
                       (ladle_pos){(const char *)src, 0, 0},
                       "this image lies neither in the study's folder nor in the template's, so "
                       "the report was not written; put the file into one of them, or mend its "
                       "name");
        self->found_all = false;
    }
    g_free(path);
    xmlFree(src);
}

static void resolve_below(search *self, xmlNode *node)
{
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (xmlStrEqual(child->name, BAD_CAST "img"))
            resolve(self, child);
        resolve_below(self, child);
    }
}

bool ladle_pictures_resolve(xmlDoc *tree, const char *study_folder, const char *template_folder,
                            ladle_diagnostics *diagnostics)
{
    search self = {{study_folder, template_folder}, diagnostics, true};
    resolve_below(&self, (xmlNode *)tree);
    return self.found_all;
}

/* -------------------------------------------------------------------- what drawings say */

static void hear_content(ladle_gate *gate, const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    if (content)
        ladle_gate_hear(gate, LADLE_USE_TEXT, ladle_xml_pos(node), (const char *)content);
    xmlFree(content);
}

/* A text is heard whole, whatever spans it is made of. */
static void hear_below(ladle_gate *gate, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        for (const xmlAttr *a = child->properties; a; a = a->next)
            if (xmlStrEqual(a->name, BAD_CAST "href"))
                hear_content(gate, (const xmlNode *)a);
        if (xmlStrEqual(child->name, BAD_CAST "text"))
            hear_content(gate, child);
        hear_below(gate, child);
    }
}

/* What a drawing shows of other files is never fetched, so it would be missing without a word. */
static bool stands_alone(const xmlNode *node, ladle_diagnostics *diagnostics)
{
    static const char *const showing[] = {"image", "use", "feImage"};
    bool alone = true;
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        for (unsigned i = 0; i < G_N_ELEMENTS(showing); i++) {
            const xmlAttr *href = xmlStrEqual(child->name, BAD_CAST showing[i])
                                      ? xmlHasProp(child, BAD_CAST "href")
                                      : NULL;
            xmlChar *leads = href ? xmlNodeGetContent((const xmlNode *)href) : NULL;
            if (leads && *leads && *leads != '#' &&
                g_ascii_strncasecmp((const char *)leads, "data:", 5) != 0) {
                ladle_diag_add(diagnostics, LADLE_DIAG_IMAGE_BROKEN, ladle_xml_pos(child),
                               "this drawing shows a picture of another file, which would be "
                               "missing from the report, so it is refused; put that picture into "
                               "the drawing itself (in a drawing program: embed it)");
                alone = false;
            }
            xmlFree(leads);
        }
        alone = stands_alone(child, diagnostics) && alone;
    }
    return alone;
}

/* Whether a file is a drawing that can hold words. */
static bool is_drawing_with_words(const char *path)
{
    char *text = NULL;
    gsize bytes;
    bool is =
        g_file_get_contents(path, &text, &bytes, NULL) &&
        g_strstr_len(text, (gssize)MIN(bytes, 4096), "<svg") &&
        (g_strstr_len(text, (gssize)bytes, "text") || g_strstr_len(text, (gssize)bytes, "href"));
    g_free(text);
    return is;
}

static bool hear_picture(const char *path, ladle_gate *gate, ladle_diagnostics *diagnostics)
{
    if (!is_drawing_with_words(path))
        return true;
    const char *slash = strrchr(path, '/');
    ladle_xml_source source = {.path = path, .name = slash ? slash + 1 : path};
    xmlDoc *drawing = ladle_xml_document_read(NULL, &source, diagnostics);
    if (drawing)
        hear_below(gate, (xmlNode *)drawing);
    bool whole = drawing && stands_alone((xmlNode *)drawing, diagnostics);
    xmlFreeDoc(drawing);
    return whole;
}

static bool hear_pictures_below(const xmlNode *node, ladle_gate *gate,
                                ladle_diagnostics *diagnostics)
{
    bool all = true;
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        xmlChar *src =
            xmlStrEqual(child->name, BAD_CAST "img") ? xmlGetNoNsProp(child, BAD_CAST "src") : NULL;
        all = (!src || hear_picture((const char *)src, gate, diagnostics)) && all;
        xmlFree(src);
        all = hear_pictures_below(child, gate, diagnostics) && all;
    }
    return all;
}

bool ladle_pictures_hear(const xmlDoc *tree, ladle_gate *gate, ladle_diagnostics *diagnostics)
{
    return hear_pictures_below((const xmlNode *)tree, gate, diagnostics);
}

char *ladle_picture_name(const char *study_folder, const char *path)
{
    char *folder = realpath(study_folder, NULL);
    size_t length = folder ? strlen(folder) : 0;
    const char *name = path;
    if (length && strncmp(path, folder, length) == 0)
        name = path + length + strspn(path + length, "/");
    char *copy = g_strdup(name);
    free(folder);
    return copy;
}
