#include "make_study.h"

#include <criterion/criterion.h>
#include <float.h>
#include <math.h>

typedef struct {
    ladle_arena *arena;
    ladle_study *study;
    ladle_partnership *north;
    ladle_person *anna, *bo, *carl, *dorte; /* education, employment, business, none */
} fixture;

static fixture set_up(void)
{
    fixture made = {.arena = ladle_arena_new()};
    made.study = make_study(made.arena);
    ladle_sector *const *sectors = made.study->framework->sectors;
    made.north = add_partnership(made.study, "north");
    add_element(made.study, "goals", NULL);
    made.carl = add_person(made.study, "p3", sectors[2]);
    made.bo = add_person(made.study, "p2", sectors[1]);
    made.anna = add_person(made.study, "p1", sectors[0]);
    made.dorte = add_person(made.study, "p4", NULL);
    return made;
}

static const ladle_activity *assess(const fixture *made)
{
    return &ladle_assess(made->arena, made->study)->partnerships[0].waves[0].activity;
}

/* A held meeting (or visit) with these persons; NULL ends. */
static ladle_record *gather(fixture *made, ladle_record_kind kind, const char *date, ...)
{
    va_list persons;
    ladle_record *record = add_record(made->study, kind, date, made->north, date);
    va_start(persons, date);
    for (const ladle_person *person; (person = va_arg(persons, const ladle_person *));)
        add_present(made->study, record, person);
    va_end(persons);
    return record;
}

Test(meetings, counts_gaps_and_months)
{
    fixture made = set_up();
    cr_expect_eq(assess(&made)->longest_gap, -1);
    cr_expect_eq(assess(&made)->per_month, 0);
    gather(&made, LADLE_MEETING, "2016-03-01", NULL)->group =
        add_group(made.study, made.north, "s", LADLE_GROUP_STEERING);
    cr_expect_eq(assess(&made)->longest_gap, -1, "one meeting has no gap");
    gather(&made, LADLE_MEETING, "2015-11-01", NULL);
    gather(&made, LADLE_MEETING, "2015-11-11", NULL);
    gather(&made, LADLE_MEETING, "2016-01", NULL);
    gather(&made, LADLE_MEETING, "2016-01-10", NULL)->status = LADLE_CANCELLED;
    gather(&made, LADLE_MEETING, "2016-01-11", NULL)->status = LADLE_MOVED;
    const ladle_activity *activity = assess(&made);
    cr_expect_eq(activity->meetings.held, 4);
    cr_expect_eq(activity->meetings.cancelled, 1);
    cr_expect_eq(activity->meetings.moved, 1);
    cr_expect_eq(activity->by_group[LADLE_GROUP_STEERING].held, 1);
    cr_expect_eq(activity->by_group[LADLE_GROUP_CONSULTANT].held, 0);
    cr_expect_eq(activity->longest_gap, 111, "from 11 November to 1 March");
    cr_expect(fabs(activity->per_month - 4 / 6.0) < 1e-12);
    ladle_arena_free(made.arena);
}

Test(meetings, an_open_wave_has_no_months)
{
    fixture made = set_up();
    made.study->waves[0]->dates = make_date("2015-10/..");
    cr_expect(isnan(assess(&made)->per_month));
    made.study->waves[0]->dates = make_date("../2015-10");
    cr_expect(isnan(assess(&made)->per_month));
    made.study->waves[0]->dates = make_date("2015-24");
    gather(&made, LADLE_MEETING, "2016-01-10", NULL);
    cr_expect(fabs(assess(&made)->per_month - 1 / 3.0) < 1e-12);
    ladle_arena_free(made.arena);
}

