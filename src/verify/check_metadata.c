/* What the file says of itself: claims, title, and that the information dictionary says the same.
 */
#include "verify/checking.h"
#include "verify/xmp.h"

static void check_claims(checking *c, const xmp_metadata *metadata)
{
    const char *ua = ladle_xmp_value(metadata, XMP_UA_ID, "part"),
               *part = ladle_xmp_value(metadata, XMP_PDFA_ID, "part"),
               *level = ladle_xmp_value(metadata, XMP_PDFA_ID, "conformance"),
               *title = ladle_xmp_value(metadata, XMP_DC, "title");
    if (g_strcmp0(ua, "1") != 0)
        ladle_verify_fault(c, RULE_METADATA_UA, ON_FILE, "the metadata do not claim PDF/UA-1 (%s)",
                           ua ? ua : "no pdfuaid:part");
    if (g_strcmp0(part, "3") != 0 || g_strcmp0(level, "A") != 0)
        ladle_verify_fault(c, RULE_METADATA_PDFA, ON_FILE,
                           "the metadata claim PDF/A part %s, conformance %s, not 3 and A",
                           part ? part : "none", level ? level : "none");
    if (!title || !*title)
        ladle_verify_fault(c, RULE_METADATA_TITLE, ON_FILE,
                           "the metadata have no title (dc:title)");
}

/* ---------------------------------------------------------------- schemas */

