/* The study as text, for `--dump study`. */
#ifndef LADLE_STUDY_PRINT_H
#define LADLE_STUDY_PRINT_H

#include "study/model.h"

#include <glib.h>

/* Appends one line for each thing of the study with its place, references resolved; confidential
 * names are left out. */
void ladle_study_print(const ladle_study *study, GString *out);

#endif
