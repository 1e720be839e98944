/* Where in a study a text comes from that must not be printed. Inside report/ only. */
#ifndef LADLE_REPORT_LEAK_SOURCE_H
#define LADLE_REPORT_LEAK_SOURCE_H

#include "study/model.h"

/* Called with each text of the study that a report may print or carry, and its place. is_file: it
 * is the name of an image's file. */
typedef void ladle_leak_visitor(void *self, ladle_pos pos, const char *text, bool is_file);

/* Visits titles, events, records with their statements and answers, and what authors wrote, a
 * paragraph as one text, with the names of their images. */
void ladle_leak_visit(const ladle_study *study, ladle_leak_visitor *visit, void *self);

#endif
