/* The tables that say where each object of a file is: those in words ("xref") and those in streams,
 * from the newest to the oldest. What a newer one says stands. */
#include "verify/pdf_private.h"

static pdf_place *place_of(pdf_file *file, guint64 number)
{
    if (number > PDF_MOST_OBJECTS)
        return NULL;
    if (number >= file->places->len)
        g_array_set_size(file->places, (guint)number + 1);
    pdf_place *place = &g_array_index(file->places, pdf_place, number);
    return place->kind == PLACE_UNKNOWN ? place : NULL;
}

/* ---------------------------------------------------------------- tables in words */

static bool read_section(pdf_file *file, pdf_lexer *lexer, gint64 first, gint64 count)
{
    if (first < 0 || count < 0 || count > PDF_MOST_OBJECTS)
        return false;
    for (gint64 i = 0; i < count; i++) {
        pdf_value offset = ladle_verify_next(lexer), generation = ladle_verify_next(lexer),
                  use = ladle_verify_next(lexer);
        if (offset.kind != PDF_INTEGER || generation.kind != PDF_INTEGER || use.kind != PDF_WORD)
            return false;
        pdf_place *place = place_of(file, (guint64)(first + i));
        if (place)
            *place = (pdf_place){pdf_text_is(&use, "n") ? PLACE_FILE : PLACE_FREE,
                                 (unsigned)generation.integer, (guint64)offset.integer};
    }
    return true;
}

static bool read_words(pdf_file *file, pdf_lexer *lexer, pdf_value *trailer)
{
    for (;;) {
        pdf_value first = ladle_verify_next(lexer);
        if (first.kind == PDF_WORD && pdf_text_is(&first, "trailer"))
            break;
        pdf_value count = ladle_verify_next(lexer);
        if (first.kind != PDF_INTEGER || count.kind != PDF_INTEGER ||
            !read_section(file, lexer, first.integer, count.integer))
            return false;
    }
    lexer->references = true;
    *trailer = ladle_verify_next(lexer);
    return trailer->kind == PDF_DICTIONARY;
}

/* ---------------------------------------------------------------- tables in streams */

static guint64 field(const unsigned char **at, unsigned width, guint64 otherwise)
{
    guint64 value = 0;
    for (unsigned i = 0; i < width; i++)
        value = value << 8 | *(*at)++;
    return width ? value : otherwise;
}

static bool read_entries(pdf_file *file, const pdf_value *stream, const unsigned char *at,
                         const unsigned char *end, const unsigned widths[3])
{
    const pdf_value *index = ladle_verify_entry_raw(stream, "Index"),
                    *size = ladle_verify_entry_raw(stream, "Size");
    const pdf_value whole[2] = {{.kind = PDF_INTEGER}, *size};
    unsigned n = index->kind == PDF_ARRAY ? index->count : 2;
    const pdf_value *ranges = index->kind == PDF_ARRAY ? index->items : whole;
    for (unsigned r = 0; r + 1 < n; r += 2) {
        if (ranges[r].kind != PDF_INTEGER || ranges[r + 1].kind != PDF_INTEGER ||
            ranges[r].integer < 0)
            return false;
        for (gint64 i = 0; i < ranges[r + 1].integer; i++) {
            if ((size_t)(end - at) < widths[0] + widths[1] + widths[2])
                return false;
            guint64 type = field(&at, widths[0], 1), where = field(&at, widths[1], 0),
                    more = field(&at, widths[2], 0);
            pdf_place *place = place_of(file, (guint64)(ranges[r].integer + i));
            if (place)
                *place = (pdf_place){type == 1   ? PLACE_FILE
                                     : type == 2 ? PLACE_PACKED
                                                 : PLACE_FREE,
                                     (unsigned)more, where};
        }
    }
    return true;
}

