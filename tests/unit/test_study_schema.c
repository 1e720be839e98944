/* The reader and the schema accept and refuse the same files: each file of the case "whole" is
 * changed in one place, again and again, and both are asked. The changes come from a generator of
 * pseudo-random numbers with a fixed seed, so that every run asks the same. */
#include "study/load.h"
#include "xml/document.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WHOLE LADLE_TEST_DATA "/regress/check/whole/"

enum { MUTATIONS = 800, SEED = 20150701 };

static const char *const file_names[] = {"study.xml", "framework.xml", "records.xml",
                                         "texts/authors.xml", "picture.svg"};
enum { N_XML = 4 };

/* Values that lie on the borders of the schema's types. Not among them are numbers of more than 24
 * digits and odd addresses, where libxml2 is stricter than XML Schema. */
static const char *const values[] = {
    "",
    "  ",
    "a",
    "ab",
    "2015",
    "201",
    "1",
    "0",
    "-0",
    "+1",
    "-1",
    "01",
    "1.",
    ".5",
    "1.50",
    "-0.0",
    ".",
    "1e3",
    "yes",
    " yes ",
    "no",
    "held",
    "x y",
    "x  y",
    "\xC3\xA6\xC3\xB8\xC3\xA5",
    "a.b-c",
    ".a",
    "-a",
    "_a",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "1,5",
    "da",
    "en-GB",
    "abcdefghi",
    "en-",
    "1d",
    "x-klingon",
    "%zz",
    "%41",
    "a#b#c",
    "2",
    "3",
    "4",
    "02",
    "2015-10-01",
    "2015/..",
    "\xC2\xA0",
    "a\tb\n",
    "\xC2\xBD",
    "e\xCC\x81",
    "named",
    "steering",
    "spending"};

static const char *const texts[] = {"", " ", "text", "\n text", "\xC2\xA0"};

static guint32 below(GRand *rand, guint32 n)
{
    return g_rand_int(rand) % n;
}

/* All elements of the document, in its order. */
static GPtrArray *elements_of(xmlDocPtr doc)
{
    GPtrArray *all = g_ptr_array_new();
    xmlNodePtr root = xmlDocGetRootElement(doc);
    for (xmlNodePtr node = root; node;) {
        if (node->type == XML_ELEMENT_NODE)
            g_ptr_array_add(all, node);
        if (node->children) {
            node = node->children;
            continue;
        }
        while (node && node != root && !node->next)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
    return all;
}

static xmlNodePtr any_of(GRand *rand, GPtrArray *elements)
{
    return elements->pdata[below(rand, elements->len)];
}

static xmlAttrPtr any_attribute(GRand *rand, xmlNodePtr node)
{
    unsigned n = 0;
    for (xmlAttrPtr a = node->properties; a; a = a->next)
        n++;
    xmlAttrPtr chosen = node->properties;
    for (unsigned i = n ? below(rand, n) : 0; i; i--)
        chosen = chosen->next;
    return chosen;
}

static const xmlChar *any_value(GRand *rand)
{
    return (const xmlChar *)values[below(rand, G_N_ELEMENTS(values))];
}

/* Puts the node among the children of the other, at any place. */
static void insert(GRand *rand, xmlNodePtr parent, xmlNodePtr node)
{
    unsigned n = 0;
    for (xmlNodePtr child = parent->children; child; child = child->next)
        n++;
    xmlNodePtr before = parent->children;
    for (unsigned i = below(rand, n + 1); i && before; i--)
        before = before->next;
    if (before)
        xmlAddPrevSibling(before, node);
    else
        xmlAddChild(parent, node);
}

/* One change to elements. */
static void change_element(GRand *rand, GPtrArray *elements, xmlNodePtr node)
{
    xmlNodePtr root = elements->pdata[0], other = any_of(rand, elements);
    switch (below(rand, 6)) {
    case 0: /* leave it out */
        if (node != root) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
        }
        break;
    case 1: /* twice */
        if (node != root)
            xmlAddNextSibling(node, xmlCopyNode(node, 1));
        break;
    case 2: /* to another place among its siblings */
        if (node != root) {
            xmlNodePtr parent = node->parent;
            xmlUnlinkNode(node);
            insert(rand, parent, node);
        }
        break;
    case 3: /* another name */
        xmlNodeSetName(node, other->name);
        break;
    case 4: /* into another element */
        insert(rand, other, xmlCopyNode(node, 1));
        break;
    default: /* a name that is not known */
        xmlNodeSetName(node, (const xmlChar *)"bogus");
    }
}

