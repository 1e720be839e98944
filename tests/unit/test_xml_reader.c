/* Reading as a stream: what is refused, in which words, and where tags, attributes and text stand.
 */
#include "base/diag.h"
#include "xml/document.h"
#include "xml/reader.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writes down what it hears: "a@1:1(b@1:4=v)" for a tag, "'text'@1:9", "/" for an end. */
typedef struct {
    GString *heard;
    unsigned stop_after; /* tags; 0: never */
    unsigned tags;
} listener;

static bool hear_start(void *self, const ladle_xml_tag *tag)
{
    listener *l = self;
    g_string_append_printf(l->heard, "%s@%u:%u", tag->name, tag->pos.line, tag->pos.column);
    for (unsigned i = 0; i < tag->n_attributes; i++)
        g_string_append_printf(l->heard, "(%s@%u:%u=%s)", tag->attributes[i].name,
                               tag->attributes[i].pos.line, tag->attributes[i].pos.column,
                               tag->attributes[i].value);
    g_string_append_c(l->heard, ' ');
    return ++l->tags != l->stop_after;
}

static void hear_end(void *self)
{
    g_string_append(((listener *)self)->heard, "/ ");
}

static bool hear_text(void *self, const char *bytes, size_t n, ladle_pos pos)
{
    listener *l = self;
    g_string_append_printf(l->heard, "'%.*s'@%u:%u ", (int)n, bytes, pos.line, pos.column);
    return true;
}

static const ladle_xml_handler handler = {hear_start, hear_end, hear_text};

static char *read_bytes(const char *bytes, size_t n, ladle_xml_outcome expected,
                        unsigned stop_after)
{
    listener l = {g_string_new(NULL), stop_after, 0};
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_xml_source source = {.bytes = bytes, .n = n, .name = "t.xml"};
    cr_expect_eq(ladle_xml_read(&source, &handler, &l, diagnostics), expected);
    cr_expect_eq(ladle_diag_total(diagnostics), expected == LADLE_XML_REFUSED ? 1 : 0);
    if (expected == LADLE_XML_REFUSED) {
        const ladle_diag *diag = ladle_diag_at(diagnostics, 0);
        g_string_printf(l.heard, "%u:%u %s %s", diag->pos.line, diag->pos.column,
                        ladle_diag_text(diag->code), diag->message);
    }
    ladle_diagnostics_free(diagnostics);
    return g_string_free(l.heard, FALSE);
}

Test(xml_reader, tells_places_of_tags_attributes_and_text)
{
    static const struct {
        const char *xml, *heard;
    } cases[] = {
        {"<a/>", "a@1:1 / "},
        {"<?xml version=\"1.0\"?>\n<a\n  b='1' c=\"2\">x</a>",
         "a@2:1(b@3:3=1)(c@3:9=2) 'x'@3:15 / "},
        {"\xEF\xBB\xBF<a b=\"\xC3\xA6\" c=\"1\"/>", "a@1:1(b@1:4=\xC3\xA6)(c@1:10=1) / "},
        {"<a>\xC3\xA6<b/>\n<!-- <c> --><?p <d>?><![CDATA[<e>]]><f/></a>",
         "a@1:1 '\xC3\xA6'@1:4 b@1:5 / '\n'@2:1 '<e>'@2:31 f@2:37 / / "},
        {"<a xmlns='u' b = '1' xmlns:p=\"v\" p:c='>'/>", "a@1:1(b@1:14=1)(c@1:34=>) / "},
        {"<a><b></b><c /></a>", "a@1:1 b@1:4 / c@1:11 / / "},
        {"<a>\r\n<b/></a>", "a@1:1 '\n'@2:1 b@2:1 / / "},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *heard = read_bytes(cases[i].xml, strlen(cases[i].xml), LADLE_XML_READ, 0);
        cr_expect_str_eq(heard, cases[i].heard, "%s gave %s", cases[i].xml, heard);
        g_free(heard);
    }
}

