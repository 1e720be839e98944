/* Fonts of a PDF: which codes are used, what the font's dictionary says of them, and what is in the
 * embedded program. */
#ifndef LADLE_VERIFY_FONTS_H
#define LADLE_VERIFY_FONTS_H

#include "verify/checking.h"

typedef enum { FONT_SIMPLE, FONT_COMPOSITE, FONT_DRAWN } font_kind;

struct verify_font {
    font_kind kind;
    unsigned object;
    const pdf_value *dictionary;
    const pdf_value *descendant;   /* of a composite font; else the dictionary itself */
    bool two_bytes;                /* codes are CIDs of two bytes (Identity) */
    bool is_used;                  /* something is shown in it */
    guint8 *used, *visible, *bare; /* one bit a code; bare: without ActualText in its place */
};

/* How many codes a font can have. */
unsigned ladle_verify_font_codes(const verify_font *font);

static inline bool verify_bit(const guint8 *bits, unsigned code)
{
    return bits[code / 8] >> (code % 8) & 1;
}

/* What characters codes stand for, read from a ToUnicode stream. */
typedef struct verify_cmap verify_cmap;

/* What it says of the codes the font uses. NULL when the stream cannot be decoded. */
verify_cmap *ladle_verify_cmap_read(checking *c, const verify_font *font, const pdf_value *stream);

/* The UTF-16 units (big-endian bytes) a code stands for; NULL: it is not in the map. */
const pdf_value *ladle_verify_cmap_lookup(const verify_cmap *map, unsigned code);

/* An embedded font program. */
typedef struct verify_program verify_program;

/* NULL when there is none (embedded false) or it cannot be read. Yours to close. */
verify_program *ladle_verify_program_open(checking *c, const verify_font *font, bool *embedded);
void ladle_verify_program_close(verify_program *program);

/* The glyph of a code: 0 is .notdef, -1 when there is none. */
int ladle_verify_program_glyph(const verify_program *program, unsigned code);

/* A glyph's advance in thousandths of the font size; -1: not known. */
double ladle_verify_program_width(const verify_program *program, unsigned glyph);

#endif