/* One change to attributes or text. */
static void change_inside(GRand *rand, GPtrArray *elements, xmlNodePtr node)
{
    xmlAttrPtr own = any_attribute(rand, node);
    xmlAttrPtr foreign = any_attribute(rand, any_of(rand, elements));
    const char *text = texts[below(rand, G_N_ELEMENTS(texts))];
    switch (below(rand, 6)) {
    case 0:
        if (own)
            xmlRemoveProp(own);
        break;
    case 1:
    case 2:
        if (own)
            xmlSetNsProp(node, own->ns, own->name, any_value(rand));
        break;
    case 3:
        if (foreign)
            xmlSetNsProp(node, foreign->ns, foreign->name, any_value(rand));
        break;
    case 4: {
        xmlNodePtr child = xmlNewText((const xmlChar *)text);
        if (node->children)
            xmlAddPrevSibling(node->children, child);
        else
            xmlAddChild(node, child);
        break;
    }
    default:
        if (node != elements->pdata[0])
            xmlAddNextSibling(node, xmlNewText((const xmlChar *)text));
    }
}

static void mutate(GRand *rand, xmlDocPtr doc)
{
    GPtrArray *elements = elements_of(doc);
    xmlNodePtr node = any_of(rand, elements);
    if (below(rand, 2))
        change_element(rand, elements, node);
    else
        change_inside(rand, elements, node);
    g_ptr_array_free(elements, TRUE);
}

/* -------------------------------------------------------------------------------- verdicts */

static bool schema_accepts(const ladle_xml_schema *schema, const char *bytes, int n)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_xml_source source = {.bytes = bytes, .n = (size_t)n, .name = "mutant.xml"};
    xmlDocPtr doc = ladle_xml_document_read(arena, &source, diagnostics);
    bool accepts = doc && ladle_xml_schema_check(schema, doc, LADLE_DIAG_UNKNOWN_TAG, NULL);
    ladle_diagnostics_free(diagnostics);
    ladle_arena_free(arena);
    return accepts;
}

/* What the reader says against the grammar: the first message of E1.. or E201 to E209. NULL:
 * nothing. To be freed. References and sense are no matter of the schema. */
static char *reader_says(const char *folder)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_load_options options = {.share = LADLE_BUILD_SHARE};
    char *said = NULL;
    ladle_study_load(arena, folder, &options, diagnostics);
    for (unsigned i = 0; i < ladle_diag_total(diagnostics) && !said; i++) {
        const ladle_diag *diag = ladle_diag_at(diagnostics, i);
        int number = atoi(ladle_diag_text(diag->code) + 1);
        if (diag->severity == LADLE_ERROR && (number < 200 || (number >= 201 && number <= 209)))
            said = g_strdup(diag->message);
    }
    ladle_diagnostics_free(diagnostics);
    ladle_arena_free(arena);
    return said;
}

/* A copy of the case "whole" in a folder of its own. */
static char *copy_whole(char **contents)
{
    char *folder = g_dir_make_tmp("ladle-XXXXXX", NULL);
    char *inner = g_build_filename(folder, "texts", NULL);
    cr_assert_eq(g_mkdir_with_parents(inner, 0700), 0);
    for (unsigned i = 0; i < G_N_ELEMENTS(file_names); i++) {
        char *from = g_strconcat(WHOLE, file_names[i], NULL);
        char *to = g_build_filename(folder, file_names[i], NULL);
        cr_assert(g_file_get_contents(from, &contents[i], NULL, NULL));
        cr_assert(g_file_set_contents(to, contents[i], -1, NULL));
        g_free(from);
        g_free(to);
    }
    g_free(inner);
    return folder;
}

