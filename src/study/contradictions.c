#include "study/contradictions.h"

/* ------------------------------------------------------------------------- formed partnerships */

/* Whether the event says more about the partnership than the one known so far: its own events go
 * before those of the whole programme, and of several the earliest counts. */
static bool says_more(const ladle_event *event, const ladle_event *known)
{
    if (!known || (event->partnership && !known->partnership))
        return true;
    return !event->partnership == !known->partnership && event->date.first < known->date.first;
}

/* For each partnership the event that formed it; NULL: not known. */
static const ladle_event **formed_events(const ladle_study *study)
{
    const ladle_event **events = g_new0(const ladle_event *, study->n_partnerships + 1);
    const ladle_event *common = NULL;
    for (unsigned i = 0; i < study->n_events; i++) {
        const ladle_event *event = study->events[i];
        if (event->kind != LADLE_EVENT_FORMED)
            continue;
        const ladle_event **place =
            event->partnership ? &events[event->partnership->index] : &common;
        if (says_more(event, *place))
            *place = event;
    }
    for (unsigned i = 0; i < study->n_partnerships; i++)
        if (!events[i])
            events[i] = common;
    return events;
}

/* -------------------------------------------------------------------------------------- records */

static bool lie_apart(const ladle_date *a, const ladle_date *b)
{
    return a->last < b->first || b->last < a->first;
}

static void look_at_record(GArray *found, const ladle_record *record,
                           const ladle_event *const *formed)
{
    for (unsigned i = 0; i < record->n_partnerships; i++) {
        const ladle_event *event = formed[record->partnerships[i]->index];
        if (!event || record->date.last >= event->date.first)
            continue;
        ladle_contradiction early = {.kind = LADLE_BEFORE_FORMED,
                                     .record = record,
                                     .partnership = record->partnerships[i],
                                     .formed = event};
        g_array_append_val(found, early);
    }
    if (record->kind == LADLE_OBSERVATION && record->meeting &&
        lie_apart(&record->date, &record->meeting->date)) {
        ladle_contradiction other = {.kind = LADLE_OBSERVATION_DATE,
                                     .record = record,
                                     .partnership =
                                         record->n_partnerships ? record->partnerships[0] : NULL};
        g_array_append_val(found, other);
    }
}

/* --------------------------------------------------------------------------------------- groups */

static bool in_office(const ladle_seat *seat, const ladle_record *meeting)
{
    ladle_day first = seat->from ? seat->from->first : LADLE_OPEN_FIRST;
    ladle_day last = seat->to ? seat->to->last : LADLE_OPEN_LAST;
    return first <= meeting->date.last && meeting->date.first <= last;
}

static bool names_persons(const ladle_record *record)
{
    for (unsigned i = 0; i < record->n_present; i++)
        if (record->present[i].person)
            return true;
    return false;
}

/* For each group its held meetings that say who was present. */
static GPtrArray **meetings_of_groups(const ladle_study *study)
{
    GPtrArray **meetings = g_new0(GPtrArray *, study->n_groups + 1);
    for (unsigned i = 0; i < study->n_groups; i++)
        meetings[i] = g_ptr_array_new();
    for (unsigned i = 0; i < study->n_records; i++) {
        ladle_record *record = study->records[i];
        if (record->kind == LADLE_MEETING && record->status == LADLE_HELD && record->group &&
            names_persons(record))
            g_ptr_array_add(meetings[record->group->index], record);
    }
    return meetings;
}

/* For each person the meetings that it was present at. */
static GHashTable *meetings_of_persons(const GPtrArray *meetings)
{
    GHashTable *attended =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (unsigned i = 0; i < meetings->len; i++) {
        const ladle_record *meeting = meetings->pdata[i];
        for (unsigned j = 0; j < meeting->n_present; j++) {
            gpointer person = (gpointer)meeting->present[j].person;
            GPtrArray *own = g_hash_table_lookup(attended, person);
            if (!own)
                g_hash_table_insert(attended, person, own = g_ptr_array_new());
            g_ptr_array_add(own, (gpointer)meeting);
        }
    }
    return attended;
}

static int compare_days(gconstpointer a, gconstpointer b)
{
    ladle_day x = *(const ladle_day *)a, y = *(const ladle_day *)b;
    return (x > y) - (x < y);
}

/* How many of the sorted days lie before `day`. */
static unsigned count_before(const GArray *days, ladle_day day)
{
    unsigned from = 0, to = days->len;
    while (from < to) {
        unsigned middle = from + (to - from) / 2;
        if (g_array_index(days, ladle_day, middle) < day)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* What is asked of the meetings of a group once for each seat. */
typedef struct {
    GHashTable *attended;  /* person to a GPtrArray of meetings */
    GArray *begins, *ends; /* of ladle_day: first and last days of all meetings, sorted */
} group_meetings;

static group_meetings look_through(const GPtrArray *meetings)
{
    group_meetings all = {meetings_of_persons(meetings),
                          g_array_new(FALSE, FALSE, sizeof(ladle_day)),
                          g_array_new(FALSE, FALSE, sizeof(ladle_day))};
    for (unsigned i = 0; i < meetings->len; i++) {
        const ladle_record *meeting = meetings->pdata[i];
        g_array_append_val(all.begins, meeting->date.first);
        g_array_append_val(all.ends, meeting->date.last);
    }
    g_array_sort(all.begins, compare_days);
    g_array_sort(all.ends, compare_days);
    return all;
}

static void forget(group_meetings *all)
{
    g_hash_table_unref(all->attended);
    g_array_unref(all->begins);
    g_array_unref(all->ends);
}

/* The meetings in the time of the seat: all but those that end before it or begin after it. */
static unsigned count_in_office(const group_meetings *all, const ladle_seat *seat)
{
    unsigned ended = seat->from ? count_before(all->ends, seat->from->first) : 0;
    unsigned begun = seat->to ? count_before(all->begins, seat->to->last + 1) : all->begins->len;
    return begun > ended ? begun - ended : 0; /* a seat may end before it begins */
}

/* Only meetings in the time of the seat count. */
static void look_at_seat(GArray *found, const ladle_group *group, const ladle_seat *seat,
                         const group_meetings *all)
{
    const GPtrArray *attended = g_hash_table_lookup(all->attended, seat->person);
    for (unsigned i = 0; attended && i < attended->len; i++)
        if (in_office(seat, attended->pdata[i]))
            return;
    ladle_contradiction absent = {.kind = LADLE_NEVER_PRESENT,
                                  .partnership = group->owner,
                                  .group = group,
                                  .seat = seat,
                                  .n_meetings = count_in_office(all, seat)};
    if (absent.n_meetings)
        g_array_append_val(found, absent);
}

static void look_at_groups(GArray *found, const ladle_study *study)
{
    GPtrArray **meetings = meetings_of_groups(study);
    for (unsigned i = 0; i < study->n_groups; i++) {
        const ladle_group *group = study->groups[i];
        group_meetings all = look_through(meetings[i]);
        for (unsigned k = 0; k < group->n_seats; k++)
            look_at_seat(found, group, &group->seats[k], &all);
        forget(&all);
        g_ptr_array_free(meetings[i], TRUE);
    }
    g_free(meetings);
}

GArray *ladle_contradictions(const ladle_study *study)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(ladle_contradiction));
    const ladle_event **formed = formed_events(study);
    for (unsigned i = 0; i < study->n_records; i++)
        look_at_record(found, study->records[i], formed);
    look_at_groups(found, study);
    g_free(formed);
    return found;
}
