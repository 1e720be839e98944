/* Fonts: embedded, wide as they say, and each letter used known to the program and to whoever
 * copies the text. */
#include "verify/fonts.h"

#include <math.h>

unsigned ladle_verify_font_codes(const verify_font *font)
{
    return font->two_bytes ? 65536 : 256;
}

verify_font *ladle_verify_font_of(checking *c, const pdf_value *dictionary, unsigned object)
{
    verify_font *font = g_hash_table_lookup(c->fonts, dictionary);
    if (font)
        return font;
    const pdf_value *subtype = ladle_verify_get(c->file, dictionary, "Subtype"),
                    *encoding = ladle_verify_get(c->file, dictionary, "Encoding");
    font = LADLE_NEW(c->arena, verify_font);
    font->kind = pdf_name_is(subtype, "Type0")   ? FONT_COMPOSITE
                 : pdf_name_is(subtype, "Type3") ? FONT_DRAWN
                                                 : FONT_SIMPLE;
    font->object = object;
    font->dictionary = font->descendant = dictionary;
    if (font->kind == FONT_COMPOSITE) {
        font->descendant =
            ladle_verify_item(c->file, ladle_verify_get(c->file, dictionary, "DescendantFonts"), 0);
        font->two_bytes =
            pdf_name_is(encoding, "Identity-H") || pdf_name_is(encoding, "Identity-V");
    }
    size_t bytes = ladle_verify_font_codes(font) / 8;
    font->used = ladle_arena_alloc(c->arena, bytes);
    font->visible = ladle_arena_alloc(c->arena, bytes);
    font->bare = ladle_arena_alloc(c->arena, bytes);
    g_hash_table_insert(c->fonts, (gpointer)dictionary, font);
    g_ptr_array_add(c->font_order, font);
    return font;
}

static void note(verify_font *font, unsigned code, bool visible, bool replaced)
{
    guint8 bit = (guint8)(1 << (code % 8));
    font->used[code / 8] |= bit;
    if (visible)
        font->visible[code / 8] |= bit;
    if (!replaced)
        font->bare[code / 8] |= bit;
}

void ladle_verify_font_use(verify_font *font, const pdf_value *string, bool visible, bool replaced)
{
    const unsigned char *bytes = (const unsigned char *)string->text;
    font->is_used = true;
    if (font->two_bytes)
        for (unsigned i = 0; i + 1 < string->count; i += 2)
            note(font, (unsigned)(bytes[i] << 8 | bytes[i + 1]), visible, replaced);
    else if (font->kind != FONT_COMPOSITE)
        for (unsigned i = 0; i < string->count; i++)
            note(font, bytes[i], visible, replaced);
}

/* ---------------------------------------------------------------- what the dictionary says */

static const char *name_of(checking *c, const verify_font *font)
{
    const pdf_value *name = ladle_verify_get(c->file, font->dictionary, "BaseFont");
    return name->kind == PDF_NAME ? ladle_arena_strndup(c->arena, name->text, MIN(name->count, 60))
                                  : "without a name";
}

static void check_dictionary(checking *c, const verify_font *font)
{
    static const char *const kinds[] = {"Type1", "MMType1", "TrueType", "Type3", "Type0", NULL};
    const pdf_value *subtype = ladle_verify_get(c->file, font->dictionary, "Subtype");
    bool known = false;
    for (unsigned i = 0; kinds[i]; i++)
        known |= pdf_name_is(subtype, kinds[i]);
    bool named = font->kind == FONT_DRAWN ||
                 ladle_verify_get(c->file, font->dictionary, "BaseFont")->kind == PDF_NAME;
    if (!known || !named ||
        !pdf_name_is(ladle_verify_get(c->file, font->dictionary, "Type"), "Font"))
        ladle_verify_fault(c, RULE_FONT_DICTIONARY, ON_OBJECT(font->object),
                           "a font does not say what it is (Type, Subtype, BaseFont)");
    if (font->kind == FONT_COMPOSITE)
        return;
    gint64 first = pdf_integer(ladle_verify_get(c->file, font->dictionary, "FirstChar"), -1),
           last = pdf_integer(ladle_verify_get(c->file, font->dictionary, "LastChar"), -1);
    const pdf_value *widths = ladle_verify_get(c->file, font->dictionary, "Widths");
    if (first < 0 || last < first || widths->kind != PDF_ARRAY || widths->count != last - first + 1)
        ladle_verify_fault(
            c, RULE_FONT_DICTIONARY, ON_OBJECT(font->object),
            "the font %s does not say how wide its letters are (FirstChar, LastChar, Widths)",
            name_of(c, font));
}

