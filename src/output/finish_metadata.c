/* What the file says of itself: the information dictionary, the same again as XMP, and the colour
 * profile that its colours are meant in. No clock is asked: the date is the pages'. Where they have
 * none, neither has the file: no rule wants one (ISO 32000-1, 14.3.3, has both keys optional). */
#include "output/finish_private.h"

#include <stdio.h>
#include <string.h>

#define PRODUCER "Ladle " LADLE_VERSION

/* The date of the pages in both spellings; empty when they have none that can be read. */
typedef struct {
    char pdf[32], xmp[32];
} dates;

static dates read_date(const char *date)
{
    dates d = {"", ""};
    unsigned year = 0, month = 1, day = 1;
    if (!date || sscanf(date, "%4u-%2u-%2u", &year, &month, &day) < 1 || year < 1000 || month < 1 ||
        month > 12 || day < 1 || day > 31)
        return d;
    g_snprintf(d.pdf, sizeof d.pdf, "D:%04u%02u%02u000000Z", year, month, day);
    g_snprintf(d.xmp, sizeof d.xmp, "%04u-%02u-%02uT00:00:00Z", year, month, day);
    return d;
}

static void append_entry(finishing *f, const char *key, const char *value)
{
    if (!value || !*value)
        return;
    g_string_append_printf(f->text, " %s ", key);
    ladle_finish_text(f, value);
}

static void write_info(finishing *f, const dates *d)
{
    f->info = ladle_finish_reserve(f);
    ladle_finish_begin(f, f->info);
    g_string_append(f->text, "<<");
    append_entry(f, "/Title", f->pages->title);
    append_entry(f, "/Author", f->pages->author);
    append_entry(f, "/Subject", f->pages->subject);
    append_entry(f, "/Creator", PRODUCER);
    append_entry(f, "/Producer", PRODUCER);
    append_entry(f, "/CreationDate", d->pdf);
    append_entry(f, "/ModDate", d->pdf);
    g_string_append(f->text, " >>");
    ladle_finish_end(f);
}

/* ---------------------------------------------------------------- XMP */

static void append_element(GString *xmp, const char *format, const char *value)
{
    if (!value || !*value)
        return;
    char *escaped = g_markup_escape_text(value, -1);
    const char *hole = strstr(format, "%s");
    g_string_append_len(xmp, format, hole - format);
    g_string_append(xmp, escaped);
    g_string_append(xmp, hole + 2);
    g_free(escaped);
}

static const char xmp_start[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<dc:format>application/pdf</dc:format>\n";

/* What the file claims to be: an archive's PDF/A-3a, which allows attachments, and PDF/UA-1. */
static const char xmp_claims[] = "<pdfaid:part>3</pdfaid:part>\n"
                                 "<pdfaid:conformance>A</pdfaid:conformance>\n"
                                 "<pdfuaid:part>1</pdfuaid:part>\n"
                                 "</rdf:Description>\n";

/* PDF/A knows nothing of PDF/UA, so the property must be described. */
static const char xmp_end[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";

static void write_xmp(finishing *f, const dates *d)
{
    const ladle_pages *pages = f->pages;
    GString *xmp = g_string_new(xmp_start);
    append_element(xmp,
                   "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt>"
                   "</dc:title>\n",
                   pages->title);
    append_element(xmp, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n",
                   pages->author);
    append_element(xmp,
                   "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt>"
                   "</dc:description>\n",
                   pages->subject);
    append_element(xmp, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                   pages->language);
    append_element(xmp, "<pdf:Producer>%s</pdf:Producer>\n", PRODUCER);
    append_element(xmp, "<xmp:CreatorTool>%s</xmp:CreatorTool>\n", PRODUCER);
    append_element(xmp, "<xmp:CreateDate>%s</xmp:CreateDate>\n", d->xmp);
    append_element(xmp, "<xmp:ModifyDate>%s</xmp:ModifyDate>\n", d->xmp);
    g_string_append(xmp, xmp_claims);
    g_string_append(xmp, xmp_end);
    f->metadata = ladle_finish_reserve(f);
    ladle_finish_stream(f, f->metadata, "/Type /Metadata /Subtype /XML", xmp->str, xmp->len);
    g_string_free(xmp, TRUE);
}

/* ---------------------------------------------------------------- colour */

static void write_profile(finishing *f)
{
    char *path = g_build_filename(ladle_fonts_folder(f->fonts), "sRGB.icc", NULL);
    char *profile;
    gsize bytes;
    if (g_file_get_contents(path, &profile, &bytes, NULL)) {
        f->intent_profile = ladle_finish_reserve(f);
        ladle_finish_packed(f, f->intent_profile, "/N 3", profile, bytes);
        g_free(profile);
    } else {
        ladle_finish_fault(f, "the colour profile sRGB.icc is not in the folder of the fonts");
    }
    g_free(path);
}

void ladle_finish_metadata(finishing *f)
{
    dates d = read_date(f->pages->date);
    dates of_files = f->pages->file_date ? read_date(f->pages->file_date) : d;
    g_strlcpy(f->date, of_files.pdf, sizeof f->date);
    write_info(f, &d);
    write_xmp(f, &d);
    write_profile(f);
}
