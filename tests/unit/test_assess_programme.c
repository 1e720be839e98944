#include "make_study.h"

#include <criterion/criterion.h>

typedef struct {
    ladle_arena *arena;
    ladle_study *study;
    ladle_element *goals, *load;
    ladle_partnership *partnerships[3];
    ladle_wave *later;
    ladle_level *const *levels;
} fixture;

static fixture set_up(void)
{
    fixture made = {.arena = ladle_arena_new()};
    made.study = make_study(made.arena);
    made.later = add_wave(made.study, "w2", "2016-04/2016-12");
    made.goals = add_element(made.study, "goals", NULL);
    made.load = add_element(made.study, "load", NULL);
    for (int i = 0; i < 3; i++)
        made.partnerships[i] =
            add_partnership(made.study, ladle_arena_printf(made.arena, "p%d", i));
    made.levels = made.study->framework->levels;
    return made;
}

static ladle_record *put(fixture *made, unsigned partnership, const ladle_element *element,
                         unsigned level, const ladle_wave *wave)
{
    ladle_record *record =
        add_evidence(made->study, LADLE_DOCUMENT, "d", made->partnerships[partnership], element,
                     made->levels[level]);
    record->wave = wave;
    return record;
}

Test(programme, where_the_partnerships_stand)
{
    fixture made = set_up();
    const ladle_wave *first = made.study->waves[0];
    put(&made, 0, made.goals, 1, first);
    put(&made, 1, made.goals, 3, first);
    const ladle_programme_element *goals =
        &ladle_assess(made.arena, made.study)->waves[0].elements[0];
    cr_expect_eq(goals->dominant->index, 1, "a half is not more than half");
    cr_expect_eq(goals->low->index, 1);
    cr_expect_eq(goals->high->index, 3);
    put(&made, 2, made.goals, 2, first);
    const ladle_results *results = ladle_assess(made.arena, made.study);
    goals = &results->waves[0].elements[0];
    cr_expect_eq(goals->dominant->index, 2);
    cr_expect_eq(goals->assessed, 3);
    cr_expect(goals->counts[0] == 0 && goals->counts[1] == 1 && goals->counts[3] == 1);
    cr_expect_null(results->waves[0].elements[1].dominant);
    cr_expect_null(results->waves[1].elements[0].dominant);
    ladle_arena_free(made.arena);
}

Test(programme, changes_between_waves)
{
    fixture made = set_up();
    put(&made, 0, made.goals, 1, made.study->waves[0]);
    put(&made, 0, made.goals, 3, made.later);
    put(&made, 0, made.load, 1, made.later);
    put(&made, 1, made.goals, 1, made.study->waves[0]);
    put(&made, 1, made.load, 0, made.later);
    put(&made, 2, made.load, 0, made.later);
    const ladle_results *results = ladle_assess(made.arena, made.study);
    cr_assert_eq(results->n_changes, 2);
    cr_expect_eq(results->changes[0].partnership, made.partnerships[0]);
    cr_expect_eq(results->changes[0].placement, 0);
    cr_assert_eq(results->changes[0].n_steps, 1);
    cr_expect_eq(results->changes[0].steps[0].element, made.goals);
    cr_expect_eq(results->changes[0].steps[0].by, 2);
    cr_expect_eq(results->changes[1].placement, -1);
    cr_expect_eq(results->changes[1].n_steps, 0, "no element was assessed in both");
    ladle_arena_free(made.arena);
}

Test(programme, a_change_is_firm_when_both_levels_rest_on_more_than_little)
{
    fixture made = set_up();
    ladle_wave *first = made.study->waves[0];
    put(&made, 0, made.goals, 1, first);
    put(&made, 0, made.goals, 3, made.later);
    cr_expect_not(ladle_assess(made.arena, made.study)->changes[0].steps[0].firm);
    put(&made, 0, made.goals, 1, first)->kind = LADLE_INTERVIEW;
    cr_expect_not(ladle_assess(made.arena, made.study)->changes[0].steps[0].firm,
                  "one of the two is still weak");
    put(&made, 0, made.goals, 3, made.later)->kind = LADLE_INTERVIEW;
    const ladle_results *results = ladle_assess(made.arena, made.study);
    cr_expect(results->changes[0].steps[0].firm);
    cr_expect_eq(results->changes[0].steps[0].by, 2);
    ladle_arena_free(made.arena);
}

