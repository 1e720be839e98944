#include "verify/xmp.h"

#include <libxml/parser.h>
#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define SCHEMA "http://www.aiim.org/pdfa/ns/schema#"
#define PROPERTY "http://www.aiim.org/pdfa/ns/property#"

enum { MOST_BYTES = 1024 * 1024, MOST_PROPERTIES = 2000, MOST_VALUES = 2000 };

static bool is(const xmlNode *node, const char *space, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, space) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

static xmlNode *child(const xmlNode *node, const char *space, const char *name)
{
    for (xmlNode *at = node ? node->children : NULL; at; at = at->next)
        if (is(at, space, name))
            return at;
    return NULL;
}

static char *text_of(ladle_arena *arena, const xmlNode *node)
{
    xmlChar *text = xmlNodeGetContent(node);
    char *copy = ladle_arena_strdup(arena, text ? (const char *)text : "");
    xmlFree(text);
    return copy;
}

static GPtrArray *list_of(ladle_arena *arena)
{
    GPtrArray *list = g_ptr_array_new();
    ladle_arena_defer(arena, (void (*)(void *))g_ptr_array_unref, list);
    return list;
}

/* The Alt, Seq or Bag in a property; NULL: it is plain. */
static const xmlNode *container(const xmlNode *node)
{
    static const char *const kinds[] = {"Alt", "Seq", "Bag"};
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const xmlNode *found = child(node, RDF, kinds[i]);
        if (found)
            return found;
    }
    return NULL;
}

static void read_property(xmp_metadata *metadata, ladle_arena *arena, const xmlNode *node)
{
    xmp_property *property = LADLE_NEW(arena, xmp_property);
    property->space = ladle_arena_strdup(arena, node->ns ? (const char *)node->ns->href : "");
    property->name = ladle_arena_strdup(arena, (const char *)node->name);
    property->values = list_of(arena);
    g_ptr_array_add(metadata->properties, property);
    const xmlNode *list = container(node);
    if (!list) {
        g_ptr_array_add(property->values, text_of(arena, node));
        return;
    }
    for (const xmlNode *item = list->children; item; item = item->next) {
        if (!is(item, RDF, "li") || property->values->len == MOST_VALUES)
            continue;
        xmlChar *language = xmlNodeGetLang(item);
        bool first = language && strcmp((const char *)language, "x-default") == 0;
        g_ptr_array_insert(property->values, first ? 0 : -1, text_of(arena, item));
        xmlFree(language);
    }
}

static void read_attribute(xmp_metadata *metadata, ladle_arena *arena, xmlAttr *attribute)
{
    if (!attribute->ns || strcmp((const char *)attribute->ns->href, RDF) == 0 ||
        strcmp((const char *)attribute->ns->href, (const char *)XML_XML_NAMESPACE) == 0)
        return;
    xmp_property *property = LADLE_NEW(arena, xmp_property);
    property->space = ladle_arena_strdup(arena, (const char *)attribute->ns->href);
    property->name = ladle_arena_strdup(arena, (const char *)attribute->name);
    property->values = list_of(arena);
    g_ptr_array_add(property->values, text_of(arena, (xmlNode *)attribute));
    g_ptr_array_add(metadata->properties, property);
}

/* ---------------------------------------------------------------- described schemas */

static const char *field(ladle_arena *arena, const xmlNode *node, const char *space,
                         const char *name)
{
    const xmlNode *inner = child(node, RDF, "Description");
    const xmlNode *found = child(inner ? inner : node, space, name);
    return found ? text_of(arena, found) : NULL;
}

static const xmlNode *items_of(const xmlNode *node, const char *space, const char *name)
{
    const xmlNode *inner = child(node, RDF, "Description");
    const xmlNode *found = child(inner ? inner : node, space, name);
    const xmlNode *list = found ? container(found) : NULL;
    return list ? list->children : NULL;
}

