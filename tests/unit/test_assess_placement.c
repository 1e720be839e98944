#include "make_study.h"

#include <criterion/criterion.h>
#include <math.h>

/* A partnership with `n` elements, of which the first ones are at the given levels (-1 ends), each
 * by a record of its own. */
typedef struct {
    ladle_arena *arena;
    ladle_study *study;
    ladle_partnership *north;
} fixture;

static fixture set_up(unsigned n, const int *at)
{
    fixture made = {.arena = ladle_arena_new()};
    made.study = make_study(made.arena);
    made.north = add_partnership(made.study, "north");
    for (unsigned i = 0; i < n; i++)
        add_element(made.study, ladle_arena_printf(made.arena, "e%u", i), NULL);
    const ladle_framework *framework = made.study->framework;
    for (unsigned i = 0; at[i] >= 0; i++)
        add_evidence(made.study, LADLE_DOCUMENT, ladle_arena_printf(made.arena, "d%u", i),
                     made.north, framework->elements[i], framework->levels[at[i]]);
    return made;
}

static const ladle_wave_result *assess(const fixture *made)
{
    return &ladle_assess(made->arena, made->study)->partnerships[0].waves[0];
}

#define SET_UP(n, ...) set_up((n), (const int[]){__VA_ARGS__, -1})

Test(placement, is_where_most_have_arrived)
{
    fixture made = SET_UP(5, 0, 1, 2, 3, 3);
    const ladle_wave_result *result = assess(&made);
    cr_expect_eq(result->placement->index, 2);
    cr_expect_eq(result->slack, 0);
    cr_expect_eq(result->to_next, 1);
    cr_expect_eq(result->lowest->index, 2);
    cr_expect_eq(result->highest->index, 2);
    cr_expect_not(result->provisional);
    ladle_arena_free(made.arena);
}

Test(placement, of_an_even_number_is_the_lower_median)
{
    fixture made = SET_UP(4, 1, 1, 3, 3);
    const ladle_wave_result *result = assess(&made);
    cr_expect_eq(result->placement->index, 1);
    cr_expect_eq(result->slack, 1);
    cr_expect_eq(result->to_next, 1);
    ladle_arena_free(made.arena);
}

Test(placement, at_the_top_has_no_next)
{
    fixture made = SET_UP(3, 3, 3, 3);
    const ladle_wave_result *result = assess(&made);
    cr_expect_eq(result->placement->index, 3);
    cr_expect_eq(result->slack, 1);
    cr_expect_eq(result->to_next, 0);
    ladle_arena_free(made.arena);
}

Test(placement, with_missing_evidence)
{
    fixture made = SET_UP(5, 2, 2, 2);
    const ladle_wave_result *result = assess(&made);
    cr_expect(result->provisional, "3 * 3 < 2 * 5");
    cr_expect_eq(result->lowest->index, 2, "robust");
    cr_expect_eq(result->highest->index, 2, "robust");
    ladle_arena_free(made.arena);
    made = SET_UP(3, 1, 2);
    result = assess(&made);
    cr_expect_not(result->provisional, "3 * 2 = 2 * 3");
    cr_expect_eq(result->lowest->index, 1);
    cr_expect_eq(result->highest->index, 2);
    ladle_arena_free(made.arena);
}

Test(membership, minimum_and_majority)
{
    fixture made = SET_UP(3, 1, 2, 3);
    const ladle_framework *framework = made.study->framework;
    add_evidence(made.study, LADLE_VISIT, "v", made.north, framework->elements[1],
                 framework->levels[3]);
    const ladle_wave_result *result = assess(&made);
    cr_assert_eq(result->n_memberships, 3, "the lowest level is no type");
    cr_expect_str_eq(result->memberships[0].type->id, "canteen");
    cr_expect_eq(result->memberships[0].minimum, 0, "one element is wholly beyond it");
    cr_expect_eq(result->memberships[1].type->index, 2);
    cr_expect_eq(result->memberships[1].majority, 0);
    cr_expect_eq(result->memberships[2].majority, 0.5);
    cr_expect_eq(result->memberships[2].minimum, 0);
    ladle_arena_free(made.arena);
}

Test(stability, leaves_each_record_out)
{
    fixture made = SET_UP(3, 2, 2, 1);
    const ladle_wave_result *result = assess(&made);
    cr_expect_eq(result->runs, 3);
    cr_expect_eq(result->kept, 1, "without the third, both left are at 2");
    cr_assert_eq(result->n_pivotal, 2);
    cr_expect_str_eq(result->pivotal[0]->id, "d0");
    cr_expect_str_eq(result->pivotal[1]->id, "d1");
    ladle_arena_free(made.arena);
}

Test(stability, of_a_single_record)
{
    fixture made = SET_UP(2, 3);
    const ladle_wave_result *result = assess(&made);
    cr_expect_eq(result->runs, 1);
    cr_expect_eq(result->kept, 0, "without evidence there is no placement");
    ladle_arena_free(made.arena);
}

Test(stability, counts_records_with_evidence_on_elements)
{
    fixture made = SET_UP(1, 2);
    ladle_dimension *dimension = add_dimension(made.study, "understanding");
    const ladle_framework *framework = made.study->framework;
    ladle_record *only = add_record(made.study, LADLE_VISIT, "v", made.north, "2015-11");
    add_dimension_coding(made.study, add_statement(made.study, only, NULL), dimension,
                         framework->levels[3]);
    ladle_record *both = add_evidence(made.study, LADLE_DOCUMENT, "a", made.north,
                                      framework->elements[0], framework->levels[2]);
    add_dimension_coding(made.study, both->statements[0], dimension, framework->levels[3]);
    add_coding(made.study, add_statement(made.study, both, NULL), NULL, framework->elements[0],
               framework->levels[2], 3);
    const ladle_wave_result *result = assess(&made);
    cr_expect_eq(result->runs, 2);
    cr_expect_eq(result->kept, 2);
    cr_expect_eq(result->n_pivotal, 0);
    ladle_arena_free(made.arena);
}