Test(presence, sectors)
{
    fixture made = set_up();
    cr_expect_null(assess(&made)->at_meetings.at);
    gather(&made, LADLE_MEETING, "2015-11-01", made.anna, made.anna, made.bo, NULL);
    gather(&made, LADLE_MEETING, "2015-11-02", made.anna, made.bo, made.carl, NULL);
    gather(&made, LADLE_MEETING, "2015-11-03", made.dorte, NULL);
    gather(&made, LADLE_MEETING, "2015-11-04", NULL);
    gather(&made, LADLE_MEETING, "2015-11-05", made.anna, NULL)->status = LADLE_CANCELLED;
    gather(&made, LADLE_VISIT, "2015-11-06", made.bo, NULL);
    ladle_record *by_house = gather(&made, LADLE_MEETING, "2015-11-07", NULL);
    ladle_presence house = {.organisation = made.carl->organisation};
    APPEND(made.arena, by_house->present, by_house->n_present, house);
    const ladle_activity *activity = assess(&made);
    const ladle_presence_counts *meetings = &activity->at_meetings;
    cr_expect_eq(meetings->recorded, 4, "somebody without a sector is somebody");
    cr_expect_eq(meetings->one_sector, 1);
    cr_expect_eq(meetings->two_sectors, 1);
    cr_expect_eq(meetings->three_or_more, 1);
    cr_expect(meetings->at[0] == 2 && meetings->at[1] == 2 && meetings->at[2] == 2);
    cr_expect_eq(activity->at_visits.recorded, 1);
    cr_expect_eq(activity->at_visits.at[1], 1);
    ladle_arena_free(made.arena);
}

Test(agenda, shares_of_the_minutes_that_are_stated)
{
    fixture made = set_up();
    ladle_record *meeting = gather(&made, LADLE_MEETING, "2015-11-01", NULL);
    ladle_item unstated = {.kind = LADLE_ITEM_CALENDAR, .text = "x"};
    APPEND(made.arena, meeting->items, meeting->n_items, unstated);
    cr_expect(isnan(assess(&made)->agenda[LADLE_ITEM_CALENDAR].share));
    ladle_item stated = {
        .kind = LADLE_ITEM_LEARNING, .text = "x", .has_minutes = true, .minutes = 30};
    APPEND(made.arena, meeting->items, meeting->n_items, stated);
    ladle_record *off = gather(&made, LADLE_MEETING, "2015-11-02", NULL);
    off->status = LADLE_MOVED;
    APPEND(made.arena, off->items, off->n_items, stated);
    const ladle_activity *activity = assess(&made);
    cr_expect_eq(activity->agenda[LADLE_ITEM_CALENDAR].items, 1);
    cr_expect_eq(activity->agenda[LADLE_ITEM_CALENDAR].share, 0);
    cr_expect_eq(activity->agenda[LADLE_ITEM_LEARNING].items, 1);
    cr_expect_eq(activity->agenda[LADLE_ITEM_LEARNING].share, 1);
    ladle_arena_free(made.arena);
}

static void set_visit(ladle_record *visit, const char *axis, const char *firm, int agreement)
{
    visit->axis = axis;
    visit->firm = firm;
    visit->agreement = agreement;
}

Test(visits, by_axis_in_byte_order)
{
    fixture made = set_up();
    set_visit(gather(&made, LADLE_VISIT, "2015-11-01", made.anna, made.bo, NULL), "4", NULL, 0);
    set_visit(gather(&made, LADLE_VISIT, "2015-11-02", made.anna, NULL), "4", NULL, 0);
    set_visit(gather(&made, LADLE_VISIT, "2015-11-03", NULL), "10", NULL, 0);
    set_visit(gather(&made, LADLE_VISIT, "2015-11-04", NULL), NULL, NULL, 0);
    ladle_record *off = gather(&made, LADLE_VISIT, "2015-11-05", NULL);
    set_visit(off, "9", NULL, 0);
    off->status = LADLE_CANCELLED;
    ladle_record *account = add_record(made.study, LADLE_ACCOUNT, "a", made.north, "2015-11");
    account->axis = "7";
    const ladle_activity *activity = assess(&made);
    cr_expect_eq(activity->visits_held, 4);
    cr_expect_eq(activity->visits_joint, 1);
    cr_assert_eq(activity->n_visits, 2);
    cr_expect_str_eq(activity->visits[0].axis, "10");
    cr_expect_eq(activity->visits[1].held, 2);
    cr_expect_eq(activity->visits[1].joint, 1);
    ladle_arena_free(made.arena);
}

