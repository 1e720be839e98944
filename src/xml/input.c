#include "xml/input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <libxml/SAX2.h>
#include <libxml/xmlIO.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct ladle_xml_input {
    const char *name;
    ladle_diagnostics *diagnostics;
    ladle_scan *scan;
    int descriptor; /* -1: the bytes */
    const char *bytes;
    size_t left; /* of the bytes, or of the size the file had when it was opened */
    bool refused;
};

static bool cannot_read(ladle_diagnostics *diagnostics, const char *name, const char *why)
{
    ladle_diag_add(diagnostics, LADLE_DIAG_FILE_UNREADABLE, (ladle_pos){name, 0, 0},
                   "the file cannot be read: %s", why);
    return false;
}

static bool is_usable(const struct stat *status, const char *name, ladle_diagnostics *diagnostics)
{
    if (!S_ISREG(status->st_mode))
        return cannot_read(diagnostics, name, "it is not an ordinary file");
    if (status->st_size <= LADLE_XML_FILE_BYTES)
        return true;
    ladle_diag_add(diagnostics, LADLE_DIAG_FILE_TOO_LARGE, (ladle_pos){name, 0, 0},
                   "the file has %lld MiB, more than the %d MiB a file may have; divide it",
                   (long long)status->st_size / (1024 * 1024),
                   LADLE_XML_FILE_BYTES / (1024 * 1024));
    return false;
}

/* Opens without following a link and without waiting for a pipe; -1 with a diagnostic. */
static int open_file(const ladle_xml_source *source, size_t *size, ladle_diagnostics *diagnostics)
{
    int descriptor = open(source->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        int code = errno;
        cannot_read(diagnostics, source->name,
                    code == ELOOP ? "it is a symbolic link" : g_strerror(code));
        if (descriptor >= 0)
            close(descriptor);
        return -1;
    }
    if (!is_usable(&status, source->name, diagnostics)) {
        close(descriptor);
        return -1;
    }
    *size = (size_t)status.st_size;
    return descriptor;
}

ladle_xml_input *ladle_xml_input_open(const ladle_xml_source *source,
                                      ladle_diagnostics *diagnostics)
{
    size_t size = source->n;
    int descriptor = -1;
    if (source->path) {
        descriptor = open_file(source, &size, diagnostics);
        if (descriptor < 0)
            return NULL;
    }
    ladle_xml_input *input = g_new0(ladle_xml_input, 1);
    input->name = source->name;
    input->diagnostics = diagnostics;
    input->scan = ladle_scan_new(source->name, diagnostics);
    input->descriptor = descriptor;
    input->bytes = source->bytes;
    input->left = size;
    return input;
}

void ladle_xml_input_close(ladle_xml_input *input)
{
    if (!input)
        return;
    if (input->descriptor >= 0)
        close(input->descriptor);
    ladle_scan_free(input->scan);
    g_free(input);
}

bool ladle_xml_input_refused(const ladle_xml_input *input)
{
    return input->refused;
}

bool ladle_xml_input_refuse_inclusion(ladle_xml_input *input, ladle_pos pos, int n,
                                      const xmlChar **declared)
{
    for (int i = 0; i < n; i++) {
        if (g_strcmp0((const char *)declared[2 * i + 1], LADLE_XINCLUDE_NAMESPACE) != 0)
            continue;
        pos.file = input->name;
        ladle_diag_add(input->diagnostics, LADLE_DIAG_XINCLUDE, pos,
                       "inclusion (XInclude) is refused and the file was not read further; put the "
                       "text itself here, or the other file into the same folder");
        input->refused = true;
        return true;
    }
    return false;
}

ladle_scan *ladle_xml_input_scan(ladle_xml_input *input)
{
    return input->scan;
}

/* --------------------------------------------------------------------------------- reading */

static ssize_t next_bytes(ladle_xml_input *input, char *buffer, size_t room)
{
    if (input->descriptor < 0) {
        size_t n = MIN(room, input->left);
        if (n)
            memcpy(buffer, input->bytes, n);
        input->bytes += n;
        return (ssize_t)n;
    }
    ssize_t n;
    do {
        n = read(input->descriptor, buffer, room);
    } while (n < 0 && errno == EINTR);
    return n;
}

