/* The texts of a study that a report may print or carry, and where they stand. */
#ifndef LADLE_PRIVACY_SOURCE_H
#define LADLE_PRIVACY_SOURCE_H

#include "study/model.h"

typedef struct {
    ladle_pos pos; /* of the element whose text it is */
    const char *words;
    bool is_file;                                 /* the name of an image's file */
    bool is_link;                                 /* a link's target */
    bool is_source;                               /* of the literature */
    const ladle_partnership *const *partnerships; /* whose it is; none: all may print it */
    unsigned n_partnerships;
} ladle_leak_text;

/* Called with each text; it is lent for the call. */
typedef void ladle_leak_visitor(void *self, const ladle_leak_text *text);

/* Visits titles, events, records with their statements and answers, and what authors wrote, a
 * paragraph as one text, with the names of their images and the targets of their links. */
void ladle_leak_visit(const ladle_study *study, ladle_leak_visitor *visit, void *self);

/* Visits the literature alone. */
void ladle_leak_visit_sources(const ladle_study *study, ladle_leak_visitor *visit, void *self);

#endif
