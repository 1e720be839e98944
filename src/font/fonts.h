/* Fonts: the font files of one folder, and nothing else.
 *
 * A report must look the same on every machine, so the program never asks the system for a font:
 * the files of the folder are opened, their names are read, and a font that is wanted and not
 * there is an error, never a silent substitute. Text is shaped with HarfBuzz at the size wanted,
 * without hinting and without rounding to a pixel grid; Pango's algorithms say where lines may
 * end, which script a character belongs to and which way it runs. */
#ifndef LADLE_FONT_FONTS_H
#define LADLE_FONT_FONTS_H

#include "base/diag.h"
#include "layout/measure.h"

#include <cairo.h>
#include <glib.h>

typedef struct ladle_fonts ladle_fonts;

/* Opens the fonts (*.ttf, *.otf) of a folder. Where the folder has a list SHA256SUMS, every file
 * it names must be there. NULL, with a diagnostic, when a file is missing or broken or there is
 * none at all. Yours to close; diagnostics is borrowed until then. */
ladle_fonts *ladle_fonts_open(const char *folder, ladle_diagnostics *diagnostics);

/* Releases the fonts. What was shaped with them must not be drawn afterwards. NULL is allowed. */
void ladle_fonts_close(ladle_fonts *fonts);

/* The measure that shapes with these fonts; belongs to them. A font that is wanted and not there
 * is diagnosed once, and the nearest one is measured instead, so that all can be named in a run. */
ladle_measure *ladle_fonts_measure(ladle_fonts *fonts);

/* Whether the folder has this font (family, bold, italic); a diagnostic when not. */
bool ladle_fonts_require(ladle_fonts *fonts, const ladle_font_name *name);

/* The folder given to ladle_fonts_open. Borrowed. */
const char *ladle_fonts_folder(const ladle_fonts *fonts);

/* How often HarfBuzz was asked and for how many characters in all: tests that shaping stays
 * linear count these, not seconds. */
typedef struct {
    unsigned long calls, characters;
} ladle_shaping_work;

ladle_shaping_work ladle_fonts_work(const ladle_fonts *fonts);

/* Makes this folder's fonts the only ones that libraries asking fontconfig can find: pictures
 * with text in them (SVG) must not depend on the machine either. False, with a diagnostic, when
 * fontconfig does not take them. */
bool ladle_fonts_serve_pictures(ladle_fonts *fonts);

/* What drawing asks of a face. The scaled font is made on first use, belongs to the face and is
 * NULL when the file cannot be opened for drawing. */
cairo_scaled_font_t *ladle_face_scaled_font(const ladle_face *face);

/* The glyph of a character, 0 when the face has none. */
uint32_t ladle_face_glyph(const ladle_face *face, gunichar character);

/* The lowest character whose glyph this is, 0 when there is none: what a reader of the font
 * would take the glyph for. */
gunichar ladle_face_character(const ladle_face *face, uint32_t glyph);

#endif
