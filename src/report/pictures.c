#include "report/pictures.h"

#include "base/file.h"

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