Test(overlap, counts_persons)
{
    fixture made = set_up();
    ladle_group *steering = add_group(made.study, made.north, "s", LADLE_GROUP_STEERING);
    ladle_group *consultant = add_group(made.study, made.north, "k", LADLE_GROUP_CONSULTANT);
    ladle_group *other = add_group(made.study, made.north, "o", LADLE_GROUP_OTHER);
    add_seat(made.study, steering, made.anna, NULL, NULL);
    add_seat(made.study, steering, made.anna, NULL, NULL);
    add_seat(made.study, consultant, made.anna, NULL, NULL);
    add_seat(made.study, consultant, made.bo, NULL, NULL);
    add_seat(made.study, steering, made.carl, NULL, NULL);
    add_seat(made.study, other, made.dorte, NULL, NULL);
    cr_expect_eq(assess(&made)->overlap_both, 1);
    cr_expect_eq(assess(&made)->overlap_either, 3);
    ladle_arena_free(made.arena);
}

Test(key_person, nobody)
{
    fixture made = set_up();
    gather(&made, LADLE_MEETING, "2015-11-01", NULL);
    gather(&made, LADLE_MEETING, "2015-11-02", made.anna, NULL)->status = LADLE_CANCELLED;
    gather(&made, LADLE_OBSERVATION, "2015-11-03", made.anna, NULL);
    cr_expect_null(assess(&made)->key_person);
    ladle_arena_free(made.arena);
}

Test(key_person, ties_go_to_the_lowest_id)
{
    fixture made = set_up();
    gather(&made, LADLE_MEETING, "2015-11-01", made.carl, made.bo, made.bo, NULL);
    gather(&made, LADLE_MEETING, "2015-11-02", made.anna, NULL);
    const ladle_activity *activity = assess(&made);
    cr_expect_eq(activity->key_person, made.anna, "bo is named twice but was there once");
    cr_expect_eq(activity->key_share, 0.5);
    cr_expect_eq(activity->key_without, 1);
    ladle_arena_free(made.arena);
}

Test(key_person, what_is_left_without)
{
    fixture made = set_up();
    gather(&made, LADLE_VISIT, "2015-11-01", made.anna, NULL);
    cr_expect(isnan(assess(&made)->key_without), "never two sectors");
    gather(&made, LADLE_VISIT, "2015-11-02", made.anna, made.bo, NULL);
    gather(&made, LADLE_MEETING, "2015-11-03", made.anna, made.bo, made.carl, NULL);
    const ladle_activity *activity = assess(&made);
    cr_expect_eq(activity->key_person, made.anna);
    cr_expect_eq(activity->key_share, 1);
    cr_expect_eq(activity->key_without, 0.5);
    ladle_arena_free(made.arena);
}

static ladle_record *account(fixture *made, const char *date, const char *submitted,
                             const char *axis, double spent)
{
    ladle_record *paper = add_record(made->study, LADLE_ACCOUNT, "a", made->north, date);
    paper->submitted = new_date(made->study, submitted);
    paper->axis = axis;
    paper->spent = spent;
    return paper;
}

Test(accounts, late_after_the_tenth_of_the_next_month)
{
    fixture made = set_up();
    account(&made, "2015-12", "2016-01-10", "4", 10.5);
    account(&made, "2015-12", "2016-01-11", "1", 1);
    account(&made, "2015-11-30", "2015-12-11/2016", "4", 2);
    account(&made, "2015-12", NULL, NULL, 3);
    account(&made, "2015-12", "../2020", NULL, 0.5);
    account(&made, "../2015-12", "2020", NULL, 0);
    const ladle_activity *activity = assess(&made);
    cr_expect_eq(activity->papers, 6);
    cr_expect_eq(activity->late, 2);
    cr_assert_eq(activity->n_spending, 3);
    cr_expect_null(activity->spending[0].axis);
    cr_expect_eq(activity->spending[0].spent, 3.5);
    cr_expect_str_eq(activity->spending[1].axis, "1");
    cr_expect_eq(activity->spending[2].spent, 12.5);
    ladle_arena_free(made.arena);
}