Test(xml_reader, counts_lines_beyond_65535)
{
    GString *xml = g_string_new("<a>\n");
    for (unsigned i = 0; i < 70000; i++)
        g_string_append(xml, i % 2 ? "<!-- x -->\n" : "\n");
    g_string_append(xml, "  <b c='1'/></a>");
    char *heard = read_bytes(xml->str, xml->len, LADLE_XML_READ, 0);
    cr_expect(strstr(heard, "b@70002:3(c@70002:6=1)"), "%.40s",
              heard + MAX(strlen(heard), 40) - 40);
    g_free(heard);
    g_string_truncate(xml, xml->len - 4);
    g_string_append(xml, "<d></a>");
    heard = read_bytes(xml->str, xml->len, LADLE_XML_REFUSED, 0);
    cr_expect(strstr(heard, "70002:16 E101 </a> ends an element, but <d> of line 70002"), "%s",
              heard);
    g_free(heard);
    g_string_free(xml, TRUE);
}

Test(xml_reader, keeps_places_over_many_blocks)
{
    GString *xml = g_string_new("<a>");
    for (unsigned i = 0; i < 20000; i++)
        g_string_append_printf(xml, "<b n=\"%u\"/>\n", i);
    g_string_append(xml, "</a>");
    char *heard = read_bytes(xml->str, xml->len, LADLE_XML_READ, 0);
    const char *p = heard;
    for (unsigned i = 1; i < 20000 && p; i++) {
        char *wanted = g_strdup_printf("b@%u:1(n@%u:4=%u)", i + 1, i + 1, i);
        p = strstr(p, wanted);
        cr_assert_not_null(p, "%s", wanted);
        g_free(wanted);
    }
    g_free(heard);
    g_string_free(xml, TRUE);
}

Test(xml_reader, refuses_with_place_and_words)
{
    static const struct {
        const char *xml, *said;
    } cases[] = {
        {"", "1:1 E101 the file is empty"},
        {"<a>\n &b;</a>", "2:2 E101 &b; is not known; write the character itself"},
        {"<a>\n x & y</a>", "2:4 E101 a < or & of the text must be written &lt; or &amp;"},
        {"<a b='1' b='2'/>", "1:1 E101 the attribute b is given twice"},
        {"<a><b></a>", "1:7 E101 </a> ends an element, but <b> of line 1 is still open"},
        {"<a/>\n<b/>", "2:1 E101 the file goes on after the end of its root element, or ends too "
                       "early"},
        {"<?xml version='1.0' encoding='UTF-7'?><a/>",
         "1:1 E104 the file is in the encoding UTF-7 and was not read; save it as UTF-8"},
        {"\xFF\xFE<\0a\0",
         "1:1 E104 the file is in the encoding UTF-16 or UTF-32 and was not read; "
         "save it as UTF-8"},
        {"<a>\n bl\xE5</a>", "2:4 E104 the byte 0xE5 is not UTF-8 here; save the file as UTF-8"},
        {"\n<!DOCTYPE a>\n<a/>", "2:1 E105 a document type (<!DOCTYPE) is refused and the file was "
                                 "not read; remove it"},
        {"<a>\n<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='b'/></a>",
         "2:1 E106 inclusion (XInclude) is refused and the file was not read further; put the text "
         "itself here, or the other file into the same folder"},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *said = read_bytes(cases[i].xml, strlen(cases[i].xml), LADLE_XML_REFUSED, 0);
        cr_expect_str_eq(said, cases[i].said, "%s", cases[i].xml);
        g_free(said);
    }
}

/* n elements in each other, or n attributes on one. */
static char *nested(unsigned n)
{
    GString *xml = g_string_new(NULL);
    for (unsigned i = 0; i < n; i++)
        g_string_append(xml, "<a>");
    for (unsigned i = 0; i < n; i++)
        g_string_append(xml, "</a>");
    return g_string_free(xml, FALSE);
}

static char *with_attributes(unsigned n)
{
    GString *xml = g_string_new("<a");
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(xml, " a%u='1'", i);
    g_string_append(xml, "/>");
    return g_string_free(xml, FALSE);
}

