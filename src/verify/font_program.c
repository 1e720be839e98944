/* Font programs, read with FreeType: which glyph a code leads to, and how wide it is.
 *
 * A composite font's codes are CIDs: they lead to glyphs through CIDToGIDMap (TrueType), through
 * the character set of the program (CFF with CIDs), or are glyphs themselves. A simple font's codes
 * lead there through its encoding: the names of Differences, the character of WinAnsi or MacRoman,
 * or the program's own table. */
#include "verify/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_ADVANCES_H

struct verify_program {
    FT_Library library;
    FT_Face face;
    const char *data;
    bool composite;
    bool direct;     /* a composite font whose CIDs are glyphs */
    const char *map; /* CIDToGIDMap, two bytes a CID; NULL: none */
    size_t map_bytes;
    GHashTable *cids;      /* CID -> glyph + 1, of CFF with CIDs */
    const gunichar *table; /* WinAnsi or MacRoman from 0x80; NULL: the program's own */
    bool symbolic;
    const char **names; /* Differences, by code; NULL: none */
};

static const gunichar win_ansi[128] = {
    0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x2022, 0x017D, 0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};

static const gunichar mac_roman[128] = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
    0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA,
    0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
    0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

static const pdf_value *program_stream(checking *c, const verify_font *font)
{
    static const char *const keys[] = {"FontFile2", "FontFile3", "FontFile"};
    const pdf_value *descriptor = ladle_verify_get(c->file, font->descendant, "FontDescriptor");
    for (unsigned i = 0; i < G_N_ELEMENTS(keys); i++) {
        const pdf_value *stream = ladle_verify_get(c->file, descriptor, keys[i]);
        if (stream->kind == PDF_STREAM)
            return stream;
    }
    return &ladle_verify_nothing;
}

/* ---------------------------------------------------------------- encodings */

static const gunichar *table_of(const pdf_value *name)
{
    return pdf_name_is(name, "WinAnsiEncoding")    ? win_ansi
           : pdf_name_is(name, "MacRomanEncoding") ? mac_roman
                                                   : NULL;
}

static void read_differences(checking *c, verify_program *p, const pdf_value *differences)
{
    p->names = LADLE_NEW_ARRAY(c->arena, const char *, 256);
    gint64 code = 0;
    for (unsigned i = 0; i < differences->count; i++) {
        const pdf_value *item = ladle_verify_item(c->file, differences, i);
        if (item->kind == PDF_INTEGER)
            code = item->integer;
        else if (item->kind == PDF_NAME && code >= 0 && code < 256)
            p->names[code++] = ladle_arena_strndup(c->arena, item->text, item->count);
    }
}

static void read_encoding(checking *c, verify_program *p, const verify_font *font)
{
    const pdf_value *encoding = ladle_verify_get(c->file, font->dictionary, "Encoding"),
                    *descriptor = ladle_verify_get(c->file, font->dictionary, "FontDescriptor");
    p->symbolic = pdf_integer(ladle_verify_get(c->file, descriptor, "Flags"), 0) & 4;
    if (encoding->kind == PDF_NAME) {
        p->table = table_of(encoding);
    } else if (encoding->kind == PDF_DICTIONARY) {
        const pdf_value *differences = ladle_verify_get(c->file, encoding, "Differences");
        p->table = table_of(ladle_verify_get(c->file, encoding, "BaseEncoding"));
        if (differences->kind == PDF_ARRAY)
            read_differences(c, p, differences);
    }
}

static void read_cid_map(checking *c, verify_program *p, const verify_font *font)
{
    const pdf_value *map = ladle_verify_get(c->file, font->descendant, "CIDToGIDMap");
    p->composite = true;
    if (map->kind == PDF_STREAM &&
        ladle_verify_decode(c->file, map, c->arena, &p->map, &p->map_bytes))
        return;
    FT_Bool has_cids = 0;
    if (FT_Get_CID_Is_Internally_CID_Keyed(p->face, &has_cids) != 0 || !has_cids) {
        p->direct = true;
        return;
    }
    p->cids = g_hash_table_new(NULL, NULL);
    for (FT_Long glyph = 0; glyph < p->face->num_glyphs; glyph++) {
        FT_UInt cid;
        if (FT_Get_CID_From_Glyph_Index(p->face, (FT_UInt)glyph, &cid) == 0)
            g_hash_table_insert(p->cids, GUINT_TO_POINTER(cid),
                                GUINT_TO_POINTER((unsigned)glyph + 1));
    }
}

/* ---------------------------------------------------------------- opening */

