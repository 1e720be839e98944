#include "analysis/profile.h"

#include <criterion/criterion.h>
#include <math.h>

static double agreement_of(const double *counts, unsigned n)
{
    double shares[16], total = 0;
    for (unsigned i = 0; i < n; i++)
        total += counts[i];
    for (unsigned i = 0; i < n; i++)
        shares[i] = counts[i] / total;
    return ladle_agreement(shares, n);
}

#define AGREEMENT(...)                                                                             \
    agreement_of((const double[]){__VA_ARGS__}, sizeof((double[]){__VA_ARGS__}) / sizeof(double))

static bool is_near(double value, double wanted)
{
    return fabs(value - wanted) < 1e-6;
}

/* The figures of van der Eijk's article and of the text books that follow it. */
Test(agreement, published_figures)
{
    cr_expect(fabs(AGREEMENT(30, 40, 210, 130, 530, 50, 10) - 0.6113333) < 5e-8);
    cr_expect(is_near(AGREEMENT(6, 8, 5, 3, 2), 0.3125));
    cr_expect(is_near(AGREEMENT(2, 0, 1, 1), 1.0 / 12));
}

Test(agreement, ends_of_the_scale)
{
    cr_expect(is_near(AGREEMENT(0, 0, 5, 0), 1));
    cr_expect(is_near(AGREEMENT(3, 3, 3, 3), 0));
    cr_expect(is_near(AGREEMENT(1, 0, 0, 1), -1));
    cr_expect(is_near(AGREEMENT(1, 0, 0, 0, 0, 0, 1), -1));
    cr_expect(is_near(AGREEMENT(1, 1, 0, 0), 2.0 / 3));
    cr_expect(is_near(AGREEMENT(1, 0, 1), -1));
}

Test(agreement, few_levels)
{
    cr_expect_eq(AGREEMENT(7), 1);
    cr_expect(is_near(AGREEMENT(1, 1), 0));
    cr_expect(is_near(AGREEMENT(1, 3), 0.5));
    cr_expect(is_near(AGREEMENT(0, 3), 1));
}

Test(agreement, is_the_same_from_both_ends)
{
    cr_expect(is_near(AGREEMENT(5, 1, 0, 2, 9), AGREEMENT(9, 2, 0, 1, 5)));
}

/* A third, three times: what the first layer leaves is rounding, not a layer of its own. */
Test(agreement, rounding_is_no_layer)
{
    const double shares[] = {1 / 3.0, 1 / 3.0 + 5e-13, 1 / 3.0 - 5e-13, 0};
    cr_expect(is_near(ladle_agreement(shares, 4), 1 / 3.0));
}
