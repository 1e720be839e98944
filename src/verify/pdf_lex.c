#include "verify/pdf.h"

enum { DEEPEST = 100 };

const pdf_value ladle_verify_nothing = {.kind = PDF_NULL};

/* What a byte is to the reader. */
enum { REGULAR, SPACE, DELIMITER };

static const guint8 class_of[256] = {
    [0] = SPACE,       ['\t'] = SPACE,    ['\n'] = SPACE,    ['\f'] = SPACE,
    ['\r'] = SPACE,    [' '] = SPACE,     ['('] = DELIMITER, [')'] = DELIMITER,
    ['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
    ['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER, ['%'] = DELIMITER};

static inline unsigned class_at(const char *at)
{
    return class_of[(unsigned char)*at];
}

void ladle_verify_lexer_open(pdf_lexer *lexer, const char *text, size_t bytes, ladle_arena *arena)
{
    *lexer = (pdf_lexer){.at = text, .end = text + bytes, .arena = arena};
    lexer->stack = g_array_new(FALSE, FALSE, sizeof(pdf_value));
}

void ladle_verify_lexer_close(pdf_lexer *lexer)
{
    g_array_unref(lexer->stack);
}

void ladle_verify_skip_space(pdf_lexer *lexer)
{
    const char *at = lexer->at;
    for (; at < lexer->end; at++) {
        if (*at == '%') {
            while (at < lexer->end && *at != '\n' && *at != '\r')
                at++;
            if (at == lexer->end)
                break;
        } else if (class_at(at) != SPACE) {
            break;
        }
    }
    lexer->at = at;
}

/* ---------------------------------------------------------------- strings and names */

static int escaped(const char **at, const char *end)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    const char *known = strchr(from, **at);
    if (known && *known)
        return to[known - from];
    if (**at >= '0' && **at <= '7') {
        unsigned code = 0;
        for (unsigned i = 0; i < 3 && *at < end && **at >= '0' && **at <= '7'; i++, (*at)++)
            code = code * 8 + (unsigned)(**at - '0');
        (*at)--;
        return (int)(code & 0xFF);
    }
    if (**at == '\n')
        return -1;
    if (**at == '\r') {
        if (*at + 1 < end && (*at)[1] == '\n')
            (*at)++;
        return -1;
    }
    return (unsigned char)**at;
}

static pdf_value unescape(pdf_lexer *lexer, const char *from, const char *to)
{
    char *out = ladle_arena_alloc(lexer->arena, (size_t)(to - from) + 1);
    unsigned n = 0;
    for (; from < to; from++) {
        int byte = (unsigned char)*from;
        if (*from == '\\' && from + 1 < to) {
            from++;
            byte = escaped(&from, to);
        } else if (*from == '\r') {
            byte = '\n';
            if (from + 1 < to && from[1] == '\n')
                from++;
        }
        if (byte >= 0)
            out[n++] = (char)byte;
    }
    return (pdf_value){.kind = PDF_STRING, .count = n, .text = out};
}

static pdf_value literal_string(pdf_lexer *lexer)
{
    const char *start = ++lexer->at;
    unsigned depth = 1;
    bool plain = true;
    for (; lexer->at < lexer->end; lexer->at++) {
        char c = *lexer->at;
        if (c == '\\') {
            plain = false;
            lexer->at++;
        } else if (c == '\r') {
            plain = false;
        } else if (c == '(') {
            depth++;
        } else if (c == ')' && --depth == 0) {
            const char *end = lexer->at++;
            if (plain)
                return (pdf_value){
                    .kind = PDF_STRING, .count = (unsigned)(end - start), .text = start};
            return unescape(lexer, start, end);
        }
    }
    lexer->at = lexer->end;
    lexer->broken = true;
    return ladle_verify_nothing;
}

static pdf_value hexadecimal_string(pdf_lexer *lexer)
{
    const char *start = ++lexer->at;
    const char *end = memchr(start, '>', (size_t)(lexer->end - start));
    if (!end) {
        lexer->at = lexer->end;
        lexer->broken = true;
        return ladle_verify_nothing;
    }
    char *out = ladle_arena_alloc(lexer->arena, (size_t)(end - start) / 2 + 1);
    unsigned digits = 0, value = 0;
    for (const char *at = start; at < end; at++) {
        int digit = g_ascii_xdigit_value(*at);
        if (digit < 0) {
            lexer->broken |= class_at(at) != SPACE;
            continue;
        }
        value = value << 4 | (unsigned)digit;
        if (++digits % 2 == 0)
            out[digits / 2 - 1] = (char)value;
    }
    if (digits % 2)
        out[digits / 2] = (char)(value << 4);
    lexer->at = end + 1;
    return (pdf_value){.kind = PDF_STRING, .count = (digits + 1) / 2, .text = out};
}

static pdf_value name(pdf_lexer *lexer)
{
    const char *start = ++lexer->at;
    bool plain = true;
    for (; lexer->at < lexer->end && class_at(lexer->at) == REGULAR; lexer->at++)
        plain &= *lexer->at != '#';
    unsigned bytes = (unsigned)(lexer->at - start);
    if (plain)
        return (pdf_value){.kind = PDF_NAME, .count = bytes, .text = start};
    char *out = ladle_arena_alloc(lexer->arena, bytes + 1);
    unsigned n = 0;
    for (unsigned i = 0; i < bytes; i++) {
        if (start[i] == '#' && i + 2 < bytes && g_ascii_isxdigit(start[i + 1]) &&
            g_ascii_isxdigit(start[i + 2])) {
            out[n++] = (char)(g_ascii_xdigit_value(start[i + 1]) << 4 |
                              g_ascii_xdigit_value(start[i + 2]));
            i += 2;
        } else {
            out[n++] = start[i];
        }
    }
    return (pdf_value){.kind = PDF_NAME, .count = n, .text = out};
}

/* ---------------------------------------------------------------- numbers */

/* Reads digits; false when there are none or too many. */
static bool digits(const char **at, const char *end, gint64 *value)
{
    const char *start = *at;
    *value = 0;
    for (; *at < end && g_ascii_isdigit(**at); (*at)++)
        if (*at - start < 18)
            *value = *value * 10 + (**at - '0');
    return *at > start && *at - start < 18;
}

/* The rest of "12 0 R" after the 12. */
static bool reference_follows(pdf_lexer *lexer)
{
    gint64 generation;
    const char *at = lexer->at;
    while (at < lexer->end && class_at(at) == SPACE)
        at++;
    if (at == lexer->at || !digits(&at, lexer->end, &generation))
        return false;
    const char *space = at;
    while (at < lexer->end && class_at(at) == SPACE)
        at++;
    if (at == space || at == lexer->end || *at != 'R' ||
        (at + 1 < lexer->end && class_at(at + 1) == REGULAR))
        return false;
    lexer->at = at + 1;
    return true;
}

/* A number, or false when the word is none; then nothing is read. */
static bool number(pdf_lexer *lexer, pdf_value *out)
{
    const char *at = lexer->at;
    bool negative = *at == '-', sign = negative || *at == '+';
    gint64 whole = 0;
    at += sign;
    bool any = digits(&at, lexer->end, &whole);
    if (at < lexer->end && *at == '.') {
        double fraction = 0, unit = 1;
        for (at++; at < lexer->end && g_ascii_isdigit(*at); at++, any = true)
            fraction += (*at - '0') * (unit /= 10);
        *out =
            (pdf_value){.kind = PDF_REAL, .real = ((double)whole + fraction) * (negative ? -1 : 1)};
    } else {
        *out = (pdf_value){.kind = PDF_INTEGER, .integer = negative ? -whole : whole};
    }
    if (!any || (at < lexer->end && class_at(at) == REGULAR))
        return false;
    lexer->at = at;
    if (lexer->references && out->kind == PDF_INTEGER && !sign && reference_follows(lexer)) {
        out->kind = PDF_REFERENCE;
        if (out->integer > G_MAXINT32)
            out->integer = 0;
    }
    return true;
}

/* ---------------------------------------------------------------- arrays and dictionaries */

static bool ends_here(pdf_lexer *lexer, const char *closing)
{
    size_t bytes = strlen(closing);
    ladle_verify_skip_space(lexer);
    if ((size_t)(lexer->end - lexer->at) < bytes || memcmp(lexer->at, closing, bytes) != 0)
        return false;
    lexer->at += bytes;
    return true;
}

/* Reads values up to the closing word onto the stack; gives how many. */
static unsigned values_until(pdf_lexer *lexer, const char *closing)
{
    unsigned start = lexer->stack->len;
    if (++lexer->depth > DEEPEST) {
        lexer->broken = true;
        lexer->at = lexer->end;
    }
    while (!ends_here(lexer, closing)) {
        pdf_value value = ladle_verify_next(lexer);
        if (value.kind == PDF_END || value.kind == PDF_WORD) {
            lexer->broken = true;
            break;
        }
        g_array_append_val(lexer->stack, value);
    }
    lexer->depth--;
    return lexer->stack->len - start;
}

static pdf_value array(pdf_lexer *lexer)
{
    lexer->at++;
    unsigned n = values_until(lexer, "]");
    unsigned start = lexer->stack->len - n;
    pdf_value *items = LADLE_NEW_ARRAY(lexer->arena, pdf_value, n);
    if (n)
        memcpy(items, &g_array_index(lexer->stack, pdf_value, start), n * sizeof(pdf_value));
    g_array_set_size(lexer->stack, start);
    return (pdf_value){.kind = PDF_ARRAY, .count = n, .items = items};
}

static pdf_value dictionary(pdf_lexer *lexer)
{
    lexer->at += 2;
    unsigned n = values_until(lexer, ">>");
    unsigned start = lexer->stack->len - n;
    pdf_entry *entries = LADLE_NEW_ARRAY(lexer->arena, pdf_entry, n / 2);
    lexer->broken |= n % 2 != 0;
    for (unsigned i = 0; i < n / 2; i++) {
        const pdf_value *pair = &g_array_index(lexer->stack, pdf_value, start + 2 * i);
        lexer->broken |= pair[0].kind != PDF_NAME;
        if (pair[0].kind == PDF_NAME)
            entries[i] = (pdf_entry){pair[0].text, pair[0].count, pair[1]};
        else
            entries[i] = (pdf_entry){"", 0, pair[1]};
    }
    g_array_set_size(lexer->stack, start);
    return (pdf_value){.kind = PDF_DICTIONARY, .count = n / 2, .entries = entries};
}

static pdf_value word(pdf_lexer *lexer)
{
    const char *start = lexer->at++;
    if (class_at(start) == REGULAR)
        while (lexer->at < lexer->end && class_at(lexer->at) == REGULAR)
            lexer->at++;
    pdf_value value = {.kind = PDF_WORD, .count = (unsigned)(lexer->at - start), .text = start};
    if (pdf_text_is(&value, "null"))
        return ladle_verify_nothing;
    if (pdf_text_is(&value, "true"))
        return (pdf_value){.kind = PDF_BOOLEAN, .integer = 1};
    if (pdf_text_is(&value, "false"))
        return (pdf_value){.kind = PDF_BOOLEAN};
    return value;
}

pdf_value ladle_verify_next(pdf_lexer *lexer)
{
    pdf_value value;
    ladle_verify_skip_space(lexer);
    if (lexer->at >= lexer->end)
        return (pdf_value){.kind = PDF_END};
    char c = *lexer->at;
    if ((g_ascii_isdigit(c) || c == '-' || c == '+' || c == '.') && number(lexer, &value))
        return value;
    switch (c) {
    case '/':
        return name(lexer);
    case '(':
        return literal_string(lexer);
    case '[':
        return array(lexer);
    case '<':
        if (lexer->at + 1 < lexer->end && lexer->at[1] == '<')
            return dictionary(lexer);
        return hexadecimal_string(lexer);
    default:
        return word(lexer);
    }
}
