#include "xml/scan.h"

#include <glib.h>
#include <string.h>

typedef enum {
    IN_TEXT,
    AFTER_LESS, /* after < */
    AFTER_BANG, /* after <! */
    IN_COMMENT,
    IN_CDATA,
    IN_INSTRUCTION,
    IN_END_TAG,
    IN_TAG_NAME,
    IN_TAG, /* between attributes */
    IN_ATTRIBUTE_NAME,
    BEFORE_VALUE, /* after an attribute's name, up to its quotation mark */
    IN_VALUE
} scan_state;

typedef struct {
    unsigned line, column;
} place;

typedef struct {
    place place;
    unsigned n_attributes; /* the next so many places of the queue are theirs */
} queued;

enum { DECLARATION_BYTES = 256, FORGOTTEN_AT_ONCE = 1024 };

struct ladle_scan {
    const char *file;
    ladle_diagnostics *diagnostics;
    scan_state state;
    size_t offset;         /* bytes before the next one */
    unsigned line, column; /* of the next character */
    unsigned depth;
    place tag; /* where the tag, comment or instruction at hand began */
    size_t tag_bytes;
    char quote;         /* that ends the value */
    char last;          /* the byte before */
    unsigned awaited;   /* bytes that the character at hand still needs */
    unsigned char lead; /* its first byte, and its place */
    place lead_place;
    char name[8]; /* the first bytes of an attribute's name, or after <! */
    unsigned name_bytes;
    char ended[2]; /* the two bytes before, for --> and ]]> */
    unsigned n_attributes;
    unsigned n_kept; /* attributes but namespace declarations */
    place attributes[LADLE_XML_ATTRIBUTES];
    bool is_declaration;
    char declaration[DECLARATION_BYTES];
    unsigned declaration_bytes;
    GArray *queue;  /* of queued; an attribute has n_attributes 0 */
    unsigned taken; /* entries of the queue that were taken */
};

ladle_scan *ladle_scan_new(const char *file, ladle_diagnostics *diagnostics)
{
    ladle_scan *scan = g_new0(ladle_scan, 1);
    scan->file = file;
    scan->diagnostics = diagnostics;
    scan->line = scan->column = 1;
    scan->queue = g_array_new(FALSE, FALSE, sizeof(queued));
    return scan;
}

void ladle_scan_free(ladle_scan *scan)
{
    if (!scan)
        return;
    g_array_free(scan->queue, TRUE);
    g_free(scan);
}

static ladle_pos pos_of(const ladle_scan *scan, place at)
{
    return (ladle_pos){scan->file, at.line, at.column};
}

static place here(const ladle_scan *scan)
{
    return (place){scan->line, scan->column};
}

/* ------------------------------------------------------------------------- what is refused */

static bool refuse_encoding(ladle_scan *scan, const char *found)
{
    ladle_diag_add(scan->diagnostics, LADLE_DIAG_ENCODING, (ladle_pos){scan->file, 1, 1},
                   "the file is in the encoding %s and was not read; save it as UTF-8", found);
    return false;
}

/* UTF-16 and UTF-32 tell themselves by their byte order mark, or by the NUL beside the first <. */
static bool check_start(ladle_scan *scan, const unsigned char *bytes, size_t n)
{
    bool marked = n >= 2 && ((bytes[0] == 0xFE && bytes[1] == 0xFF) ||
                             (bytes[0] == 0xFF && bytes[1] == 0xFE));
    bool spaced = n >= 2 && (bytes[0] == 0 || bytes[1] == 0);
    if (marked || spaced)
        return refuse_encoding(scan, "UTF-16 or UTF-32");
    return true;
}

/* The XML declaration may name UTF-8 only. */
static bool check_declaration(ladle_scan *scan)
{
    const char *text = scan->declaration;
    const char *found = g_strstr_len(text, scan->declaration_bytes, "encoding");
    if (!found || strncmp(text, "xml", 3) != 0 || !g_ascii_isspace(text[3]))
        return true; /* no encoding named, or another instruction such as <?xml-stylesheet */
    const char *end = text + scan->declaration_bytes;
    const char *start = found + strlen("encoding");
    while (start < end && *start != '"' && *start != '\'')
        start++;
    const char *stop = start < end ? memchr(start + 1, *start, (size_t)(end - start - 1)) : NULL;
    if (!stop)
        return true; /* broken, as libxml2 will tell */
    char *name = g_strndup(start + 1, (size_t)(stop - start - 1));
    bool known = g_ascii_strcasecmp(name, "UTF-8") == 0 || g_ascii_strcasecmp(name, "UTF8") == 0;
    if (!known)
        refuse_encoding(scan, name);
    g_free(name);
    return known;
}