/* Hands libxml2 the next block, scanned. After something refused there is nothing more to read. */
static int read_block(void *context, char *buffer, int room)
{
    ladle_xml_input *input = context;
    if (input->refused || room <= 0)
        return 0;
    ssize_t n = next_bytes(input, buffer, (size_t)room);
    if (n < 0) {
        input->refused = true;
        cannot_read(input->diagnostics, input->name, g_strerror(errno));
        return 0;
    }
    if ((size_t)n > input->left || (n == 0 && input->left > 0)) {
        input->refused = true;
        cannot_read(input->diagnostics, input->name, "it changed while it was read; run again");
        return 0;
    }
    input->left -= (size_t)n;
    if (!ladle_scan_feed(input->scan, buffer, (size_t)n)) {
        input->refused = true;
        return 0;
    }
    return (int)n;
}

static int keep_open(void *context)
{
    (void)context;
    return 0;
}

/* Nothing is ever loaded from outside, whoever asks. The loader of libxml2 belongs to the whole
 * process, so this is set once and stays. */
static xmlParserInputPtr deny(const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
    (void)url, (void)id, (void)ctxt;
    return NULL;
}

static void prepare_library(void)
{
    static gsize prepared;
    if (g_once_init_enter(&prepared)) {
        xmlInitParser();
        xmlSetExternalEntityLoader(deny);
        g_once_init_leave(&prepared, 1);
    }
}