/* 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1, if one adds carelessly. */
Test(accounts, sums_do_not_depend_on_order)
{
    static const double paid[] = {0.1, 0.2, 0.3};
    double sums[2];
    for (int backwards = 0; backwards < 2; backwards++) {
        fixture made = set_up();
        for (int i = 0; i < 3; i++)
            account(&made, "2015-12", NULL, "4", paid[backwards ? 2 - i : i]);
        sums[backwards] = assess(&made)->spending[0].spent;
        ladle_arena_free(made.arena);
    }
    cr_expect_eq(sums[0], sums[1]);
}

Test(accounts, numbers_beyond_measure_stay_numbers)
{
    fixture made = set_up();
    add_target(made.study, made.north, LADLE_MEASURE_SPENDING, NULL, 1e-300, "2016");
    account(&made, "2015-12", NULL, "4", DBL_MAX);
    account(&made, "2015-12", NULL, "4", DBL_MAX);
    const ladle_activity *activity = assess(&made);
    cr_expect_eq(activity->spending[0].spent, DBL_MAX);
    cr_expect_eq(activity->targets[0].actual, DBL_MAX);
    cr_expect_eq(activity->targets[0].share, DBL_MAX);
    ladle_arena_free(made.arena);
}

Test(targets, count_up_over_the_waves)
{
    fixture made = set_up();
    ladle_wave *later = add_wave(made.study, "w2", "2016-04/2016-12");
    add_target(made.study, made.north, LADLE_MEASURE_VISITS, "4", 4, "2016");
    add_target(made.study, made.north, LADLE_MEASURE_VISITS, NULL, 4, "2016");
    add_target(made.study, made.north, LADLE_MEASURE_JOINT_VISITS, NULL, 1, "2016");
    add_target(made.study, made.north, LADLE_MEASURE_FIRMS_IDENTIFIED, NULL, 1, "2016");
    add_target(made.study, made.north, LADLE_MEASURE_FIRMS_COMMITTED, "4", 1, "2016");
    add_target(made.study, made.north, LADLE_MEASURE_MEETINGS, "none such", 1, "2016");
    add_target(made.study, made.north, LADLE_MEASURE_SPENDING, "4", 1, "2016");
    add_target(made.study, made.north, LADLE_MEASURE_SPENDING, "none such", 1, "2016");
    set_visit(gather(&made, LADLE_VISIT, "2015-11-01", made.anna, made.bo, NULL), "4", "f1",
              LADLE_COMMITTED);
    set_visit(gather(&made, LADLE_VISIT, "2015-11-02", NULL), "1", "f1", LADLE_IDENTIFIED);
    set_visit(gather(&made, LADLE_VISIT, "2015-11-03", NULL), "4", NULL, LADLE_COMMITTED);
    set_visit(gather(&made, LADLE_VISIT, "2015-11-04", NULL), NULL, "f2", LADLE_NO_AGREEMENT);
    gather(&made, LADLE_MEETING, "2015-11-05", NULL);
    account(&made, "2015-11", NULL, "4", 7);
    ladle_record *second = gather(&made, LADLE_VISIT, "2016-05-01", NULL);
    set_visit(second, "4", "f3", LADLE_IDENTIFIED);
    second->wave = later;
    const ladle_results *results = ladle_assess(made.arena, made.study);
    static const double wanted[2][8] = {{2, 4, 1, 1, 1, 1, 7, 0}, {3, 5, 1, 2, 1, 1, 7, 0}};
    for (unsigned w = 0; w < 2; w++) {
        const ladle_activity *activity = &results->partnerships[0].waves[w].activity;
        cr_assert_eq(activity->n_targets, 8);
        for (unsigned i = 0; i < 8; i++)
            cr_expect_eq(activity->targets[i].actual, wanted[w][i], "wave %u, target %u: %f", w, i,
                         activity->targets[i].actual);
    }
    cr_expect_eq(results->partnerships[0].waves[0].activity.targets[0].share, 0.5);
    ladle_arena_free(made.arena);
}