static bool read_stream(pdf_file *file, const pdf_value *stream)
{
    const pdf_value *w = ladle_verify_entry_raw(stream, "W");
    unsigned widths[3];
    if (w->kind != PDF_ARRAY || w->count != 3)
        return false;
    for (unsigned i = 0; i < 3; i++) {
        if (w->items[i].kind != PDF_INTEGER || w->items[i].integer < 0 || w->items[i].integer > 8)
            return false;
        widths[i] = (unsigned)w->items[i].integer;
    }
    const char *data;
    size_t bytes;
    return widths[0] + widths[1] + widths[2] > 0 &&
           ladle_verify_decode(file, stream, file->arena, &data, &bytes) &&
           read_entries(file, stream, (const unsigned char *)data,
                        (const unsigned char *)data + bytes, widths);
}

/* ---------------------------------------------------------------- all tables */

static bool read_table(pdf_file *file, guint64 offset, pdf_value *trailer)
{
    if (offset >= file->bytes)
        return false;
    pdf_lexer lexer;
    ladle_verify_lexer_open(&lexer, file->data + offset, file->bytes - offset, file->arena);
    pdf_value first = ladle_verify_next(&lexer);
    bool read;
    if (first.kind == PDF_WORD && pdf_text_is(&first, "xref"))
        read = read_words(file, &lexer, trailer) && !lexer.broken;
    else
        read = ladle_verify_read_at(file, offset, 0, trailer) && trailer->kind == PDF_STREAM &&
               read_stream(file, trailer);
    ladle_verify_lexer_close(&lexer);
    return read;
}

/* Where the newest table is said to begin: after the last "startxref". */
static bool find_start(const pdf_file *file, guint64 *offset)
{
    static const char word[] = "startxref";
    size_t tail = MIN(file->bytes, 2048);
    const char *from = file->data + file->bytes - tail, *end = file->data + file->bytes;
    const char *found = NULL;
    for (const char *at = from; (at = memmem(at, (size_t)(end - at), word, strlen(word))) != NULL;
         at++)
        found = at + strlen(word);
    if (!found)
        return false;
    *offset = 0;
    while (found < end && g_ascii_isspace(*found))
        found++;
    for (; found < end && g_ascii_isdigit(*found) && *offset < file->bytes; found++)
        *offset = *offset * 10 + (guint64)(*found - '0');
    return *offset > 0;
}

/* What a file most likely is that does not say where its table is. */
static const char *without_start(const pdf_file *file)
{
    static const char head[] = "%PDF-";
    bool begins = memmem(file->data, MIN(file->bytes, 1024), head, strlen(head)) != NULL;
    return begins ? "its end is missing (startxref), as when it was cut off on its way; fetch or "
                    "make it once more"
                  : "it is a file of another kind (it does not begin with %PDF)";
}

bool ladle_verify_read_tables(pdf_file *file, const char **problem)
{
    guint64 offset;
    if (!find_start(file, &offset)) {
        *problem = without_start(file);
        return false;
    }
    GArray *waiting = g_array_new(FALSE, FALSE, sizeof offset);
    g_array_append_val(waiting, offset);
    bool read = true;
    for (unsigned i = 0; read && i < waiting->len && i < PDF_MOST_SECTIONS; i++) {
        pdf_value trailer;
        read = read_table(file, g_array_index(waiting, guint64, i), &trailer);
        if (!read)
            break;
        if (i == 0)
            file->trailer = trailer;
        static const char *const earlier[] = {"XRefStm", "Prev"};
        for (unsigned k = 0; k < G_N_ELEMENTS(earlier); k++) {
            const pdf_value *next = ladle_verify_entry_raw(&trailer, earlier[k]);
            if (next->kind != PDF_INTEGER || next->integer <= 0)
                continue;
            guint64 where = (guint64)next->integer;
            bool seen = false;
            for (unsigned s = 0; s < waiting->len; s++)
                seen |= g_array_index(waiting, guint64, s) == where;
            if (!seen)
                g_array_append_val(waiting, where);
        }
    }
    g_array_unref(waiting);
    if (!read)
        *problem = "its table of objects is broken";
    return read;
}
