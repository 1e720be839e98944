#include "analysis/profile.h"

#include <criterion/criterion.h>
#include <math.h>

#define LEVEL(...)                                                                                 \
    ladle_profile_level((const double[]){__VA_ARGS__},                                             \
                        sizeof((double[]){__VA_ARGS__}) / sizeof(double))

Test(level, is_where_more_than_half_has_arrived)
{
    cr_expect_eq(LEVEL(0, 0.4, 0.6, 0), 2);
    cr_expect_eq(LEVEL(0, 0.5, 0.5, 0), 1, "a half is not more than half");
    cr_expect_eq(LEVEL(0.4, 0, 0.3, 0.3), 2, "shares above count as well");
    cr_expect_eq(LEVEL(0, 0, 0.499, 0.501), 3);
    cr_expect_eq(LEVEL(1, 0, 0, 0), 0);
    cr_expect_eq(LEVEL(0.5, 0, 0, 0.5), 0);
    cr_expect_eq(LEVEL(1), 0);
}

Test(level, rounding_makes_no_majority)
{
    cr_expect_eq(LEVEL(0.5 - 5e-10, 0.5 + 5e-10), 0);
    cr_expect_eq(LEVEL(0.5 - 2e-9, 0.5 + 2e-9), 1);
}

Test(level, share_reached)
{
    const double shares[] = {0.1, 0.2, 0.3, 0.4};
    cr_expect(fabs(ladle_profile_reached(shares, 4, 0) - 1) < 1e-12);
    cr_expect(fabs(ladle_profile_reached(shares, 4, 2) - 0.7) < 1e-12);
    cr_expect_eq(ladle_profile_reached(shares, 4, 4), 0);
}

/* Thirty questionnaires say as much as two observations. */
Test(profile, every_method_has_the_same_say)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_weights *weights = ladle_weights_new(arena, 2, 4);
    double shares[4];
    cr_expect_eq(ladle_weights_profile(weights, shares), 0);
    cr_expect_eq(shares[0] + shares[1] + shares[2] + shares[3], 0);
    for (int i = 0; i < 30; i++)
        ladle_weights_add(weights, LADLE_QUESTIONNAIRE, 3, 2);
    ladle_weights_add(weights, LADLE_OBSERVATION, 1, 3);
    ladle_weights_add(weights, LADLE_OBSERVATION, 2, 1);
    cr_expect_eq(ladle_weights_profile(weights, shares), 2);
    cr_expect(fabs(shares[1] - 0.375) < 1e-12);
    cr_expect(fabs(shares[2] - 0.125) < 1e-12);
    cr_expect(fabs(shares[3] - 0.5) < 1e-12);
    ladle_arena_free(arena);
}

Test(profile, what_is_removed_is_gone)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_weights *weights = ladle_weights_new(arena, 2, 4);
    double shares[4];
    ladle_weights_add(&weights[0], LADLE_VISIT, 1, 2);
    ladle_weights_add(&weights[0], LADLE_MEETING, 2, 2);
    ladle_weights_copy(&weights[1], &weights[0]);
    ladle_weights_remove(&weights[0], LADLE_VISIT, 1, 2);
    cr_expect_eq(ladle_weights_profile(&weights[0], shares), 1);
    cr_expect_eq(shares[2], 1);
    cr_expect_eq(ladle_weights_profile(&weights[1], shares), 2);
    ladle_weights_clear(&weights[1]);
    cr_expect_eq(ladle_weights_profile(&weights[1], shares), 0);
    ladle_arena_free(arena);
}