Test(programme, material)
{
    fixture made = set_up();
    put(&made, 0, made.goals, 1, made.study->waves[0]);
    ladle_record *shared = put(&made, 1, made.goals, 1, made.study->waves[0]);
    APPEND(made.arena, shared->partnerships, shared->n_partnerships, made.partnerships[0]);
    add_record(made.study, LADLE_DOCUMENT, "programme", NULL, "2015-11");
    add_record(made.study, LADLE_ACCOUNT, "account", made.partnerships[0], "2015-11");
    ladle_guide *guide = add_guide(made.study, "g", LADLE_GROUP_OTHER);
    ladle_question *question = add_question(made.study, guide, "g.1", made.load);
    ladle_record *asked =
        add_record(made.study, LADLE_QUESTIONNAIRE, "q", made.partnerships[0], "2015-11");
    asked->guide = guide;
    add_answer(made.study, asked, question, NULL);
    const ladle_results *results = ladle_assess(made.arena, made.study);
    const ladle_programme_wave *wave = &results->waves[0];
    cr_assert_eq(wave->n_material, 2, "account papers are no method");
    cr_expect_eq(wave->material[0].method, LADLE_QUESTIONNAIRE);
    cr_expect_eq(wave->material[0].statements, 1);
    cr_expect_eq(wave->material[1].method, LADLE_DOCUMENT);
    cr_expect_eq(wave->material[1].records, 3);
    cr_expect_eq(wave->material[1].statements, 2);
    cr_expect_eq(wave->material[1].partnerships, 2);
    cr_expect_eq(results->waves[1].n_material, 0);
    cr_expect_eq(results->coverage[0].questions[made.goals->index], 0);
    cr_expect_eq(results->coverage[0].questions[made.load->index], 1);
    ladle_arena_free(made.arena);
}

static void add_code(fixture *made, ladle_record *record, unsigned statement, ladle_coding coding)
{
    ladle_statement *to = record->statements[statement];
    APPEND(made->arena, to->codings, to->n_codings, coding);
}

Test(codes, statements_records_partnerships)
{
    fixture made = set_up();
    ladle_framework *framework = framework_of(made.study);
    static ladle_term indicator = {.index = 1, .id = "used"}, unused = {.id = "unused"};
    static ladle_term redesign = {.id = "interaction"};
    static ladle_factor trust = {.id = "trust"};
    ladle_term *terms[] = {&unused, &indicator};
    for (int i = 0; i < 2; i++)
        APPEND(made.arena, framework->indicators, framework->n_indicators, terms[i]);
    APPEND(made.arena, framework->redesigns, framework->n_redesigns, &redesign);
    APPEND(made.arena, framework->factors, framework->n_factors, &trust);
    ladle_record *record = put(&made, 0, made.goals, 1, made.study->waves[0]);
    ladle_record *other = put(&made, 0, made.goals, 1, made.study->waves[0]);
    add_statement(made.study, record, NULL);
    APPEND(made.arena, other->partnerships, other->n_partnerships, made.partnerships[2]);
    ladle_coding factor = {.kind = LADLE_CODE_FACTOR, .factor = &trust};
    add_code(&made, record, 0, factor);
    add_code(&made, record, 0, factor);
    add_code(&made, record, 1, factor);
    add_code(&made, other, 0, factor);
    add_code(&made, other, 0, (ladle_coding){.kind = LADLE_CODE_REDESIGN, .term = &redesign});
    add_code(&made, other, 0, (ladle_coding){.kind = LADLE_CODE_INDICATOR, .term = &indicator});
    const ladle_results *results = ladle_assess(made.arena, made.study);
    const ladle_programme_wave *wave = &results->waves[0];
    cr_assert_eq(wave->n_codes, 3);
    cr_expect_eq(wave->codes[0].term, &indicator);
    cr_expect_eq(wave->codes[0].partnerships, 2);
    cr_expect_eq(wave->codes[1].term, &redesign);
    cr_expect_eq(wave->codes[2].factor, &trust);
    cr_expect_eq(wave->codes[2].statements, 3);
    cr_expect_eq(wave->codes[2].records, 2);
    cr_expect_eq(wave->codes[2].partnerships, 2);
    cr_expect_eq(results->waves[1].n_codes, 0);
    ladle_arena_free(made.arena);
}

Test(timeline, order)
{
    fixture made = set_up();
    ladle_partnership *p = made.partnerships[0];
    add_event(made.study, NULL, "2016", "of the programme");
    add_event(made.study, p, "2015-11", "second");
    add_event(made.study, p, "2015-11/..", "fourth");
    add_event(made.study, p, "../2016", "first");
    add_event(made.study, p, "2015-11", "third");
    add_target(made.study, p, LADLE_MEASURE_MEETINGS, NULL, 1, "2015-11");
    add_target(made.study, p, LADLE_MEASURE_SPENDING, NULL, 1, "2015-11");
    add_record(made.study, LADLE_VISIT, "in the later wave", p, "2015-11")->wave = made.later;
    add_record(made.study, LADLE_DOCUMENT, "in the first wave", p, "2015-11")->title = "title";
    add_record(made.study, LADLE_ACCOUNT, "account", p, "2015-11");
    const ladle_results *results = ladle_assess(made.arena, made.study);
    const ladle_timeline *own = &results->partnerships[0].timeline;
    static const char *const wanted[] = {
        "first",    "second",   "third", "in the later wave", "in the first wave",
        "meetings", "spending", "fourth"};
    cr_assert_eq(own->n_entries, G_N_ELEMENTS(wanted));
    for (unsigned i = 0; i < own->n_entries; i++)
        cr_expect_str_eq(own->entries[i].of ? own->entries[i].of : own->entries[i].text, wanted[i]);
    cr_expect_str_eq(own->entries[4].text, "title");
    cr_assert_eq(results->timeline.n_entries, 5);
    cr_expect_str_eq(results->timeline.entries[4].text, "of the programme");
    ladle_arena_free(made.arena);
}
