#include "output/pdf_read.h"

#include <string.h>

enum { DEEPEST = 40 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_regular(char c)
{
    return !is_blank(c) && !strchr("()<>[]{}/%", c);
}

/* Steps over blanks and comments. */
static void skip_blanks(pdf_span *rest)
{
    for (; rest->start < rest->end; rest->start++) {
        if (*rest->start == '%')
            while (rest->start + 1 < rest->end && *rest->start != '\n')
                rest->start++;
        else if (!is_blank(*rest->start))
            return;
    }
}

bool ladle_pdf_at_end(pdf_span rest)
{
    skip_blanks(&rest);
    return rest.start >= rest.end;
}

bool ladle_pdf_is(pdf_span value, const char *text)
{
    size_t length = strlen(text);
    return value.start && (size_t)(value.end - value.start) == length &&
           memcmp(value.start, text, length) == 0;
}

/* Takes a word of regular characters; nothing when there is none. */
static pdf_span next_word(pdf_span *rest)
{
    skip_blanks(rest);
    pdf_span word = {rest->start, rest->start};
    while (rest->start < rest->end && is_regular(*rest->start))
        word.end = ++rest->start;
    return word.end > word.start ? word : (pdf_span){NULL, NULL};
}

/* Takes a whole number of at most ten digits. */
static bool next_number(pdf_span *rest, guint64 *number)
{
    pdf_span word = next_word(rest);
    *number = 0;
    if (!word.start || word.end - word.start > 10)
        return false;
    for (; word.start < word.end; word.start++) {
        if (!g_ascii_isdigit(*word.start))
            return false;
        *number = *number * 10 + (guint64)(*word.start - '0');
    }
    return true;
}

static bool is_number(pdf_span word)
{
    unsigned digits = 0, points = 0;
    const char *at = word.start;
    if (at < word.end && (*at == '-' || *at == '+'))
        at++;
    for (; at < word.end; at++) {
        if (*at == '.')
            points++;
        else if (g_ascii_isdigit(*at))
            digits++;
        else
            return false;
    }
    return digits > 0 && points <= 1;
}

static bool skip_string(pdf_span *rest)
{
    unsigned depth = 0;
    while (rest->start < rest->end) {
        char c = *rest->start++;
        if (c == '\\' && rest->start < rest->end)
            rest->start++;
        else if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            return true;
    }
    return false;
}

static bool skip_hexadecimal(pdf_span *rest)
{
    for (rest->start++; rest->start < rest->end; rest->start++) {
        if (*rest->start == '>') {
            rest->start++;
            return true;
        }
        if (!g_ascii_isxdigit(*rest->start) && !is_blank(*rest->start))
            return false;
    }
    return false;
}

static pdf_kind next_value(pdf_span *rest, pdf_span *value, unsigned depth);

static bool ends_with(pdf_span *rest, const char *bracket)
{
    size_t length = strlen(bracket);
    skip_blanks(rest);
    if ((size_t)(rest->end - rest->start) < length || memcmp(rest->start, bracket, length) != 0)
        return false;
    rest->start += length;
    return true;
}

static bool skip_inside(pdf_span *rest, const char *open, const char *close, unsigned depth)
{
    pdf_span value;
    if (depth > DEEPEST)
        return false;
    rest->start += strlen(open);
    while (!ends_with(rest, close))
        if (next_value(rest, &value, depth + 1) == PDF_NOTHING)
            return false;
    return true;
}

/* A number may be the first part of a reference: "12 0 R". */
static pdf_kind next_plain(pdf_span *rest)
{
    pdf_span word = next_word(rest), after = *rest;
    guint64 generation;
    if (!word.start)
        return PDF_NOTHING;
    if (ladle_pdf_is(word, "true") || ladle_pdf_is(word, "false") || ladle_pdf_is(word, "null"))
        return PDF_PLAIN;
    if (!is_number(word))
        return PDF_NOTHING;
    if (next_number(&after, &generation) && ladle_pdf_is(next_word(&after), "R")) {
        *rest = after;
        return generation == 0 ? PDF_REFERENCE : PDF_NOTHING;
    }
    return PDF_PLAIN;
}

static pdf_kind next_value(pdf_span *rest, pdf_span *value, unsigned depth)
{
    pdf_kind kind = PDF_NOTHING;
    skip_blanks(rest);
    *value = (pdf_span){rest->start, rest->start};
    if (rest->start >= rest->end)
        return PDF_NOTHING;
    switch (*rest->start) {
    case '/':
        rest->start++;
        kind = next_word(rest).start == value->start + 1 ? PDF_NAME : PDF_NOTHING;
        break;
    case '(':
        kind = skip_string(rest) ? PDF_STRING : PDF_NOTHING;
        break;
    case '[':
        kind = skip_inside(rest, "[", "]", depth) ? PDF_ARRAY : PDF_NOTHING;
        break;
    case '<':
        if (rest->end - rest->start > 1 && rest->start[1] == '<')
            kind = skip_inside(rest, "<<", ">>", depth) ? PDF_DICTIONARY : PDF_NOTHING;
        else
            kind = skip_hexadecimal(rest) ? PDF_STRING : PDF_NOTHING;
        break;
    default:
        kind = next_plain(rest);
    }
    value->end = rest->start;
    return kind;
}

pdf_kind ladle_pdf_next(pdf_span *rest, pdf_span *value)
{
    return next_value(rest, value, 0);
}

pdf_span ladle_pdf_inside(pdf_span value)
{
    int bracket = *value.start == '<' ? 2 : 1;
    return (pdf_span){value.start + bracket, value.end - bracket};
}

bool ladle_pdf_entry(pdf_span *rest, pdf_span *key, pdf_span *value)
{
    pdf_span after = *rest;
    if (ladle_pdf_next(&after, key) != PDF_NAME || ladle_pdf_next(&after, value) == PDF_NOTHING)
        return false;
    *rest = after;
    return true;
}

pdf_span ladle_pdf_lookup(pdf_span dictionary, const char *key)
{
    pdf_span rest = ladle_pdf_inside(dictionary), name, value;
    while (ladle_pdf_entry(&rest, &name, &value))
        if (ladle_pdf_is(name, key))
            return value;
    return (pdf_span){NULL, NULL};
}

unsigned ladle_pdf_reference(pdf_span value)
{
    pdf_span rest = value, one;
    guint64 id = 0;
    if (!value.start || ladle_pdf_next(&rest, &one) != PDF_REFERENCE)
        return 0;
    return next_number(&value, &id) && id <= G_MAXUINT ? (unsigned)id : 0;
}

/* ---------------------------------------------------------------- objects */

/* The number that an object consists of, as cairo gives the lengths of streams. */
static bool read_length(const pdf_file *file, pdf_span value, guint64 *length)
{
    pdf_object object;
    unsigned id = ladle_pdf_reference(value);
    if (id == 0)
        return value.start && next_number(&value, length) && ladle_pdf_at_end(value);
    return ladle_pdf_object(file, id, &object) && !object.data.start &&
           next_number(&object.value, length) && ladle_pdf_at_end(object.value);
}

static bool take_data(const pdf_file *file, pdf_span *rest, pdf_object *object)
{
    guint64 length;
    if (!read_length(file, ladle_pdf_lookup(object->value, "/Length"), &length) ||
        rest->start >= rest->end || *rest->start++ != '\n' ||
        length > (guint64)(rest->end - rest->start))
        return false;
    object->data = (pdf_span){rest->start, rest->start + length};
    rest->start += length;
    return ladle_pdf_is(next_word(rest), "endstream");
}

bool ladle_pdf_object(const pdf_file *file, unsigned id, pdf_object *object)
{
    guint64 number, generation;
    if (id >= file->objects || file->offsets[id] == 0)
        return false;
    pdf_span rest = {file->text + file->offsets[id], file->text + file->bytes};
    *object = (pdf_object){{NULL, NULL}, {NULL, NULL}};
    if (!next_number(&rest, &number) || number != id || !next_number(&rest, &generation) ||
        generation != 0 || !ladle_pdf_is(next_word(&rest), "obj"))
        return false;
    pdf_kind kind = ladle_pdf_next(&rest, &object->value);
    pdf_span word = next_word(&rest);
    if (kind == PDF_DICTIONARY && ladle_pdf_is(word, "stream")) {
        if (!take_data(file, &rest, object))
            return false;
        word = next_word(&rest);
    }
    return kind != PDF_NOTHING && ladle_pdf_is(word, "endobj");
}

/* ---------------------------------------------------------------- the file */

/* Where the cross-reference table begins, from the last line but one. */
static bool find_table(const pdf_file *file, pdf_span *table)
{
    static const char word[] = "startxref\n", ending[] = "\n%%EOF\n";
    const char *end = file->text + file->bytes;
    const char *tail = file->bytes > 64 ? end - 64 : file->text;
    const char *found = memmem(tail, (size_t)(end - tail), word, strlen(word));
    guint64 start;
    if (!found)
        return false;
    pdf_span rest = {found + strlen(word), end};
    if (!next_number(&rest, &start) || start >= file->bytes || !ladle_pdf_is(rest, ending))
        return false;
    *table = (pdf_span){file->text + start, found};
    return true;
}

static bool read_table(pdf_file *file, pdf_span *rest)
{
    guint64 first, count, offset, generation;
    if (!ladle_pdf_is(next_word(rest), "xref") || !next_number(rest, &first) || first != 0 ||
        !next_number(rest, &count) || count > file->bytes / 20)
        return false;
    file->objects = (unsigned)count;
    file->offsets = g_new0(size_t, count + 1);
    for (unsigned i = 0; i < count; i++) {
        if (!next_number(rest, &offset) || !next_number(rest, &generation) || offset >= file->bytes)
            return false;
        pdf_span state = next_word(rest);
        if (ladle_pdf_is(state, "n") && generation == 0 && offset > 0)
            file->offsets[i] = (size_t)offset;
        else if (!ladle_pdf_is(state, "f"))
            return false;
    }
    return true;
}

/* The trailer leads to the catalog, and to no older table. */
static bool read_trailer(pdf_file *file, pdf_span *rest)
{
    pdf_span dictionary;
    if (!ladle_pdf_is(next_word(rest), "trailer") ||
        ladle_pdf_next(rest, &dictionary) != PDF_DICTIONARY || !ladle_pdf_at_end(*rest))
        return false;
    file->root = ladle_pdf_reference(ladle_pdf_lookup(dictionary, "/Root"));
    return file->root > 0 && !ladle_pdf_lookup(dictionary, "/Prev").start &&
           !ladle_pdf_lookup(dictionary, "/Encrypt").start;
}

bool ladle_pdf_open(pdf_file *file, const void *text, size_t bytes)
{
    pdf_span rest;
    *file = (pdf_file){.text = text, .bytes = bytes};
    return bytes > 8 && memcmp(text, "%PDF-1.", 7) == 0 && find_table(file, &rest) &&
           read_table(file, &rest) && read_trailer(file, &rest);
}

void ladle_pdf_close(pdf_file *file)
{
    g_free(file->offsets);
    file->offsets = NULL;
}
