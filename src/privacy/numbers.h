/* Telephone and CPR numbers and e-mail addresses in a text, in every usual grouping.
 *
 * No list of them is known, so their form decides. What has the same form and is none passes: years
 * and ranges of pages, amounts with their unit, numbers of cases, firms and books with their label.
 */
#ifndef LADLE_PRIVACY_NUMBERS_H
#define LADLE_PRIVACY_NUMBERS_H

#include "base/arena.h"

#include <stddef.h>

typedef enum {
    LADLE_NUMBER_NONE,
    LADLE_NUMBER_TELEPHONE,
    LADLE_NUMBER_CPR,
    LADLE_NUMBER_ADDRESS
} ladle_number;

typedef struct ladle_numbers ladle_numbers;

/* What they are found by; owned by the arena, and not changed by finding. */
ladle_numbers *ladle_numbers_new(ladle_arena *arena);

/* The first such number or address of the text (UTF-8). *at, if not NULL: its first byte. */
ladle_number ladle_numbers_find(const ladle_numbers *numbers, const char *text, size_t *at);

#endif