/* The predefined encodings of composite fonts besides Identity (ISO 32000-1, table 118). */
static bool is_predefined(const pdf_value *encoding)
{
    static const char names[] =
        " GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 B5pc HKscs-B5 ETen-B5 "
        "ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16 83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ "
        "Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16 KSC-EUC KSCms-UHC "
        "KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16 ";
    if (encoding->kind != PDF_NAME || encoding->count < 3 || encoding->count > 40)
        return pdf_name_is(encoding, "H") || pdf_name_is(encoding, "V");
    char *word = g_strdup_printf(" %.*s ", (int)encoding->count - 2, encoding->text);
    char direction = encoding->text[encoding->count - 1];
    bool known = (direction == 'H' || direction == 'V') && strstr(names, word) &&
                 encoding->text[encoding->count - 2] == '-';
    g_free(word);
    return known;
}

static void check_encoding(checking *c, const verify_font *font)
{
    const pdf_value *encoding = ladle_verify_get(c->file, font->dictionary, "Encoding"),
                    *subtype = ladle_verify_get(c->file, font->descendant, "Subtype");
    if (font->kind == FONT_COMPOSITE) {
        if (!font->two_bytes && font->is_used)
            ladle_verify_fault(
                c, RULE_FONT_JUDGED, ON_OBJECT(font->object),
                "the letters of the font %s cannot be judged, as its encoding is not "
                "Identity",
                name_of(c, font));
        if (!font->two_bytes && encoding->kind != PDF_STREAM && !is_predefined(encoding))
            ladle_verify_fault(c, RULE_FONT_CMAP, ON_OBJECT(font->object),
                               "the encoding of the font %s is neither predefined nor embedded",
                               name_of(c, font));
        const pdf_value *map = ladle_verify_get(c->file, font->descendant, "CIDToGIDMap");
        if (pdf_name_is(subtype, "CIDFontType2") && map->kind != PDF_STREAM &&
            !pdf_name_is(map, "Identity"))
            ladle_verify_fault(c, RULE_FONT_CID_MAP, ON_OBJECT(font->object),
                               "the font %s does not say which glyphs its codes mean (CIDToGIDMap)",
                               name_of(c, font));
        return;
    }
    if (!pdf_name_is(subtype, "TrueType"))
        return;
    const pdf_value *descriptor = ladle_verify_get(c->file, font->dictionary, "FontDescriptor"),
                    *base = encoding->kind == PDF_DICTIONARY
                                ? ladle_verify_get(c->file, encoding, "BaseEncoding")
                                : encoding;
    bool symbolic = pdf_integer(ladle_verify_get(c->file, descriptor, "Flags"), 0) & 4;
    if (symbolic && encoding->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_FONT_ENCODING, ON_OBJECT(font->object),
                           "the font %s is of symbols and has an Encoding", name_of(c, font));
    else if (!symbolic && !pdf_name_is(base, "WinAnsiEncoding") &&
             !pdf_name_is(base, "MacRomanEncoding"))
        ladle_verify_fault(c, RULE_FONT_ENCODING, ON_OBJECT(font->object),
                           "the font %s is of letters and in neither WinAnsi nor MacRoman",
                           name_of(c, font));
}

