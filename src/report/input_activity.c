#include "report/input_private.h"

#include <math.h>
#include <string.h>

static void add_meeting_counts(xmlNode *node, const ladle_meeting_counts *counts)
{
    ladle_input_count(node, "held", counts->held);
    ladle_input_count(node, "cancelled", counts->cancelled);
    ladle_input_count(node, "moved", counts->moved);
}

static void add_meetings(const ladle_input *input, xmlNode *parent, const ladle_activity *activity)
{
    xmlNode *node = ladle_input_child(input, parent, "meetings");
    add_meeting_counts(node, &activity->meetings);
    ladle_input_real(node, "per-month", activity->per_month);
    if (activity->longest_gap >= 0)
        ladle_input_count(node, "longest-gap", (unsigned)activity->longest_gap);
    for (unsigned kind = 0; kind < LADLE_GROUP_KINDS; kind++) {
        const ladle_meeting_counts *counts = &activity->by_group[kind];
        if (!counts->held && !counts->cancelled && !counts->moved)
            continue;
        xmlNode *group = ladle_input_child(input, node, "group");
        ladle_input_set(group, "kind", ladle_group_kind_name(kind));
        add_meeting_counts(group, counts);
    }
}

static void add_presence(const ladle_input *input, xmlNode *parent, const char *of,
                         const ladle_wave_result *result, const ladle_presence_counts *presence)
{
    const ladle_framework *framework = input->options->study->framework;
    xmlNode *node = ladle_input_child(input, parent, "presence");
    ladle_input_set(node, "of", of);
    ladle_input_count(node, "recorded", presence->recorded);
    ladle_input_count(node, "one-sector", presence->one_sector);
    ladle_input_count(node, "two-sectors", presence->two_sectors);
    ladle_input_count(node, "three-or-more", presence->three_or_more);
    bool untold = false;
    for (unsigned i = 0; presence->recorded && i < framework->n_sectors; i++) {
        if (!ladle_printing_tells_sector(input->options->names, result->partnership, result->wave,
                                         framework->sectors[i])) {
            untold |= presence->at[i] > 0;
            continue;
        }
        xmlNode *sector = ladle_input_child(input, node, "sector");
        ladle_input_set(sector, "id", framework->sectors[i]->id);
        ladle_input_real(sector, "share", (double)presence->at[i] / presence->recorded);
    }
    ladle_input_yes_no(node, "untold", untold);
}

static void add_agenda(const ladle_input *input, xmlNode *parent, const ladle_activity *activity)
{
    for (unsigned kind = 0; kind < LADLE_ITEM_KINDS; kind++) {
        const ladle_agenda *agenda = &activity->agenda[kind];
        if (!agenda->items)
            continue;
        xmlNode *node = ladle_input_child(input, parent, "agenda");
        ladle_input_set(node, "kind", ladle_item_kind_name(kind));
        ladle_input_count(node, "items", agenda->items);
        ladle_input_count(node, "minutes", (unsigned)MIN(agenda->minutes, 4e9));
        ladle_input_real(node, "share", agenda->share);
    }
}

static void add_visits(const ladle_input *input, xmlNode *parent, const ladle_activity *activity)
{
    xmlNode *node = ladle_input_child(input, parent, "visits");
    ladle_input_count(node, "held", activity->visits_held);
    ladle_input_count(node, "joint", activity->visits_joint);
    ladle_input_count(node, "three-or-more", activity->at_visits.three_or_more);
    for (unsigned i = 0; i < activity->n_visits; i++) {
        xmlNode *axis = ladle_input_child(input, node, "axis");
        ladle_input_set(axis, "id", activity->visits[i].axis);
        ladle_input_count(axis, "held", activity->visits[i].held);
        ladle_input_count(axis, "joint", activity->visits[i].joint);
    }
}

static void add_accounts(const ladle_input *input, xmlNode *parent, const ladle_activity *activity)
{
    xmlNode *node = ladle_input_child(input, parent, "accounts");
    ladle_input_count(node, "papers", activity->papers);
    ladle_input_count(node, "late", activity->late);
    for (unsigned i = 0; i < activity->n_spending; i++) {
        xmlNode *axis = ladle_input_child(input, node, "axis");
        ladle_input_set(axis, "id", activity->spending[i].axis);
        ladle_input_real(axis, "spent", activity->spending[i].spent);
    }
}

/* Whether the deadline lies before the end of the wave, as far as its end is known. */
static bool is_passed(const ladle_target_result *result, const ladle_wave *wave)
{
    return result->after > 0 || (wave->dates.last != LADLE_OPEN_LAST &&
                                 ladle_target_deadline(result->target) <= wave->dates.last);
}

