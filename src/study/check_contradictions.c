/* What records say against each other and against the study; warnings, as either side may be
 * right. */
#include "study/check.h"
#include "study/contradictions.h"
#include "study/members.h"

/* ----------------------------------------------------------------- the same meeting entered twice
 */

static void check_twice(ladle_reader *reader, GHashTable *seen, const ladle_record *record)
{
    if (record->kind != LADLE_MEETING || !record->group || record->status != LADLE_HELD ||
        !ladle_date_is_day(&record->date))
        return;
    char *key = g_strdup_printf("%u/%d", record->group->index, record->date.first);
    const ladle_record *first = g_hash_table_lookup(seen, key);
    if (!first) {
        g_hash_table_insert(seen, key, (void *)record);
        return;
    }
    g_free(key);
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_MEETING_TWICE, record->pos,
                   "group %s meets twice on %s: meetings %s and %s", record->group->id,
                   record->date.text, first->id, record->id);
    ladle_diag_relate(reader->diagnostics, first->pos, "the first meeting is here");
}

/* -------------------------------------------------------------------------- who was present */

/* Whether the organisation is a member or the lead of a partnership of the record. */
static bool is_member(const ladle_pairs *members, const ladle_record *record,
                      const ladle_organisation *organisation)
{
    for (unsigned i = 0; organisation && i < record->n_partnerships; i++) {
        const ladle_partnership *p = record->partnerships[i];
        if (p->lead == organisation || ladle_pairs_has(members, p->index, organisation->index))
            return true;
    }
    return false;
}

static void check_present(ladle_reader *reader, const ladle_pairs *members,
                          const ladle_record *record)
{
    for (unsigned i = 0; record->n_partnerships && i < record->n_present; i++) {
        const ladle_presence *presence = &record->present[i];
        const ladle_person *person = presence->person;
        const ladle_organisation *organisation =
            person ? person->organisation : presence->organisation;
        if (is_member(members, record, organisation))
            continue;
        if (person)
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_PRESENT_OUTSIDER, presence->pos,
                           "person %s, present at %s, is of no member organisation of its "
                           "partnership",
                           person->id, record->id);
        else
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_PRESENT_OUTSIDER, presence->pos,
                           "organisation %s, present at %s, is no member of its partnership",
                           organisation->id, record->id);
    }
}

/* -------------------------------------------------------------------------- contradictions */

static void tell_never_present(ladle_diagnostics *d, const ladle_contradiction *c)
{
    char *meetings = c->n_meetings == 1
                         ? g_strdup("was not present at its only meeting")
                         : g_strdup_printf("was present at none of its %u meetings", c->n_meetings);
    ladle_diag_add(d, LADLE_DIAG_NEVER_PRESENT, c->seat->pos,
                   "person %s has a seat in group %s, but %s", c->seat->person->id, c->group->id,
                   meetings);
    g_free(meetings);
}

static void tell(ladle_reader *reader, const ladle_contradiction *c)
{
    const ladle_record *record = c->record;
    ladle_diagnostics *d = reader->diagnostics;
    switch (c->kind) {
    case LADLE_BEFORE_FORMED:
        ladle_diag_add(d, LADLE_DIAG_BEFORE_FORMED, record->pos,
                       "record %s of %s lies before partnership %s was formed (%s)", record->id,
                       record->date.text, c->partnership->id, c->formed->date.text);
        ladle_diag_relate(d, c->formed->pos, "it was formed here");
        break;
    case LADLE_OBSERVATION_DATE:
        ladle_diag_add(d, LADLE_DIAG_OBSERVATION_DATE, record->pos,
                       "observation %s is dated %s, but its meeting %s is dated %s", record->id,
                       record->date.text, record->meeting->id, record->meeting->date.text);
        ladle_diag_relate(d, record->meeting->pos, "the meeting is here");
        break;
    case LADLE_NEVER_PRESENT:
        tell_never_present(d, c);
        break;
    }
}

void ladle_check_contradictions(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ladle_pairs *members = ladle_member_pairs(study);
    for (unsigned i = 0; i < study->n_records; i++) {
        check_twice(reader, seen, study->records[i]);
        check_present(reader, members, study->records[i]);
    }
    ladle_pairs_free(members);
    g_hash_table_destroy(seen);
    GArray *found = ladle_contradictions(study);
    for (unsigned i = 0; i < found->len; i++)
        tell(reader, &g_array_index(found, ladle_contradiction, i));
    g_array_free(found, TRUE);
}
