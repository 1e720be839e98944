/* Checks of each record by itself, and with the meeting it names. */
#include "study/check.h"
#include "study/members.h"
#include "study/values.h"

#include <string.h>

/* An error about a record, which is broken by it. */
#define BREAK(reader, record, code, pos, ...)                                                      \
    do {                                                                                           \
        ladle_diag_add((reader)->diagnostics, (code), (pos), __VA_ARGS__);                         \
        ladle_reader_break((reader), (record));                                                    \
    } while (0)

/* ---------------------------------------------------------------------------------- groups */

static bool is_group_of(const ladle_pairs *groups, const ladle_record *record)
{
    for (unsigned i = 0; i < record->n_partnerships; i++)
        if (ladle_pairs_has(groups, record->partnerships[i]->index, record->group->index))
            return true;
    return false;
}

static void check_group(ladle_reader *reader, const ladle_pairs *groups, ladle_record *record)
{
    if (!record->group || is_group_of(groups, record))
        return;
    BREAK(reader, record, LADLE_DIAG_FOREIGN_GROUP, record->pos,
          "the group %s of record %s belongs to none of its partnerships, nor is it shared by one",
          record->group->id, record->id);
    ladle_diag_relate(reader->diagnostics, record->group->pos, "the group is defined here");
}

/* --------------------------------------------------------------------------------- answers */

static void check_answered_once(ladle_reader *reader, ladle_record *record, GHashTable *seen,
                                const ladle_answer *answer)
{
    const ladle_answer *first = g_hash_table_lookup(seen, answer->question);
    if (!first) {
        g_hash_table_insert(seen, (void *)answer->question, (void *)answer);
        return;
    }
    BREAK(reader, record, LADLE_DIAG_ANSWERED_TWICE, answer->pos,
          "question %s is answered twice in questionnaire %s", answer->question->id, record->id);
    ladle_diag_relate(reader->diagnostics, first->pos, "first answered here");
}

/* The option, of those with a level, that the answer may be a misspelling of; NULL: none. */
static const char *meant_option(const ladle_answer *answer)
{
    const ladle_question *question = answer->question;
    GPtrArray *values = g_ptr_array_new();
    for (unsigned i = 0; i < question->n_options; i++)
        if (question->options[i].level)
            g_ptr_array_add(values, (char *)question->options[i].value);
    g_ptr_array_add(values, NULL);
    const char *near = ladle_nearest_name(answer->value, (const char *const *)values->pdata);
    g_ptr_array_free(values, TRUE);
    return near;
}

/* What the answer could have been: the options there are, or a number. NULL: it is one of the
 * options, which points to no level. To be freed. */
static char *answers_there_are(const ladle_answer *answer)
{
    const ladle_question *question = answer->question;
    double number;
    if (question->n_bands)
        return g_strdup(ladle_answer_number(answer->value, &number)
                            ? "; no band of the question holds this number"
                            : "; it is no number, as the question wants");
    char *value = g_utf8_casefold(answer->value, -1);
    GString *all = g_string_new("; the answers are");
    bool is_option = false;
    for (unsigned i = 0; i < question->n_options && !is_option; i++) {
        char *option = g_utf8_casefold(question->options[i].value, -1);
        is_option = strcmp(option, value) == 0;
        g_string_append_printf(all, "%s \"%s\"", i ? "," : "", question->options[i].value);
        g_free(option);
    }
    g_free(value);
    return g_string_free(all, is_option);
}

static void tell_unmapped(ladle_reader *reader, const ladle_answer *answer)
{
    char *value = ladle_shown(answer->value);
    const char *near = meant_option(answer);
    char *rest =
        near ? g_strdup_printf(" (did you mean \"%s\"?)", near) : answers_there_are(answer);
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_ANSWER_UNMAPPED, answer->pos,
                   "answer \"%s\" to question %s maps to no level%s", value, answer->question->id,
                   rest ? rest : "");
    g_free(rest);
    g_free(value);
}

/* "1.250" was read as one and a quarter, as dates and numbers of a study have a point. */
static void check_doubtful_number(ladle_reader *reader, const ladle_answer *answer)
{
    if (!answer->question->n_bands || !answer->value || !ladle_value_is_doubtful(answer->value))
        return;
    char *thousands = ladle_value_as_thousands(answer->value);
    char *decimal = ladle_value_as_decimal(answer->value);
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_DOUBTFUL_ANSWER, answer->pos,
                   "answer \"%s\" to question %s was read as a decimal number; write %s if "
                   "thousands are meant, and %s if not",
                   answer->value, answer->question->id, thousands, decimal);
    g_free(thousands);
    g_free(decimal);
}

