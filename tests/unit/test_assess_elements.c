#include "make_study.h"

#include <criterion/criterion.h>
#include <math.h>

typedef struct {
    ladle_arena *arena;
    ladle_study *study;
    ladle_dimension *understanding;
    ladle_element *goals, *load;
    ladle_partnership *north;
    ladle_level *const *levels;
    ladle_sector *const *sectors;
} fixture;

static fixture set_up(void)
{
    fixture made = {.arena = ladle_arena_new()};
    made.study = make_study(made.arena);
    made.understanding = add_dimension(made.study, "understanding");
    made.goals = add_element(made.study, "goals", made.understanding);
    made.load = add_element(made.study, "load", NULL);
    made.north = add_partnership(made.study, "north");
    made.levels = made.study->framework->levels;
    made.sectors = made.study->framework->sectors;
    return made;
}

static const ladle_wave_result *assess(const fixture *made)
{
    const ladle_results *results = ladle_assess(made->arena, made->study);
    return ladle_result_of(results, made->north, made->study->waves[0]);
}

static const ladle_voice *sector_voice(const ladle_element_result *result,
                                       const ladle_sector *sector)
{
    for (unsigned i = 0; i < result->n_voices; i++)
        if (result->voices[i].sector == sector)
            return &result->voices[i];
    return NULL;
}

Test(elements, nothing_known)
{
    fixture made = set_up();
    const ladle_wave_result *result = assess(&made);
    cr_expect_eq(result->assessed, 0);
    cr_expect_null(result->placement);
    cr_expect_null(result->elements[0].level);
    cr_expect_eq(result->elements[0].support, LADLE_SUPPORT_NONE);
    cr_expect_null(result->dimensions[0].level);
    ladle_arena_free(made.arena);
}

Test(elements, coders_and_their_codings_share_a_statement)
{
    fixture made = set_up();
    ladle_record *record = add_record(made.study, LADLE_INTERVIEW, "i", made.north, "2015-11");
    ladle_statement *statement = add_statement(made.study, record, NULL);
    add_coding(made.study, statement, "kb", made.goals, made.levels[1], 3);
    add_coding(made.study, statement, "kb", made.goals, made.levels[2], 2);
    add_coding(made.study, statement, NULL, made.goals, made.levels[2], 1);
    add_coding(made.study, statement, NULL, made.goals, made.levels[2], 2);
    add_coding(made.study, statement, "hj", made.goals, made.levels[3], 2);
    add_coding(made.study, statement, "hj", made.load, made.levels[3], 2);
    const ladle_wave_result *result = assess(&made);
    const ladle_evidence *evidence = result->elements[0].evidence;
    cr_assert_eq(result->elements[0].items, 5);
    cr_expect_eq(evidence[0].weight, 3 / 6.0);
    cr_expect_eq(evidence[1].weight, 2 / 6.0);
    cr_expect_eq(evidence[2].weight, 1 / 6.0);
    cr_expect_eq(evidence[3].weight, 2 / 6.0);
    cr_expect_eq(evidence[4].weight, 2 / 3.0);
    cr_assert_eq(result->elements[1].items, 1);
    cr_expect_eq(result->elements[1].evidence[0].weight, 2);
    ladle_arena_free(made.arena);
}

Test(elements, a_record_of_two_partnerships_counts_in_each_and_once)
{
    fixture made = set_up();
    ladle_partnership *south = add_partnership(made.study, "south");
    ladle_record *record =
        add_evidence(made.study, LADLE_DOCUMENT, "d", made.north, made.goals, made.levels[2]);
    APPEND(made.arena, record->partnerships, record->n_partnerships, south);
    APPEND(made.arena, record->partnerships, record->n_partnerships, made.north);
    const ladle_results *results = ladle_assess(made.arena, made.study);
    cr_expect_eq(results->partnerships[0].waves[0].elements[0].items, 1);
    cr_expect_eq(results->partnerships[1].waves[0].elements[0].items, 1);
    ladle_arena_free(made.arena);
}

Test(elements, support)
{
    fixture made = set_up();
    add_evidence(made.study, LADLE_DOCUMENT, "d1", made.north, made.goals, made.levels[1]);
    cr_expect_eq(assess(&made)->elements[0].support, LADLE_SUPPORT_WEAK, "one record");
    add_evidence(made.study, LADLE_DOCUMENT, "d2", made.north, made.goals, made.levels[1]);
    cr_expect_eq(assess(&made)->elements[0].support, LADLE_SUPPORT_WEAK, "one method");
    add_evidence(made.study, LADLE_VISIT, "v", made.north, made.goals, made.levels[1]);
    cr_expect_eq(assess(&made)->elements[0].support, LADLE_SUPPORT_MODERATE, "two methods");
    add_evidence(made.study, LADLE_MEETING, "m", made.north, made.goals, made.levels[1]);
    cr_expect_eq(assess(&made)->elements[0].support, LADLE_SUPPORT_STRONG);
    add_evidence(made.study, LADLE_INTERVIEW, "i", made.north, made.goals, made.levels[3]);
    add_evidence(made.study, LADLE_OBSERVATION, "o", made.north, made.goals, made.levels[3]);
    cr_expect_eq(assess(&made)->elements[0].support, LADLE_SUPPORT_MODERATE, "no agreement");
    ladle_arena_free(made.arena);
}

