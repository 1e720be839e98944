/* How a sheet is kept from reaching anything but itself.
 *
 * Sheets are parsed from memory by xml/document.h, which refuses document types and external
 * entities. libxslt then asks for includes and imports through its loader, one hook for the whole
 * process; while a sheet is being opened the hook leads here, and only names in the sheet's own
 * folder or in the built-in one are read, by the same reader. Transformation runs with every right
 * taken away, a bound on depth and on the number of operations. */
#include "template/template.h"

#include "base/file.h"
#include "template/parameters.h"
#include "xml/document.h"

#include <glib.h>
#include <libxml/xpathInternals.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define FUNCTIONS_NAMESPACE "urn:x-ladle:functions"

enum { MOST_OPERATIONS = 10000000, MOST_XPATH_OPERATIONS = 500000000, MOST_DEPTH = 1500 };

struct ladle_template {
    char *name;
    xsltStylesheet *sheet;
    char *digest;
    GArray *parameters; /* of ladle_template_parameter, ended by one of zeros */
};

/* What the loader hook needs; set only while a sheet is opened. */
typedef struct {
    const char *name, *folder, *built_in;
    ladle_diagnostics *diagnostics;
    GChecksum *digest; /* of all sheets read */
} loading;

static loading *current_loading;

/* --------------------------------------------------------------------------------- errors */

typedef struct {
    ladle_pos pos; /* of the message to come; the template's name without a line before that */
    ladle_diagnostics *diagnostics;
    GString *line;      /* pieces of a message until its line ends */
    GPtrArray *waiting; /* lines whose place is told after them */
    char *file;
    unsigned told;
} complaint;

enum { MOST_COMPLAINTS = 10 };

static complaint complaint_new(const char *name, ladle_diagnostics *diagnostics)
{
    return (complaint){.pos = {name, 0, 0},
                       .diagnostics = diagnostics,
                       .line = g_string_new(NULL),
                       .waiting = g_ptr_array_new_with_free_func(g_free)};
}

/* Lines that say nothing to the author of a template: lists of what was being done, an option of
 * another program, and a verdict after its reason. */
static bool is_noise(const complaint *self, const char *line)
{
    static const char *const beginnings[] = {"#", "Templates:", "Variables:", "You can adjust"};
    for (unsigned i = 0; i < G_N_ELEMENTS(beginnings); i++)
        if (g_str_has_prefix(line, beginnings[i]))
            return true;
    return !*line || (self->told && g_str_equal(line, "XPath evaluation returned no result."));
}

/* The line without the name of the C function it came from. */
static const char *without_function(const char *line)
{
    size_t letters = 0;
    while (g_ascii_isalpha(line[letters]))
        letters++;
    bool is_function = g_str_has_prefix(line, "xslt") || g_str_has_prefix(line, "xml");
    return is_function && g_str_has_prefix(line + letters, ": ") ? line + letters + 2 : line;
}

static void tell(complaint *self, const char *line)
{
    if (!is_noise(self, line) && self->told++ < MOST_COMPLAINTS)
        ladle_diag_add(self->diagnostics, LADLE_DIAG_TEMPLATE, self->pos,
                       "the template cannot be used: %s", without_function(line));
}

static void tell_waiting(complaint *self)
{
    for (guint i = 0; i < self->waiting->len; i++)
        tell(self, g_ptr_array_index(self->waiting, i));
    g_ptr_array_set_size(self->waiting, 0);
}

static void complaint_free(complaint *self)
{
    g_string_free(self->line, TRUE);
    g_ptr_array_unref(self->waiting);
    g_free(self->file);
}

/* A line such as "compilation error: file final.xsl line 12 element choose" tells the place of
 * the next; true when it was one. */
static bool take_place(complaint *self, const char *line)
{
    const char *file = strstr(line, "file "), *number = strstr(line, " line ");
    if (!strstr(line, "error") || !file || !number || number < file)
        return false;
    g_free(self->file);
    self->file = g_strndup(file + 5, (gsize)(number - file - 5));
    self->pos = (ladle_pos){self->file, (unsigned)g_ascii_strtoull(number + 6, NULL, 10), 0};
    tell_waiting(self);
    return true;
}

static void take_pieces(complaint *self, bool place_comes_after, const char *format,
                        va_list arguments)
{
    g_string_append_vprintf(self->line, format, arguments);
    char *end;
    while ((end = strchr(self->line->str, '\n'))) {
        *end = '\0';
        if (take_place(self, self->line->str))
            ;
        else if (place_comes_after)
            g_ptr_array_add(self->waiting, g_strdup(self->line->str));
        else
            tell(self, self->line->str);
        g_string_erase(self->line, 0, end - self->line->str + 1);
    }
}

/* libxslt tells its errors in pieces, with the place on a line of its own before the reason. */
__attribute__((format(printf, 2, 3))) static void hear(void *context, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    take_pieces(context, false, format, arguments);
    va_end(arguments);
}

/* While a sheet is applied, what XPath has to say comes before libxslt tells the place. */
__attribute__((format(printf, 2, 3))) static void hear_early(void *context, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    take_pieces(context, true, format, arguments);
    va_end(arguments);
}