/* What a target has come to in the only wave. */
static double actual_of(fixture *made, double *after)
{
    const ladle_activity *activity = assess(made);
    *after = activity->targets[0].after;
    return activity->targets[0].actual;
}

Test(targets, count_to_their_deadline_and_apart_what_comes_later)
{
    static const struct {
        const char *due, *revised;
        unsigned actual, after;
    } table[] = {
        {"2015-10-31", NULL, 2, 2}, /* the day itself counts, the day after does not */
        {"2015-10", NULL, 2, 2},    /* a deadline is over when its last day is */
        {"2015-10-30", NULL, 1, 3},
        {"2015-10-30", "2015-11-01", 3, 1}, /* a revised deadline counts in place of the first */
        {"2016", "2015-10-31", 2, 2},
        {"2015-10-30", "2015-10/..", 4, 0}, /* an open one never passes */
        {"2015-10-30/", NULL, 4, 0},
        {"../2015-10-30", NULL, 1, 3},
        {"2014", NULL, 1, 3}, /* a visit with an open first day is early enough */
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        fixture made = set_up();
        add_target(made.study, made.north, LADLE_MEASURE_VISITS, NULL, 4, table[i].due);
        if (table[i].revised)
            revise_target(made.study, made.north, table[i].revised);
        gather(&made, LADLE_VISIT, "2015-11-02", NULL);
        gather(&made, LADLE_VISIT, "2015-10-31/2016", NULL);
        gather(&made, LADLE_VISIT, "2015-11-01", NULL);
        gather(&made, LADLE_VISIT, "../2020", NULL);
        double after, actual = actual_of(&made, &after);
        cr_expect_eq(actual, table[i].actual, "%s: %f", table[i].due, actual);
        cr_expect_eq(after, table[i].after, "%s: %f after", table[i].due, after);
        ladle_arena_free(made.arena);
    }
}

Test(targets, each_has_its_own_deadline)
{
    fixture made = set_up();
    add_target(made.study, made.north, LADLE_MEASURE_VISITS, NULL, 1, "2016-02");
    add_target(made.study, made.north, LADLE_MEASURE_VISITS, NULL, 1, "2015-11");
    gather(&made, LADLE_VISIT, "2016-01-01", NULL);
    gather(&made, LADLE_VISIT, "2015-11-01", NULL);
    const ladle_activity *activity = assess(&made);
    cr_expect_str_eq(activity->targets[0].target->due.text, "2016-02", "document order stays");
    cr_expect_eq(activity->targets[0].actual, 2);
    cr_expect_eq(activity->targets[1].actual, 1);
    cr_expect_eq(activity->targets[1].after, 1);
    ladle_arena_free(made.arena);
}

Test(targets, a_firm_counts_once_however_its_name_is_written)
{
    fixture made = set_up();
    add_target(made.study, made.north, LADLE_MEASURE_FIRMS_IDENTIFIED, NULL, 4, "2015-11-03");
    static const char *const firms[] = {"\u00c5l", "A\u030al", "\u00e5l", "\u00c5l"};
    static const char *const dates[] = {"2015-11-01", "2015-11-02", "2015-11-03", "2015-11-04"};
    for (int i = 0; i < 4; i++)
        set_visit(gather(&made, LADLE_VISIT, dates[i], NULL), NULL, firms[i], LADLE_IDENTIFIED);
    double after, actual = actual_of(&made, &after);
    cr_expect_eq(actual, 2, "case counts, the form of a letter does not");
    cr_expect_eq(after, 0, "a firm that was counted does not count again");
    ladle_arena_free(made.arena);
}
