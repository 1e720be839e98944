#include "study/check.h"
#include "study/members.h"

#include <string.h>

/* ---------------------------------------------------------------------------------- groups */

/* Each partnership's own groups, with room for those it shares. */
static void start_all_groups(ladle_reader *reader, ladle_partnership *p, unsigned n_shared)
{
    const ladle_group **all =
        LADLE_NEW_ARRAY(reader->arena, const ladle_group *, p->n_groups + n_shared);
    for (unsigned i = 0; i < p->n_groups; i++)
        all[i] = p->groups[i];
    p->all_groups = all;
    p->n_all_groups = p->n_groups;
}

void ladle_resolve_groups(ladle_reader *reader)
{
    ladle_study *study = reader->study;
    /* A <study> that breaks off hands its partnerships over to nobody. */
    if (!study->n_partnerships)
        return;
    unsigned *n_shared = g_new0(unsigned, study->n_partnerships);
    for (unsigned i = 0; i < reader->shared->len; i++)
        n_shared[g_array_index(reader->shared, ladle_shared, i).partnership->index]++;
    for (unsigned i = 0; i < study->n_partnerships; i++)
        start_all_groups(reader, study->partnerships[i], n_shared[i]);
    g_free(n_shared);
    ladle_pairs *known = ladle_group_pairs(study);
    for (unsigned i = 0; i < reader->shared->len; i++) {
        const ladle_shared *shared = &g_array_index(reader->shared, ladle_shared, i);
        ladle_partnership *p = shared->partnership;
        const ladle_group *group =
            ladle_names_resolve(reader->names, LADLE_KIND_GROUP, shared->id, "shared-group",
                                shared->pos, reader->diagnostics);
        if (group && ladle_pairs_add(known, p->index, group->index))
            p->all_groups[p->n_all_groups++] = group;
    }
    ladle_pairs_free(known);
}

/* -------------------------------------------------------------------------------- postponed */

void ladle_resolve_pending(ladle_reader *reader)
{
    for (unsigned i = 0; i < reader->pending->len; i++) {
        const ladle_pending *p = &g_array_index(reader->pending, ladle_pending, i);
        unsigned errors = ladle_diag_count(reader->diagnostics, LADLE_ERROR);
        void *thing =
            ladle_names_resolve(reader->names, p->kind, p->id, p->in, p->pos, reader->diagnostics);
        if (ladle_diag_count(reader->diagnostics, LADLE_ERROR) > errors)
            ladle_reader_break(reader, p->owner);
        if (p->slot && thing && !g_hash_table_contains(reader->broken, thing))
            *p->slot = thing;
    }
}

/* ------------------------------------------------------------------------------ title page */

static const ladle_round_line *same_round(ladle_round_line *const *lines, unsigned n,
                                          const ladle_wave *wave)
{
    for (unsigned i = 0; i < n; i++)
        if (lines[i]->wave == wave && (wave || !lines[i]->wave_id))
            return lines[i];
    return NULL;
}

static void resolve_lines(ladle_reader *reader, ladle_round_line *const *lines, unsigned n,
                          const char *name)
{
    for (unsigned i = 0; i < n; i++) {
        ladle_round_line *line = lines[i];
        line->wave = ladle_names_resolve(reader->names, LADLE_KIND_WAVE, line->wave_id, name,
                                         line->wave_pos, reader->diagnostics);
        if (line->wave_id && !line->wave)
            continue;
        const ladle_round_line *first = same_round(lines, i, line->wave);
        if (!first)
            continue;
        if (line->wave)
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_SAME_ROUND, line->pos,
                           "a second <%s> for wave %s; a round has one, so remove one of them",
                           name, line->wave->id);
        else
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_SAME_ROUND, line->pos,
                           "a second <%s> without wave; give it the wave whose reports it is for, "
                           "or remove one of them",
                           name);
        ladle_diag_relate(reader->diagnostics, first->pos, "the first is here");
    }
}

void ladle_resolve_title_page(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    resolve_lines(reader, study->titles, study->n_titles, "title");
    resolve_lines(reader, study->subtitles, study->n_subtitles, "subtitle");
    resolve_lines(reader, study->published, study->n_published, "published");
    if (study->n_titles && !same_round(study->titles, study->n_titles, NULL))
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_TITLE_OF_NO_ROUND, study->titles[0]->pos,
                       "each <title> names a wave; one without is needed, for the reports of all "
                       "other rounds");
}

/* ----------------------------------------------------------------------------------- texts */