Test(elements, two_methods_in_many_records_are_moderate)
{
    fixture made = set_up();
    add_evidence(made.study, LADLE_VISIT, "v", made.north, made.goals, made.levels[1]);
    ladle_record *record = add_record(made.study, LADLE_MEETING, "m", made.north, "2015-11");
    for (int i = 0; i < 3; i++)
        add_coding(made.study, add_statement(made.study, record, NULL), NULL, made.goals,
                   made.levels[1], 2);
    const ladle_element_result *goals = &assess(&made)->elements[0];
    cr_expect_eq(goals->support, LADLE_SUPPORT_MODERATE);
    cr_expect_eq(goals->records, 2);
    cr_expect_eq(goals->items, 4);
    ladle_arena_free(made.arena);
}

Test(elements, a_statement_counts_once_however_many_coded_it)
{
    fixture made = set_up();
    ladle_record *record = add_record(made.study, LADLE_MEETING, "m", made.north, "2015-11");
    for (int i = 0; i < 2; i++) {
        ladle_statement *statement = add_statement(made.study, record, NULL);
        add_coding(made.study, statement, "kb", made.goals, made.levels[1], 2);
        add_coding(made.study, statement, "kb", made.load, made.levels[1], 2);
        add_coding(made.study, statement, "hj", made.goals, made.levels[3], 2);
    }
    const ladle_element_result *goals = &assess(&made)->elements[0];
    cr_expect_eq(goals->items, 4);
    cr_expect_eq(goals->statements, 2);
    cr_expect_eq(goals[1].statements, 2, "on load");
    ladle_arena_free(made.arena);
}

Test(elements, answers)
{
    fixture made = set_up();
    ladle_guide *guide = add_guide(made.study, "g", LADLE_GROUP_CONSULTANT);
    ladle_question *first = add_question(made.study, guide, "g.1", made.goals);
    ladle_question *second = add_question(made.study, guide, "g.2", made.goals);
    ladle_record *record = add_record(made.study, LADLE_QUESTIONNAIRE, "q", made.north, "2015-11");
    record->guide = guide;
    add_answer(made.study, record, first, made.levels[3]);
    add_answer(made.study, record, second, NULL);
    const ladle_element_result *goals = &assess(&made)->elements[0];
    cr_expect_eq(goals->items, 1);
    cr_expect_eq(goals->statements, 1);
    cr_expect_eq(goals->unmapped, 1);
    cr_expect_eq(goals->evidence[0].weight, 2);
    cr_expect_eq(goals->evidence[0].answer->question, first);
    cr_expect_eq(ladle_group_voice(goals, LADLE_GROUP_CONSULTANT)->items, 1,
                 "without a respondent, the guide's group speaks");
    record->respondent = add_person(made.study, "p", made.sectors[1]);
    goals = &assess(&made)->elements[0];
    cr_expect_null(ladle_group_voice(goals, LADLE_GROUP_CONSULTANT));
    cr_expect_eq(sector_voice(goals, made.sectors[1])->items, 1);
    ladle_arena_free(made.arena);
}

Test(voices, of_a_speaker)
{
    fixture made = set_up();
    ladle_person *anna = add_person(made.study, "anna", made.sectors[0]);
    ladle_person *bo = add_person(made.study, "bo", NULL);
    add_seat(made.study, add_group(made.study, made.north, "s", LADLE_GROUP_STEERING), anna, NULL,
             NULL);
    ladle_group *consultants = add_group(made.study, made.north, "k", LADLE_GROUP_CONSULTANT);
    add_seat(made.study, consultants, anna, NULL, NULL);
    ladle_record *record = add_record(made.study, LADLE_INTERVIEW, "i", made.north, "2015-11");
    record->group = consultants;
    add_coding(made.study, add_statement(made.study, record, anna), NULL, made.goals,
               made.levels[2], 2);
    add_coding(made.study, add_statement(made.study, record, bo), NULL, made.load, made.levels[2],
               2);
    const ladle_wave_result *result = assess(&made);
    cr_expect_eq(result->elements[0].n_voices, 3);
    cr_expect_eq(ladle_group_voice(&result->elements[0], LADLE_GROUP_STEERING)->items, 1);
    cr_expect_eq(sector_voice(&result->elements[0], made.sectors[0])->level, made.levels[2]);
    cr_expect_not(result->elements[0].split, "both voices are at the same level");
    cr_expect_eq(result->elements[1].n_voices, 0, "neither seat nor sector");
    ladle_arena_free(made.arena);
}

