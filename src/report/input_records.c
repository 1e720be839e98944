/* What of the material is no evidence: titles, agendas, statements without a level, answers that
 * point at nothing. With this and the evidence, every word of the records is in the report. */
#include "report/input_private.h"

#include <string.h>

static int compare_places(gconstpointer a, gconstpointer b)
{
    const ladle_record *x = *(const ladle_record *const *)a;
    const ladle_record *y = *(const ladle_record *const *)b;
    return (x->index > y->index) - (x->index < y->index);
}

/* A partnership's are taken from the results, which keep them together. */
GPtrArray *ladle_input_scope(const ladle_input *input)
{
    const ladle_input_options *options = input->options;
    const ladle_study *study = options->study;
    GPtrArray *records = g_ptr_array_new();
    for (unsigned i = 0; !options->partnership && i < study->n_records; i++)
        if (study->records[i]->wave->index <= options->wave->index)
            g_ptr_array_add(records, study->records[i]);
    for (unsigned w = 0; options->partnership && w <= options->wave->index; w++) {
        const ladle_wave_result *result =
            ladle_result_of(options->results, options->partnership, study->waves[w]);
        for (unsigned i = 0; i < result->n_records; i++)
            g_ptr_array_add(records, (gpointer)result->records[i]);
    }
    g_ptr_array_sort(records, compare_places);
    return records;
}

static bool is_evidence(const ladle_input *input, const ladle_statement *statement)
{
    return ladle_input_item_of(input, statement) != NULL;
}

/* An answer that maps to a level is evidence for each of the record's partnerships. */
static bool has_more(const ladle_input *input, const ladle_record *record)
{
    bool more = record->title || record->n_items;
    for (unsigned i = 0; i < record->n_statements; i++)
        more = more || !is_evidence(input, record->statements[i]);
    for (unsigned i = 0; i < record->n_answers; i++)
        more = more || !record->answers[i].level || !record->n_partnerships;
    return more;
}

static void add_items(const ladle_input *input, xmlNode *parent, const ladle_record *record)
{
    for (unsigned i = 0; i < record->n_items; i++) {
        const ladle_item *item = &record->items[i];
        xmlNode *node = ladle_input_said(input, parent, "item", item->text, record->language);
        ladle_input_set(node, "kind", ladle_item_kind_name(item->kind));
        if (item->has_minutes)
            ladle_input_count(node, "minutes", (unsigned)MIN(item->minutes, 4e9));
    }
}

static void add_statements(const ladle_input *input, xmlNode *parent, const ladle_record *record)
{
    for (unsigned i = 0; i < record->n_statements; i++) {
        const ladle_statement *statement = record->statements[i];
        if (is_evidence(input, statement))
            continue;
        xmlNode *node =
            ladle_input_said(input, parent, "statement", statement->text, record->language);
        ladle_input_set(node, "who", ladle_input_speaker(input, record, statement));
        ladle_input_yes_no(node, "quote", statement->is_quote);
    }
    for (unsigned i = 0; i < record->n_answers; i++) {
        const ladle_answer *answer = &record->answers[i];
        if (answer->level && record->n_partnerships)
            continue;
        xmlNode *node = ladle_input_said(input, parent, "answer", answer->text, record->language);
        ladle_input_set(node, "question", answer->question->text);
        ladle_input_set(node, "question-lang",
                        ladle_input_other(input, input->options->study->framework->language));
        ladle_input_set(node, "value", answer->value);
    }
}

static xmlNode *add_record(const ladle_input *input, xmlNode *parent, const ladle_record *record)
{
    xmlNode *node = ladle_input_child(input, parent, "record");
    ladle_input_set(node, "kind", ladle_record_kind_name(record->kind));
    ladle_input_set(node, "form", ladle_input_form(record));
    ladle_input_set(node, "status", ladle_input_status(record));
    if (record->group)
        ladle_input_set(node, "group", ladle_group_kind_name(record->group->kind));
    ladle_input_partnerships(input, node, record);
    if (record->respondent || record->guide)
        ladle_input_set(node, "who", ladle_input_speaker(input, record, NULL));
    ladle_input_date(input, node, &record->date);
    if (record->moved_to)
        ladle_input_date(input, ladle_input_child(input, node, "moved-to"), record->moved_to);
    if (record->title)
        ladle_input_said(input, node, "title", record->title, record->language);
    add_items(input, node, record);
    add_statements(input, node, record);
    return node;
}

void ladle_input_records(const ladle_input *input, xmlNode *root)
{
    xmlNode *node = ladle_input_child(input, root, "records");
    GPtrArray *records = ladle_input_scope(input);
    GArray *dated = g_array_new(FALSE, FALSE, sizeof(ladle_dated));
    for (guint i = 0; i < records->len; i++) {
        const ladle_record *record = g_ptr_array_index(records, i);
        if (!has_more(input, record))
            continue;
        ladle_dated one =
            ladle_input_dated(input, &record->date, record->kind, add_record(input, node, record));
        g_array_append_val(dated, one);
    }
    ladle_input_in_order(node, dated);
    g_array_unref(dated);
    g_ptr_array_unref(records);
}
