/* Undoing the filters of streams, and strings as text. */
#include "verify/pdf_private.h"

#include <zlib.h>

enum { MOST_FILTERS = 8 };

typedef struct {
    ladle_arena *arena;
    const char *data;
    size_t bytes;
} content;

/* What was undone takes the place of what it was made from. */
static void take(content *c, GByteArray *out)
{
    char *copy = ladle_arena_alloc(c->arena, out->len + 1);
    if (out->len)
        memcpy(copy, out->data, out->len);
    c->data = copy;
    c->bytes = out->len;
    g_byte_array_unref(out);
}

/* ---------------------------------------------------------------- Flate */

static bool inflate_all(content *c)
{
    z_stream z = {.next_in = (Bytef *)c->data, .avail_in = (uInt)MIN(c->bytes, G_MAXUINT32)};
    if (inflateInit(&z) != Z_OK)
        return false;
    GByteArray *out = g_byte_array_sized_new((guint)MIN(c->bytes * 4 + 256, 1 << 24));
    int state = Z_OK;
    while (state == Z_OK && out->len < PDF_MOST_DECODED) {
        guint before = out->len, room = MAX(before, 4096);
        g_byte_array_set_size(out, before + room);
        z.next_out = out->data + before;
        z.avail_out = room;
        state = inflate(&z, Z_NO_FLUSH);
        g_byte_array_set_size(out, before + room - z.avail_out);
        if (state == Z_BUF_ERROR || (state == Z_OK && z.avail_in == 0 && z.avail_out > 0))
            break;
    }
    inflateEnd(&z);
    take(c, out);
    return state == Z_STREAM_END;
}

/* ---------------------------------------------------------------- predictors */

static gint64 parameter(pdf_file *file, const pdf_value *parameters, const char *key,
                        gint64 otherwise)
{
    const pdf_value *value = ladle_verify_get(file, parameters, key);
    return value->kind == PDF_INTEGER ? value->integer : otherwise;
}

static unsigned char paeth(int left, int up, int corner)
{
    int p = left + up - corner;
    int a = ABS(p - left), b = ABS(p - up), c = ABS(p - corner);
    return (unsigned char)(a <= b && a <= c ? left : b <= c ? up : corner);
}

/* Undoes one row of PNG's predictors; `above` is the row before, or zeros. */
static bool undo_row(unsigned kind, unsigned char *row, const unsigned char *above, size_t bytes,
                     size_t step)
{
    for (size_t i = 0; i < bytes; i++) {
        unsigned char left = i >= step ? row[i - step] : 0,
                      corner = i >= step ? above[i - step] : 0;
        switch (kind) {
        case 0:
            return true;
        case 1:
            row[i] = (unsigned char)(row[i] + left);
            break;
        case 2:
            row[i] = (unsigned char)(row[i] + above[i]);
            break;
        case 3:
            row[i] = (unsigned char)(row[i] + (left + above[i]) / 2);
            break;
        case 4:
            row[i] = (unsigned char)(row[i] + paeth(left, above[i], corner));
            break;
        default:
            return false;
        }
    }
    return true;
}

/* PNG's predictors, with which tables of objects are packed. Others are of pictures, which are not
 * looked at. */
static bool undo_predictor(pdf_file *file, const pdf_value *parameters, content *c)
{
    gint64 predictor = parameter(file, parameters, "Predictor", 1);
    if (predictor < 10)
        return predictor == 1;
    gint64 colours = parameter(file, parameters, "Colors", 1),
           depth = parameter(file, parameters, "BitsPerComponent", 8),
           columns = parameter(file, parameters, "Columns", 1);
    if (colours < 1 || colours > 32 || depth < 1 || depth > 16 || columns < 1 || columns > 1 << 24)
        return false;
    size_t step = (size_t)MAX(1, colours * depth / 8),
           row = (size_t)(colours * depth * columns + 7) / 8, rows = c->bytes / (row + 1);
    if (row > c->bytes)
        return c->bytes == 0;
    unsigned char *out = ladle_arena_alloc(c->arena, (rows + 1) * row);
    for (size_t r = 0; r < rows; r++) {
        const unsigned char *from = (const unsigned char *)c->data + r * (row + 1);
        unsigned char *to = out + (r + 1) * row;
        memcpy(to, from + 1, row);
        if (!undo_row(from[0], to, to - row, row, step))
            return false;
    }
    c->data = (const char *)out + row;
    c->bytes = rows * row;
    return true;
}

/* ---------------------------------------------------------------- ASCII, run lengths */

static bool undo_hexadecimal(content *c)
{
    char *out = ladle_arena_alloc(c->arena, c->bytes / 2 + 1);
    size_t n = 0;
    for (size_t i = 0; i < c->bytes && c->data[i] != '>'; i++) {
        int digit = g_ascii_xdigit_value(c->data[i]);
        if (digit < 0)
            continue;
        if (n % 2)
            out[n / 2] = (char)(out[n / 2] | digit);
        else
            out[n / 2] = (char)(digit << 4);
        n++;
    }
    c->data = out;
    c->bytes = (n + 1) / 2;
    return true;
}

