/* Small studies built in memory, without files: the tests of the analysis say what is in them and
 * nothing else. Everything belongs to the study's arena. */
#ifndef LADLE_TEST_MAKE_STUDY_H
#define LADLE_TEST_MAKE_STUDY_H

#include "analysis/results.h"

#include <glib.h>
#include <string.h>

#define MADE static inline G_GNUC_UNUSED

/* Appends an item to an array that is a pointer and a count. */
#define APPEND(arena, items, n, item)                                                              \
    do {                                                                                           \
        void *grown_ = ladle_arena_array((arena), (n) + 1, sizeof *(items));                       \
        if ((n) > 0)                                                                               \
            memcpy(grown_, (items), (n) * sizeof *(items));                                        \
        (items) = grown_;                                                                          \
        (items)[(n)++] = (item);                                                                   \
    } while (0)

MADE ladle_date make_date(const char *text)
{
    ladle_date date;
    const char *wrong = ladle_edtf_parse(text, &date);
    if (wrong)
        g_error("%s: %s", text, wrong);
    return date;
}

MADE ladle_date *new_date(const ladle_study *study, const char *text)
{
    if (!text)
        return NULL;
    ladle_date *date = LADLE_NEW(study->arena, ladle_date);
    *date = make_date(text);
    return date;
}

/* ------------------------------------------------------------------------------ framework */

MADE ladle_framework *framework_of(ladle_study *study)
{
    return (ladle_framework *)study->framework;
}

MADE ladle_level *add_level(ladle_study *study, const char *id, bool is_type)
{
    ladle_framework *f = framework_of(study);
    ladle_level *level = LADLE_NEW(study->arena, ladle_level);
    *level = (ladle_level){.index = f->n_levels, .id = id, .name = id, .is_type = is_type};
    APPEND(study->arena, f->levels, f->n_levels, level);
    return level;
}

MADE ladle_sector *add_sector(ladle_study *study, const char *id)
{
    ladle_framework *f = framework_of(study);
    ladle_sector *sector = LADLE_NEW(study->arena, ladle_sector);
    *sector = (ladle_sector){.index = f->n_sectors, .id = id, .name = id};
    APPEND(study->arena, f->sectors, f->n_sectors, sector);
    return sector;
}

MADE ladle_dimension *add_dimension(ladle_study *study, const char *id)
{
    ladle_framework *f = framework_of(study);
    ladle_dimension *dimension = LADLE_NEW(study->arena, ladle_dimension);
    *dimension = (ladle_dimension){.index = f->n_dimensions, .id = id, .name = id};
    APPEND(study->arena, f->dimensions, f->n_dimensions, dimension);
    return dimension;
}

MADE ladle_element *add_element(ladle_study *study, const char *id,
                                const ladle_dimension *dimension)
{
    ladle_framework *f = framework_of(study);
    ladle_element *element = LADLE_NEW(study->arena, ladle_element);
    *element =
        (ladle_element){.index = f->n_elements, .id = id, .name = id, .dimension = dimension};
    APPEND(study->arena, f->elements, f->n_elements, element);
    return element;
}

MADE ladle_guide *add_guide(ladle_study *study, const char *id, ladle_group_kind kind)
{
    ladle_framework *f = framework_of(study);
    ladle_guide *guide = LADLE_NEW(study->arena, ladle_guide);
    *guide = (ladle_guide){.index = f->n_guides, .id = id, .title = id, .kind = kind};
    APPEND(study->arena, f->guides, f->n_guides, guide);
    return guide;
}

MADE ladle_question *add_question(ladle_study *study, ladle_guide *guide, const char *id,
                                  const ladle_element *element)
{
    ladle_framework *f = framework_of(study);
    ladle_question *question = LADLE_NEW(study->arena, ladle_question);
    *question = (ladle_question){
        .index = f->n_questions, .id = id, .text = id, .guide = guide, .element = element};
    APPEND(study->arena, f->questions, f->n_questions, question);
    APPEND(study->arena, guide->questions, guide->n_questions, question);
    return question;
}

/* ---------------------------------------------------------------------------------- study */

MADE ladle_wave *add_wave(ladle_study *study, const char *id, const char *dates)
{
    ladle_wave *wave = LADLE_NEW(study->arena, ladle_wave);
    *wave = (ladle_wave){.index = study->n_waves, .id = id, .name = id, .dates = make_date(dates)};
    APPEND(study->arena, study->waves, study->n_waves, wave);
    return wave;
}

/* sector NULL: a person without an organisation. */
MADE ladle_person *add_person(ladle_study *study, const char *id, const ladle_sector *sector)
{
    ladle_person *person = LADLE_NEW(study->arena, ladle_person);
    *person = (ladle_person){.index = study->n_persons, .id = id};
    if (sector) {
        ladle_organisation *organisation = LADLE_NEW(study->arena, ladle_organisation);
        *organisation =
            (ladle_organisation){.index = study->n_organisations, .id = id, .sector = sector};
        APPEND(study->arena, study->organisations, study->n_organisations, organisation);
        person->organisation = organisation;
    }
    APPEND(study->arena, study->persons, study->n_persons, person);
    return person;
}

MADE ladle_partnership *add_partnership(ladle_study *study, const char *id)
{
    ladle_partnership *partnership = LADLE_NEW(study->arena, ladle_partnership);
    *partnership = (ladle_partnership){.index = study->n_partnerships, .id = id, .alias = id};
    APPEND(study->arena, study->partnerships, study->n_partnerships, partnership);
    return partnership;
}