static void write_file(const char *folder, const char *name, const char *bytes, gssize n)
{
    char *path = g_build_filename(folder, name, NULL);
    cr_assert(g_file_set_contents(path, bytes, n, NULL));
    g_free(path);
}

static void remove_copy(char *folder)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(file_names); i++) {
        char *path = g_build_filename(folder, file_names[i], NULL);
        unlink(path);
        g_free(path);
    }
    char *inner = g_build_filename(folder, "texts", NULL);
    rmdir(inner);
    rmdir(folder);
    g_free(inner);
    g_free(folder);
}

typedef struct {
    unsigned accepted, refused;
} tally;

static void try_mutant(const ladle_xml_schema *schema, GRand *rand, const char *folder,
                       unsigned file, const char *original, tally *t)
{
    xmlDocPtr doc =
        xmlReadMemory(original, (int)strlen(original), "whole.xml", NULL, XML_PARSE_NONET);
    xmlChar *bytes;
    int n;
    mutate(rand, doc);
    xmlDocDumpMemoryEnc(doc, &bytes, &n, "UTF-8");
    xmlFreeDoc(doc);
    write_file(folder, file_names[file], (const char *)bytes, n);
    bool accepts = schema_accepts(schema, (const char *)bytes, n);
    char *said = reader_says(folder);
    cr_expect_eq(accepts, said == NULL, "the schema %s, the reader says %s:\n%s",
                 accepts ? "accepts" : "refuses", said ? said : "nothing", (const char *)bytes);
    t->accepted += accepts;
    t->refused += !accepts;
    write_file(folder, file_names[file], original, -1);
    g_free(said);
    xmlFree(bytes);
}

Test(study_schema, agrees_with_the_reader)
{
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_xml_source source = {.path = LADLE_BUILD_SHARE "/schema/study.rng", .name = "study.rng"};
    ladle_xml_schema *schema = ladle_xml_schema_open(&source, diagnostics);
    cr_assert_not_null(schema);
    char *contents[G_N_ELEMENTS(file_names)];
    char *folder = copy_whole(contents);
    GRand *rand = g_rand_new_with_seed(SEED);
    tally t = {0, 0};
    for (unsigned i = 0; i < MUTATIONS; i++)
        try_mutant(schema, rand, folder, i % N_XML, contents[i % N_XML], &t);
    cr_expect_gt(t.accepted, MUTATIONS / 5, "%u", t.accepted);
    cr_expect_gt(t.refused, MUTATIONS / 3, "%u", t.refused);
    g_rand_free(rand);
    remove_copy(folder);
    for (unsigned i = 0; i < G_N_ELEMENTS(contents); i++)
        g_free(contents[i]);
    ladle_xml_schema_free(schema);
    ladle_diagnostics_free(diagnostics);
}

Test(study_schema, accepts_the_built_in_frameworks)
{
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_xml_source source = {.path = LADLE_BUILD_SHARE "/schema/study.rng", .name = "study.rng"};
    ladle_xml_schema *schema = ladle_xml_schema_open(&source, diagnostics);
    static const char *const files[] = {"templates/framework/framework-da.xml",
                                        "templates/framework/framework-en.xml"};
    for (unsigned i = 0; i < G_N_ELEMENTS(files); i++) {
        ladle_arena *arena = ladle_arena_new();
        char *path = g_build_filename(LADLE_BUILD_SHARE, files[i], NULL);
        ladle_xml_source file = {.path = path, .name = files[i]};
        xmlDocPtr doc = ladle_xml_document_read(arena, &file, diagnostics);
        cr_expect(doc && ladle_xml_schema_check(schema, doc, LADLE_DIAG_UNKNOWN_TAG, diagnostics));
        g_free(path);
        ladle_arena_free(arena);
    }
    cr_expect_eq(ladle_diag_total(diagnostics), 0);
    ladle_xml_schema_free(schema);
    ladle_diagnostics_free(diagnostics);
}
