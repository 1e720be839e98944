#include "analysis/activity.h"

#include <float.h>
#include <math.h>
#include <string.h>

ladle_counter ladle_counter_new(ladle_arena *arena, const ladle_study *study)
{
    return (ladle_counter){
        .arena = arena,
        .study = study,
        .wave = ladle_tallies_new(),
        .by_deadline = ladle_tallies_new(),
        .so_far = g_ptr_array_new(),
        .days = g_array_new(FALSE, FALSE, sizeof(ladle_day)),
        .met = g_array_new(FALSE, FALSE, sizeof(unsigned)),
        .presences = LADLE_NEW_ARRAY(arena, unsigned, study->n_persons),
        .latest_of_person = LADLE_NEW_ARRAY(arena, const ladle_record *, study->n_persons),
        .sector_seen = LADLE_NEW_ARRAY(arena, unsigned, study->framework->n_sectors)};
}

void ladle_counter_free(ladle_counter *counter)
{
    ladle_tallies_free(counter->wave);
    ladle_tallies_free(counter->by_deadline);
    g_ptr_array_free(counter->so_far, TRUE);
    g_array_free(counter->days, TRUE);
    g_array_free(counter->met, TRUE);
}

void ladle_counter_start(ladle_counter *counter)
{
    g_ptr_array_set_size(counter->so_far, 0);
}

/* ------------------------------------------------------------------------------- presence */

static const ladle_sector *sector_of(const ladle_presence *present)
{
    const ladle_organisation *organisation =
        present->organisation ? present->organisation : present->person->organisation;
    return organisation ? organisation->sector : NULL;
}

/* The number of different sectors present, but for one person (NULL: everybody counts). With `at`,
 * each of them is counted there. */
static unsigned count_sectors(ladle_counter *counter, const ladle_record *record,
                              const ladle_person *but, unsigned *at)
{
    unsigned sectors = 0;
    counter->sector_round++;
    for (unsigned i = 0; i < record->n_present; i++) {
        const ladle_sector *sector = sector_of(&record->present[i]);
        if (!sector || (but && record->present[i].person == but) ||
            counter->sector_seen[sector->index] == counter->sector_round)
            continue;
        counter->sector_seen[sector->index] = counter->sector_round;
        sectors++;
        if (at)
            at[sector->index]++;
    }
    return sectors;
}

/* Counts the sectors at a held meeting or visit. Returns their number. */
static unsigned count_presence(ladle_counter *counter, const ladle_record *record,
                               ladle_presence_counts *counts, unsigned *at)
{
    if (record->n_present == 0)
        return 0;
    unsigned sectors = count_sectors(counter, record, NULL, at);
    counts->recorded++;
    counts->at = at;
    counts->one_sector += sectors == 1;
    counts->two_sectors += sectors == 2;
    counts->three_or_more += sectors > 2;
    return sectors;
}

/* ----------------------------------------------------------------------------- key person */

static bool is_held(const ladle_record *record)
{
    return (record->kind == LADLE_MEETING || record->kind == LADLE_VISIT) &&
           record->status == LADLE_HELD;
}

/* Counts every person present once. Returns whether there was any. */
static bool count_persons(ladle_counter *counter, const ladle_record *record)
{
    bool any = false;
    for (unsigned i = 0; i < record->n_present; i++) {
        const ladle_person *person = record->present[i].person;
        if (!person)
            continue;
        any = true;
        if (counter->latest_of_person[person->index] == record)
            continue;
        counter->latest_of_person[person->index] = record;
        if (counter->presences[person->index]++ == 0)
            g_array_append_val(counter->met, person->index);
    }
    return any;
}

/* The person with the highest count; of several, the one whose id comes first. */
static const ladle_person *most_present(const ladle_counter *counter)
{
    const ladle_person *best = NULL;
    for (guint i = 0; i < counter->met->len; i++) {
        const ladle_person *person =
            counter->study->persons[g_array_index(counter->met, unsigned, i)];
        int more =
            best ? (int)counter->presences[person->index] - (int)counter->presences[best->index]
                 : 1;
        if (more > 0 || (more == 0 && strcmp(person->id, best->id) < 0))
            best = person;
    }
    return best;
}

static void forget_persons(ladle_counter *counter)
{
    for (guint i = 0; i < counter->met->len; i++) {
        unsigned person = g_array_index(counter->met, unsigned, i);
        counter->presences[person] = 0;
        counter->latest_of_person[person] = NULL;
    }
    g_array_set_size(counter->met, 0);
}

static bool has_person(const ladle_record *record)
{
    for (unsigned i = 0; i < record->n_present; i++)
        if (record->present[i].person)
            return true;
    return false;
}

/* Of the meetings and visits with a person and with two sectors or more, the share that would
 * still have two without the key person. */
