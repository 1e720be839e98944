/* What the document room ships besides code: schema, reference page, fonts, patterns. */
#include "make_document.h"

#include "document/grammar.h"
#include "document/theme_private.h"

#include <criterion/criterion.h>

static char *read_shipped(const char *path)
{
    char *whole = g_build_filename(LADLE_TEST_DATA, "..", path, NULL), *text = NULL;
    cr_assert(g_file_get_contents(whole, &text, NULL, NULL), "cannot read %s", path);
    g_free(whole);
    return text;
}

static void check_digests(const char *folder, unsigned least)
{
    char *list_path = g_build_filename(folder, "SHA256SUMS", NULL);
    char *list = read_shipped(list_path), **lines = g_strsplit(list, "\n", -1);
    unsigned n = 0;
    for (char **line = lines; **line; line++, n++) {
        cr_assert(strlen(*line) > 66, "%s", *line);
        char *path = g_build_filename(LADLE_TEST_DATA, "..", folder, *line + 66, NULL), *bytes;
        gsize size;
        cr_assert(g_file_get_contents(path, &bytes, &size, NULL), "cannot read %s", *line + 66);
        char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
        cr_expect(g_str_has_prefix(*line, digest), "%s is not the file it was", *line + 66);
        g_free(digest);
        g_free(bytes);
        g_free(path);
    }
    cr_expect_geq(n, least);
    g_strfreev(lines);
    g_free(list);
    g_free(list_path);
}

Test(document_files, fonts_and_patterns_are_those_of_their_digests)
{
    check_digests("fonts", 8);
    check_digests("hyphenation", 2);
}

static ladle_xml_schema *open_schema(made *m)
{
    char *path = g_build_filename(LADLE_TEST_DATA, "..", "schema", "document.rng", NULL);
    ladle_xml_source source = {.path = path, .name = "document.rng"};
    ladle_xml_schema *schema = ladle_xml_schema_open(&source, m->diagnostics);
    cr_assert_not_null(schema);
    g_free(path);
    return schema;
}

/* Whether the reader takes it, and whether the schema does. */
static void hold_against_schema(made *m, const ladle_xml_schema *schema, const char *xml,
                                const char *what)
{
    ladle_diagnostics *messages = ladle_diagnostics_new();
    ladle_arena *arena = ladle_arena_new();
    ladle_xml_source source = {.bytes = xml, .n = strlen(xml), .name = "x.xml"};
    xmlDoc *tree = ladle_xml_document_read(arena, &source, messages);
    cr_assert_not_null(tree, "%s: not well-formed", what);
    ladle_gate *gate = ladle_gate_new(arena, messages, NULL, NULL);
    bool read = ladle_document_load(arena, tree, m->theme, gate, messages) != NULL;
    bool valid = ladle_xml_schema_check(schema, tree, LADLE_DIAG_DOCUMENT_VALUE, NULL);
    cr_expect_eq(read, valid, "the reader %s it, the schema %s: %s", read ? "takes" : "refuses",
                 valid ? "does" : "does not", what);
    ladle_arena_free(arena);
    ladle_diagnostics_free(messages);
}

/* A document with every element, and mutations of it by one word for another. What the reader
 * knows and a grammar cannot say (ids, references, numbers) is not among them. */