verify_program *ladle_verify_program_open(checking *c, const verify_font *font, bool *embedded)
{
    const pdf_value *stream = program_stream(c, font);
    const char *data;
    size_t bytes;
    *embedded = stream->kind == PDF_STREAM;
    if (!*embedded || !ladle_verify_decode(c->file, stream, c->arena, &data, &bytes))
        return NULL;
    verify_program *p = LADLE_NEW(c->arena, verify_program);
    if (FT_Init_FreeType(&p->library) != 0)
        return NULL;
    if (FT_New_Memory_Face(p->library, (const FT_Byte *)data, (FT_Long)bytes, 0, &p->face) != 0) {
        FT_Done_FreeType(p->library);
        return NULL;
    }
    if (font->kind == FONT_COMPOSITE)
        read_cid_map(c, p, font);
    else
        read_encoding(c, p, font);
    return p;
}

void ladle_verify_program_close(verify_program *program)
{
    if (!program)
        return;
    if (program->cids)
        g_hash_table_unref(program->cids);
    FT_Done_Face(program->face);
    FT_Done_FreeType(program->library);
}

/* ---------------------------------------------------------------- glyphs */

static FT_UInt glyph_by(const verify_program *p, FT_UShort platform, FT_UShort encoding,
                        FT_ULong character)
{
    for (FT_Int i = 0; i < p->face->num_charmaps; i++) {
        FT_CharMap map = p->face->charmaps[i];
        if (map->platform_id == platform && map->encoding_id == encoding &&
            FT_Set_Charmap(p->face, map) == 0) {
            FT_UInt glyph = FT_Get_Char_Index(p->face, character);
            if (glyph)
                return glyph;
        }
    }
    return 0;
}

static FT_UInt glyph_of_character(const verify_program *p, gunichar character)
{
    if (FT_Select_Charmap(p->face, FT_ENCODING_UNICODE) != 0)
        return 0;
    FT_UInt glyph = FT_Get_Char_Index(p->face, character);
    if (!glyph && character == 0xA0)
        glyph = FT_Get_Char_Index(p->face, ' ');
    if (!glyph && character == 0xAD)
        glyph = FT_Get_Char_Index(p->face, '-');
    return glyph;
}

static FT_UInt own_glyph(const verify_program *p, unsigned code)
{
    FT_UInt glyph = glyph_by(p, 3, 0, 0xF000 + code);
    if (!glyph)
        glyph = glyph_by(p, 3, 0, code);
    if (!glyph)
        glyph = glyph_by(p, 1, 0, code);
    if (!glyph && p->face->num_charmaps > 0 &&
        (FT_Select_Charmap(p->face, FT_ENCODING_ADOBE_CUSTOM) == 0 ||
         FT_Select_Charmap(p->face, FT_ENCODING_ADOBE_STANDARD) == 0))
        glyph = FT_Get_Char_Index(p->face, code);
    return glyph;
}

int ladle_verify_program_glyph(const verify_program *p, unsigned code)
{
    if (p->composite && p->map)
        return 2 * (size_t)code + 1 < p->map_bytes
                   ? (unsigned char)p->map[2 * code] << 8 | (unsigned char)p->map[2 * code + 1]
                   : -1;
    if (p->composite && p->cids) {
        unsigned glyph = GPOINTER_TO_UINT(g_hash_table_lookup(p->cids, GUINT_TO_POINTER(code)));
        return glyph ? (int)glyph - 1 : -1;
    }
    if (p->direct)
        return code < (unsigned long)p->face->num_glyphs ? (int)code : -1;
    if (p->names && code < 256 && p->names[code]) {
        if (strcmp(p->names[code], ".notdef") == 0)
            return 0;
        FT_UInt glyph = FT_HAS_GLYPH_NAMES(p->face)
                            ? FT_Get_Name_Index(p->face, (FT_String *)p->names[code])
                            : 0;
        if (glyph)
            return (int)glyph;
    }
    FT_UInt glyph = 0;
    if (p->table && code < 256)
        glyph = glyph_of_character(p, code < 128             ? code
                                      : p->table[code - 128] ? p->table[code - 128]
                                                             : code);
    if (!glyph)
        glyph = own_glyph(p, code);
    return glyph ? (int)glyph : -1;
}

double ladle_verify_program_width(const verify_program *p, unsigned glyph)
{
    FT_Fixed advance;
    if (glyph >= (unsigned long)p->face->num_glyphs || p->face->units_per_EM == 0 ||
        FT_Get_Advance(p->face, glyph, FT_LOAD_NO_SCALE, &advance) != 0)
        return -1;
    return (double)advance * 1000 / p->face->units_per_EM;
}
