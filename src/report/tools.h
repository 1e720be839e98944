/* What all reports of a run are made with: the theme, the templates and the hyphenation patterns,
 * each read once, before the first report, so that a fault in one of them is told once and nothing
 * of the old delivery is touched. */
#ifndef LADLE_REPORT_TOOLS_H
#define LADLE_REPORT_TOOLS_H

#include "base/diag.h"
#include "document/hyphenate.h"
#include "document/style.h"
#include "template/template.h"

typedef struct ladle_report_tools ladle_report_tools;

/* Reads the theme (`theme`, or the built-in one for NULL) and the templates in `paths`. NULL with
 * diagnostics when one of them is broken. Memory and all that was opened are the arena's. */
const ladle_report_tools *ladle_report_tools_open(ladle_arena *arena, const char *share,
                                                  const char *theme, const char *const *paths,
                                                  unsigned n_paths, ladle_diagnostics *diagnostics);

const ladle_theme *ladle_report_tools_theme(const ladle_report_tools *tools);
const ladle_hyphenator *ladle_report_tools_hyphenator(const ladle_report_tools *tools);

/* SHA-256, in hexadecimal, of the theme; of the digests of all files that hyphenation uses; and of
 * the list of font files, which holds the digest of each (to digest the fonts themselves would take
 * a tenth of the instructions of a report). */
const char *ladle_report_tools_theme_digest(const ladle_report_tools *tools);
const char *ladle_report_tools_hyphenation_digest(const ladle_report_tools *tools);
const char *ladle_report_tools_font_digest(const ladle_report_tools *tools);

/* The template of this path, one of those the tools were opened with. */
const ladle_template *ladle_report_tools_template(const ladle_report_tools *tools,
                                                  const char *path);

#endif
