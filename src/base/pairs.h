/* Sets of pairs of numbers, such as which organisation is a member of which partnership: asked in
 * constant time where going through a list for each question would make large studies slow. */
#ifndef LADLE_BASE_PAIRS_H
#define LADLE_BASE_PAIRS_H

#include <stdbool.h>

typedef struct ladle_pairs ladle_pairs;

/* Empty; yours to free. Freeing NULL does nothing. */
ladle_pairs *ladle_pairs_new(void);
void ladle_pairs_free(ladle_pairs *pairs);

/* True: the pair was not there yet. The order of the two counts. */
bool ladle_pairs_add(ladle_pairs *pairs, unsigned a, unsigned b);
bool ladle_pairs_has(const ladle_pairs *pairs, unsigned a, unsigned b);

#endif