Test(document_files, reader_and_schema_accept_and_refuse_the_same)
{
    made m = made_begin();
    ladle_xml_schema *schema = open_schema(&m);
    char *whole = read_shipped("tests/unit/document_whole.xml");
    hold_against_schema(&m, schema, whole, "all of it");
    static const struct {
        const char *old, *new;
    } MUTATIONS[] = {
        {"<p>", "<para>x</para><p>"},
        {"<li>", "<li><p>x</p></li><li>"},
        {"<ul>", "<ul><p/>"},
        {"<ul>", "<ul class='x y' id='u1'>"},
        {"<table>", "<table class=''>"},
        {"<table>", "<table>x"},
        {"<tbody>", "<tbody/><tbody>"},
        {"<thead>", "<thead><td/>"},
        {"<col ", "<col id='c' "},
        {"<tr>", "<tr keep='no'>"},
        {"<tr>", "<tr keep='yes'>"},
        {"<td>", "<td colspan='0'>"},
        {"<td>", "<td colspan='2' scope='row'>"},
        {"<td>", "<td align='middle'>"},
        {"<h1>", "<h5>x</h5><h1>"},
        {"<h1>", "<h1 xml:lang='en'>"},
        {"<em>", "<em><p/></em><em>"},
        {"<em>", "<b>x</b><em>"},
        {"<br/>", "<br id='x'/>"},
        {"<br/>", "<br>x</br>"},
        {"<br/>", "<div/>"},
        {"<blockquote>", "<blockquote>x"},
        {"<blockquote>", "<blockquote><h2/>"},
        {"<columns ", "<columns><p/></columns><columns "},
        {"<columns ", "<columns/><columns "},
        {"side-by-side", "aside"},
        {"<figcaption>", "<p/><figcaption>"},
        {"<figcaption>", "<figcaption/><figcaption>"},
        {"number=\"2\"", "number=\"0\""},
        {"number=\"2\"", "number=\"2a\""},
        {"<page-break/>", "<page-break class='x'/>"},
        {"<page-break/>", "<section/><page-break/>"},
        {"<toc ", "<toc x='1' "},
        {"depth=\"2\"", "depth=\"9\""},
        {"<note>", "<note><p/></note><note>"},
        {"<note>", "<note id='n9'>"},
        {"show=\"full\"", "show=\"all\""},
        {"kind=\"symbol\" of=\"4\"", "kind=\"symbol\""},
        {"kind=\"symbol\" of=\"4\"", "kind=\"symbol\" of=\"4\" was=\"1\""},
        {"level=\"2\"", "level=\"-1\""},
        {"<p class=\"role\"", "<p class=\"-x\""},
        {"<slot ", "<slot id='x' "},
        {"share=\"0.5\"", "share=\"1.5\""},
        {"share=\"0.5\"", "share=\".5\""},
        {"<slot ", "<tick/><slot "},
        {"heavy=\"yes\"", "heavy=\"true\""},
        {"<entry ", "<entry x='1' "},
        {"<entry label=\"a\"", "<entry"},
        {"2015-03-01", "2015-3-1"},
        {"2015-03-01", "2015-02-29"},
        {"2015-03-01", "20150301"},
        {"<panel ", "<bar label='x' value='1'/><panel "},
        {"<panel label=\"a\"", "<panel label='z'/><panel label=\"a\""},
        {"value=\"12\"", "value=\"1e2\""},
        {"value=\"12\"", "value=\"-12.50\""},
        {"value=\"12\"", "value=\"\""},
        {"emphasis=\"yes\"", "emphasis=\"\""},
        {"<part label=\"a\"", "<part"},
        {"<tick on=\"yes\"/>", "<tick on=\"yes\">x</tick>"},
        {"<tick on=\"yes\"/>", "<tick/>"},
        {"folio=\"arabic\"", "folio=\"Arabic\""},
        {"restart=\"yes\"", "restart=\"no\""},
        {"place=\"head-left\"", "place=\"left\""},
        {"of=\"chapter\"", "of=\"title\""},
        {"<counter ", "<counter class='x' "},
        {"id=\"continued\"", "id=\"continue\""},
        {"version=\"1\"", "version=\"1.0\""},
        {"date=\"2016-06-16\"", "date=\"16.6.2016\""},
        {"title=\"Alt\"", "titel=\"Alt\""},
        {"numbering=\"decimal\"", "numbering=\"roman\""},
        {"contents=\"no\"", "contents=\"never\""},
        {"<img ", "<img class='x' "},
        {" alt=\"Billede\"", ""},
        {"<a href=\"#k\">", "<a>"},
        {"<ref to=\"k\"", "<ref"},
        {"<cite>", "<cite>a<ul><li/></ul></cite><cite>"},
        {"<aside class=\"effect\">", "<aside class=\"effect\">x"},
        {"<aside class=\"effect\">", "<aside/><aside class=\"effect\">"},
        {"<strong>", "<strong style='x'>"},
        {"<row label=\"B\">", "<row label=\"B\"><part/>"},
        {"<cell level=\"1\"/>", "<cell/>"},
        {"<cell level=\"1\"/>", ""},
        {"<ol>", "<ol/><ol>"},
        {"<div>", "<div><h3>x</h3></div><div>"},
        {"<div>", "<div>x</div><div>"},
        {"kind=\"progress\" value=\"0.4\"", "kind=\"progress\""},
        {"<tfoot>", "<tfoot/><tfoot>"},
        {"<caption>", "<caption><p/></caption><caption>"},
        {"<span>", "<span><chart kind='bars' alt='x'/></span><span>"},
        {"first=\"besøg\"", ""},
        {"months=\"j f m a m j j a s o n d\"", ""},
        {"<backlinks to=\"k\"/>", "<backlinks/>"},
        {"<td>", "<td><p>x</p></td><td>"},
        {"<td>", "<td><p>x</p>y</td><td>"},
        {"<td>", "<td><chart kind='symbol' of='4' alt='x'/></td><td>"},
        {"<td>", "<td><img src='x' alt='y'/><p/></td><td>"},
        {"<li>", "<li>x<ul><li/></ul></li><li>"},
        {"value=\"0.4\" threshold=\"0.5\" alt=\"Ord.\"", "value=\"0.4\""},
        {"value=\"0.4\" threshold=\"0.5\" alt=\"Ord.\"", "value=\"0.4\" alt=\" \""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(MUTATIONS); i++) {
        const char *at = strstr(whole, MUTATIONS[i].old);
        cr_assert_not_null(at, "document_whole.xml has no %s", MUTATIONS[i].old);
        char *changed = g_strdup_printf("%.*s%s%s", (int)(at - whole), whole, MUTATIONS[i].new,
                                        at + strlen(MUTATIONS[i].old));
        hold_against_schema(&m, schema, changed, MUTATIONS[i].new);
        g_free(changed);
    }
    g_free(whole);
    ladle_xml_schema_free(schema);
    unmake(&m);
}

Test(document_files, the_whole_document_has_every_element)
{
    char *whole = read_shipped("tests/unit/document_whole.xml");
    for (int kind = LADLE_NODE_TEXT + 1; kind < LADLE_NODE_COUNT; kind++) {
        const char *element = ladle_word_of((ladle_node_kind)kind)->element;
        char *tag = g_strdup_printf("<%s", element);
        const char *at = strstr(whole, tag);
        while (at && g_ascii_isalnum(at[strlen(tag)]))
            at = strstr(at + 1, tag);
        cr_expect_not_null(at, "<%s> is in no document of this test", element);
        g_free(tag);
    }
    g_free(whole);
}

/* ------------------------------------------------------------------ the reference page */

static void expect_named(const char *page, const char *name, const char *what)
{
    char *quoted = g_strdup_printf("`%s`", name), *spaced = g_strdup_printf(" %s ", name);
    char *tick_left = g_strdup_printf("`%s ", name), *tick_right = g_strdup_printf(" %s`", name);
    cr_expect(strstr(page, quoted) || strstr(page, spaced) || strstr(page, tick_left) ||
                  strstr(page, tick_right),
              "docs/template-format.md does not speak of the %s %s", what, name);
    g_free(quoted);
    g_free(spaced);
    g_free(tick_left);
    g_free(tick_right);
}

static void expect_attribute(void *page, const ladle_attribute_rule *rule)
{
    expect_named(page, rule->name, "attribute");
}

Test(document_files, the_reference_page_speaks_of_everything)
{
    char *page = read_shipped("docs/template-format.md");
    for (int kind = LADLE_NODE_TEXT + 1; kind < LADLE_NODE_COUNT; kind++) {
        expect_named(page, ladle_word_of((ladle_node_kind)kind)->element, "element");
        ladle_attribute_rules((ladle_node_kind)kind, NULL, expect_attribute, page);
    }
    for (const char *const *name = ladle_style_property_names(); *name; name++)
        expect_named(page, *name, "property");
#define LADLE_NEED_COLOUR(name) expect_named(page, name, "colour");
#define LADLE_NEED_STYLE(name)                                                                     \
    if (!g_str_has_prefix(name, "toc-"))                                                           \
        expect_named(page, name, "named style");
#define LADLE_NEED_MEASURE(chart, name) expect_named(page, name, "measure");
#include "document/theme_needs.def"
    g_free(page);
}

/* Templates and words are tried by tests/docs/run-examples.py. */
static bool is_for_others(const char *example)
{
    return g_str_has_prefix(example, "<xsl:") || g_str_has_prefix(example, "<labels");
}

/* Examples of style sheets and language files are not documents: they are only well-formed. */
static bool is_of_another_kind(const char *example)
{
    return g_str_has_prefix(example, "<xsl:") || g_str_has_prefix(example, "<labels");
}

static void check_well_formed(const char *example)
{
    xmlDoc *tree = xmlReadMemory(example, (int)strlen(example), "example", NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR);
    cr_expect(tree != NULL, "not well-formed:\n%s", example);
    xmlFreeDoc(tree);
}

static void check_example(const char *example)
{
    if (is_of_another_kind(example)) {
        check_well_formed(example);
        return;
    }
    if (is_for_others(example))
        return;
    bool theme = g_str_has_prefix(example, "<style") || g_str_has_prefix(example, "<colour");
    made m;
    if (theme) {
        char *shipped = read_shipped("templates/theme.xml");
        char *end = strstr(shipped, "</theme>");
        char *xml = g_strdup_printf("%.*s%s</theme>", (int)(end - shipped), shipped, example);
        m = made_begin();
        m.theme = ladle_theme_load(m.arena, made_tree(&m, xml, "theme.xml"), m.diagnostics);
        g_free(xml);
        g_free(shipped);
    } else if (g_str_has_prefix(example, "<document")) {
        m = make_document(example, false);
    } else {
        bool section = g_str_has_prefix(example, "<section"); /* of the document itself */
        char *xml = g_strconcat(HEAD "<section><h1>Et</h1></section>", section ? "" : "<section>",
                                example, section ? "" : "</section>", TAIL, NULL);
        m = make_document(xml, false);
        g_free(xml);
    }
    char *messages = made_messages(&m);
    cr_expect_str_empty(messages, "%s\nof the example\n%s", messages, example);
    g_free(messages);
    unmake(&m);
}

Test(document_files, examples_of_the_reference_page_load)
{
    char *page = read_shipped("docs/template-format.md");
    char **parts = g_strsplit(page, "```xml\n", -1);
    unsigned n = 0;
    for (char **part = parts + 1; *part; part++, n++) {
        char *end = strstr(*part, "```");
        cr_assert_not_null(end);
        *end = '\0';
        check_example(*part);
    }
    cr_expect_geq(n, 6u);
    g_strfreev(parts);
    g_free(page);
}
