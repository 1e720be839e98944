#include "analysis/coders.h"
#include "make_study.h"

#include <criterion/criterion.h>
#include <math.h>

/* Krippendorff's example of four observers and twelve units with five values; 0: not observed. */
static const unsigned example[4][12] = {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
    {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
};

static ladle_coincidences example_units(ladle_arena *arena)
{
    ladle_coincidences units = ladle_coincidences_new(arena, 5);
    for (unsigned u = 0; u < 12; u++) {
        unsigned values[5] = {0}, coders = 0;
        for (unsigned c = 0; c < 4; c++)
            if (example[c][u] > 0) {
                values[example[c][u] - 1]++;
                coders++;
            }
        if (coders >= 2)
            ladle_coincidences_add(&units, values);
    }
    return units;
}

/* Published: ordinal 0.815, nominal 0.743, interval 0.849. */
Test(alpha, krippendorffs_example)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_coincidences units = example_units(arena);
    double alpha = ladle_ordinal_alpha(&units);
    cr_expect_eq(units.units, 11, "one unit has a single value");
    cr_expect(fabs(alpha - 0.815) < 5e-4, "ordinal alpha is %f", alpha);
    ladle_arena_free(arena);
}

Test(alpha, no_variation_no_alpha)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_coincidences units = ladle_coincidences_new(arena, 3);
    cr_expect(isnan(ladle_ordinal_alpha(&units)));
    ladle_coincidences_add(&units, (unsigned[]){0, 2, 0});
    ladle_coincidences_add(&units, (unsigned[]){0, 3, 0});
    cr_expect(isnan(ladle_ordinal_alpha(&units)));
    ladle_coincidences_add(&units, (unsigned[]){2, 0, 0});
    cr_expect_eq(ladle_ordinal_alpha(&units), 1);
    ladle_arena_free(arena);
}

typedef struct {
    ladle_study *study;
    ladle_element *goals, *load;
    ladle_statement *first, *second;
} coded;

static coded make_coded(ladle_arena *arena)
{
    ladle_study *study = make_study(arena);
    coded made = {study, add_element(study, "goals", NULL), add_element(study, "load", NULL), NULL,
                  NULL};
    ladle_record *record = add_record(study, LADLE_INTERVIEW, "i1", NULL, "2015-11-01");
    made.first = add_statement(study, record, NULL);
    made.second = add_statement(study, record, NULL);
    return made;
}

static void code(coded *made, ladle_statement *statement, const char *coder,
                 const ladle_element *element, unsigned level, unsigned strength)
{
    add_coding(made->study, statement, coder, element, made->study->framework->levels[level],
               strength);
}

Test(coders, without_two_named_coders_there_is_nothing)
{
    ladle_arena *arena = ladle_arena_new();
    coded made = make_coded(arena);
    code(&made, made.first, "kb", made.goals, 1, 2);
    code(&made, made.first, "kb", made.goals, 2, 2);
    code(&made, made.first, NULL, made.goals, 2, 2);
    code(&made, made.first, "hj", made.load, 2, 2);
    code(&made, made.second, "hj", made.goals, 2, 2);
    const ladle_results *results = ladle_assess(arena, made.study);
    cr_expect_eq(results->reliability.units, 0);
    cr_expect_eq(results->n_reliability_by_element, 0);
    ladle_arena_free(arena);
}

Test(coders, of_several_the_strongest_then_the_lowest_counts)
{
    ladle_arena *arena = ladle_arena_new();
    coded made = make_coded(arena);
    code(&made, made.first, "kb", made.goals, 3, 1);
    code(&made, made.first, "kb", made.goals, 2, 3);
    code(&made, made.first, "kb", made.goals, 1, 3);
    code(&made, made.first, "hj", made.goals, 1, 2);
    code(&made, made.second, "hj", made.load, 3, 2);
    code(&made, made.second, "kb", made.load, 3, 2);
    const ladle_results *results = ladle_assess(arena, made.study);
    cr_expect_eq(results->reliability.units, 2);
    cr_expect_eq(results->reliability.alpha, 1, "both coders said level 1, then level 3");
    cr_assert_eq(results->n_reliability_by_element, 2);
    cr_expect_eq(results->reliability_by_element[0].element, made.goals);
    cr_expect_eq(results->reliability_by_element[1].units, 1);
    cr_expect(isnan(results->reliability_by_element[1].alpha));
    ladle_arena_free(arena);
}

Test(coders, dimensions_are_not_compared)
{
    ladle_arena *arena = ladle_arena_new();
    coded made = make_coded(arena);
    ladle_dimension *dimension = add_dimension(made.study, "understanding");
    add_dimension_coding(made.study, made.first, dimension, made.study->framework->levels[1]);
    made.first->codings[0].coder = "kb";
    code(&made, made.first, "hj", made.goals, 1, 2);
    cr_expect_eq(ladle_assess(arena, made.study)->reliability.units, 0);
    ladle_arena_free(arena);
}
