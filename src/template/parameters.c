#include "template/parameters.h"

#include <libxslt/imports.h>
#include <string.h>

#define FUNCTIONS_NAMESPACE "urn:x-ladle:functions"

/* The text that a parameter has when nothing is set: a string in quotation marks, or its content;
 * NULL where it has to be computed. */
static char *text_of_default(const xsltStackElem *variable, const xmlNode *node)
{
    const char *select = (const char *)variable->select;
    if (!select) {
        xmlChar *content = xmlNodeGetContent(node);
        char *text = g_strdup((const char *)content);
        xmlFree(content);
        return text;
    }
    size_t n = strlen(select);
    bool quoted = n >= 2 && (select[0] == '\'' || select[0] == '"') && select[n - 1] == select[0] &&
                  memchr(select + 1, select[0], n - 2) == NULL;
    return quoted ? g_strndup(select + 1, n - 2) : NULL;
}

/* The words of ladle:values; NULL without it. */
static char **values_of(xmlNode *node)
{
    xmlChar *text = xmlGetNsProp(node, BAD_CAST "values", BAD_CAST FUNCTIONS_NAMESPACE);
    if (!text)
        return NULL;
    GPtrArray *values = g_ptr_array_new();
    char **words = g_strsplit_set((const char *)text, " \t\r\n", -1);
    for (char **word = words; *word; word++)
        if (**word)
            g_ptr_array_add(values, g_strdup(*word));
    g_ptr_array_add(values, NULL);
    g_strfreev(words);
    xmlFree(text);
    return (char **)g_ptr_array_free(values, FALSE);
}

static bool is_there(const GArray *parameters, const char *name)
{
    for (guint i = 0; i < parameters->len; i++)
        if (g_str_equal(g_array_index(parameters, ladle_template_parameter, i).name, name))
            return true;
    return false;
}

static void take(GArray *parameters, const xsltStylesheet *sheet)
{
    for (const xsltStackElem *variable = sheet->variables; variable; variable = variable->next) {
        bool is_parameter = variable->comp && variable->comp->type == XSLT_FUNC_PARAM;
        if (!is_parameter || variable->nameURI ||
            is_there(parameters, (const char *)variable->name))
            continue;
        ladle_template_parameter parameter = {
            .name = g_strdup((const char *)variable->name),
            .value = text_of_default(variable, variable->comp->inst),
            .values = (const char *const *)values_of(variable->comp->inst)};
        g_array_append_val(parameters, parameter);
    }
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(((const ladle_template_parameter *)a)->name,
                  ((const ladle_template_parameter *)b)->name);
}

/* The sheet itself comes first, then its imports, the last one before the others: the order in
 * which they win over each other. */
GArray *ladle_parameters_of_sheet(xsltStylesheet *sheet)
{
    GArray *parameters = g_array_new(TRUE, TRUE, sizeof(ladle_template_parameter));
    for (xsltStylesheet *one = sheet; one; one = xsltNextImport(one))
        take(parameters, one);
    g_array_sort(parameters, compare_names);
    return parameters;
}

void ladle_parameters_free(GArray *parameters)
{
    for (guint i = 0; i < parameters->len; i++) {
        ladle_template_parameter *one = &g_array_index(parameters, ladle_template_parameter, i);
        g_free((char *)one->name);
        g_free((char *)one->value);
        g_strfreev((char **)one->values);
    }
    g_array_free(parameters, TRUE);
}
