#include "study/placed_part.h"

#include <glib.h>
#include <string.h>

static bool is_of(const ladle_record *record, const ladle_partnership *of)
{
    for (unsigned i = 0; i < record->n_partnerships; i++)
        if (record->partnerships[i] == of)
            return true;
    return !of;
}

static bool has_targets(const ladle_study *study, const ladle_partnership *of)
{
    for (unsigned i = 0; i < study->n_partnerships; i++)
        if ((!of || study->partnerships[i] == of) && study->partnerships[i]->n_targets)
            return true;
    return false;
}

static bool has_records(const ladle_study *study, ladle_record_kind kind,
                        const ladle_partnership *of)
{
    for (unsigned i = 0; i < study->n_records; i++)
        if (study->records[i]->kind == kind && is_of(study->records[i], of))
            return true;
    return false;
}

static bool has_codings(const ladle_study *study, ladle_code_kind kind, ladle_code_kind or_kind)
{
    for (unsigned i = 0; i < study->n_statements; i++)
        for (unsigned k = 0; k < study->statements[i]->n_codings; k++)
            if (study->statements[i]->codings[k].kind == kind ||
                study->statements[i]->codings[k].kind == or_kind)
                return true;
    return false;
}

static bool has_several_coders(const ladle_study *study)
{
    for (unsigned i = 0; i < study->n_statements; i++) {
        const ladle_statement *statement = study->statements[i];
        for (unsigned k = 1; k < statement->n_codings; k++)
            if (g_strcmp0(statement->codings[k].coder, statement->codings[0].coder) != 0)
                return true;
    }
    return false;
}

const char *ladle_placed_part_lacks(const ladle_study *study, const char *part,
                                    const ladle_partnership *of, const ladle_wave *wave)
{
    bool is_targets = g_str_has_prefix(part, "targets");
    if (is_targets && !has_targets(study, of))
        return "targets";
    if (strcmp(part, "activity-visits") == 0 && !has_records(study, LADLE_VISIT, of))
        return "visits to firms";
    if (strcmp(part, "activity-agenda") == 0 && !has_records(study, LADLE_MEETING, of))
        return "meetings";
    if (strcmp(part, "factors") == 0 && !has_codings(study, LADLE_CODE_FACTOR, LADLE_CODE_FACTOR))
        return "statements coded with benefits or drawbacks";
    if (strcmp(part, "codes") == 0 &&
        !has_codings(study, LADLE_CODE_INDICATOR, LADLE_CODE_REDESIGN))
        return "statements coded with measures or forms of redesign";
    if (strcmp(part, "coders") == 0 && !has_several_coders(study))
        return "statements coded by two or more people";
    if (strcmp(part, "changes") == 0 && wave && wave == study->first_round)
        return "round before this one";
    return NULL;
}
