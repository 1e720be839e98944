/* What the material does not cover: notes, since a hole is no mistake, only something to know. */
#include "study/check.h"

#include <string.h>

enum { MOST_LISTED = 20 };

static void note_questions(ladle_reader *reader)
{
    const ladle_framework *framework = reader->framework;
    bool *asked = g_new0(bool, framework->n_elements);
    for (unsigned i = 0; i < framework->n_questions; i++)
        if (framework->questions[i]->element)
            asked[framework->questions[i]->element->index] = true;
    for (unsigned i = 0; i < framework->n_elements; i++)
        if (!asked[i] && framework->n_guides)
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_NO_QUESTION, framework->elements[i]->pos,
                           "no question of a guide is about element %s",
                           framework->elements[i]->id);
    g_free(asked);
}

/* For each partnership and wave: whether there are records, and on which elements evidence. */
typedef struct {
    const ladle_study *study;
    unsigned n_elements, stride; /* stride: flags of one partnership and wave */
    GByteArray *flags;
} coverage;

static guint8 *flags_of(coverage *c, const ladle_partnership *p, const ladle_wave *w)
{
    return c->flags->data + ((size_t)p->index * c->study->n_waves + w->index) * c->stride;
}

static void mark_record(coverage *c, const ladle_record *record, guint8 *flags)
{
    flags[c->n_elements] = 1;
    for (unsigned i = 0; i < record->n_answers; i++)
        if (record->answers[i].level && record->answers[i].question->element)
            flags[record->answers[i].question->element->index] = 1;
    for (unsigned i = 0; i < record->n_statements; i++) {
        const ladle_statement *statement = record->statements[i];
        for (unsigned j = 0; j < statement->n_codings; j++)
            if (statement->codings[j].element)
                flags[statement->codings[j].element->index] = 1;
    }
}

static void note_evidence(ladle_reader *reader, coverage *c, const ladle_partnership *p,
                          const ladle_wave *wave)
{
    const guint8 *flags = flags_of(c, p, wave);
    if (!flags[c->n_elements])
        return;
    GString *missing = g_string_new(NULL);
    unsigned n = 0;
    for (unsigned i = 0; i < c->n_elements; i++) {
        if (flags[i])
            continue;
        n++;
        g_string_append_printf(missing, "%s%s", missing->len ? ", " : "",
                               reader->framework->elements[i]->id);
    }
    if (n)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_NO_EVIDENCE, p->pos,
                       "partnership %s has no evidence in wave %s on %s", p->id, wave->id,
                       n == c->n_elements ? "any element" : missing->str);
    g_string_free(missing, TRUE);
}

static bool has_records(coverage *c, const ladle_partnership *p)
{
    for (unsigned i = 0; i < c->study->n_waves; i++)
        if (flags_of(c, p, c->study->waves[i])[c->n_elements])
            return true;
    return false;
}

static void note_partnerships(ladle_reader *reader, coverage *c)
{
    for (unsigned i = 0; i < c->study->n_partnerships; i++) {
        const ladle_partnership *p = c->study->partnerships[i];
        if (!has_records(c, p))
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_PARTNERSHIP_WITHOUT_RECORDS, p->pos,
                           "partnership %s has no records", p->id);
        for (unsigned j = 0; j < c->study->n_waves; j++)
            note_evidence(reader, c, p, c->study->waves[j]);
    }
}

/* Statements of a record that carry no code yet: each at most once, the first ones by name. */
static void note_uncoded(ladle_reader *reader, const ladle_record *record)
{
    GString *ids = g_string_new(NULL);
    unsigned n = 0;
    for (unsigned i = 0; i < record->n_statements; i++) {
        if (record->statements[i]->n_codings)
            continue;
        if (++n <= MOST_LISTED)
            g_string_append_printf(ids, "%s%s", ids->len ? ", " : "", record->statements[i]->id);
    }
    if (n)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_UNCODED, record->pos,
                       "%u of %u statement%s of %s %s not coded: %s%s", n, record->n_statements,
                       record->n_statements == 1 ? "" : "s", record->id, n == 1 ? "is" : "are",
                       ids->str, n > MOST_LISTED ? " …" : "");
    g_string_free(ids, TRUE);
}

void ladle_check_coverage(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    if (!reader->framework || ladle_diag_count(reader->diagnostics, LADLE_ERROR))
        return; /* what is broken would be told as missing */
    note_questions(reader);
    for (unsigned i = 0; i < study->n_records; i++)
        note_uncoded(reader, study->records[i]);
    if (!study->n_records) {
        ladle_diag_add(
            reader->diagnostics, LADLE_DIAG_STUDY_WITHOUT_RECORDS, study->pos,
            "the study has no records yet, so there is nothing to assess; texts alone are enough "
            "for a brochure only (ladle report --template brochure)");
        return;
    }
    coverage c = {study, reader->framework->n_elements, reader->framework->n_elements + 1,
                  g_byte_array_new()};
    size_t bytes = (size_t)study->n_partnerships * study->n_waves * c.stride;
    g_byte_array_set_size(c.flags, (guint)bytes);
    memset(c.flags->data, 0, bytes);
    for (unsigned i = 0; i < study->n_records; i++)
        for (unsigned j = 0; j < study->records[i]->n_partnerships; j++)
            mark_record(&c, study->records[i],
                        flags_of(&c, study->records[i]->partnerships[j], study->records[i]->wave));
    note_partnerships(reader, &c);
    g_byte_array_free(c.flags, TRUE);
}