static void check_answer(ladle_reader *reader, ladle_record *record, const ladle_answer *answer)
{
    const ladle_question *question = answer->question;
    bool closed = question->n_options || question->n_bands;
    check_doubtful_number(reader, answer);
    if (record->guide && question->guide != record->guide)
        BREAK(reader, record, LADLE_DIAG_FOREIGN_QUESTION, answer->pos,
              "question %s is not of guide %s, which questionnaire %s answers", question->id,
              record->guide->id, record->id);
    else if (closed && answer->value && !answer->level)
        tell_unmapped(reader, answer);
}

static void check_answers(ladle_reader *reader, ladle_record *record)
{
    if (!record->n_answers)
        return;
    GHashTable *seen = g_hash_table_new(NULL, NULL);
    for (unsigned i = 0; i < record->n_answers; i++) {
        check_answered_once(reader, record, seen, &record->answers[i]);
        check_answer(reader, record, &record->answers[i]);
    }
    g_hash_table_destroy(seen);
}

/* --------------------------------------------------------------------------------- codings */

static bool stand_apart(const ladle_coding *a, const ladle_coding *b)
{
    return a->kind == LADLE_CODE_ELEMENT && b->kind == LADLE_CODE_ELEMENT &&
           a->element == b->element && a->level && b->level && g_strcmp0(a->coder, b->coder) == 0 &&
           (a->level->index > b->level->index + 1 || b->level->index > a->level->index + 1);
}

/* A coder may waver between a level and the next; two that are far apart are more likely a slip. */
static void check_codings(ladle_reader *reader, const ladle_statement *statement)
{
    for (unsigned i = 1; i < statement->n_codings; i++)
        for (unsigned j = 0; j < i; j++) {
            const ladle_coding *first = &statement->codings[j], *coding = &statement->codings[i];
            if (!stand_apart(first, coding))
                continue;
            ladle_diag_add(
                reader->diagnostics, LADLE_DIAG_CODES_APART, coding->pos,
                "statement %s is coded %s and %s on %s by the same coder%s; both were counted, "
                "so remove one if it is a slip",
                statement->id, first->level->id, coding->level->id, coding->element->id,
                coding->coder ? "" : " (no coder= is given)");
            ladle_diag_relate(reader->diagnostics, first->pos, "the other coding is here");
        }
}

/* -------------------------------------------------------------------------------- meetings */

static bool share_partnership(const ladle_record *a, const ladle_record *b)
{
    GHashTable *of_a = g_hash_table_new(NULL, NULL);
    bool share = !a->n_partnerships && !b->n_partnerships;
    for (unsigned i = 0; i < a->n_partnerships; i++)
        g_hash_table_add(of_a, (gpointer)a->partnerships[i]);
    for (unsigned i = 0; i < b->n_partnerships && !share; i++)
        share = g_hash_table_contains(of_a, b->partnerships[i]);
    g_hash_table_destroy(of_a);
    return share;
}

static void check_meeting(ladle_reader *reader, ladle_record *record)
{
    const ladle_record *meeting = record->meeting;
    if (!meeting)
        return;
    if (meeting->kind != LADLE_MEETING)
        BREAK(reader, record, LADLE_DIAG_UNKNOWN_REFERENCE, record->pos,
              "record %s, which record %s names as its meeting, is no meeting", meeting->id,
              record->id);
    else if (!share_partnership(record, meeting))
        BREAK(reader, record, LADLE_DIAG_MEETING_OF_OTHERS, record->pos,
              "record %s and its meeting %s have no partnership in common", record->id,
              meeting->id);
    else if (meeting->status != LADLE_HELD)
        BREAK(reader, record, LADLE_DIAG_MEETING_NOT_HELD, record->pos,
              "the meeting %s of record %s was %s, not held", meeting->id, record->id,
              meeting->status == LADLE_MOVED ? "moved" : "cancelled");
    else
        return;
    ladle_diag_relate(reader->diagnostics, meeting->pos, "the meeting is here");
}

void ladle_check_records(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    ladle_pairs *groups = ladle_group_pairs(study);
    for (unsigned i = 0; i < study->n_records; i++) {
        ladle_record *record = study->records[i];
        if (g_hash_table_contains(reader->broken, record))
            continue;
        check_group(reader, groups, record);
        check_answers(reader, record);
        for (unsigned j = 0; j < record->n_statements; j++)
            check_codings(reader, record->statements[j]);
        check_meeting(reader, record);
    }
    ladle_pairs_free(groups);
}
