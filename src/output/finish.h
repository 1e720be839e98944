/* The finishing pass: from what cairo drew to a document.
 *
 * Takes the pages out of the drawn file and gives them what cairo cannot: the structure that
 * readers for the blind follow, language, outline, page labels, links, metadata, an output
 * intent, and an identity that depends on the content alone. */
#ifndef LADLE_OUTPUT_FINISH_H
#define LADLE_OUTPUT_FINISH_H

#include "font/fonts.h"
#include "layout/pages.h"
#include "output/attachment.h"
#include "output/marks.h"

/* The names by which the drawing brackets its leaves; cairo accepts standard types only, so those
 * for artifacts are ones that nothing else uses, and are replaced here. */
#define LADLE_LEAF_CONTENT "Span"
#define LADLE_LEAF_PAGINATION "Private"
#define LADLE_LEAF_LAYOUT "NonStruct"

/* Appends the finished file to `out`. marks: by page, a GArray of ladle_mark in the order drawn;
 * attachments: of ladle_attachment, may be NULL.
 * False, with a diagnostic, when anything is not as it must be; `out` is then as it was. */
bool ladle_finish(const GByteArray *drawn, const ladle_pages *pages, const GPtrArray *marks,
                  const GPtrArray *attachments, ladle_fonts *fonts, GByteArray *out,
                  ladle_diagnostics *diagnostics);

#endif