static bool has(const char *const *names, const char *name)
{
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

/* Whether a property is of a schema known to everybody. Those of cameras and photographers are
 * taken whole. */
static bool is_predefined(const xmp_property *property)
{
    static const char *const dc[] = {"contributor", "coverage", "creator",    "date",
                                     "description", "format",   "identifier", "language",
                                     "publisher",   "relation", "rights",     "source",
                                     "subject",     "title",    "type",       NULL};
    static const char *const basic[] = {"Advisory",   "BaseURL", "CreateDate",   "CreatorTool",
                                        "Identifier", "Label",   "MetadataDate", "ModifyDate",
                                        "Nickname",   "Rating",  "Thumbnails",   NULL};
    static const char *const pdf[] = {"Keywords", "PDFVersion", "Producer", "Trapped", NULL};
    static const char *const archival[] = {"part", "amd", "corr", "conformance", "rev", NULL};
    static const struct {
        const char *space;
        const char *const *names; /* NULL: any */
    } known[] = {{XMP_DC, dc},
                 {XMP_BASIC, basic},
                 {XMP_PDF, pdf},
                 {XMP_PDFA_ID, archival},
                 {"http://ns.adobe.com/xap/1.0/mm/", NULL},
                 {"http://ns.adobe.com/xap/1.0/rights/", NULL},
                 {"http://ns.adobe.com/xap/1.0/bj/", NULL},
                 {"http://ns.adobe.com/xap/1.0/t/pg/", NULL},
                 {"http://ns.adobe.com/xmp/1.0/DynamicMedia/", NULL},
                 {"http://ns.adobe.com/photoshop/1.0/", NULL},
                 {"http://ns.adobe.com/camera-raw-settings/1.0/", NULL},
                 {"http://ns.adobe.com/tiff/1.0/", NULL},
                 {"http://ns.adobe.com/exif/1.0/", NULL}};
    for (unsigned i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(property->space, known[i].space) == 0)
            return !known[i].names || has(known[i].names, property->name);
    return false;
}

static bool is_described(const xmp_metadata *metadata, const xmp_property *property)
{
    for (unsigned i = 0; i < metadata->schemas->len; i++) {
        const xmp_schema *schema = metadata->schemas->pdata[i];
        if (g_strcmp0(schema->space, property->space) != 0)
            continue;
        for (unsigned k = 0; k < schema->names->len; k++)
            if (strcmp(schema->names->pdata[k], property->name) == 0)
                return true;
    }
    return false;
}

static void check_schemas(checking *c, const xmp_metadata *metadata)
{
    for (unsigned i = 0; i < metadata->properties->len; i++) {
        const xmp_property *property = metadata->properties->pdata[i];
        if (!is_predefined(property) && !is_described(metadata, property))
            ladle_verify_fault(c, RULE_METADATA_SCHEMA, ON_FILE,
                               "the property %s of the schema %s is described nowhere",
                               property->name, property->space);
    }
    for (unsigned i = 0; i < metadata->schemas->len; i++) {
        const xmp_schema *schema = metadata->schemas->pdata[i];
        if (!schema->whole)
            ladle_verify_fault(c, RULE_METADATA_SCHEMA, ON_FILE,
                               "the description of the schema %s lacks something",
                               schema->space ? schema->space : "without a namespace");
    }
}

/* ---------------------------------------------------------------- the information dictionary */

/* The digits of a date, as far as both spellings have them, and its zone: "D:20160113120000Z" and
 * "2016-01-13T12:00:00Z" give the same. */
static char *plain_date(const char *text)
{
    GString *out = g_string_new(NULL);
    if (g_str_has_prefix(text, "D:"))
        text += 2;
    for (; *text; text++) {
        bool zone =
            out->len >= 8 && (*text == '+' || *text == 'Z' || (*text == '-' && out->len > 8));
        if (g_ascii_isdigit(*text) || zone)
            g_string_append_c(out, *text);
    }
    if (g_str_has_suffix(out->str, "+0000") || g_str_has_suffix(out->str, "-0000")) {
        g_string_truncate(out, out->len - 5);
        g_string_append_c(out, 'Z');
    }
    return g_string_free(out, FALSE);
}

static bool agree(const char *info, const char *xmp, bool date)
{
    if (!xmp || !date)
        return g_strcmp0(info, xmp) == 0;
    char *one = plain_date(info), *other = plain_date(xmp);
    bool same = strcmp(one, other) == 0;
    g_free(one);
    g_free(other);
    return same;
}

static void check_info(checking *c, const xmp_metadata *metadata)
{
    static const struct {
        const char *key, *space, *name;
        bool date;
    } pairs[] = {{"Title", XMP_DC, "title", false},
                 {"Author", XMP_DC, "creator", false},
                 {"Subject", XMP_DC, "description", false},
                 {"Keywords", XMP_PDF, "Keywords", false},
                 {"Creator", XMP_BASIC, "CreatorTool", false},
                 {"Producer", XMP_PDF, "Producer", false},
                 {"CreationDate", XMP_BASIC, "CreateDate", true},
                 {"ModDate", XMP_BASIC, "ModifyDate", true}};
    const pdf_value *info = ladle_verify_get(c->file, ladle_verify_trailer(c->file), "Info");
    for (unsigned i = 0; i < G_N_ELEMENTS(pairs); i++) {
        const pdf_value *value = ladle_verify_get(c->file, info, pairs[i].key);
        if (value->kind != PDF_STRING)
            continue;
        const char *text = ladle_verify_utf8(c->arena, value),
                   *xmp = ladle_xmp_value(metadata, pairs[i].space, pairs[i].name);
        if (!text || !agree(text, xmp, pairs[i].date))
            ladle_verify_fault(c, RULE_METADATA_INFO, ON_FILE,
                               "the information dictionary says %s \"%s\", and the metadata \"%s\"",
                               pairs[i].key, text ? text : "?", xmp ? xmp : "nothing");
    }
}

void ladle_verify_check_metadata(checking *c)
{
    const pdf_value *stream = ladle_verify_get(c->file, c->catalog, "Metadata"),
                    *viewer = ladle_verify_get(c->file, c->catalog, "ViewerPreferences");
    const char *data, *problem = "they cannot be decoded";
    size_t bytes;
    if (!pdf_is_true(ladle_verify_get(c->file, viewer, "DisplayDocTitle")))
        ladle_verify_fault(c, RULE_METADATA_DISPLAY, ON_FILE,
                           "the viewer is not told to show the title (DisplayDocTitle)");
    if (stream->kind != PDF_STREAM ||
        !pdf_name_is(ladle_verify_get(c->file, stream, "Type"), "Metadata")) {
        ladle_verify_fault(c, RULE_METADATA_STREAM, ON_FILE, "the catalog has no metadata stream");
        return;
    }
    xmp_metadata *metadata = ladle_verify_decode(c->file, stream, c->arena, &data, &bytes)
                                 ? ladle_xmp_read(data, bytes, c->arena, &problem)
                                 : NULL;
    if (!metadata) {
        ladle_verify_fault(c, RULE_METADATA_XML, ON_FILE, "the metadata cannot be read: %s",
                           problem);
        return;
    }
    if (!metadata->plain_packet)
        ladle_verify_fault(c, RULE_METADATA_PACKET, ON_FILE,
                           "the head of the metadata (xpacket) names its bytes or encoding");
    check_claims(c, metadata);
    check_schemas(c, metadata);
    check_info(c, metadata);
}
