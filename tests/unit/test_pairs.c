/* Sets of pairs: each pair once, the order of its numbers counts, large numbers stay apart. */
#include "base/pairs.h"

#include <criterion/criterion.h>
#include <limits.h>

Test(pairs, a_pair_is_there_once_it_was_added)
{
    ladle_pairs *pairs = ladle_pairs_new();
    cr_expect_not(ladle_pairs_has(pairs, 1, 2), "an empty set holds nothing");
    cr_expect(ladle_pairs_add(pairs, 1, 2), "the first time it is new");
    cr_expect_not(ladle_pairs_add(pairs, 1, 2), "the second time it is not");
    cr_expect(ladle_pairs_has(pairs, 1, 2));
    cr_expect_not(ladle_pairs_has(pairs, 2, 1), "the order counts");
    cr_expect(ladle_pairs_add(pairs, 2, 1));
    ladle_pairs_free(pairs);
}

Test(pairs, the_least_and_the_greatest_numbers_are_kept_apart)
{
    static const unsigned numbers[] = {0, 1, UINT_MAX - 1, UINT_MAX};
    enum { N = sizeof numbers / sizeof *numbers };
    ladle_pairs *pairs = ladle_pairs_new();
    for (unsigned i = 0; i < N; i++)
        for (unsigned k = 0; k < N; k++)
            cr_expect(ladle_pairs_add(pairs, numbers[i], numbers[k]), "%u, %u", numbers[i],
                      numbers[k]);
    for (unsigned i = 0; i < N; i++)
        for (unsigned k = 0; k < N; k++)
            cr_expect(ladle_pairs_has(pairs, numbers[i], numbers[k]), "%u, %u", numbers[i],
                      numbers[k]);
    ladle_pairs_free(pairs);
}

Test(pairs, none_is_freed_without_harm)
{
    ladle_pairs_free(NULL);
}