/* -------------------------------------------------------------------------------- loading */

/* Sorting by a language asks the machine for its rules, so that a report would depend on it. */
static bool sorts_by_language(const xmlNode *node, const char *name, ladle_diagnostics *diagnostics)
{
    bool found = false;
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (xmlStrEqual(node->name, BAD_CAST "sort") && IS_XSLT_ELEM(node) &&
            xmlHasNsProp(node, BAD_CAST "lang", NULL)) {
            ladle_diag_add(diagnostics, LADLE_DIAG_TEMPLATE, (ladle_pos){name, node->line, 0},
                           "the template cannot be used: xsl:sort with lang depends on what is "
                           "installed on the machine; sort by ladle:sort-key(...) instead");
            found = true;
        }
        found = sorts_by_language(node->children, name, diagnostics) || found;
    }
    return found;
}

/* Adds a sheet, and what it is called, to the digest. */
static void digest_sheet(GChecksum *digest, const char *path, const char *name)
{
    char *text;
    gsize bytes;
    if (!g_file_get_contents(path, &text, &bytes, NULL))
        return;
    g_checksum_update(digest, (const guchar *)name, (gssize)strlen(name) + 1);
    g_checksum_update(digest, (const guchar *)text, (gssize)bytes);
    g_free(text);
}

static xmlDoc *read_sheet(const char *path, const char *name, xmlDict *dictionary,
                          GChecksum *digest, ladle_diagnostics *diagnostics)
{
    digest_sheet(digest, path, name);
    ladle_xml_source source = {.path = path, .name = name};
    xmlDoc *document = ladle_xml_document_read_sharing(&source, dictionary, diagnostics);
    if (document) {
        xmlFree((xmlChar *)document->URL);
        document->URL = xmlStrdup(BAD_CAST name);
    }
    if (document && sorts_by_language(xmlDocGetRootElement(document), name, diagnostics)) {
        xmlFreeDoc(document);
        document = NULL;
    }
    return document;
}

/* The hook: includes and imports by name. What is no sheet of the two folders is refused. */
static xmlDoc *load_import(const xmlChar *uri, xmlDict *dictionary, int options, void *context,
                           xsltLoadType type)
{
    (void)options, (void)context;
    loading *self = current_loading;
    if (!self || type != XSLT_LOAD_STYLESHEET)
        return NULL;
    const char *slash = strrchr((const char *)uri, '/');
    const char *base = slash ? slash + 1 : (const char *)uri;
    const char *folders[] = {self->folder, self->built_in};
    for (unsigned i = 0; i < G_N_ELEMENTS(folders); i++) {
        char *path = g_build_filename(folders[i], base, NULL);
        xmlDoc *document = NULL;
        bool there =
            g_file_test(path, G_FILE_TEST_IS_REGULAR) && ladle_file_is_inside(path, folders[i]);
        if (there)
            document = read_sheet(path, base, dictionary, self->digest, self->diagnostics);
        g_free(path);
        if (there)
            return document;
    }
    ladle_diag_add(
        self->diagnostics, LADLE_DIAG_TEMPLATE, (ladle_pos){self->name, 0, 0},
        "the template imports \"%s\", which is neither beside it nor a built-in template", base);
    return NULL;
}

