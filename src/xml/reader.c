#include "xml/reader.h"

#include "xml/input.h"

#include <glib.h>
#include <libxml/SAX2.h>
#include <string.h>

/* What the handlers of libxml2 get as their context. */
typedef struct {
    const ladle_xml_handler *handler;
    void *self;
    ladle_diagnostics *diagnostics;
    ladle_xml_input *input;
    const char *name;
    xmlParserCtxtPtr ctxt;
    GString *values; /* the attributes' values of one tag, each ended by NUL */
    bool stopped;
} reading;

static void stop(reading *r)
{
    r->stopped = true;
    xmlStopParser(r->ctxt);
}

/* The queue has each tag that the parser can know; should it ever be empty, the parser's own idea
 * of the place is near enough. */
static void take_places(reading *r, ladle_pos *tag, ladle_pos *places, unsigned *n)
{
    if (ladle_scan_take_tag(ladle_xml_input_scan(r->input), tag, places, n))
        return;
    *n = 0;
    *tag = (ladle_pos){r->name, (unsigned)xmlSAX2GetLineNumber(r->ctxt), 0};
}

/* Without replacing of entities (which stays off), libxml2 hands every & of a value on as &#38;. */
static void copy_value(GString *to, const char *start, const char *end)
{
    static const char ampersand[] = "&#38;";
    const ptrdiff_t length = sizeof ampersand - 1;
    for (const char *mark; (mark = memchr(start, '&', (size_t)(end - start)));) {
        g_string_append_len(to, start, mark + 1 - start);
        bool whole = end - mark >= length && memcmp(mark, ampersand, (size_t)length) == 0;
        start = mark + (whole ? length : 1);
    }
    g_string_append_len(to, start, end - start);
    g_string_append_c(to, '\0');
}

/* libxml2 gives each attribute as five pointers: name, prefix, namespace, start and end of value.
 */
static void copy_values(reading *r, ladle_xml_attribute *attributes, unsigned n,
                        const xmlChar **raw)
{
    g_string_set_size(r->values, 0);
    for (unsigned i = 0; i < n; i++)
        copy_value(r->values, (const char *)raw[5 * i + 3], (const char *)raw[5 * i + 4]);
    const char *value = r->values->str; /* only now does it stay where it is */
    for (unsigned i = 0; i < n; i++) {
        attributes[i].name = (const char *)raw[5 * i];
        attributes[i].uri = (const char *)raw[5 * i + 2];
        attributes[i].value = value;
        value += strlen(value) + 1;
    }
}

static void hear_start(void *context, const xmlChar *name, const xmlChar *prefix,
                       const xmlChar *uri, int n_declared, const xmlChar **declared,
                       int n_attributes, int n_defaulted, const xmlChar **raw)
{
    reading *r = context;
    (void)prefix, (void)n_defaulted;
    ladle_pos places[LADLE_XML_ATTRIBUTES];
    ladle_xml_attribute attributes[LADLE_XML_ATTRIBUTES];
    ladle_xml_tag tag = {(const char *)uri, (const char *)name, {0}, attributes, 0};
    unsigned n_places = 0;
    if (r->stopped || ladle_xml_input_refused(r->input))
        return;
    take_places(r, &tag.pos, places, &n_places);
    if (ladle_xml_input_refuse_inclusion(r->input, tag.pos, n_declared, declared)) {
        stop(r);
        return;
    }
    tag.n_attributes = MIN((unsigned)n_attributes, (unsigned)LADLE_XML_ATTRIBUTES);
    copy_values(r, attributes, tag.n_attributes, raw);
    for (unsigned i = 0; i < tag.n_attributes; i++)
        attributes[i].pos = i < n_places ? places[i] : tag.pos;
    if (!r->handler->start(r->self, &tag))
        stop(r);
}

static void hear_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    reading *r = context;
    (void)name, (void)prefix, (void)uri;
    if (!r->stopped && !ladle_xml_input_refused(r->input) && r->handler->end)
        r->handler->end(r->self);
}

/* Where the first character of the piece that is not white space stands: the parser stands `behind`
 * characters after the end of the piece, so lines and columns are counted back from there. */
static ladle_pos text_place(reading *r, const char *bytes, size_t n, int behind)
{
    int line = xmlSAX2GetLineNumber(r->ctxt);
    int column = xmlSAX2GetColumnNumber(r->ctxt) - behind;
    size_t first = 0;
    while (first < n && strchr(" \t\r\n", bytes[first]))
        first++;
    unsigned lines_after = 0, characters_after = 0, characters_before = 1;
    bool line_began = false;
    for (size_t i = 0; i < n; i++) {
        bool starts = ((unsigned char)bytes[i] & 0xC0) != 0x80;
        if (i >= first) {
            lines_after += bytes[i] == '\n';
            characters_after += starts;
        } else if (bytes[i] == '\n') {
            line_began = true;
            characters_before = 1;
        } else {
            characters_before += starts;
        }
    }
    ladle_pos pos = {r->name, (unsigned)line - MIN(lines_after, (unsigned)line - 1), 0};
    if (line_began)
        pos.column = characters_before;
    else if (!lines_after && column > (int)characters_after)
        pos.column = (unsigned)column - characters_after;
    return pos;
}

static void hear_piece(reading *r, const char *bytes, size_t n, int behind)
{
    if (r->stopped || ladle_xml_input_refused(r->input) || !r->handler->text)
        return;
    if (!r->handler->text(r->self, bytes, n, text_place(r, bytes, n, behind)))
        stop(r);
}

static void hear_text(void *context, const xmlChar *bytes, int n)
{
    hear_piece(context, (const char *)bytes, (size_t)n, 0);
}

/* Of a CDATA section, libxml2 tells when it has passed the ]]> too. */
static void hear_cdata(void *context, const xmlChar *bytes, int n)
{
    hear_piece(context, (const char *)bytes, (size_t)n, (int)strlen("]]>"));
}

static ladle_xml_outcome read_input(reading *r)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = hear_start,
        .endElementNs = hear_end,
        .characters = hear_text,
        .ignorableWhitespace = hear_text,
        .cdataBlock = hear_cdata,
    };
    r->ctxt = xmlNewParserCtxt();
    if (!r->ctxt)
        g_error("xml: no memory for a parser");
    *r->ctxt->sax = sax;
    r->ctxt->userData = r;
    r->values = g_string_new(NULL);
    bool read = ladle_xml_input_parse(r->input, r->ctxt, &r->stopped);
    bool refused = ladle_xml_input_refused(r->input);
    g_string_free(r->values, TRUE);
    xmlFreeParserCtxt(r->ctxt);
    if (refused)
        return LADLE_XML_REFUSED;
    return read ? LADLE_XML_READ : LADLE_XML_STOPPED;
}

ladle_xml_outcome ladle_xml_read(const ladle_xml_source *source, const ladle_xml_handler *handler,
                                 void *self, ladle_diagnostics *diagnostics)
{
    reading r = {
        .handler = handler, .self = self, .diagnostics = diagnostics, .name = source->name};
    r.input = ladle_xml_input_open(source, diagnostics);
    if (!r.input)
        return LADLE_XML_REFUSED;
    ladle_xml_outcome outcome = read_input(&r);
    ladle_xml_input_close(r.input);
    return outcome;
}
