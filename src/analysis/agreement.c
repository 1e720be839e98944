/* Van der Eijk takes a profile apart into layers. A layer is the pattern of the levels that still
 * hold anything, as high as the lowest of them: peeling it off empties at least one level, so there
 * are at most as many layers as levels. The agreement of a pattern of ones and zeros depends on how
 * many levels it fills, and on whether they lie together: of every three levels i < j < k, the
 * patterns 110 and 011 speak for one peak (TU), 101 for two (TDU). The agreement of the profile is
 * the mean of its layers' agreements, each weighing as much as it holds of the profile. */
#include "analysis/profile.h"

#include <glib.h>
#include <string.h>

static const double nothing = 1e-12; /* a remainder below this is the rounding of a zero */

/* Counts the triples by their middle level: with a ones and b zeros below it, c ones and d zeros
 * above it, a one in the middle makes a times d of 110 and b times c of 011, a zero makes a times c
 * of 101. */
static double unimodality(const bool *filled, unsigned n, unsigned ones)
{
    double together = 0, apart = 0;
    double below = 0;
    for (unsigned i = 0; i < n; i++) {
        double above = ones - below - (filled[i] ? 1 : 0);
        double empty_below = i - below, empty_above = n - 1 - i - above;
        if (filled[i]) {
            together += below * empty_above + empty_below * above;
            below++;
        } else {
            apart += below * above;
        }
    }
    double k = n;
    return ((k - 2) * together - (k - 1) * apart) / ((k - 2) * (together + apart));
}

static double pattern_agreement(const bool *filled, unsigned n, unsigned ones)
{
    double u = ones == 1 || ones == n ? 1 : unimodality(filled, n, ones);
    return u * (1 - (ones - 1.0) / (n - 1.0));
}

/* What is left of the profile: which levels hold anything, how many, and the lowest height. */
static unsigned find_layer(const double *left, unsigned n, bool *filled, double *height)
{
    unsigned ones = 0;
    for (unsigned i = 0; i < n; i++) {
        filled[i] = left[i] >= nothing;
        if (!filled[i])
            continue;
        *height = ones == 0 ? left[i] : MIN(*height, left[i]);
        ones++;
    }
    return ones;
}

double ladle_agreement(const double *shares, unsigned n_levels)
{
    if (n_levels == 1)
        return 1;
    g_autofree double *left = g_memdup2(shares, sizeof(double) * n_levels);
    g_autofree bool *filled = g_new(bool, n_levels);
    double agreement = 0, height = 0;
    unsigned ones;
    while ((ones = find_layer(left, n_levels, filled, &height)) > 0) {
        agreement += height * ones * pattern_agreement(filled, n_levels, ones);
        for (unsigned i = 0; i < n_levels; i++)
            left[i] -= filled[i] ? height : 0;
    }
    return agreement;
}