static void expect_outcome(char *xml, ladle_xml_outcome outcome, const char *code)
{
    char *heard = read_bytes(xml, strlen(xml), outcome, 0);
    if (code)
        cr_expect(strstr(heard, code), "%s", heard);
    g_free(heard);
    g_free(xml);
}

Test(xml_reader, keeps_to_its_limits)
{
    expect_outcome(nested(LADLE_XML_DEPTH), LADLE_XML_READ, NULL);
    expect_outcome(nested(LADLE_XML_DEPTH + 1), LADLE_XML_REFUSED, "E109");
    expect_outcome(with_attributes(LADLE_XML_ATTRIBUTES), LADLE_XML_READ, NULL);
    expect_outcome(with_attributes(LADLE_XML_ATTRIBUTES + 1), LADLE_XML_REFUSED, "E107");
    expect_outcome(with_attributes(100000), LADLE_XML_REFUSED, "E107");
    char *value = g_strnfill(LADLE_XML_TAG_BYTES, 'x');
    expect_outcome(g_strdup_printf("<a b='%s'/>", value), LADLE_XML_REFUSED, "E108");
    value[LADLE_XML_TAG_BYTES - 20] = '\0';
    expect_outcome(g_strdup_printf("<a b='%s'/>", value), LADLE_XML_READ, NULL);
    g_free(value);
}

Test(xml_reader, reads_one_line_of_ten_megabytes)
{
    GString *xml = g_string_new("<a>");
    while (xml->len < 10100000)
        g_string_append(xml, "<b>some words</b>");
    g_string_append(xml, "</a>");
    char *heard = read_bytes(xml->str, xml->len, LADLE_XML_READ, 0);
    cr_expect(strstr(heard, "b@1:10099993 "));
    g_free(heard);
    g_string_free(xml, TRUE);
}

Test(xml_reader, stops_when_the_handler_says_so)
{
    char *heard = read_bytes("<a><b/><c/></a>", 15, LADLE_XML_STOPPED, 2);
    cr_expect_str_eq(heard, "a@1:1 b@1:4 ");
    g_free(heard);
    heard = read_bytes("<a><b/><broken", 14, LADLE_XML_STOPPED, 2);
    cr_expect_str_eq(heard, "a@1:1 b@1:4 ", "what follows is not looked at");
    g_free(heard);
}

static void expect_unreadable(const char *path, const char *code)
{
    listener l = {g_string_new(NULL), 0, 0};
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_xml_source source = {.path = path, .name = "t.xml"};
    cr_expect_eq(ladle_xml_read(&source, &handler, &l, diagnostics), LADLE_XML_REFUSED);
    cr_assert_eq(ladle_diag_total(diagnostics), 1);
    cr_expect_str_eq(ladle_diag_text(ladle_diag_at(diagnostics, 0)->code), code, "%s", path);
    ladle_diagnostics_free(diagnostics);
    g_string_free(l.heard, TRUE);
}

Test(xml_reader, opens_ordinary_files_only)
{
    char *folder = g_dir_make_tmp("ladle-XXXXXX", NULL);
    char *pipe = g_build_filename(folder, "pipe", NULL);
    char *link = g_build_filename(folder, "link", NULL);
    char *large = g_build_filename(folder, "large", NULL);
    char *missing = g_build_filename(folder, "missing", NULL);
    cr_assert_eq(mkfifo(pipe, 0600), 0);
    cr_assert_eq(symlink("large", link), 0);
    int descriptor = open(large, O_WRONLY | O_CREAT, 0600);
    cr_assert_eq(ftruncate(descriptor, (off_t)LADLE_XML_FILE_BYTES + 1), 0);
    close(descriptor);
    expect_unreadable(pipe, "E102");
    expect_unreadable(link, "E102");
    expect_unreadable(missing, "E102");
    expect_unreadable(folder, "E102");
    expect_unreadable(large, "E103");
    unlink(pipe), unlink(link), unlink(large), rmdir(folder);
    g_free(pipe), g_free(link), g_free(large), g_free(missing), g_free(folder);
}