static bool refuse_byte(ladle_scan *scan)
{
    ladle_diag_add(scan->diagnostics, LADLE_DIAG_NOT_WELL_FORMED, pos_of(scan, here(scan)),
                   "the byte 0 may not stand in a text file; the file is damaged, or not XML");
    return false;
}

/* Whether the byte may follow in UTF-8 (too long forms and the like are left to libxml2). */
static bool continues_utf8(ladle_scan *scan, unsigned char byte)
{
    if (scan->awaited) {
        scan->awaited--;
        return (byte & 0xC0) == 0x80;
    }
    scan->lead = byte;
    scan->lead_place = here(scan);
    if (byte < 0x80)
        return true;
    scan->awaited = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    return byte >= 0xC2 && byte <= 0xF4;
}

static bool refuse_bytes(ladle_scan *scan)
{
    ladle_diag_add(scan->diagnostics, LADLE_DIAG_ENCODING, pos_of(scan, scan->lead_place),
                   "the byte 0x%02X is not UTF-8 here; save the file as UTF-8", scan->lead);
    return false;
}

static bool refuse_doctype(ladle_scan *scan)
{
    ladle_diag_add(scan->diagnostics, LADLE_DIAG_DOCTYPE, pos_of(scan, scan->tag),
                   "a document type (<!DOCTYPE) is refused and the file was not read; remove it");
    return false;
}

/* ------------------------------------------------------------------------------------ tags */

static void begin_tag(ladle_scan *scan)
{
    scan->n_attributes = scan->n_kept = 0;
    scan->tag_bytes = 1;
    scan->state = IN_TAG_NAME;
}

static bool begin_attribute(ladle_scan *scan, char byte)
{
    if (scan->n_attributes == LADLE_XML_ATTRIBUTES) {
        ladle_diag_add(scan->diagnostics, LADLE_DIAG_TOO_MANY_ATTRIBUTES, pos_of(scan, scan->tag),
                       "the tag has more than %d attributes; the file was not read further",
                       LADLE_XML_ATTRIBUTES);
        return false;
    }
    scan->n_attributes++;
    scan->attributes[scan->n_kept] = here(scan);
    scan->name[0] = byte;
    scan->name_bytes = 1;
    scan->state = IN_ATTRIBUTE_NAME;
    return true;
}

static void end_attribute_name(ladle_scan *scan)
{
    bool declares = scan->name_bytes >= 5 && memcmp(scan->name, "xmlns", 5) == 0 &&
                    (scan->name_bytes == 5 || scan->name[5] == ':');
    if (!declares)
        scan->n_kept++;
    scan->state = BEFORE_VALUE;
}

static bool end_tag(ladle_scan *scan)
{
    queued entry = {scan->tag, scan->n_kept};
    g_array_append_val(scan->queue, entry);
    for (unsigned i = 0; i < scan->n_kept; i++) {
        queued attribute = {scan->attributes[i], 0};
        g_array_append_val(scan->queue, attribute);
    }
    scan->state = IN_TEXT;
    if (scan->last == '/')
        return true;
    if (++scan->depth <= LADLE_XML_DEPTH)
        return true;
    ladle_diag_add(scan->diagnostics, LADLE_DIAG_TOO_DEEP, pos_of(scan, scan->tag),
                   "elements are nested more than %d deep; the file was not read further",
                   LADLE_XML_DEPTH);
    return false;
}

static bool scan_in_tag(ladle_scan *scan, char byte)
{
    if (++scan->tag_bytes > LADLE_XML_TAG_BYTES) {
        ladle_diag_add(scan->diagnostics, LADLE_DIAG_TAG_TOO_LONG, pos_of(scan, scan->tag),
                       "the tag is longer than %d KiB; the file was not read further (is a "
                       "quotation mark missing?)",
                       LADLE_XML_TAG_BYTES / 1024);
        return false;
    }
    if (scan->state == IN_VALUE) {
        if (byte == scan->quote)
            scan->state = IN_TAG;
        return true;
    }
    bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (scan->state == IN_ATTRIBUTE_NAME && (blank || byte == '=' || byte == '>' || byte == '/'))
        end_attribute_name(scan);
    if (byte == '>')
        return end_tag(scan);
    if (scan->state == IN_TAG_NAME) {
        if (blank || byte == '/')
            scan->state = IN_TAG;
    } else if (scan->state == IN_ATTRIBUTE_NAME) {
        if (scan->name_bytes < sizeof(scan->name))
            scan->name[scan->name_bytes++] = byte;
    } else if (byte == '"' || byte == '\'') {
        scan->quote = byte;
        scan->state = IN_VALUE;
    } else if (scan->state == IN_TAG && !blank && byte != '/') {
        return begin_attribute(scan, byte);
    }
    return true;
}

/* -------------------------------------------------------------------------- everything else */

