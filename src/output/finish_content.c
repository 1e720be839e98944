/* Page contents, where the drawing's names for artifacts become the proper ones, and fonts' tables
 * of meanings, where ligatures become letters. */
#include "output/draw.h"
#include "output/finish_private.h"

#include <string.h>

/* ---------------------------------------------------------------- page contents */

/* A page's content on its way. */
typedef struct {
    const char *text, *end; /* as drawn */
    const char *kept;       /* up to here it is in `out` */
    GString *out;
    const GArray *made; /* of ladle_mark: what the drawing says of its marks */
    unsigned marks;     /* found so far */
    bool sound;
} page_content;

/* The end of a literal string that begins at `at`. */
static const char *end_of_string(const char *at, const char *end)
{
    unsigned depth = 0;
    for (; at < end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return end;
}

static bool stands_at(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(end - at) >= length && memcmp(at, word, length) == 0;
}

/* The names by which the drawing brackets its leaves, and what becomes of them. */
static const struct {
    const char *was, *becomes; /* NULL: it stays */
} names[] = {
    [LADLE_ARTIFACT_NONE] = {"/" LADLE_LEAF_CONTENT " << /MCID ", NULL},
    [LADLE_ARTIFACT_PAGINATION] = {"/" LADLE_LEAF_PAGINATION " << /MCID ",
                                   "/Artifact << /Type /Pagination >> BDC"},
    [LADLE_ARTIFACT_LAYOUT] = {"/" LADLE_LEAF_LAYOUT " << /MCID ",
                               "/Artifact << /Type /Layout >> BDC"},
};

/* Takes the start of a mark, which must be the next one that the drawing made; where it begins no
 * mark, steps over the slash. */
static const char *take_mark(page_content *c, const char *at)
{
    static const char ending[] = " >> BDC";
    const ladle_mark *mark =
        c->marks < c->made->len ? &g_array_index(c->made, ladle_mark, c->marks) : NULL;
    if (!mark || !stands_at(at, c->end, names[mark->artifact].was))
        return at + 1;
    char *after;
    guint64 number = g_ascii_strtoull(at + strlen(names[mark->artifact].was), &after, 10);
    if (number != c->marks || !stands_at(after, c->end, ending))
        return at + 1;
    c->marks++;
    after += strlen(ending);
    if (names[mark->artifact].becomes) {
        g_string_append_len(c->out, c->kept, at - c->kept);
        g_string_append(c->out, names[mark->artifact].becomes);
        c->kept = after;
    }
    return after;
}

/* Some operators make cairo put a whole page, marks and all, into a form, where the structure
 * would not find them: so each mark must be there, and no other. Cairo brackets a text it cannot
 * spell through its font in a span of its own, which has no number. */
static void name_artifacts(page_content *c)
{
    const char *at = c->text;
    while (at < c->end) {
        if (*at == '(') {
            at = end_of_string(at, c->end);
        } else if (*at == '/') {
            c->sound &= !stands_at(at, c->end, "/MCID");
            at = take_mark(c, at);
        } else {
            at++;
        }
    }
    g_string_append_len(c->out, c->kept, c->end - c->kept);
    c->sound &= c->marks == c->made->len;
}

/* A stream's content; NULL, with a fault, when it is not deflated and nothing else. */
static GByteArray *inflated(finishing *f, const pdf_object *stream)
{
    GByteArray *content = NULL;
    if (stream->data.start &&
        ladle_pdf_is(ladle_pdf_lookup(stream->value, "/Filter"), "/FlateDecode") &&
        !ladle_pdf_lookup(stream->value, "/DecodeParms").start)
        content = ladle_finish_inflate(stream->data.start,
                                       (size_t)(stream->data.end - stream->data.start));
    if (!content)
        ladle_finish_fault(f, "a part of what was drawn cannot be read");
    return content;
}

void ladle_finish_content(finishing *f, unsigned id, const pdf_object *content, const GArray *made)
{
    GByteArray *drawn = inflated(f, content);
    if (!drawn)
        return;
    const char *text = (const char *)drawn->data;
    page_content c = {text, text + drawn->len, text, g_string_sized_new(drawn->len + 256), made, 0,
                      true};
    name_artifacts(&c);
    if (!c.sound)
        ladle_finish_fault(f, "a page's content is not marked as it was drawn");
    ladle_finish_packed(f, id, "", c.out->str, c.out->len);
    g_string_free(c.out, TRUE);
    g_byte_array_unref(drawn);
}

/* ---------------------------------------------------------------- fonts */

/* Puts plain letters where a font's table of meanings has a ligature's own character. Cairo
 * writes them as four hexadecimal digits: <fb01>. */
static GString *spell_out(const char *table, size_t bytes)
{
    GString *out = NULL;
    size_t kept = 0;
    for (size_t at = 0; at + 6 <= bytes; at++) {
        if (table[at] != '<' || table[at + 5] != '>' || (table[at + 1] | 0x20) != 'f')
            continue;
        char *letters = ladle_plain_letters((gunichar)g_ascii_strtoull(table + at + 1, NULL, 16));
        if (!letters)
            continue;
        if (!out)
            out = g_string_sized_new(bytes + 64);
        g_string_append_len(out, table + kept, (gssize)(at + 1 - kept));
        glong units;
        gunichar2 *utf16 = g_utf8_to_utf16(letters, -1, NULL, &units, NULL);
        for (glong i = 0; i < units; i++)
            g_string_append_printf(out, "%04x", utf16[i]);
        kept = at + 5;
        g_free(utf16);
        g_free(letters);
    }
    if (out)
        g_string_append_len(out, table + kept, (gssize)(bytes - kept));
    return out;
}

GByteArray *ladle_finish_meanings(finishing *f, const pdf_object *stream)
{
    GByteArray *table = inflated(f, stream);
    GString *spelled = table ? spell_out((const char *)table->data, table->len) : NULL;
    GByteArray *packed = spelled ? ladle_finish_deflate(f, spelled->str, spelled->len) : NULL;
    if (spelled)
        g_string_free(spelled, TRUE);
    if (table)
        g_byte_array_unref(table);
    return packed;
}
