/* From pages to files: PDF and pictures.
 *
 * All functions are silent on success; on failure they add a diagnostic that says what to mend
 * and leave nothing usable in their output. */
#ifndef LADLE_OUTPUT_OUTPUT_H
#define LADLE_OUTPUT_OUTPUT_H

#include "font/fonts.h"
#include "layout/pages.h"
#include "output/attachment.h"
#include "output/images.h"

#include <glib.h>

/* Appends the pages as a finished PDF to `out`: text that can be copied, outline, links, page
 * labels, metadata, structure, and the attachments (of ladle_attachment; NULL: none). The same
 * pages give the same bytes. The faces in the pages must be those of `fonts`. */
bool ladle_pdf_write(const ladle_pages *pages, const GPtrArray *attachments, ladle_fonts *fonts,
                     GByteArray *out, ladle_diagnostics *diagnostics);

/* Appends page `index` (from 0) as a PNG picture to `out`; dots an inch from 10 to 600. */
bool ladle_png_write(const ladle_pages *pages, unsigned index, double dots, ladle_fonts *fonts,
                     GByteArray *out, ladle_diagnostics *diagnostics);

#endif
