#include "study/contradictions.h"

/* The event that says when a partnership was formed: its own, else that of all. */
static const ladle_event *formed_event(const ladle_study *study,
                                       const ladle_partnership *partnership)
{
    const ladle_event *common = NULL;
    for (unsigned i = 0; i < study->n_events; i++) {
        const ladle_event *event = study->events[i];
        if (event->kind != LADLE_EVENT_FORMED)
            continue;
        if (event->partnership == partnership)
            return event;
        if (!event->partnership && !common)
            common = event;
    }
    return common;
}

static const ladle_event **formed_events(const ladle_study *study)
{
    const ladle_event **events = g_new0(const ladle_event *, study->n_partnerships + 1);
    for (unsigned i = 0; i < study->n_partnerships; i++)
        events[i] = formed_event(study, study->partnerships[i]);
    return events;
}

static void look_at_record(GArray *found, const ladle_record *record,
                           const ladle_event *const *formed)
{
    for (unsigned i = 0; i < record->n_partnerships; i++) {
        const ladle_event *event = formed[record->partnerships[i]->index];
        if (event && record->date.last < event->date.first) {
            ladle_contradiction early = {.kind = LADLE_BEFORE_FORMED,
                                         .record = record,
                                         .partnership = record->partnerships[i],
                                         .formed = event};
            g_array_append_val(found, early);
        }
    }
    if (record->kind == LADLE_OBSERVATION && record->meeting &&
        (record->date.last < record->meeting->date.first ||
         record->date.first > record->meeting->date.last)) {
        ladle_contradiction other = {.kind = LADLE_OBSERVATION_DATE,
                                     .record = record,
                                     .partnership =
                                         record->n_partnerships ? record->partnerships[0] : NULL};
        g_array_append_val(found, other);
    }
}

/* Who was present at the held meetings of each group: "group index:person index". */
static guint64 presence_key(const ladle_group *group, const ladle_person *person)
{
    return (guint64)group->index << 32 | person->index;
}

static GHashTable *presences(const ladle_study *study, gboolean *met)
{
    GHashTable *present = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (unsigned i = 0; i < study->n_records; i++) {
        const ladle_record *record = study->records[i];
        if (record->kind != LADLE_MEETING || record->status != LADLE_HELD || !record->group)
            continue;
        for (unsigned k = 0; k < record->n_present; k++) {
            if (!record->present[k].person)
                continue;
            met[record->group->index] = TRUE;
            guint64 key = presence_key(record->group, record->present[k].person);
            g_hash_table_add(present, g_memdup2(&key, sizeof key));
        }
    }
    return present;
}

static void look_at_groups(GArray *found, const ladle_study *study)
{
    gboolean *met = g_new0(gboolean, study->n_groups + 1);
    GHashTable *present = presences(study, met);
    for (unsigned i = 0; i < study->n_groups; i++) {
        const ladle_group *group = study->groups[i];
        for (unsigned k = 0; met[i] && k < group->n_seats; k++) {
            guint64 key = presence_key(group, group->seats[k].person);
            if (g_hash_table_contains(present, &key))
                continue;
            ladle_contradiction absent = {.kind = LADLE_NEVER_PRESENT,
                                          .partnership = group->owner,
                                          .group = group,
                                          .seat = &group->seats[k]};
            g_array_append_val(found, absent);
        }
    }
    g_hash_table_unref(present);
    g_free(met);
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