static void add_target(const ladle_input *input, xmlNode *parent, const ladle_target_result *result,
                       const ladle_wave *wave)
{
    const ladle_target *target = result->target;
    xmlNode *node = ladle_input_child(input, parent, "target");
    ladle_input_set(node, "measure", ladle_measure_name(target->measure));
    ladle_input_set(node, "axis", target->axis);
    ladle_input_real(node, "value", target->value);
    ladle_input_real(node, "actual", result->actual);
    ladle_input_real(node, "share", result->share);
    ladle_input_real(node, "after", result->after);
    ladle_input_yes_no(node, "passed", is_passed(result, wave));
    ladle_input_date(input, ladle_input_child(input, node, "due"), &target->due);
    if (target->revised)
        ladle_input_date(input, ladle_input_child(input, node, "revised"), target->revised);
}

/* --------------------------------------------------------------------- meetings and visits */

/* The sectors present, as bits, with one person left out (NULL: nobody). */
static guint64 sectors_present(const ladle_record *record, const ladle_person *without)
{
    guint64 sectors = 0;
    for (unsigned i = 0; i < record->n_present; i++) {
        const ladle_presence *presence = &record->present[i];
        const ladle_organisation *organisation =
            presence->person ? presence->person->organisation : presence->organisation;
        if (organisation && (!without || presence->person != without))
            sectors |= G_GUINT64_CONSTANT(1) << (organisation->sector->index % 64);
    }
    return sectors;
}

static bool two_or_more(guint64 sectors)
{
    return (sectors & (sectors - 1)) != 0;
}

static bool is_there(const ladle_record *record, const ladle_person *person)
{
    for (unsigned i = 0; i < record->n_present; i++)
        if (record->present[i].person == person)
            return true;
    return false;
}

/* A held meeting or visit at which some person was recorded as present. */
static bool counts_for_key(const ladle_record *record)
{
    if ((record->kind != LADLE_MEETING && record->kind != LADLE_VISIT) ||
        record->status != LADLE_HELD)
        return false;
    for (unsigned i = 0; i < record->n_present; i++)
        if (record->present[i].person)
            return true;
    return false;
}

static void add_key_person(const ladle_input *input, xmlNode *parent,
                           const ladle_wave_result *result)
{
    const ladle_person *key = result->activity.key_person;
    if (!key)
        return;
    unsigned present = 0, of = 0, joint = 0, without = 0;
    for (unsigned i = 0; i < result->n_records; i++) {
        const ladle_record *record = result->records[i];
        if (!counts_for_key(record))
            continue;
        of++;
        present += is_there(record, key);
        if (two_or_more(sectors_present(record, NULL))) {
            joint++;
            without += two_or_more(sectors_present(record, key));
        }
    }
    xmlNode *node = ladle_input_child(input, parent, "key-person");
    ladle_input_set(node, "words", ladle_name_of_person(input->options->names, key));
    ladle_input_count(node, "present", present);
    ladle_input_count(node, "of", of);
    ladle_input_real(node, "share", result->activity.key_share);
    ladle_input_real(node, "without", result->activity.key_without);
    ladle_input_count(node, "joint", joint);
    ladle_input_count(node, "joint-without", without);
}

void ladle_input_activity(const ladle_input *input, xmlNode *assessment,
                          const ladle_wave_result *result)
{
    const ladle_activity *activity = &result->activity;
    xmlNode *node = ladle_input_child(input, assessment, "activity");
    add_meetings(input, node, activity);
    add_presence(input, node, "meetings", result, &activity->at_meetings);
    add_presence(input, node, "visits", result, &activity->at_visits);
    add_agenda(input, node, activity);
    add_visits(input, node, activity);
    xmlNode *overlap = ladle_input_child(input, node, "overlap");
    ladle_input_count(overlap, "both", activity->overlap_both);
    ladle_input_count(overlap, "either", activity->overlap_either);
    add_key_person(input, node, result);
    add_accounts(input, node, activity);
    for (unsigned i = 0; i < activity->n_targets; i++)
        add_target(input, node, &activity->targets[i], result->wave);
}

/* ------------------------------------------------------------------------------- drawings */

static void add_sequence(const ladle_input *input, xmlNode *parent, const ladle_wave_result *result)
{
    const ladle_person *key = result->activity.key_person;
    if (!key)
        return;
    xmlNode *node = ladle_input_child(input, parent, "sequence");
    GArray *dated = g_array_new(FALSE, FALSE, sizeof(ladle_dated));
    for (unsigned i = 0; i < result->n_records; i++) {
        const ladle_record *record = result->records[i];
        if (!counts_for_key(record))
            continue;
        xmlNode *event = ladle_input_child(input, node, "event");
        ladle_input_set(event, "kind", ladle_record_kind_name(record->kind));
        ladle_input_yes_no(event, "key", is_there(record, key));
        ladle_input_yes_no(event, "joint", two_or_more(sectors_present(record, NULL)));
        ladle_input_yes_no(event, "without", two_or_more(sectors_present(record, key)));
        ladle_dated one = ladle_input_dated(input, &record->date, record->kind, event);
        g_array_append_val(dated, one);
    }
    ladle_input_in_order(node, dated);
    g_array_unref(dated);
}

