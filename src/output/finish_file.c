/* The finished file: objects gathered, put together, and numbered.
 *
 * A stream is an object of its own and goes into the file at once. Every other object is small,
 * and a report has thousands: they are gathered as text and put, some hundreds together, into
 * object streams that are deflated as a whole. One cross-reference stream at the end says where
 * each object is. The file's identity is a digest of its bytes, so that the same content has the
 * same one. */
#include "output/finish_private.h"

#include <string.h>
#include <zlib.h>

enum {
    OBJECTS_TOGETHER = 400, /* more would make readers inflate much for one object */
    ROW = 1 + 4 + 2         /* bytes of an entry in the cross-reference stream */
};

void ladle_finish_fault(finishing *f, const char *fault)
{
    if (!f->fault)
        f->fault = fault;
}

unsigned ladle_finish_reserve(finishing *f)
{
    finish_place nowhere = {0};
    g_array_append_val(f->places, nowhere);
    return f->places->len;
}

static finish_place *place_of(finishing *f, unsigned id)
{
    return &g_array_index(f->places, finish_place, id - 1);
}

void ladle_finish_begin(finishing *f, unsigned id)
{
    place_of(f, id)->start = f->text->len;
    g_array_append_val(f->small, id);
}

void ladle_finish_end(finishing *f)
{
    g_string_append_c(f->text, '\n');
}

/* ---------------------------------------------------------------- deflating */

GByteArray *ladle_finish_deflate(finishing *f, const void *data, size_t bytes)
{
    uLongf length = compressBound(bytes);
    GByteArray *out = g_byte_array_sized_new((guint)length);
    if (bytes > G_MAXUINT / 2 ||
        compress2(out->data, &length, data, bytes, LADLE_DEFLATE_LEVEL) != Z_OK) {
        ladle_finish_fault(f, "a part of it could not be compressed");
        length = 0;
    }
    g_byte_array_set_size(out, (guint)length);
    return out;
}

GByteArray *ladle_finish_inflate(const void *data, size_t bytes)
{
    enum { STEP = 1 << 16 };
    GByteArray *out = g_byte_array_sized_new((guint)MIN(bytes * 6 + STEP, 1u << 24));
    z_stream z = {.next_in = (Bytef *)data, .avail_in = (uInt)bytes};
    int state = bytes > G_MAXUINT ? Z_DATA_ERROR : inflateInit(&z);
    guint length = 0;
    while (state == Z_OK) {
        g_byte_array_set_size(out, length + STEP);
        z.next_out = out->data + length;
        z.avail_out = STEP;
        state = inflate(&z, Z_NO_FLUSH);
        length += STEP - z.avail_out;
    }
    if (bytes <= G_MAXUINT)
        inflateEnd(&z);
    g_byte_array_set_size(out, length);
    if (state == Z_STREAM_END && z.avail_in == 0)
        return out;
    g_byte_array_unref(out);
    return NULL;
}

/* ---------------------------------------------------------------- the file's parts */

static void append_text(finishing *f, const char *text)
{
    g_byte_array_append(f->out, (const guint8 *)text, (guint)strlen(text));
}

static size_t here(const finishing *f)
{
    return f->out->len - f->before;
}

void ladle_finish_stream(finishing *f, unsigned id, const char *entries, const void *data,
                         size_t bytes)
{
    if (here(f) + bytes > G_MAXUINT32 / 2) {
        ladle_finish_fault(f, "it would be larger than two gigabytes");
        return;
    }
    *place_of(f, id) = (finish_place){.where = FINISH_IN_FILE, .start = here(f)};
    char *head = g_strdup_printf("%u 0 obj\n<<%s /Length %zu>>\nstream\n", id, entries, bytes);
    append_text(f, head);
    g_free(head);
    g_byte_array_append(f->out, data, (guint)bytes);
    append_text(f, "\nendstream\nendobj\n");
}

void ladle_finish_packed(finishing *f, unsigned id, const char *entries, const void *data,
                         size_t bytes)
{
    char *all = g_strconcat(entries, " /Filter /FlateDecode", NULL);
    GByteArray *packed = ladle_finish_deflate(f, data, bytes);
    ladle_finish_stream(f, id, all, packed->data, packed->len);
    g_byte_array_unref(packed);
    g_free(all);
}

