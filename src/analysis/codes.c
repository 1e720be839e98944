/* Every code is counted once a statement, once a record and once a partnership, however often it
 * occurs there. For each wave and code, `latest` remembers where it was last counted. */
#include "analysis/programme.h"

typedef struct {
    ladle_code_count count;
    const ladle_statement *statement;
    const ladle_record *record;
    const ladle_partnership *partnership;
} counted_code;

static unsigned number_of_codes(const ladle_framework *framework)
{
    return framework->n_indicators + framework->n_redesigns + framework->n_factors;
}

/* The codes of a wave lie in the order indicators, redesign forms, factors. Returns NULL for the
 * coding of an element or a dimension. */
static counted_code *code_of(const ladle_framework *framework, counted_code *codes,
                             const ladle_coding *coding)
{
    counted_code *found = codes;
    switch (coding->kind) {
    case LADLE_CODE_INDICATOR:
        found += coding->term->index;
        break;
    case LADLE_CODE_REDESIGN:
        found += framework->n_indicators + coding->term->index;
        break;
    case LADLE_CODE_FACTOR:
        found += framework->n_indicators + framework->n_redesigns + coding->factor->index;
        break;
    default:
        return NULL;
    }
    found->count.kind = coding->kind;
    found->count.term = coding->term;
    found->count.factor = coding->factor;
    return found;
}

static void count_in_statement(const ladle_framework *framework, counted_code *codes,
                               const ladle_statement *statement)
{
    for (unsigned i = 0; i < statement->n_codings; i++) {
        counted_code *code = code_of(framework, codes, &statement->codings[i]);
        if (!code)
            continue;
        code->count.statements += code->statement != statement;
        code->count.records += code->record != statement->record;
        code->statement = statement;
        code->record = statement->record;
    }
}

static void count_in_partnership(const ladle_framework *framework, counted_code *codes,
                                 const ladle_partnership *partnership, ladle_record_list records)
{
    for (unsigned r = 0; r < records.n; r++)
        for (unsigned s = 0; s < records.items[r]->n_statements; s++) {
            const ladle_statement *statement = records.items[r]->statements[s];
            for (unsigned i = 0; i < statement->n_codings; i++) {
                counted_code *code = code_of(framework, codes, &statement->codings[i]);
                if (!code)
                    continue;
                code->count.partnerships += code->partnership != partnership;
                code->partnership = partnership;
            }
        }
}

void ladle_count_codes(ladle_arena *arena, const ladle_index *index, ladle_programme_wave *waves)
{
    const ladle_study *study = index->study;
    const ladle_framework *framework = study->framework;
    unsigned n_codes = number_of_codes(framework);
    /* At least one, as nothing may be reckoned from a null pointer. */
    gsize n_counts = MAX((gsize)n_codes * study->n_waves, 1);
    g_autofree counted_code *codes = g_new0(counted_code, n_counts);
    for (unsigned r = 0; r < study->n_records; r++) {
        const ladle_record *record = study->records[r];
        for (unsigned i = 0; i < record->n_statements; i++)
            count_in_statement(framework, codes + (size_t)record->wave->index * n_codes,
                               record->statements[i]);
    }
    for (unsigned w = 0; w < study->n_waves; w++) {
        counted_code *own = codes + (size_t)w * n_codes;
        for (unsigned p = 0; p < study->n_partnerships; p++)
            count_in_partnership(framework, own, study->partnerships[p],
                                 ladle_index_records(index, p, w));
        ladle_code_count *found = LADLE_NEW_ARRAY(arena, ladle_code_count, n_codes);
        for (unsigned i = 0; i < n_codes; i++)
            if (own[i].count.statements > 0)
                found[waves[w].n_codes++] = own[i].count;
        waves[w].codes = found;
    }
}
