/* What happens to a template, from its text to the document it makes. */
#include "template/template.h"

#include "base/diag.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

#define SHEET(body)                                                                                \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "              \
    "xmlns:ladle='urn:x-ladle:functions'>\n" body "</xsl:stylesheet>\n"

static char *folder;

static char *path_of(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static void write_file(const char *name, const char *text)
{
    char *path = path_of(name);
    cr_assert(g_file_set_contents(path, text, -1, NULL));
    g_free(path);
}

static void set_up(void)
{
    folder = g_dir_make_tmp("ladle-template-XXXXXX", NULL);
    char *inner = path_of("own");
    g_mkdir(inner, 0777);
    g_free(inner);
    write_file("built-in.xsl", SHEET("<xsl:template name='shared'>shared</xsl:template>"));
    write_file("own/beside.xsl", SHEET("<xsl:template name='beside'>beside</xsl:template>"));
}

static void tear_down(void)
{
    static const char *const files[] = {"built-in.xsl", "own/beside.xsl", "own/sheet.xsl",
                                        "own/sorts.xsl", "own"};
    for (unsigned i = 0; i < G_N_ELEMENTS(files); i++) {
        char *path = path_of(files[i]);
        g_remove(path);
        g_free(path);
    }
    g_rmdir(folder);
    g_free(folder);
}

TestSuite(template, .init = set_up, .fini = tear_down);

static const char *join(void *self, const char *const *arguments, unsigned n)
{
    GString *joined = self;
    g_string_printf(joined, "%u:%s:%s", n, arguments[0], n > 1 ? arguments[1] : "-");
    return joined->str;
}

static const char *nothing(void *self, const char *const *arguments, unsigned n)
{
    (void)self, (void)arguments, (void)n;
    return NULL;
}

static const ladle_template_function functions[] = {
    {"join", 1, 2, join}, {"nothing", 1, 1, nothing}, {NULL, 0, 0, NULL}};

/* What the sheet makes of <a><b>1</b><b>2</b></a> as text, or NULL; *said is what was told. */
static char *made_by(const char *sheet, char **said)
{
    write_file("own/sheet.xsl", sheet);
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    GString *joined = g_string_new(NULL);
    char *path = path_of("own/sheet.xsl"), *text = NULL;
    ladle_template *template = ladle_template_open(path, "sheet.xsl", folder, diagnostics);
    if (template) {
        xmlDoc *input = xmlReadDoc(BAD_CAST "<a><b>1</b><b>2</b></a>", NULL, NULL, 0);
        xmlDoc *made = ladle_template_apply(template, input, NULL, functions, joined, diagnostics);
        xmlNode *root = made ? xmlDocGetRootElement(made) : NULL;
        xmlChar *content = root ? xmlNodeGetContent(root) : NULL;
        text = made ? g_strdup(content ? (char *)content : "") : NULL;
        if (made)
            cr_expect_str_eq((const char *)made->URL, "sheet.xsl");
        xmlFree(content);
        xmlFreeDoc(made);
        xmlFreeDoc(input);
    }
    ladle_template_free(template);
    GString *all = g_string_new(NULL);
    for (unsigned i = 0; i < ladle_diag_total(diagnostics); i++) {
        const ladle_diag *diag = ladle_diag_at(diagnostics, i);
        g_string_append_printf(all, "%s:%u: %s\n", diag->pos.file, diag->pos.line, diag->message);
    }
    *said = g_string_free(all, FALSE);
    ladle_diagnostics_free(diagnostics);
    g_string_free(joined, TRUE);
    g_free(path);
    return text;
}

static void expect_made(const char *sheet, const char *wanted)
{
    char *said, *made = made_by(sheet, &said);
    cr_expect_str_eq(made ? made : "(nothing)", wanted, "%s", said);
    cr_expect_str_eq(said, "");
    g_free(made);
    g_free(said);
}

static void expect_refused(const char *sheet, const char *reason)
{
    char *said, *made = made_by(sheet, &said);
    cr_expect_null(made, "%s", made);
    cr_expect_not_null(strstr(said, reason), "\"%s\" is not in \"%s\"", reason, said);
    g_free(made);
    g_free(said);
}

Test(template, makes_a_document_of_the_input)
{
    expect_made(SHEET("<xsl:template match='/a'><d><xsl:value-of select='b[2]'/></d>"
                      "</xsl:template>"),
                "2");
    expect_made(SHEET("<xsl:import href='built-in.xsl'/><xsl:include href='beside.xsl'/>"
                      "<xsl:template match='/'><d><xsl:call-template name='shared'/>, "
                      "<xsl:call-template name='beside'/></d></xsl:template>"),
                "shared, beside");
    ladle_template_free(NULL);
}

Test(template, calls_functions_with_as_many_arguments_as_they_take)
{
    expect_made(SHEET("<xsl:template match='/'><d><xsl:value-of select=\"ladle:join(a/b, 'x')\"/>"
                      "<xsl:value-of select='ladle:join(7)'/>"
                      "<xsl:value-of select='ladle:nothing(7)'/></d></xsl:template>"),
                "2:1:x1:7:-");
    expect_refused(SHEET("<xsl:template match='/'><d><xsl:value-of select='ladle:join()'/></d>"
                         "</xsl:template>"),
                   "sheet.xsl:2: the template cannot be used: Invalid number of arguments");
    expect_refused(SHEET("<xsl:template match='/'><d><xsl:value-of select='ladle:join(1,2,3)'/>"
                         "</d></xsl:template>"),
                   "Invalid number of arguments");
    expect_refused(SHEET("<xsl:template match='/'><d><xsl:value-of select='ladle:other(1)'/></d>"
                         "</xsl:template>"),
                   "sheet.xsl:2: the template cannot be used: function other not found");
}

Test(template, is_refused_with_a_place)
{
    expect_refused("<a/>", "document is not a stylesheet");
    expect_refused("<a>", "sheet.xsl:1");
    expect_refused(SHEET("<xsl:import href='nowhere.xsl'/>"), "imports \"nowhere.xsl\"");
    expect_refused(SHEET("<xsl:import href='/etc/passwd'/>"), "imports \"passwd\"");
    expect_refused(SHEET("\n<xsl:template match='b['/>"), "sheet.xsl:3");
    expect_refused(SHEET("<xsl:template match='/'><xsl:message terminate='yes'>enough"
                         "</xsl:message></xsl:template>"),
                   "enough");
}

Test(template, may_not_sort_by_the_machine)
{
    const char *sorts = SHEET("<xsl:template match='/'><d><xsl:for-each select='//b'>\n"
                              "<xsl:sort lang='da'/></xsl:for-each></d></xsl:template>");
    expect_refused(sorts, "sheet.xsl:3: the template cannot be used: xsl:sort with lang");
    write_file("own/sorts.xsl", sorts);
    expect_refused(SHEET("<xsl:import href='sorts.xsl'/>"), "sorts.xsl:3");
    expect_made(SHEET("<xsl:template match='/'><d lang='da'><xsl:for-each select='//b'>"
                      "<xsl:sort order='descending'/><xsl:value-of select='.'/></xsl:for-each>"
                      "</d></xsl:template>"),
                "21");
}

Test(template, comes_to_an_end)
{
    expect_refused(SHEET("<xsl:template match='/' name='t'><xsl:call-template name='t'/>"
                         "</xsl:template>"),
                   "infinite template recursion");
}

Test(template, tells_no_more_than_can_be_read)
{
    GString *many = g_string_new("<xsl:template match='/'><d>");
    for (unsigned i = 0; i < 50; i++)
        g_string_append(many, "<xsl:value-of select='('/>");
    g_string_append(many, "</d></xsl:template>");
    char **parts = g_strsplit(SHEET("@"), "@", 2), *sheet = g_strjoinv(many->str, parts);
    char *said, *made = made_by(sheet, &said);
    char **lines = g_strsplit(said, "\n", -1);
    cr_expect_null(made);
    cr_expect_leq(g_strv_length(lines), 11);
    g_strfreev(lines);
    g_strfreev(parts);
    g_string_free(many, TRUE);
    g_free(sheet);
    g_free(said);
}