ladle_text *ladle_text_next(const ladle_text *top, ladle_text *node)
{
    if (node->first)
        return node->first;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

ladle_text *ladle_text_top(const ladle_text *text)
{
    while (text->parent)
        text = text->parent;
    return (ladle_text *)text;
}

bool ladle_leaves_out(const ladle_study *study, const char *part)
{
    for (unsigned i = 0; i < study->n_left_out; i++)
        if (strcmp(study->left_out[i], part) == 0)
            return true;
    return false;
}

/* ----------------------------------------------------------------------------------- waves */

static bool holds(const ladle_wave *wave, ladle_day day)
{
    return wave->dates.text && wave->dates.first <= day && day <= wave->dates.last;
}

static const ladle_wave *wave_of_day(const ladle_study *study, ladle_day day)
{
    for (unsigned i = 0; i < study->n_waves; i++)
        if (holds(study->waves[i], day))
            return study->waves[i];
    return NULL;
}

/* False: there are no waves, or some whose dates were not understood. */
static bool knows_waves(const ladle_study *study)
{
    for (unsigned i = 0; i < study->n_waves; i++)
        if (!study->waves[i]->dates.text)
            return false;
    return study->n_waves > 0;
}

static void find_wave(ladle_reader *reader, ladle_record *record)
{
    const char *id = record->id;
    if (record->date.first == LADLE_OPEN_FIRST) {
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_NEEDS_WAVE, record->pos,
                       "record %s is dated %s, which has no first day; it needs a wave", id,
                       record->date.text);
        ladle_reader_break(reader, record);
        return;
    }
    record->wave = wave_of_day(reader->study, record->date.first);
    if (record->wave)
        return;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_NO_WAVE, record->pos,
                   "record %s is dated %s, which lies in no wave of the study; mend the date, or "
                   "give the record a wave",
                   id, record->date.text);
    ladle_reader_break(reader, record);
}

static void compare_wave(ladle_reader *reader, const ladle_record *record)
{
    if (!record->wave || record->date.first == LADLE_OPEN_FIRST ||
        holds(record->wave, record->date.first))
        return;
    const ladle_wave *other = wave_of_day(reader->study, record->date.first);
    if (other)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_WAVE_DISAGREES, record->pos,
                       "record %s names wave %s, but its date %s lies in wave %s; wave %s was used",
                       record->id, record->wave->id, record->date.text, other->id,
                       record->wave->id);
}

void ladle_resolve_waves(ladle_reader *reader)
{
    ladle_study *study = reader->study;
    if (!knows_waves(study))
        return;
    for (unsigned i = 0; i < study->n_records; i++) {
        ladle_record *record = study->records[i];
        if (!record->date.text)
            continue;
        if (record->explicit_wave)
            compare_wave(reader, record);
        else
            find_wave(reader, record);
    }
}

/* ---------------------------------------------------------------------------------- rounds */

/* The last day that a date names: of one that is open at its end, the last of its start. */
static ladle_day last_of(const ladle_date *date)
{
    if (!date || !date->text)
        return LADLE_OPEN_FIRST;
    ladle_day last = date->last == LADLE_OPEN_LAST ? date->start.last : date->last;
    return last == LADLE_OPEN_LAST ? LADLE_OPEN_FIRST : last;
}

void ladle_resolve_rounds(ladle_study *study)
{
    /* A <study> that breaks off hands its waves over to nobody, though records name them. */
    if (!study->n_waves)
        return;
    for (unsigned i = 0; i < study->n_waves; i++)
        study->waves[i]->last_day = LADLE_OPEN_FIRST;
    for (unsigned i = 0; i < study->n_records; i++) {
        const ladle_record *record = study->records[i];
        if (!record->wave)
            continue;
        ladle_day *last = &study->waves[record->wave->index]->last_day;
        *last = MAX(*last, MAX(last_of(&record->date), last_of(record->submitted)));
        if (!study->first_round || record->wave->index < study->first_round->index)
            study->first_round = record->wave;
    }
    for (unsigned i = 0; i < study->n_waves; i++)
        if (study->waves[i]->last_day == LADLE_OPEN_FIRST)
            study->waves[i]->last_day = LADLE_OPEN_LAST;
}

/* ----------------------------------------------------------------------------------- seats */

static bool in_office(const ladle_seat *seat, const ladle_wave *wave)
{
    ladle_day first = seat->from ? seat->from->first : LADLE_OPEN_FIRST;
    ladle_day last = seat->to ? seat->to->last : LADLE_OPEN_LAST;
    return first <= wave->dates.last && wave->dates.first <= last;
}

bool ladle_has_seat(const ladle_partnership *partnership, const ladle_person *person,
                    ladle_group_kind kind, const ladle_wave *wave)
{
    for (unsigned i = 0; i < partnership->n_all_groups; i++) {
        const ladle_group *group = partnership->all_groups[i];
        for (unsigned j = 0; group->kind == kind && j < group->n_seats; j++)
            if (group->seats[j].person == person && in_office(&group->seats[j], wave))
                return true;
    }
    return false;
}