/* ------------------------------------------------------------------------------- documents */

static xmlDocPtr document_of(ladle_arena *arena, const char *xml, ladle_diagnostics *diagnostics)
{
    ladle_xml_source source = {.bytes = xml, .n = strlen(xml), .name = "a b.xml"};
    return ladle_xml_document_read(arena, &source, diagnostics);
}

Test(xml_document, knows_where_its_elements_stand)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    GString *xml = g_string_new("<a>");
    for (unsigned i = 0; i < 70000; i++)
        g_string_append_c(xml, '\n');
    g_string_append(xml, " <b/>text</a>");
    xmlDocPtr doc = document_of(arena, xml->str, diagnostics);
    cr_assert_not_null(doc);
    xmlNodePtr root = xmlDocGetRootElement(doc), b = xmlFirstElementChild(root);
    ladle_pos pos = ladle_xml_pos(b);
    cr_expect_str_eq(pos.file, "a b.xml");
    cr_expect_eq(pos.line, 70001);
    cr_expect_eq(pos.column, 2);
    cr_expect_eq(ladle_xml_pos(b->next).line, 1, "text stands where its element does");
    cr_expect_eq(ladle_xml_pos((xmlNodePtr)doc).line, 0);
    cr_expect_null(ladle_xml_pos(NULL).file);
    g_string_free(xml, TRUE);
    ladle_diagnostics_free(diagnostics);
    ladle_arena_free(arena);
}

Test(xml_document, is_refused_by_the_same_rules)
{
    static const struct {
        const char *xml, *code;
    } cases[] = {
        {"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>", "E105"},
        {"<a xmlns:x='http://www.w3.org/2001/XInclude'/>", "E106"},
        {"<a><b></a>", "E101"},
        {"<a>", "E101"},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        ladle_diagnostics *diagnostics = ladle_diagnostics_new();
        cr_expect_null(document_of(NULL, cases[i].xml, diagnostics));
        cr_assert_eq(ladle_diag_total(diagnostics), 1);
        cr_expect_str_eq(ladle_diag_text(ladle_diag_at(diagnostics, 0)->code), cases[i].code);
        ladle_diagnostics_free(diagnostics);
    }
}

Test(xml_document, is_checked_against_a_schema)
{
    static const char grammar[] =
        "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><oneOrMore><element "
        "name='b'><empty/></element></oneOrMore></element>";
    ladle_arena *arena = ladle_arena_new();
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_xml_source source = {.bytes = grammar, .n = strlen(grammar), .name = "g.rng"};
    ladle_xml_schema *schema = ladle_xml_schema_open(&source, diagnostics);
    cr_assert_not_null(schema);
    xmlDocPtr good = document_of(arena, "<a><b/></a>", diagnostics);
    xmlDocPtr bad = document_of(arena, "<a>\n <c/></a>", diagnostics);
    cr_expect(ladle_xml_schema_check(schema, good, LADLE_DIAG_UNKNOWN_TAG, diagnostics));
    cr_expect_eq(ladle_diag_total(diagnostics), 0);
    cr_expect_not(ladle_xml_schema_check(schema, bad, LADLE_DIAG_UNKNOWN_TAG, NULL));
    cr_expect_not(ladle_xml_schema_check(schema, bad, LADLE_DIAG_UNKNOWN_TAG, diagnostics));
    cr_assert_gt(ladle_diag_total(diagnostics), 0);
    cr_expect_eq(ladle_diag_at(diagnostics, 0)->pos.line, 2);
    ladle_xml_schema_free(schema);
    source = (ladle_xml_source){.bytes = "<a/>", .n = 4, .name = "g.rng"};
    cr_expect_null(ladle_xml_schema_open(&source, diagnostics));
    ladle_diagnostics_free(diagnostics);
    ladle_arena_free(arena);
}