/* Puts the small objects from `first` on, as many as go together, into an object stream. */
static void write_together(finishing *f, unsigned first)
{
    unsigned last = MIN(first + OBJECTS_TOGETHER, f->small->len);
    unsigned stream = ladle_finish_reserve(f);
    size_t start = place_of(f, g_array_index(f->small, unsigned, first))->start;
    size_t end = last < f->small->len ? place_of(f, g_array_index(f->small, unsigned, last))->start
                                      : f->text->len;
    GString *content = g_string_sized_new(end - start + 16 * OBJECTS_TOGETHER);
    for (unsigned i = first; i < last; i++) {
        unsigned id = g_array_index(f->small, unsigned, i);
        finish_place *place = place_of(f, id);
        g_string_append_printf(content, "%u %zu ", id, place->start - start);
        *place = (finish_place){.where = FINISH_IN_STREAM, .stream = stream, .index = i - first};
    }
    char *entries = g_strdup_printf("/Type /ObjStm /N %u /First %zu", last - first, content->len);
    g_string_append_len(content, f->text->str + start, (gssize)(end - start));
    ladle_finish_packed(f, stream, entries, content->str, content->len);
    g_string_free(content, TRUE);
    g_free(entries);
}

static void put_number(guint8 *into, unsigned bytes, size_t number)
{
    for (unsigned i = bytes; i-- > 0; number >>= 8)
        into[i] = (guint8)number;
}

/* Writes the row of an object (of none: the head of the free list). */
static void put_row(const finish_place *place, guint8 *row)
{
    bool inside = place && place->where == FINISH_IN_STREAM;
    row[0] = !place ? 0 : inside ? 2 : 1;
    put_number(row + 1, 4, !place ? 0 : inside ? place->stream : place->start);
    put_number(row + 5, 2, !place ? 0xFFFF : inside ? place->index : 0);
}

/* The rows, each as its difference from the one before (the PNG predictor "up"), because then
 * most are alike and deflate to nearly nothing. */
static GByteArray *table_rows(finishing *f)
{
    guint8 before[ROW] = {0}, row[ROW], difference[1 + ROW] = {2};
    GByteArray *rows = g_byte_array_sized_new((f->places->len + 1) * (1 + ROW));
    for (unsigned id = 0; id <= f->places->len; id++) {
        const finish_place *place = id > 0 ? place_of(f, id) : NULL;
        if (place && place->where == FINISH_NOWHERE)
            ladle_finish_fault(f, "an object of it is missing");
        put_row(place, row);
        for (unsigned i = 0; i < ROW; i++)
            difference[1 + i] = (guint8)(row[i] - before[i]);
        memcpy(before, row, ROW);
        g_byte_array_append(rows, difference, sizeof difference);
    }
    return rows;
}

static void append_identity(finishing *f, GString *entries)
{
    enum { DIGITS = 32 };
    char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, f->out->data + f->before, here(f));
    digest[DIGITS] = '\0';
    g_string_append_printf(entries, " /ID [<%s> <%s>]", digest, digest);
    g_free(digest);
}

static void write_table(finishing *f)
{
    size_t start = here(f);
    GString *entries = g_string_new("/Type /XRef");
    append_identity(f, entries);
    unsigned table = ladle_finish_reserve(f);
    *place_of(f, table) = (finish_place){.where = FINISH_IN_FILE, .start = start};
    g_string_append_printf(entries,
                           " /Size %u /W [1 4 2] /Root %u 0 R /Info %u 0 R "
                           "/DecodeParms << /Predictor 12 /Columns %d >>",
                           table + 1, f->catalog, f->info, ROW);
    GByteArray *rows = table_rows(f);
    ladle_finish_packed(f, table, entries->str, rows->data, rows->len);
    g_byte_array_unref(rows);
    g_string_printf(entries, "startxref\n%zu\n%%%%EOF\n", start);
    append_text(f, entries->str);
    g_string_free(entries, TRUE);
}

void ladle_finish_open_file(finishing *f)
{
    f->before = f->out->len;
    append_text(f, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
}

void ladle_finish_close_file(finishing *f)
{
    for (unsigned first = 0; first < f->small->len; first += OBJECTS_TOGETHER)
        write_together(f, first);
    write_table(f);
}