/* ---------------------------------------------------------------- widths */

enum { MOST_WIDTHS = 1000000 };

/* The widths of a composite font, by CID: those of W, else DW. */
static double *cid_widths(checking *c, const verify_font *font)
{
    double *widths = LADLE_NEW_ARRAY(c->arena, double, 65536);
    const pdf_value *preset = ladle_verify_get(c->file, font->descendant, "DW"),
                    *w = ladle_verify_get(c->file, font->descendant, "W");
    for (unsigned i = 0; i < 65536; i++)
        widths[i] = preset->kind == PDF_NULL ? 1000 : pdf_number(preset);
    unsigned left = MOST_WIDTHS;
    for (unsigned i = 0; w->kind == PDF_ARRAY && i + 1 < w->count;) {
        gint64 first = pdf_integer(ladle_verify_item(c->file, w, i), -1);
        const pdf_value *next = ladle_verify_item(c->file, w, i + 1);
        if (first < 0 || first > 65535)
            break;
        if (next->kind == PDF_ARRAY) {
            for (unsigned k = 0; k < next->count && first + k < 65536 && left; k++, left--)
                widths[first + k] = pdf_number(ladle_verify_item(c->file, next, k));
            i += 2;
        } else {
            gint64 last = pdf_integer(next, -1);
            double width = pdf_number(ladle_verify_item(c->file, w, i + 2));
            for (gint64 k = first; k <= last && k < 65536 && left; k++, left--)
                widths[k] = width;
            i += 3;
        }
    }
    if (!left)
        ladle_verify_fault(c, RULE_READ_LIMIT, ON_OBJECT(font->object),
                           "the widths of the font %s are too many to be looked at",
                           name_of(c, font));
    return widths;
}

static double *simple_widths(checking *c, const verify_font *font)
{
    double *widths = LADLE_NEW_ARRAY(c->arena, double, 256);
    const pdf_value *list = ladle_verify_get(c->file, font->dictionary, "Widths"),
                    *descriptor = ladle_verify_get(c->file, font->dictionary, "FontDescriptor");
    gint64 first = pdf_integer(ladle_verify_get(c->file, font->dictionary, "FirstChar"), 0);
    for (unsigned i = 0; i < 256; i++)
        widths[i] = (gint64)i >= first && i - first < (list->kind == PDF_ARRAY ? list->count : 0)
                        ? pdf_number(ladle_verify_item(c->file, list, (unsigned)(i - first)))
                        : pdf_number(ladle_verify_get(c->file, descriptor, "MissingWidth"));
    return widths;
}

/* ---------------------------------------------------------------- letters */

static void check_letter(checking *c, const verify_font *font, const verify_program *program,
                         const double *widths, unsigned code)
{
    int glyph = ladle_verify_program_glyph(program, code);
    if (glyph == 0) {
        ladle_verify_fault(c, RULE_FONT_NOTDEF, ON_OBJECT(font->object),
                           "the code %u of the font %s is drawn as the box for a missing letter",
                           code, name_of(c, font));
        return;
    }
    double width = glyph < 0 ? -1 : ladle_verify_program_width(program, (unsigned)glyph);
    if (!verify_bit(font->visible, code))
        return;
    if (width < 0)
        ladle_verify_fault(c, RULE_FONT_GLYPH, ON_OBJECT(font->object),
                           "the code %u of the font %s is not in the font program", code,
                           name_of(c, font));
    else if (fabs(width - widths[code]) > 1)
        ladle_verify_fault(c, RULE_FONT_WIDTHS, ON_OBJECT(font->object),
                           "the code %u of the font %s is %.1f wide, and %.1f in the font program",
                           code, name_of(c, font), widths[code], width);
}