static void forbid_everything(xsltSecurityPrefs *preferences)
{
    static const xsltSecurityOption rights[] = {
        XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
        XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
    for (unsigned i = 0; i < G_N_ELEMENTS(rights); i++)
        xsltSetSecurityPrefs(preferences, rights[i], xsltSecurityForbid);
}

ladle_template *ladle_template_open(const char *path, const char *name, const char *built_in,
                                    ladle_diagnostics *diagnostics)
{
    GChecksum *digest = g_checksum_new(G_CHECKSUM_SHA256);
    xmlDoc *document = read_sheet(path, name, NULL, digest, diagnostics);
    if (!document) {
        g_checksum_free(digest);
        return NULL;
    }
    char *folder = g_path_get_dirname(path);
    loading self = {name, folder, built_in, diagnostics, digest};
    complaint complaints = complaint_new(name, diagnostics);
    current_loading = &self;
    xsltSetLoaderFunc(load_import);
    xsltSetGenericErrorFunc(&complaints, hear);
    xmlSetGenericErrorFunc(&complaints, hear);
    xsltStylesheet *sheet = xsltParseStylesheetDoc(document);
    xsltSetGenericErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    xsltSetLoaderFunc(NULL);
    current_loading = NULL;
    g_free(folder);

    if (!sheet || sheet->errors) {
        if (!complaints.told)
            tell(&complaints, "it is no XSLT 1.0 style sheet");
        complaint_free(&complaints);
        if (sheet)
            xsltFreeStylesheet(sheet);
        else
            xmlFreeDoc(document);
        g_checksum_free(digest);
        return NULL;
    }
    complaint_free(&complaints);
    ladle_template *template = g_new0(ladle_template, 1);
    template->name = g_strdup(name);
    template->sheet = sheet;
    template->parameters = ladle_parameters_of_sheet(sheet);
    template->digest = g_strdup(g_checksum_get_string(digest));
    g_checksum_free(digest);
    return template;
}

const ladle_template_parameter *ladle_template_parameters(const ladle_template *template)
{
    return &g_array_index(template->parameters, ladle_template_parameter, 0);
}

/* The value that is set last; NULL: none. */
static const char *set_value(const char *const *settings, const char *name)
{
    const char *value = NULL;
    size_t n = strlen(name);
    for (unsigned i = 0; settings && settings[i]; i++)
        if (strncmp(settings[i], name, n) == 0 && settings[i][n] == '=')
            value = settings[i] + n + 1;
    return value;
}

const char *ladle_template_value(const ladle_template *template, const char *const *settings,
                                 const char *name)
{
    const ladle_template_parameter *one = ladle_template_parameters(template);
    while (one->name && !g_str_equal(one->name, name))
        one++;
    const char *set = one->name ? set_value(settings, name) : NULL;
    return set ? set : one->value;
}

const char *ladle_template_digest(const ladle_template *template)
{
    return template->digest;
}

void ladle_template_free(ladle_template *template)
{
    if (!template)
        return;
    xsltFreeStylesheet(template->sheet);
    ladle_parameters_free(template->parameters);
    g_free(template->name);
    g_free(template->digest);
    g_free(template);
}

/* ------------------------------------------------------------------------------- applying */

typedef struct {
    const ladle_template_function *functions;
    void *self;
} calling;

/* Every ladle:… function comes here; which one it is stands in the XPath context. */
static void call_function(xmlXPathParserContext *parser, int n)
{
    xsltTransformContext *transform = xsltXPathGetTransformContext(parser);
    const calling *caller = transform->_private;
    const char *name = (const char *)parser->context->function;
    const ladle_template_function *function = caller->functions;
    while (function->name && !g_str_equal(function->name, name))
        function++;
    if (!function->name || n < (int)function->least || n > (int)function->most) {
        xmlXPathSetArityError(parser);
        return;
    }
    char *arguments[16] = {NULL};
    for (int i = n - 1; i >= 0; i--)
        arguments[i] = (char *)xmlXPathPopString(parser);
    const char *result = function->call(caller->self, (const char *const *)arguments, (unsigned)n);
    xmlXPathReturnString(parser, xmlStrdup(BAD_CAST(result ? result : "")));
    for (int i = 0; i < n; i++)
        xmlFree(arguments[i]);
}

static void register_functions(xsltTransformContext *transform,
                               const ladle_template_function *functions)
{
    for (; functions->name; functions++)
        xsltRegisterExtFunction(transform, BAD_CAST functions->name, BAD_CAST FUNCTIONS_NAMESPACE,
                                call_function);
}

/* Values are strings, never computed. */
static void set_parameters(xsltTransformContext *transform, const ladle_template *template,
                           const char *const *settings)
{
    for (const ladle_template_parameter *one = ladle_template_parameters(template); one->name;
         one++) {
        const char *value = set_value(settings, one->name);
        if (value)
            xsltQuoteOneUserParam(transform, BAD_CAST one->name, BAD_CAST value);
    }
}

static xmlDoc *transform_with(xsltTransformContext *transform, const ladle_template *template,
                              xmlDoc *input)
{
    xsltSecurityPrefs *preferences = xsltNewSecurityPrefs();
    forbid_everything(preferences);
    xsltSetCtxtSecurityPrefs(preferences, transform);
    transform->maxTemplateDepth = MOST_DEPTH;
    transform->opLimit = MOST_OPERATIONS;
    transform->xpathCtxt->opLimit = MOST_XPATH_OPERATIONS;
    xmlDoc *result = xsltApplyStylesheetUser(template->sheet, input, NULL, NULL, NULL, transform);
    xsltFreeSecurityPrefs(preferences);
    return result;
}

xmlDoc *ladle_template_apply(const ladle_template *template, xmlDoc *input,
                             const char *const *settings, const ladle_template_function *functions,
                             void *self, ladle_diagnostics *diagnostics)
{
    complaint complaints = complaint_new(template->name, diagnostics);
    calling caller = {functions, self};
    xsltTransformContext *transform = xsltNewTransformContext(template->sheet, input);
    transform->_private = &caller;
    xsltSetTransformErrorFunc(transform, &complaints, hear);
    register_functions(transform, functions);
    set_parameters(transform, template, settings);
    xmlSetGenericErrorFunc(&complaints, hear_early); /* XPath tells its errors there */
    xsltSetGenericErrorFunc(&complaints, hear_early);
    xmlDoc *result = transform_with(transform, template, input);
    xmlSetGenericErrorFunc(NULL, NULL);
    xsltSetGenericErrorFunc(NULL, NULL);
    tell_waiting(&complaints);
    if (result && transform->state != XSLT_STATE_OK) {
        xmlFreeDoc(result);
        result = NULL;
    }
    if (!result && !complaints.told)
        tell(&complaints, "it stopped before the document was made");
    xsltFreeTransformContext(transform);
    complaint_free(&complaints);
    if (result) {
        xmlFree((xmlChar *)result->URL);
        result->URL = xmlStrdup(BAD_CAST template->name);
    }
    return result;
}