/* Months are counted from year 0. */
static int month_of(ladle_day day)
{
    int year, month, day_of_month;
    ladle_day_split(day, &year, &month, &day_of_month);
    return year * 12 + month - 1;
}

static int compare_first_days(gconstpointer a, gconstpointer b)
{
    const ladle_record *x = *(const ladle_record *const *)a;
    const ladle_record *y = *(const ladle_record *const *)b;
    return (x->date.first > y->date.first) - (x->date.first < y->date.first);
}

/* Held visits whose month is known, of all waves up to the one reported. */
static GPtrArray *dated_visits(const ladle_input *input, const ladle_partnership *partnership)
{
    GPtrArray *visits = g_ptr_array_new();
    for (unsigned w = 0; w <= input->options->wave->index; w++) {
        const ladle_wave_result *result =
            ladle_result_of(input->options->results, partnership, input->options->study->waves[w]);
        for (unsigned i = 0; i < result->n_records; i++) {
            const ladle_record *record = result->records[i];
            if (record->kind == LADLE_VISIT && record->status == LADLE_HELD &&
                record->date.first != LADLE_OPEN_FIRST && record->date.last != LADLE_OPEN_LAST)
                g_ptr_array_add(visits, (gpointer)record);
        }
    }
    g_ptr_array_sort(visits, compare_first_days);
    return visits;
}

static unsigned count_sectors(guint64 sectors)
{
    return (unsigned)__builtin_popcountll(sectors);
}

static void add_month(const ladle_input *input, xmlNode *parent, int month, unsigned visits,
                      unsigned joint, unsigned three)
{
    char iso[24], label[32];
    g_snprintf(iso, sizeof iso, "%04d-%02d", month / 12, month % 12 + 1);
    g_snprintf(label, sizeof label, "month.short.%d", month % 12 + 1);
    xmlNode *node = ladle_input_child(input, parent, "month");
    ladle_input_set(node, "month", iso);
    ladle_input_set(node, "words",
                    ladle_language_words(input->options->language, input->arena, label, NULL, 0));
    ladle_input_count(node, "visits", visits);
    ladle_input_count(node, "joint", joint);
    ladle_input_count(node, "three", three);
}

static void add_months(const ladle_input *input, xmlNode *parent, const char *axis,
                       const GPtrArray *visits, const ladle_activity *activity, int from, int to)
{
    xmlNode *node = ladle_input_child(input, parent, "months");
    ladle_input_set(node, "axis", axis);
    for (unsigned i = 0; i < activity->n_targets; i++) {
        const ladle_target *target = activity->targets[i].target;
        if (target->measure == LADLE_MEASURE_VISITS && g_strcmp0(target->axis, axis) == 0 &&
            !xmlHasProp(node, BAD_CAST "target")) {
            ladle_input_real(node, "target", target->value);
            ladle_input_yes_no(node, "reached", activity->targets[i].share >= 1);
        }
    }
    unsigned held = 0, joint = 0, three = 0, recorded = 0;
    guint next = 0;
    for (int month = from; month <= to; month++) {
        for (; next < visits->len; next++) {
            const ladle_record *visit = g_ptr_array_index(visits, next);
            if (month_of(visit->date.first) > month)
                break;
            if (g_strcmp0(visit->axis, axis) != 0)
                continue;
            unsigned sectors = count_sectors(sectors_present(visit, NULL));
            held++;
            joint += sectors >= 2;
            three += sectors >= 3;
            recorded += visit->n_present > 0;
        }
        add_month(input, node, month, held, joint, three);
    }
    ladle_input_count(node, "recorded", recorded);
}

void ladle_input_drawings(const ladle_input *input, xmlNode *node, const ladle_wave_result *result)
{
    GPtrArray *visits = dated_visits(input, result->partnership);
    if (visits->len) {
        const ladle_record *first = g_ptr_array_index(visits, 0);
        const ladle_record *last = g_ptr_array_index(visits, visits->len - 1);
        ladle_day end = result->wave->dates.last;
        int to = month_of(end == LADLE_OPEN_LAST ? last->date.first : MAX(end, last->date.first));
        GHashTable *axes = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; i < visits->len; i++) {
            const ladle_record *visit = g_ptr_array_index(visits, i);
            g_hash_table_add(axes, (gpointer)(visit->axis ? visit->axis : ""));
        }
        GList *names = g_list_sort(g_hash_table_get_keys(axes), (GCompareFunc)strcmp);
        for (GList *name = names; name; name = name->next) {
            const char *axis = *(const char *)name->data ? name->data : NULL;
            add_months(input, node, axis, visits, &result->activity, month_of(first->date.first),
                       to);
        }
        g_list_free(names);
        g_hash_table_unref(axes);
    }
    g_ptr_array_unref(visits);
    add_sequence(input, node, result);
}