static void read_schema(xmp_metadata *metadata, ladle_arena *arena, const xmlNode *node)
{
    xmp_schema *schema = LADLE_NEW(arena, xmp_schema);
    schema->space = field(arena, node, SCHEMA, "namespaceURI");
    schema->prefix = field(arena, node, SCHEMA, "prefix");
    schema->title = field(arena, node, SCHEMA, "schema");
    schema->names = list_of(arena);
    schema->whole = schema->space && schema->prefix && schema->title;
    for (const xmlNode *item = items_of(node, SCHEMA, "property"); item; item = item->next) {
        if (!is(item, RDF, "li"))
            continue;
        const char *name = field(arena, item, PROPERTY, "name"),
                   *category = field(arena, item, PROPERTY, "category");
        schema->whole &= name && field(arena, item, PROPERTY, "valueType") &&
                         field(arena, item, PROPERTY, "description") && category &&
                         (strcmp(category, "internal") == 0 || strcmp(category, "external") == 0);
        metadata->described++;
        if (name)
            g_ptr_array_add(schema->names, (gpointer)name);
    }
    g_ptr_array_add(metadata->schemas, schema);
}

static void read_schemas(xmp_metadata *metadata, ladle_arena *arena, const xmlNode *node)
{
    const xmlNode *list = container(node);
    for (const xmlNode *item = list ? list->children : NULL; item; item = item->next)
        if (is(item, RDF, "li"))
            read_schema(metadata, arena, item);
}

/* ---------------------------------------------------------------- the whole */

static void read_description(xmp_metadata *metadata, ladle_arena *arena, const xmlNode *node)
{
    for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        read_attribute(metadata, arena, attribute);
    for (const xmlNode *at = node->children; at; at = at->next) {
        if (at->type != XML_ELEMENT_NODE)
            continue;
        if (is(at, XMP_EXTENSION, "schemas"))
            read_schemas(metadata, arena, at);
        else
            read_property(metadata, arena, at);
    }
}

/* Whether the head of the packet, <?xpacket begin="" id=""?>, has but these two attributes. */
static bool is_plain_packet(const xmlDoc *tree)
{
    for (const xmlNode *at = tree->children; at; at = at->next)
        if (at->type == XML_PI_NODE && strcmp((const char *)at->name, "xpacket") == 0 &&
            at->content &&
            (strstr((const char *)at->content, "bytes=") ||
             strstr((const char *)at->content, "encoding=")))
            return false;
    return true;
}

static const xmlNode *find_rdf(const xmlNode *root)
{
    return !root ? NULL : is(root, RDF, "RDF") ? root : child(root, RDF, "RDF");
}

static void ignore(void *self, xmlErrorPtr error)
{
    (void)self;
    (void)error;
}

xmp_metadata *ladle_xmp_read(const char *data, size_t bytes, ladle_arena *arena,
                             const char **problem)
{
    if (bytes > MOST_BYTES || !g_utf8_validate(data, (gssize)bytes, NULL)) {
        *problem = bytes > MOST_BYTES ? "they are too long" : "they are not in UTF-8";
        return NULL;
    }
    xmlParserCtxt *parser = xmlNewParserCtxt();
    parser->sax->serror = ignore;
    xmlDoc *tree = xmlCtxtReadMemory(parser, data, (int)bytes, "metadata", "UTF-8",
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlFreeParserCtxt(parser);
    const xmlNode *rdf = tree && !tree->intSubset ? find_rdf(xmlDocGetRootElement(tree)) : NULL;
    xmp_metadata *metadata = NULL;
    if (!rdf) {
        *problem = !tree             ? "they are not well-formed XML"
                   : tree->intSubset ? "they have a document type"
                                     : "they hold no rdf:RDF";
    } else {
        metadata = LADLE_NEW(arena, xmp_metadata);
        metadata->properties = list_of(arena);
        metadata->schemas = list_of(arena);
        metadata->plain_packet = is_plain_packet(tree);
        for (const xmlNode *at = rdf->children; at; at = at->next)
            if (is(at, RDF, "Description"))
                read_description(metadata, arena, at);
    }
    xmlFreeDoc(tree);
    if (metadata &&
        (metadata->properties->len >= MOST_PROPERTIES || metadata->described >= MOST_PROPERTIES)) {
        *problem = "they hold more properties than are looked at";
        return NULL;
    }
    return metadata;
}

const char *ladle_xmp_value(const xmp_metadata *metadata, const char *space, const char *name)
{
    for (unsigned i = 0; i < metadata->properties->len; i++) {
        const xmp_property *property = metadata->properties->pdata[i];
        if (strcmp(property->space, space) == 0 && strcmp(property->name, name) == 0)
            return property->values->len ? property->values->pdata[0] : "";
    }
    return NULL;
}
