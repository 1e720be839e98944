/* ToUnicode: a text with tables "beginbfchar <01> <0041> endbfchar" and "beginbfrange". What it
 * says of codes that are not used is passed over. */
#include "verify/fonts.h"

enum { MOST_ROUNDS = 400000, LONGEST_TARGET = 512 };

struct verify_cmap {
    ladle_arena *arena;
    const verify_font *font;
    GHashTable *units; /* code + 1 -> pdf_value, a string */
    unsigned rounds;   /* codes that were given a meaning, or none */
};

static unsigned code_of(const pdf_value *string)
{
    unsigned code = 0;
    for (unsigned i = 0; i < string->count && i < 4; i++)
        code = code << 8 | (unsigned char)string->text[i];
    return code;
}

static void add(verify_cmap *map, unsigned code, const char *text, unsigned bytes, unsigned more)
{
    if (code >= ladle_verify_font_codes(map->font) || !verify_bit(map->font->used, code) ||
        bytes > LONGEST_TARGET)
        return;
    char *copy = ladle_arena_alloc(map->arena, bytes + 1);
    memcpy(copy, text, bytes);
    if (bytes >= 2) {
        unsigned last =
            (unsigned)(unsigned char)copy[bytes - 2] << 8 | (unsigned char)copy[bytes - 1];
        last += more;
        copy[bytes - 2] = (char)(last >> 8);
        copy[bytes - 1] = (char)last;
    }
    pdf_value *value = LADLE_NEW(map->arena, pdf_value);
    *value = (pdf_value){.kind = PDF_STRING, .count = bytes, .text = copy};
    g_hash_table_insert(map->units, GUINT_TO_POINTER(code + 1), value);
}

static void add_range(verify_cmap *map, const pdf_value *from, const pdf_value *to,
                      const pdf_value *target)
{
    unsigned first = code_of(from), last = MIN(code_of(to), ladle_verify_font_codes(map->font) - 1);
    for (unsigned i = 0; first + i <= last && ++map->rounds <= MOST_ROUNDS; i++) {
        if (target->kind == PDF_STRING)
            add(map, first + i, target->text, target->count, i);
        else if (target->kind == PDF_ARRAY && i < target->count &&
                 target->items[i].kind == PDF_STRING)
            add(map, first + i, target->items[i].text, target->items[i].count, 0);
    }
}

static void read_map(verify_cmap *map, const char *data, size_t bytes)
{
    pdf_lexer lexer;
    pdf_value held[3] = {{.kind = PDF_NULL}};
    unsigned n = 0, each = 0;
    ladle_verify_lexer_open(&lexer, data, bytes, map->arena);
    for (;;) {
        pdf_value value = ladle_verify_next(&lexer);
        if (value.kind == PDF_END || ++map->rounds > MOST_ROUNDS)
            break;
        if (value.kind == PDF_WORD) {
            each = pdf_text_is(&value, "beginbfchar")    ? 2
                   : pdf_text_is(&value, "beginbfrange") ? 3
                                                         : 0;
            n = 0;
            continue;
        }
        if (!each)
            continue;
        held[n++] = value;
        if (n < each)
            continue;
        if (each == 2 && held[0].kind == PDF_STRING && held[1].kind == PDF_STRING)
            add(map, code_of(&held[0]), held[1].text, held[1].count, 0);
        else if (each == 3 && held[0].kind == PDF_STRING && held[1].kind == PDF_STRING)
            add_range(map, &held[0], &held[1], &held[2]);
        n = 0;
    }
    ladle_verify_lexer_close(&lexer);
}

static void release(void *table)
{
    g_hash_table_unref(table);
}

verify_cmap *ladle_verify_cmap_read(checking *c, const verify_font *font, const pdf_value *stream)
{
    const char *data;
    size_t bytes;
    if (!ladle_verify_decode(c->file, stream, c->arena, &data, &bytes))
        return NULL;
    verify_cmap *map = LADLE_NEW(c->arena, verify_cmap);
    *map = (verify_cmap){c->arena, font, g_hash_table_new(NULL, NULL), 0};
    ladle_arena_defer(c->arena, release, map->units);
    read_map(map, data, bytes);
    ladle_verify_spend(c, map->rounds / 8);
    return map;
}

const pdf_value *ladle_verify_cmap_lookup(const verify_cmap *map, unsigned code)
{
    return g_hash_table_lookup(map->units, GUINT_TO_POINTER(code + 1));
}
