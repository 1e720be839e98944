/* One report, all stages: the table of contents of the program. */
#ifndef LADLE_REPORT_REPORT_H
#define LADLE_REPORT_REPORT_H

#include "analysis/results.h"
#include "privacy/leak.h"
#include "report/attribution.h"
#include "report/language.h"
#include "report/tools.h"
#include "report/wording.h"
#include "study/rounds.h"

#include <glib.h>

/* What all reports of a run share. */
typedef struct {
    const ladle_study *study;
    const ladle_results *results;
    const ladle_language *language;
    const ladle_wording *wording; /* of the built-in framework; NULL: the study's own words */
    const ladle_wave *wave;       /* the wave reported */
    const ladle_rounds *rounds;   /* of its texts, seen from that wave */
    const GArray *contradictions; /* of ladle_contradiction: all of the study */
    const ladle_attribution *attribution; /* how finely people may be told */
    const ladle_leak_register *protects;  /* what no report may hold */
    const char *share;                    /* folder with templates/, fonts/, hyphenation/ */
    const char *theme;                    /* path of a theme file; NULL: the built-in one */
    bool names;                           /* print names where the study allows it */
    const char *const *settings;          /* of templates, "NAME=VALUE"; NULL: none */
    const ladle_report_tools *tools;      /* opened with the templates of all jobs */
    struct ladle_fonts *fonts;
} ladle_report_context;

typedef struct {
    const char *name; /* "final", "partnership", or a template's own */
    const char *template_path;
    const ladle_partnership *partnership; /* NULL: the whole programme */
    const char *file_name;                /* "partnerships/partnerskab-a.pdf" */
} ladle_report_job;

/* Where to stop, for --dump. */
typedef enum {
    LADLE_STAGE_PDF,
    LADLE_STAGE_INPUT,
    LADLE_STAGE_DOCUMENT,
    LADLE_STAGE_DATA,
    LADLE_STAGE_PAGES
} ladle_stage;

/* Makes the report (or the stage's text) into `out`. `pages`: how many pages it has, may be NULL.
 * False when there was an error; diagnostics tell. */
bool ladle_report_make(const ladle_report_context *context, const ladle_report_job *job,
                       ladle_stage stage, GByteArray *out, unsigned *pages,
                       ladle_diagnostics *diagnostics);

/* The day that the reports of a wave bear: `published`, else SOURCE_DATE_EPOCH, else the last day
 * of the wave's material. LADLE_OPEN_LAST: none. */
ladle_day ladle_report_day(const ladle_study *study, const ladle_wave *wave);

#endif
