/* Where in a file of the study a word of a text stands. */
#ifndef LADLE_PRIVACY_POINT_H
#define LADLE_PRIVACY_POINT_H

#include "privacy/source.h"

#include <stddef.h>

/* The place of bytes `from` to `to` of the text in its file: found by reading the file once more
 * from the place of the text's element on. That element's place where it cannot be found. */
ladle_pos ladle_leak_point(const ladle_study *study, const ladle_leak_text *text, size_t from,
                           size_t to);

#endif