static double share_without(ladle_counter *counter, const ladle_wave_result *result,
                            const ladle_person *key)
{
    unsigned joint = 0, still = 0;
    for (unsigned i = 0; i < result->n_records; i++) {
        const ladle_record *record = result->records[i];
        if (!is_held(record) || !has_person(record) ||
            count_sectors(counter, record, NULL, NULL) < 2)
            continue;
        joint++;
        still += count_sectors(counter, record, key, NULL) >= 2;
    }
    return joint > 0 ? (double)still / joint : NAN;
}

static void find_key_person(ladle_counter *counter, const ladle_wave_result *result,
                            ladle_activity *activity)
{
    unsigned recorded = 0;
    for (unsigned i = 0; i < result->n_records; i++)
        if (is_held(result->records[i]))
            recorded += count_persons(counter, result->records[i]);
    activity->key_share = activity->key_without = NAN;
    if (recorded > 0) {
        activity->key_person = most_present(counter);
        activity->key_share = (double)counter->presences[activity->key_person->index] / recorded;
        activity->key_without = share_without(counter, result, activity->key_person);
    }
    forget_persons(counter);
}

/* ------------------------------------------------------------------------------- meetings */

static void add_status(ladle_meeting_counts *counts, ladle_status status)
{
    counts->held += status == LADLE_HELD;
    counts->cancelled += status == LADLE_CANCELLED;
    counts->moved += status == LADLE_MOVED;
}

static void count_meeting(ladle_counter *counter, const ladle_record *meeting,
                          ladle_activity *activity, unsigned *at)
{
    add_status(&activity->meetings, meeting->status);
    if (meeting->group)
        add_status(&activity->by_group[meeting->group->kind], meeting->status);
    if (meeting->status != LADLE_HELD)
        return;
    if (ladle_date_is_day(&meeting->date))
        g_array_append_val(counter->days, meeting->date.first);
    count_presence(counter, meeting, &activity->at_meetings, at);
    for (unsigned i = 0; i < meeting->n_items; i++) {
        ladle_agenda *agenda = &activity->agenda[meeting->items[i].kind];
        agenda->items++;
        if (meeting->items[i].has_minutes)
            agenda->minutes += meeting->items[i].minutes;
    }
}

static gint compare_days(gconstpointer a, gconstpointer b)
{
    return *(const ladle_day *)a - *(const ladle_day *)b;
}

/* The longest time between two successive days, in days; -1 with fewer than two. */
static int longest_gap(GArray *days)
{
    int longest = -1;
    g_array_sort(days, compare_days);
    for (guint i = 1; i < days->len; i++)
        longest =
            MAX(longest, g_array_index(days, ladle_day, i) - g_array_index(days, ladle_day, i - 1));
    return longest;
}

static int month_of(ladle_day day)
{
    int year, month, day_of_month;
    ladle_day_split(day, &year, &month, &day_of_month);
    return year * 12 + month - 1;
}

static double per_month(unsigned held, const ladle_wave *wave)
{
    if (wave->dates.first == LADLE_OPEN_FIRST || wave->dates.last == LADLE_OPEN_LAST)
        return NAN;
    return (double)held / (month_of(wave->dates.last) - month_of(wave->dates.first) + 1);
}

static void share_agenda(ladle_agenda *agenda)
{
    double minutes = 0;
    for (unsigned i = 0; i < LADLE_ITEM_KINDS; i++)
        minutes += agenda[i].minutes;
    for (unsigned i = 0; i < LADLE_ITEM_KINDS; i++)
        agenda[i].share = minutes > 0 ? agenda[i].minutes / minutes : NAN;
}

/* ------------------------------------------------------------------------ visits, accounts */

static void count_visit(ladle_counter *counter, const ladle_record *visit, ladle_activity *activity,
                        unsigned *at)
{
    if (visit->status != LADLE_HELD)
        return;
    bool joint = count_presence(counter, visit, &activity->at_visits, at) >= 2;
    activity->visits_held++;
    activity->visits_joint += joint;
    ladle_tally_visit(counter->wave, visit, joint);
}

/* An account paper is due on the 10th of the month after the one it is about. */
static bool is_late(const ladle_record *account)
{
    if (!account->submitted || account->submitted->first == LADLE_OPEN_FIRST ||
        account->date.first == LADLE_OPEN_FIRST)
        return false;
    int month = month_of(account->date.first) + 1;
    return account->submitted->first > ladle_day_from(month / 12, month % 12 + 1, 10);
}

static void count_account(ladle_counter *counter, const ladle_record *account,
                          ladle_activity *activity)
{
    activity->papers++;
    activity->late += is_late(account);
    ladle_tally_account(counter->wave, account);
}

/* -------------------------------------------------------------------------------- targets */

ladle_day ladle_target_deadline(const ladle_target *target)
{
    return target->revised ? target->revised->last : target->due.last;
}

static gint compare_first_days(gconstpointer a, gconstpointer b)
{
    const ladle_record *const *left = a, *const *right = b;
    return ((*left)->date.first > (*right)->date.first) -
           ((*left)->date.first < (*right)->date.first);
}

