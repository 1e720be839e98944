/* From a study directory to the study in memory: reading, references, checks. */
#ifndef LADLE_STUDY_LOAD_H
#define LADLE_STUDY_LOAD_H

#include "study/model.h"

typedef struct {
    const char *share;   /* folder that holds templates/framework/framework-LANG.xml */
    bool keep_going;     /* leave out what is broken instead of refusing the study */
    bool other_language; /* reports are asked for in another language than the study's */
    const char *output;  /* an output folder that is not part of the study; NULL: none */
} ladle_load_options;

/* Reads and checks the study in `path`, a directory or its <study> file. Everything wrong is in
 * `diagnostics`, with all files read in one run.
 * Returns the study, owned by `arena`; NULL when there were errors (without keep_going), or when
 * nothing usable was left. With keep_going, a study whose broken parts are left out and listed in
 * `omissions`; the errors are still counted in `diagnostics`. */
ladle_study *ladle_study_load(ladle_arena *arena, const char *path,
                              const ladle_load_options *options, ladle_diagnostics *diagnostics);

#endif