static void check_program(checking *c, const verify_font *font)
{
    bool embedded, visible = false;
    for (unsigned i = 0; i < ladle_verify_font_codes(font) / 8; i++)
        visible |= font->visible[i] != 0;
    verify_program *program = ladle_verify_program_open(c, font, &embedded);
    if (!program && (visible || embedded))
        ladle_verify_fault(c, RULE_FONT_EMBEDDED, ON_OBJECT(font->object),
                           embedded ? "the program of the font %s cannot be read"
                                    : "the font %s is not embedded",
                           name_of(c, font));
    if (!program)
        return;
    const double *widths = font->two_bytes ? cid_widths(c, font) : simple_widths(c, font);
    if (font->two_bytes || font->kind == FONT_SIMPLE)
        for (unsigned code = 0; code < ladle_verify_font_codes(font); code++)
            if (font->used[code / 8] && verify_bit(font->used, code))
                check_letter(c, font, program, widths, code);
    ladle_verify_program_close(program);
}

static void check_character(checking *c, const verify_font *font, const pdf_value *units,
                            unsigned code)
{
    for (unsigned i = 0; i + 1 < units->count; i += 2) {
        unsigned unit =
            (unsigned)(unsigned char)units->text[i] << 8 | (unsigned char)units->text[i + 1];
        bool private = (unit >= 0xE000 && unit <= 0xF8FF) || (unit >= 0xDB80 && unit <= 0xDBFF);
        if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE)
            ladle_verify_fault(
                c, RULE_FONT_CHARACTERS, ON_OBJECT(font->object),
                "the code %u of the font %s stands for U+%04X, which is no character", code,
                name_of(c, font), unit);
        else if (private && verify_bit(font->bare, code))
            ladle_verify_fault(c, RULE_FONT_PRIVATE, ON_OBJECT(font->object),
                               "the code %u of the font %s stands for a character of private use",
                               code, name_of(c, font));
    }
}

static void check_meanings(checking *c, const verify_font *font)
{
    const pdf_value *stream = ladle_verify_get(c->file, font->dictionary, "ToUnicode"),
                    *encoding = ladle_verify_get(c->file, font->dictionary, "Encoding");
    verify_cmap *map = stream->kind == PDF_STREAM ? ladle_verify_cmap_read(c, font, stream) : NULL;
    bool standard = font->kind == FONT_SIMPLE && (pdf_name_is(encoding, "WinAnsiEncoding") ||
                                                  pdf_name_is(encoding, "MacRomanEncoding"));
    if (!map && standard)
        return;
    if (!map) {
        ladle_verify_fault(c, RULE_FONT_UNICODE, ON_OBJECT(font->object),
                           "the font %s does not say what its letters stand for (ToUnicode)",
                           name_of(c, font));
        return;
    }
    for (unsigned code = 0; code < ladle_verify_font_codes(font); code++) {
        if (!font->used[code / 8] || !verify_bit(font->used, code))
            continue;
        const pdf_value *units = ladle_verify_cmap_lookup(map, code);
        if (!units || units->count < 2)
            ladle_verify_fault(c, RULE_FONT_UNICODE, ON_OBJECT(font->object),
                               "the code %u of the font %s stands for no character (ToUnicode)",
                               code, name_of(c, font));
        else
            check_character(c, font, units, code);
    }
}

static void check_font(checking *c, const verify_font *font)
{
    check_dictionary(c, font);
    check_encoding(c, font);
    if (font->kind != FONT_DRAWN)
        check_program(c, font);
    check_meanings(c, font);
}

/* In order of first use. What is read of a font is forgotten before the next. */
void ladle_verify_check_fonts(checking *c)
{
    ladle_arena *arena = c->arena;
    for (unsigned i = 0; i < c->font_order->len; i++) {
        const verify_font *font = c->font_order->pdata[i];
        if (!ladle_verify_spend(c, ladle_verify_font_codes(font) / 16))
            break;
        c->arena = ladle_arena_new();
        check_font(c, font);
        ladle_arena_free(c->arena);
        c->arena = arena;
    }
}