bool ladle_xml_input_parse(ladle_xml_input *input, xmlParserCtxtPtr ctxt, const bool *stopped)
{
    prepare_library();
    ctxt->_private = input;
    ctxt->sax->serror = ladle_xml_input_hear_error;
    if (input->left == 0) {
        input->refused = true;
        ladle_diag_add(input->diagnostics, LADLE_DIAG_NOT_WELL_FORMED,
                       (ladle_pos){input->name, 1, 1}, "the file is empty");
        return false;
    }
    xmlDocPtr doc = xmlCtxtReadIO(ctxt, read_block, keep_open, input, input->name, NULL,
                                  XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    bool halted = stopped && *stopped;
    /* When a handler stopped the parser, or a block was refused, the library's own verdict on what
     * it saw is worthless. Without that, both its flags and its error number must be clean. */
    if (!halted && !input->refused && (!ctxt->wellFormed || !ctxt->nsWellFormed)) {
        ladle_diag_add(input->diagnostics, LADLE_DIAG_NOT_WELL_FORMED,
                       (ladle_pos){input->name, 0, 0}, "the file is not well-formed XML");
        input->refused = true;
    }
    if (doc && (halted || input->refused)) {
        xmlFreeDoc(doc);
        doc = NULL;
    }
    ctxt->myDoc = doc;
    return !halted && !input->refused;
}

/* ---------------------------------------------------------------------------- its messages */

/* What the XML library means, in plain words; NULL: no better words than the general ones. */
static const char *plain_words(int code)
{
    static const struct {
        int code;
        const char *words;
    } table[] = {
        {XML_ERR_DOCUMENT_EMPTY, "no element was found; the file is empty or not XML"},
        {XML_ERR_DOCUMENT_END, "the file goes on after the end of its root element, or ends too "
                               "early"},
        {XML_ERR_NAME_REQUIRED, "a < or & of the text must be written &lt; or &amp;"},
        {XML_ERR_ENTITYREF_SEMICOL_MISSING, "an & must be written &amp; in text"},
        {XML_ERR_ENTITYREF_NO_NAME, "an & must be written &amp; in text"},
        {XML_ERR_INVALID_CHAR, "this character may not stand in XML; delete it"},
        {XML_ERR_INVALID_CHARREF, "this number stands for no character that XML allows"},
        {XML_ERR_INVALID_DEC_CHARREF, "a number of a character (&#229;) is broken"},
        {XML_ERR_INVALID_HEX_CHARREF, "a number of a character (&#xE5;) is broken"},
        {XML_ERR_INVALID_ENCODING, "these bytes are not UTF-8; save the file as UTF-8"},
        {XML_I18N_CONV_FAILED, "these bytes are not UTF-8; save the file as UTF-8"},
        {XML_ERR_UNKNOWN_ENCODING, "the encoding is not known; save the file as UTF-8"},
        {XML_ERR_UNSUPPORTED_ENCODING, "the encoding is not known; save the file as UTF-8"},
        {XML_ERR_LT_IN_ATTRIBUTE, "a < may not stand in an attribute's value; write &lt;, or is a "
                                  "quotation mark missing?"},
        {XML_ERR_ATTRIBUTE_NOT_STARTED,
         "an attribute's value must stand in straight quotation marks: name=\"value\""},
        {XML_ERR_ATTRIBUTE_NOT_FINISHED, "a quotation mark is missing after an attribute's value"},
        {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "an attribute must have a value: name=\"value\""},
        {XML_ERR_SPACE_REQUIRED,
         "a space is missing between two attributes, or a quotation mark is "
         "doubled; an attribute is written name=\"value\""},
        {XML_ERR_GT_REQUIRED, "a > is missing at the end of a tag"},
        {XML_ERR_LTSLASH_REQUIRED, "an end tag is missing"},
        {XML_ERR_HYPHEN_IN_COMMENT, "-- may not stand inside a comment"},
        {XML_ERR_COMMENT_NOT_FINISHED, "a comment is not closed with -->"},
        {XML_ERR_CDATA_NOT_FINISHED, "a CDATA section is not closed with ]]>"},
        {XML_ERR_PI_NOT_FINISHED, "a processing instruction is not closed with ?>"},
        {XML_ERR_MISPLACED_CDATA_END, "]]> may not stand in text; write ]]&gt;"},
        {XML_ERR_RESERVED_XML_NAME, "<?xml ...?> may stand only at the very beginning of the file"},
        {XML_ERR_XMLDECL_NOT_FINISHED, "the first line <?xml ...?> is broken"},
        {XML_ERR_VERSION_MISSING, "the first line must say <?xml version=\"1.0\"?>"},
        {XML_ERR_UNKNOWN_VERSION, "only version 1.0 of XML is known"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (table[i].code == code)
            return table[i].words;
    return NULL;
}

/* Where the error is. libxml2 stands behind what it complains of: back from there over what was
 * read, or to the start of the tag where the tag as a whole is wrong. */
static ladle_pos place_of(const ladle_xml_input *input, const xmlError *error)
{
    ladle_pos pos = {input->name, error->line > 0 ? (unsigned)error->line : 0, 0};
    size_t back = 0;
    switch (error->code) {
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
    case XML_ERR_ATTRIBUTE_REDEFINED:
        if (ladle_scan_next_tag(input->scan, &pos))
            return pos;
        break;
    case XML_ERR_NAME_REQUIRED:
        back = 1;
        break;
    case XML_ERR_TAG_NAME_MISMATCH:
        back = error->str2 ? strlen("</>") + (size_t)g_utf8_strlen(error->str2, -1) : 0;
        break;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
        back = error->str1 ? strlen("&;") + (size_t)g_utf8_strlen(error->str1, -1) : 0;
        break;
    default:
        break;
    }
    if (error->int2 > 0)
        pos.column = (unsigned)error->int2 > back ? (unsigned)(error->int2 - (int)back) : 1;
    return pos;
}

void ladle_xml_input_hear_error(void *self, xmlErrorPtr error)
{
    xmlParserCtxtPtr ctxt = error->ctxt ? error->ctxt : self;
    ladle_xml_input *input = ctxt->_private;
    if (error->level < XML_ERR_ERROR || input->refused)
        return;
    input->refused = true;
    ladle_pos pos = place_of(input, error);
    const char *words = plain_words(error->code);
    const char *first = error->str1 ? error->str1 : "", *second = error->str2 ? error->str2 : "";
    ladle_diagnostics *diagnostics = input->diagnostics;
    ladle_diag_code code = LADLE_DIAG_NOT_WELL_FORMED;
    if (words)
        ladle_diag_add(diagnostics, code, pos, "%s", words);
    else if (error->code == XML_ERR_TAG_NAME_MISMATCH)
        ladle_diag_add(diagnostics, code, pos,
                       "</%s> ends an element, but <%s> of line %d is still open", second, first,
                       error->int1);
    else if (error->code == XML_ERR_TAG_NOT_FINISHED)
        ladle_diag_add(diagnostics, code, pos, "<%s> is not closed before the file ends", first);
    else if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY)
        ladle_diag_add(diagnostics, code, pos, "&%s; is not known; write the character itself",
                       first);
    else if (error->code == XML_ERR_ATTRIBUTE_REDEFINED ||
             error->code == XML_NS_ERR_ATTRIBUTE_REDEFINED)
        ladle_diag_add(diagnostics, code, pos, "the attribute %s is given twice", first);
    else if (error->code == XML_NS_ERR_UNDEFINED_NAMESPACE)
        ladle_diag_add(diagnostics, code, pos, "the prefix %s: is not declared with xmlns:%s",
                       first, first);
    else
        ladle_diag_add(diagnostics, code, pos, "the file is not well-formed XML here");
}