static bool scan_after_less(ladle_scan *scan, char byte)
{
    scan->name_bytes = 0;
    if (byte == '/') {
        scan->state = IN_END_TAG;
    } else if (byte == '!') {
        scan->state = AFTER_BANG;
    } else if (byte == '?') {
        scan->state = IN_INSTRUCTION;
        scan->is_declaration = scan->offset == 1;
    } else {
        begin_tag(scan);
        return byte == '>' ? end_tag(scan) : true;
    }
    return true;
}

static bool scan_after_bang(ladle_scan *scan, char byte)
{
    static const char cdata[] = "[CDATA[";
    scan->name[scan->name_bytes++] = byte;
    if (scan->name_bytes == 2 && memcmp(scan->name, "--", 2) == 0) {
        scan->state = IN_COMMENT;
        memset(scan->ended, 0, sizeof(scan->ended));
    } else if (scan->name_bytes == 7 && memcmp(scan->name, cdata, 7) == 0) {
        scan->state = IN_CDATA;
        memset(scan->ended, 0, sizeof(scan->ended));
    } else if (scan->name[0] != '-' && memcmp(scan->name, cdata, scan->name_bytes) != 0) {
        return refuse_doctype(scan);
    } else if (scan->name_bytes == 7 || scan->name[0] != scan->name[scan->name_bytes - 1]) {
        if (scan->name[0] == '-')
            scan->state = IN_TEXT; /* <!-x is broken, as libxml2 will tell */
    }
    return true;
}

static void scan_to_end(ladle_scan *scan, char byte)
{
    char doubled = scan->state == IN_COMMENT ? '-' : ']';
    if (byte == '>' && scan->ended[0] == doubled && scan->ended[1] == doubled)
        scan->state = IN_TEXT;
    scan->ended[0] = scan->ended[1];
    scan->ended[1] = byte;
}

static bool scan_in_instruction(ladle_scan *scan, char byte)
{
    if (scan->is_declaration && scan->declaration_bytes < DECLARATION_BYTES)
        scan->declaration[scan->declaration_bytes++] = byte;
    if (byte != '>' || scan->last != '?')
        return true;
    scan->state = IN_TEXT;
    return scan->is_declaration ? check_declaration(scan) : true;
}

static bool scan_byte(ladle_scan *scan, char byte)
{
    switch (scan->state) {
    case IN_TEXT:
        if (byte == '<') {
            scan->tag = here(scan);
            scan->state = AFTER_LESS;
        }
        return true;
    case AFTER_LESS:
        return scan_after_less(scan, byte);
    case AFTER_BANG:
        return scan_after_bang(scan, byte);
    case IN_COMMENT:
    case IN_CDATA:
        scan_to_end(scan, byte);
        return true;
    case IN_INSTRUCTION:
        return scan_in_instruction(scan, byte);
    case IN_END_TAG:
        if (byte == '>') {
            scan->state = IN_TEXT;
            scan->depth -= scan->depth > 0;
        }
        return true;
    default:
        return scan_in_tag(scan, byte);
    }
}

bool ladle_scan_feed(ladle_scan *scan, const char *bytes, size_t n)
{
    size_t i = 0;
    if (scan->offset == 0) {
        if (!check_start(scan, (const unsigned char *)bytes, n))
            return false;
        if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
            i = 3; /* the byte order mark of UTF-8 has no column, and the declaration follows it */
    }
    for (; i < n; i++) {
        char byte = bytes[i];
        if (byte == 0)
            return refuse_byte(scan);
        if (!continues_utf8(scan, (unsigned char)byte))
            return refuse_bytes(scan);
        if (!scan_byte(scan, byte))
            return false;
        scan->last = byte;
        scan->offset++;
        if (byte == '\n') {
            scan->line++;
            scan->column = 1;
        } else if (((unsigned char)byte & 0xC0) != 0x80) {
            scan->column++;
        }
    }
    return true;
}

bool ladle_scan_next_tag(const ladle_scan *scan, ladle_pos *tag)
{
    if (scan->taken == scan->queue->len)
        return false;
    *tag = pos_of(scan, g_array_index(scan->queue, queued, scan->taken).place);
    return true;
}

bool ladle_scan_take_tag(ladle_scan *scan, ladle_pos *tag, ladle_pos *places, unsigned *n)
{
    if (scan->taken == scan->queue->len)
        return false;
    const queued *entries = &g_array_index(scan->queue, queued, scan->taken);
    *tag = pos_of(scan, entries[0].place);
    *n = entries[0].n_attributes;
    for (unsigned i = 0; i < *n; i++)
        places[i] = pos_of(scan, entries[1 + i].place);
    scan->taken += 1 + *n;
    if (scan->taken == scan->queue->len || scan->taken >= FORGOTTEN_AT_ONCE) {
        g_array_remove_range(scan->queue, 0, scan->taken);
        scan->taken = 0;
    }
    return true;
}
