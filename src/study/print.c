#include "study/print.h"

static const char *const record_kinds[] = {"meeting",  "observation", "interview", "questionnaire",
                                           "document", "visit",       "account"};

static void print_pos(GString *out, ladle_pos pos)
{
    g_string_append_printf(out, " (%s:%u:%u)\n", pos.file, pos.line, pos.column);
}

static void print_statement(GString *out, const ladle_statement *statement)
{
    g_string_append_printf(out, "  %s %s", statement->is_quote ? "quote" : "note", statement->id);
    if (statement->speaker)
        g_string_append_printf(out, " by %s", statement->speaker->id);
    for (unsigned i = 0; i < statement->n_codings; i++) {
        const ladle_coding *coding = &statement->codings[i];
        const char *what = coding->element     ? coding->element->id
                           : coding->dimension ? coding->dimension->id
                           : coding->term      ? coding->term->id
                                               : coding->factor->id;
        g_string_append_printf(out, " [%s %s%s%s %u]", coding->coder ? coding->coder : "-", what,
                               coding->level ? "=" : "", coding->level ? coding->level->id : "",
                               coding->strength);
    }
    print_pos(out, statement->pos);
}

static void print_record(GString *out, const ladle_record *record)
{
    g_string_append_printf(out, "%s %s %s %s", record_kinds[record->kind], record->id,
                           record->date.text, record->wave->id);
    for (unsigned i = 0; i < record->n_partnerships; i++)
        g_string_append_printf(out, " %s", record->partnerships[i]->id);
    print_pos(out, record->pos);
    for (unsigned i = 0; i < record->n_statements; i++)
        print_statement(out, record->statements[i]);
    for (unsigned i = 0; i < record->n_answers; i++) {
        const ladle_answer *answer = &record->answers[i];
        g_string_append_printf(out, "  answer %s %s -> %s", answer->question->id,
                               answer->value ? answer->value : "-",
                               answer->level ? answer->level->id : "-");
        print_pos(out, answer->pos);
    }
}

static void print_line(GString *out, const char *what, const ladle_round_line *line)
{
    g_string_append_printf(out, "%s %s", what, line->wave ? line->wave->id : "-");
    print_pos(out, line->pos);
}

static void print_title_page(GString *out, const ladle_study *study)
{
    for (unsigned i = 0; i < study->n_titles; i++)
        print_line(out, "title", study->titles[i]);
    for (unsigned i = 0; i < study->n_subtitles; i++)
        print_line(out, "subtitle", study->subtitles[i]);
    for (unsigned i = 0; i < study->n_published; i++)
        print_line(out, "published", study->published[i]);
    for (unsigned i = 0; i < study->n_left_out; i++)
        g_string_append_printf(out, "leave-out %s\n", study->left_out[i]);
}

/* wave: as written; "-": by the rule of rounds. */
static void print_texts(GString *out, const char *what, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++) {
        const ladle_text *text = texts[i];
        const char *of = text->chapter ? text->chapter : text->part ? text->part : text->id;
        if (text->element)
            of = text->element->id;
        g_string_append_printf(out, "%s %s %s %s", what, of ? of : "-",
                               text->wave ? text->wave->id : "-",
                               text->partnership ? text->partnership->id : "-");
        print_pos(out, text->pos);
    }
}

void ladle_study_print(const ladle_study *study, GString *out)
{
    g_string_append_printf(out, "study %s %s framework %s\n", study->id, study->language,
                           study->framework->id);
    print_title_page(out, study);
    for (unsigned i = 0; i < study->n_waves; i++) {
        g_string_append_printf(out, "wave %s %s", study->waves[i]->id, study->waves[i]->dates.text);
        print_pos(out, study->waves[i]->pos);
    }
    for (unsigned i = 0; i < study->n_organisations; i++) {
        g_string_append_printf(out, "organisation %s %s", study->organisations[i]->id,
                               study->organisations[i]->sector->id);
        print_pos(out, study->organisations[i]->pos);
    }
    for (unsigned i = 0; i < study->n_persons; i++) {
        const ladle_person *person = study->persons[i];
        g_string_append_printf(out, "person %s %s", person->id,
                               person->organisation ? person->organisation->id : "-");
        print_pos(out, person->pos);
    }
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        const ladle_partnership *partnership = study->partnerships[i];
        g_string_append_printf(out, "partnership %s \"%s\" members %u groups %u targets %u",
                               partnership->id, partnership->alias, partnership->n_members,
                               partnership->n_all_groups, partnership->n_targets);
        print_pos(out, partnership->pos);
    }
    for (unsigned i = 0; i < study->n_events; i++) {
        g_string_append_printf(out, "event %s", study->events[i]->date.text);
        print_pos(out, study->events[i]->pos);
    }
    for (unsigned i = 0; i < study->n_records; i++)
        print_record(out, study->records[i]);
    print_texts(out, "chapter", study->chapters, study->n_chapters);
    print_texts(out, "section", study->sections, study->n_sections);
    print_texts(out, "finding", study->findings, study->n_findings);
    print_texts(out, "message", study->messages, study->n_messages);
    print_texts(out, "box", study->boxes, study->n_boxes);
    print_texts(out, "source", study->sources, study->n_sources);
}