static gint compare_deadlines(gconstpointer a, gconstpointer b)
{
    ladle_day left = ladle_target_deadline(((const ladle_target_result *)a)->target);
    ladle_day right = ladle_target_deadline(((const ladle_target_result *)b)->target);
    return (left > right) - (left < right);
}

static gint compare_document_order(gconstpointer a, gconstpointer b)
{
    const ladle_target *left = ((const ladle_target_result *)a)->target;
    const ladle_target *right = ((const ladle_target_result *)b)->target;
    return (left > right) - (left < right);
}

/* Adds what counts for targets and begins on `last` at the latest, from the place `next` among the
 * records so far. Returns the place after it. */
static guint tally_until(ladle_counter *counter, guint next, ladle_day last)
{
    for (; next < counter->so_far->len; next++) {
        const ladle_record *record = g_ptr_array_index(counter->so_far, next);
        if (record->date.first > last)
            break;
        if (record->kind == LADLE_MEETING)
            ladle_tally_meeting(counter->by_deadline);
        else if (record->kind == LADLE_VISIT)
            ladle_tally_visit(counter->by_deadline, record,
                              count_sectors(counter, record, NULL, NULL) >= 2);
        else
            ladle_tally_account(counter->by_deadline, record);
    }
    return next;
}

static void remember_for_targets(ladle_counter *counter, const ladle_wave_result *result)
{
    for (unsigned i = 0; i < result->n_records; i++)
        if (is_held(result->records[i]) || result->records[i]->kind == LADLE_ACCOUNT)
            g_ptr_array_add(counter->so_far, (gpointer)result->records[i]);
    g_ptr_array_sort(counter->so_far, compare_first_days);
}

/* Goes once through the records so far and through the targets, both by day. */
static void measure_targets(ladle_counter *counter, ladle_wave_result *result)
{
    const ladle_partnership *partnership = result->partnership;
    unsigned n = partnership->n_targets;
    if (n == 0)
        return;
    ladle_target_result *targets = LADLE_NEW_ARRAY(counter->arena, ladle_target_result, n);
    for (unsigned i = 0; i < n; i++)
        targets[i].target = &partnership->targets[i];
    qsort(targets, n, sizeof *targets, compare_deadlines);
    remember_for_targets(counter, result);
    ladle_tallies_clear(counter->by_deadline);
    guint next = 0;
    for (unsigned i = 0; i < n; i++) {
        next = tally_until(counter, next, ladle_target_deadline(targets[i].target));
        targets[i].actual = ladle_tally_of(counter->by_deadline, targets[i].target);
        targets[i].share = fmin(targets[i].actual / targets[i].target->value, DBL_MAX);
    }
    tally_until(counter, next, LADLE_OPEN_LAST);
    for (unsigned i = 0; i < n; i++)
        targets[i].after =
            ladle_tally_of(counter->by_deadline, targets[i].target) - targets[i].actual;
    qsort(targets, n, sizeof *targets, compare_document_order);
    result->activity.targets = targets;
    result->activity.n_targets = n;
}

/* -------------------------------------------------------------------------------- overlap */

static void count_overlap(const ladle_seats *seats, ladle_activity *activity)
{
    const unsigned steering = 1u << LADLE_GROUP_STEERING;
    const unsigned consultant = 1u << LADLE_GROUP_CONSULTANT;
    for (guint i = 0; i < seats->seated->len; i++) {
        unsigned kinds = seats->kinds[g_array_index(seats->seated, unsigned, i)];
        activity->overlap_both += (kinds & steering) && (kinds & consultant);
        activity->overlap_either += (kinds & (steering | consultant)) != 0;
    }
}

void ladle_count_activity(ladle_counter *counter, const ladle_seats *seats,
                          ladle_wave_result *result)
{
    ladle_activity *activity = &result->activity;
    unsigned n_sectors = counter->study->framework->n_sectors;
    unsigned *at_meetings = LADLE_NEW_ARRAY(counter->arena, unsigned, n_sectors);
    unsigned *at_visits = LADLE_NEW_ARRAY(counter->arena, unsigned, n_sectors);
    ladle_tallies_clear(counter->wave);
    g_array_set_size(counter->days, 0);
    for (unsigned i = 0; i < result->n_records; i++) {
        const ladle_record *record = result->records[i];
        if (record->kind == LADLE_MEETING)
            count_meeting(counter, record, activity, at_meetings);
        else if (record->kind == LADLE_VISIT)
            count_visit(counter, record, activity, at_visits);
        else if (record->kind == LADLE_ACCOUNT)
            count_account(counter, record, activity);
    }
    activity->per_month = per_month(activity->meetings.held, result->wave);
    activity->longest_gap = longest_gap(counter->days);
    share_agenda(activity->agenda);
    activity->visits = ladle_tally_visits(counter->wave, counter->arena, &activity->n_visits);
    activity->spending = ladle_tally_spending(counter->wave, counter->arena, &activity->n_spending);
    count_overlap(seats, activity);
    find_key_person(counter, result, activity);
    measure_targets(counter, result);
}