Test(voices, of_a_record_without_a_speaker)
{
    fixture made = set_up();
    ladle_group *steering = add_group(made.study, made.north, "s", LADLE_GROUP_STEERING);
    ladle_group *others = add_group(made.study, made.north, "k", LADLE_GROUP_CONSULTANT);
    ladle_record *meeting =
        add_evidence(made.study, LADLE_MEETING, "m", made.north, made.goals, made.levels[1]);
    meeting->group = steering;
    ladle_record *observed = add_record(made.study, LADLE_MEETING, "n", made.north, "2015-11");
    observed->group = others;
    add_evidence(made.study, LADLE_OBSERVATION, "o", made.north, made.goals, made.levels[3])
        ->meeting = observed;
    add_evidence(made.study, LADLE_VISIT, "v", made.north, made.load, made.levels[3]);
    const ladle_wave_result *result = assess(&made);
    const ladle_element_result *goals = &result->elements[0];
    cr_expect_eq(ladle_group_voice(goals, LADLE_GROUP_STEERING)->level, made.levels[1]);
    cr_expect_eq(ladle_group_voice(goals, LADLE_GROUP_CONSULTANT)->level, made.levels[3]);
    cr_expect(goals->split);
    cr_expect_eq(result->elements[1].n_voices, 0);
    observed->group = NULL;
    cr_expect_not(assess(&made)->elements[0].split, "only one of the two is heard");
    ladle_arena_free(made.arena);
}

static unsigned seated(const char *from, const char *to)
{
    fixture made = set_up();
    ladle_group *group = add_group(made.study, made.north, "s", LADLE_GROUP_STEERING);
    add_seat(made.study, group, add_person(made.study, "p", NULL), from, to);
    unsigned either = assess(&made)->activity.overlap_either;
    ladle_arena_free(made.arena);
    return either;
}

Test(seats, touch_the_wave)
{
    cr_expect_eq(seated(NULL, NULL), 1);
    cr_expect_eq(seated("2016-03", NULL), 1);
    cr_expect_eq(seated("2016-04", NULL), 0);
    cr_expect_eq(seated(NULL, "2015-10"), 1);
    cr_expect_eq(seated(NULL, "2015-09"), 0);
    cr_expect_eq(seated("../2020", "2015/.."), 1, "open ends are open");
}

Test(dimensions, placed_by_the_majority_of_its_elements)
{
    fixture made = set_up();
    ladle_record *record =
        add_evidence(made.study, LADLE_MEETING, "m", made.north, made.goals, made.levels[1]);
    const ladle_dimension_result *dimension = assess(&made)->dimensions;
    cr_expect_eq(dimension->level, made.levels[1]);
    cr_expect_eq(dimension->of, 1);
    ladle_element *learning = add_element(made.study, "learning", made.understanding);
    add_coding(made.study, record->statements[0], NULL, learning, made.levels[3], 1);
    dimension = assess(&made)->dimensions;
    cr_expect_eq(dimension->level, made.levels[1], "one of two is no majority");
    cr_expect_eq(dimension->of, 2);
    add_dimension_coding(made.study, record->statements[0], made.understanding, made.levels[2]);
    dimension = assess(&made)->dimensions;
    cr_expect_eq(dimension->level, made.levels[2], "what is coded directly counts as one more");
    cr_expect_eq(dimension->of, 3);
    ladle_arena_free(made.arena);
}

Test(dimensions, direct_codings_count_once_at_the_level_of_their_profile)
{
    fixture made = set_up();
    ladle_record *record =
        add_evidence(made.study, LADLE_MEETING, "m", made.north, made.goals, made.levels[1]);
    add_dimension_coding(made.study, record->statements[0], made.understanding, made.levels[3]);
    add_dimension_coding(made.study, record->statements[0], made.understanding, made.levels[3]);
    add_dimension_coding(made.study, record->statements[0], made.understanding, made.levels[0]);
    const ladle_dimension_result *dimension = assess(&made)->dimensions;
    cr_expect_eq(dimension->level, made.levels[1], "one at the Canteen, one at the Company");
    cr_expect_eq(dimension->of, 2);
    ladle_arena_free(made.arena);
}