MADE ladle_group *add_group(ladle_study *study, ladle_partnership *partnership, const char *id,
                            ladle_group_kind kind)
{
    ladle_group *group = LADLE_NEW(study->arena, ladle_group);
    *group = (ladle_group){.index = study->n_groups, .id = id, .kind = kind, .owner = partnership};
    APPEND(study->arena, study->groups, study->n_groups, group);
    APPEND(study->arena, partnership->groups, partnership->n_groups, group);
    APPEND(study->arena, partnership->all_groups, partnership->n_all_groups, group);
    return group;
}

MADE void add_seat(ladle_study *study, ladle_group *group, const ladle_person *person,
                   const char *from, const char *to)
{
    ladle_seat seat = {.person = person, .from = new_date(study, from), .to = new_date(study, to)};
    APPEND(study->arena, group->seats, group->n_seats, seat);
}

MADE void add_target(ladle_study *study, ladle_partnership *partnership, ladle_measure_kind measure,
                     const char *axis, double value, const char *due)
{
    ladle_target target = {.measure = measure, .axis = axis, .value = value, .due = make_date(due)};
    APPEND(study->arena, partnership->targets, partnership->n_targets, target);
}

/* Moves the deadline of the partnership's latest target. */
MADE void revise_target(ladle_study *study, ladle_partnership *partnership, const char *revised)
{
    ladle_date *date = LADLE_NEW(study->arena, ladle_date);
    *date = make_date(revised);
    partnership->targets[partnership->n_targets - 1].revised = date;
}

MADE ladle_event *add_event(ladle_study *study, const ladle_partnership *partnership,
                            const char *date, const char *text)
{
    ladle_event *event = LADLE_NEW(study->arena, ladle_event);
    *event = (ladle_event){.index = study->n_events,
                           .date = make_date(date),
                           .partnership = partnership,
                           .text = text};
    APPEND(study->arena, study->events, study->n_events, event);
    return event;
}

/* -------------------------------------------------------------------------------- records */

/* partnership NULL: the programme's. The wave is the study's first. */
MADE ladle_record *add_record(ladle_study *study, ladle_record_kind kind, const char *id,
                              const ladle_partnership *partnership, const char *date)
{
    ladle_record *record = LADLE_NEW(study->arena, ladle_record);
    *record = (ladle_record){.index = study->n_records,
                             .kind = kind,
                             .id = id,
                             .date = make_date(date),
                             .wave = study->waves[0]};
    if (partnership)
        APPEND(study->arena, record->partnerships, record->n_partnerships, partnership);
    APPEND(study->arena, study->records, study->n_records, record);
    return record;
}

MADE ladle_statement *add_statement(ladle_study *study, ladle_record *record,
                                    const ladle_person *speaker)
{
    ladle_statement *statement = LADLE_NEW(study->arena, ladle_statement);
    *statement =
        (ladle_statement){.index = study->n_statements,
                          .id = ladle_arena_printf(study->arena, "s%u", study->n_statements),
                          .record = record,
                          .speaker = speaker,
                          .text = "said"};
    APPEND(study->arena, study->statements, study->n_statements, statement);
    APPEND(study->arena, record->statements, record->n_statements, statement);
    return statement;
}

MADE void add_coding(ladle_study *study, ladle_statement *statement, const char *coder,
                     const ladle_element *element, const ladle_level *level, unsigned strength)
{
    ladle_coding coding = {.coder = coder,
                           .strength = strength,
                           .kind = LADLE_CODE_ELEMENT,
                           .element = element,
                           .level = level};
    APPEND(study->arena, statement->codings, statement->n_codings, coding);
}

MADE void add_dimension_coding(ladle_study *study, ladle_statement *statement,
                               const ladle_dimension *dimension, const ladle_level *level)
{
    ladle_coding coding = {
        .strength = 2, .kind = LADLE_CODE_DIMENSION, .dimension = dimension, .level = level};
    APPEND(study->arena, statement->codings, statement->n_codings, coding);
}

/* One statement without a speaker that puts the element at the level, with strength 2. */
MADE ladle_record *add_evidence(ladle_study *study, ladle_record_kind kind, const char *id,
                                const ladle_partnership *partnership, const ladle_element *element,
                                const ladle_level *level)
{
    ladle_record *record = add_record(study, kind, id, partnership, "2015-11-01");
    add_coding(study, add_statement(study, record, NULL), NULL, element, level, 2);
    return record;
}

/* level NULL: the answer maps to nothing. */
MADE void add_answer(ladle_study *study, ladle_record *record, const ladle_question *question,
                     const ladle_level *level)
{
    ladle_answer answer = {.question = question, .value = "x", .text = "", .level = level};
    APPEND(study->arena, record->answers, record->n_answers, answer);
}

MADE void add_present(ladle_study *study, ladle_record *record, const ladle_person *person)
{
    ladle_presence presence = {.person = person};
    APPEND(study->arena, record->present, record->n_present, presence);
}

/* A study with four levels (the lowest is no type), three sectors and a wave of six months; the
 * rest is for the test to add. Freed with the arena. */
MADE ladle_study *make_study(ladle_arena *arena)
{
    ladle_study *study = LADLE_NEW(arena, ladle_study);
    study->arena = arena;
    study->id = "made";
    study->framework = LADLE_NEW(arena, ladle_framework);
    add_level(study, "network", false);
    add_level(study, "canteen", true);
    add_level(study, "club", true);
    add_level(study, "company", true);
    add_sector(study, "education");
    add_sector(study, "employment");
    add_sector(study, "business");
    add_wave(study, "w1", "2015-10/2016-03");
    return study;
}

#endif