static bool undo_ascii85(content *c)
{
    GByteArray *out = g_byte_array_new();
    guint64 group = 0;
    unsigned n = 0;
    for (size_t i = 0; i < c->bytes && c->data[i] != '~'; i++) {
        char byte = c->data[i];
        if (byte == 'z' && n == 0) {
            g_byte_array_append(out, (const guint8 *)"\0\0\0\0", 4);
        } else if (byte >= '!' && byte <= 'u') {
            group = group * 85 + (guint64)(byte - '!');
            if (++n < 5)
                continue;
            guint8 four[4] = {(guint8)(group >> 24), (guint8)(group >> 16), (guint8)(group >> 8),
                              (guint8)group};
            g_byte_array_append(out, four, 4);
            group = n = 0;
        }
    }
    for (unsigned i = n; n > 0 && i < 5; i++)
        group = group * 85 + 84;
    for (unsigned i = 0; i + 1 < n; i++) {
        guint8 byte = (guint8)(group >> (24 - 8 * i));
        g_byte_array_append(out, &byte, 1);
    }
    take(c, out);
    return true;
}

static bool undo_run_lengths(content *c)
{
    GByteArray *out = g_byte_array_new();
    for (size_t i = 0; i < c->bytes && out->len < PDF_MOST_DECODED;) {
        unsigned length = (unsigned char)c->data[i++];
        if (length == 128)
            break;
        if (length < 128) {
            guint n = (guint)MIN(length + 1, c->bytes - i);
            g_byte_array_append(out, (const guint8 *)c->data + i, n);
            i += n;
        } else if (i < c->bytes) {
            for (unsigned k = 0; k < 257 - length; k++)
                g_byte_array_append(out, (const guint8 *)c->data + i, 1);
            i++;
        }
    }
    take(c, out);
    return true;
}

/* ---------------------------------------------------------------- all filters */

static bool undo(pdf_file *file, const pdf_value *filter, const pdf_value *parameters, content *c,
                 bool *known)
{
    if (pdf_name_is(filter, "FlateDecode") || pdf_name_is(filter, "Fl"))
        return inflate_all(c) && undo_predictor(file, parameters, c);
    if (pdf_name_is(filter, "ASCIIHexDecode") || pdf_name_is(filter, "AHx"))
        return undo_hexadecimal(c);
    if (pdf_name_is(filter, "ASCII85Decode") || pdf_name_is(filter, "A85"))
        return undo_ascii85(c);
    if (pdf_name_is(filter, "RunLengthDecode") || pdf_name_is(filter, "RL"))
        return undo_run_lengths(c);
    *known = false;
    return false;
}

bool ladle_verify_decode(pdf_file *file, const pdf_value *stream, ladle_arena *arena,
                         const char **data, size_t *bytes)
{
    if (stream->kind != PDF_STREAM)
        return false;
    if (file->decoded > PDF_MOST_IN_ALL) {
        ladle_verify_tell(file, PDF_TROUBLE_LIMIT, 0);
        return false;
    }
    content c = {arena, stream->stream->data, stream->stream->bytes};
    const pdf_value *filter = ladle_verify_get(file, stream, "Filter"),
                    *parameters = ladle_verify_get(file, stream, "DecodeParms");
    bool known = true, good = true;
    if (filter->kind == PDF_ARRAY) {
        good = filter->count <= MOST_FILTERS;
        for (unsigned i = 0; good && i < filter->count; i++)
            good = undo(file, ladle_verify_item(file, filter, i),
                        ladle_verify_item(file, parameters, i), &c, &known);
    } else if (filter->kind == PDF_NAME) {
        good = undo(file, filter, parameters, &c, &known);
    }
    file->decoded += c.bytes;
    if (c.bytes >= PDF_MOST_DECODED || file->decoded > PDF_MOST_IN_ALL) {
        good = false;
        ladle_verify_tell(file, PDF_TROUBLE_LIMIT, 0);
    } else if (!good && known) {
        ladle_verify_tell(file, PDF_TROUBLE_STREAM, 0);
    }
    *data = c.data;
    *bytes = c.bytes;
    return good;
}

/* ---------------------------------------------------------------- text */

/* PDFDocEncoding where it is not Latin-1: 0x18 to 0x1F, 0x80 to 0xA0. */
static const gunichar high[] = {
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212,
    0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141,
    0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0,      0x20AC};
static const gunichar low[] = {0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC};

char *ladle_verify_utf8(ladle_arena *arena, const pdf_value *value)
{
    if (value->kind != PDF_STRING)
        return NULL;
    const unsigned char *bytes = (const unsigned char *)value->text;
    if (value->count >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF) {
        glong units = (glong)value->count / 2 - 1;
        gunichar2 *wide = g_new(gunichar2, units + 1);
        for (glong i = 0; i < units; i++)
            wide[i] = (gunichar2)(bytes[2 * i + 2] << 8 | bytes[2 * i + 3]);
        glong read = 0;
        char *text = g_utf16_to_utf8(wide, units, &read, NULL, NULL);
        char *copy =
            value->count % 2 == 0 && read == units ? ladle_arena_strdup(arena, text) : NULL;
        g_free(text);
        g_free(wide);
        return copy;
    }
    if (value->count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        return g_utf8_validate(value->text + 3, value->count - 3, NULL)
                   ? ladle_arena_strndup(arena, value->text + 3, value->count - 3)
                   : NULL;
    GString *out = g_string_sized_new(value->count + 8);
    bool good = true;
    for (unsigned i = 0; i < value->count; i++) {
        gunichar c = bytes[i];
        if (c >= 0x18 && c < 0x20)
            c = low[c - 0x18];
        else if (c >= 0x80 && c <= 0xA0)
            c = high[c - 0x80];
        good &= c != 0;
        g_string_append_unichar(out, c);
    }
    char *text = good ? ladle_arena_strdup(arena, out->str) : NULL;
    g_string_free(out, TRUE);
    return text;
}
