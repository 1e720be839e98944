#include "report/input_private.h"

/* ------------------------------------------------------------------------------- timelines */

static xmlNode *add_entry(const ladle_input *input, xmlNode *parent,
                          const ladle_timeline_entry *entry)
{
    xmlNode *node = ladle_input_child(input, parent, "entry");
    ladle_input_set(node, "kind", entry->kind);
    if (entry->record) {
        const ladle_record *record = entry->record;
        ladle_input_set(node, "form", ladle_input_form(record));
        ladle_input_set(node, "status", ladle_input_status(record));
        if (record->group)
            ladle_input_set(node, "group", ladle_group_kind_name(record->group->kind));
        ladle_input_set(node, "axis", record->axis);
    }
    if (entry->event && entry->event->partnership)
        ladle_input_count(node, "partnership", entry->event->partnership->index + 1);
    if (entry->target) {
        ladle_input_set(node, "measure", ladle_measure_name(entry->target->measure));
        ladle_input_set(node, "axis", entry->target->axis);
        ladle_input_real(node, "value", entry->target->value);
    }
    ladle_input_date(input, node, entry->date);
    if (entry->text)
        ladle_input_said(input, node, "title", entry->text,
                         entry->record ? entry->record->language : NULL);
    if (entry->revised)
        ladle_input_date(input, ladle_input_child(input, node, "revised"), entry->revised);
    return node;
}

/* Events, then records by their kind, then targets. */
static unsigned kind_of(const ladle_timeline_entry *entry)
{
    return entry->event ? 0 : entry->record ? 1 + entry->record->kind : 1 + LADLE_RECORD_KINDS;
}

/* What lies in later waves than the one reported is left out; events have no wave and all stand. */
void ladle_input_timeline(const ladle_input *input, xmlNode *parent, const ladle_timeline *timeline)
{
    xmlNode *node = ladle_input_child(input, parent, "timeline");
    GArray *dated = g_array_new(FALSE, FALSE, sizeof(ladle_dated));
    for (unsigned i = 0; i < timeline->n_entries; i++) {
        const ladle_timeline_entry *entry = &timeline->entries[i];
        if (entry->record && entry->record->wave->index > input->options->wave->index)
            continue;
        ladle_dated one =
            ladle_input_dated(input, entry->date, kind_of(entry), add_entry(input, node, entry));
        g_array_append_val(dated, one);
    }
    ladle_input_in_order(node, dated);
    g_array_unref(dated);
}

/* --------------------------------------------------------------------------------- elements */

static void add_element(const ladle_input *input, xmlNode *parent,
                        const ladle_programme_element *result)
{
    const ladle_framework *framework = input->options->study->framework;
    unsigned items = 0, kinds = 0, methods = 0;
    g_autoptr(GHashTable) said = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < input->options->study->n_partnerships; i++) {
        const ladle_element_result *element =
            &ladle_result_of(input->options->results, input->options->study->partnerships[i],
                             input->options->wave)
                 ->elements[result->element->index];
        items += element->items;
        for (unsigned k = 0; k < element->items; k++) {
            const ladle_evidence *evidence = &element->evidence[k];
            kinds |= 1u << evidence->record->kind;
            g_hash_table_add(said, evidence->answer ? (gpointer)evidence->answer
                                                    : (gpointer)evidence->statement);
        }
    }
    for (unsigned kind = 0; kind < LADLE_METHODS; kind++)
        methods += (kinds >> kind) & 1;
    xmlNode *node = ladle_input_child(input, parent, "element");
    ladle_input_set(node, "id", result->element->id);
    if (result->dominant) {
        ladle_input_set(node, "dominant", result->dominant->id);
        ladle_input_count(node, "dominant-n", result->dominant->index);
        ladle_input_set(node, "low", result->low->id);
        ladle_input_set(node, "high", result->high->id);
    }
    ladle_input_count(node, "items", items);
    ladle_input_count(node, "statements", g_hash_table_size(said));
    ladle_input_count(node, "methods", methods);
    ladle_input_count(node, "assessed", result->assessed);
    for (unsigned i = 0; i < framework->n_levels; i++) {
        xmlNode *count = ladle_input_child(input, node, "count");
        ladle_input_set(count, "level", framework->levels[i]->id);
        ladle_input_count(count, "partnerships", result->counts[i]);
    }
    if (result->dominant)
        ladle_input_for_and_against(input, node, NULL, result->element, result->dominant);
}

/* ------------------------------------------------------------------------------------ codes */

static bool has_code(const ladle_statement *statement, const ladle_code_count *code)
{
    for (unsigned i = 0; i < statement->n_codings; i++) {
        const ladle_coding *coding = &statement->codings[i];
        if (coding->kind == code->kind &&
            (code->factor ? coding->factor == code->factor : coding->term == code->term))
            return true;
    }
    return false;
}

static int compare_places(gconstpointer a, gconstpointer b)
{
    const ladle_evidence_item *x = *(const ladle_evidence_item *const *)a;
    const ladle_evidence_item *y = *(const ladle_evidence_item *const *)b;
    return (x->place > y->place) - (x->place < y->place);
}

/* The statements of the wave that have the code, by their numbers. */
static void add_mentions(const ladle_input *input, xmlNode *parent, const ladle_code_count *code)
{
    const ladle_study *study = input->options->study;
    bool none = input->options->evidence == LADLE_EVIDENCE_NONE;
    const ladle_evidence_item *(*item_of)(const ladle_input *, gconstpointer) =
        code->factor ? ladle_input_cite : ladle_input_item_of;
    GPtrArray *items = g_ptr_array_new();
    for (unsigned i = 0; i < study->n_statements && !none; i++)
        if (study->statements[i]->record->wave == input->options->wave &&
            has_code(study->statements[i], code))
            g_ptr_array_add(items, (gpointer)item_of(input, study->statements[i]));
    g_ptr_array_sort(items, compare_places);
    for (guint i = 0; i < items->len; i++) {
        const ladle_evidence_item *item = g_ptr_array_index(items, i);
        ladle_input_count(ladle_input_child(input, parent, "mention"), "item", item->place);
    }
    g_ptr_array_unref(items);
}

static void add_code(const ladle_input *input, xmlNode *parent, const ladle_code_count *code)
{
    static const char *const kinds[] = {
        [LADLE_CODE_INDICATOR] = "indicator",
        [LADLE_CODE_REDESIGN] = "redesign",
        [LADLE_CODE_FACTOR] = "factor",
    };
    xmlNode *node = ladle_input_child(input, parent, "code");
    ladle_input_set(node, "kind", kinds[code->kind]);
    ladle_input_set(node, "id", code->factor ? code->factor->id : code->term->id);
    ladle_input_count(node, "statements", code->statements);
    ladle_input_count(node, "records", code->records);
    ladle_input_count(node, "partnerships", code->partnerships);
    add_mentions(input, node, code);
}

/* ------------------------------------------------------------------------------------ whole */

static void add_placements(const ladle_input *input, xmlNode *parent)
{
    const ladle_study *study = input->options->study;
    for (unsigned l = 0; l < study->framework->n_levels; l++) {
        unsigned count = 0, provisional = 0;
        for (unsigned p = 0; p < study->n_partnerships; p++) {
            const ladle_wave_result *result = ladle_result_of(
                input->options->results, study->partnerships[p], input->options->wave);
            bool here = result->placement == study->framework->levels[l];
            count += here;
            provisional += here && result->provisional;
        }
        xmlNode *node = ladle_input_child(input, parent, "placement");
        ladle_input_set(node, "level", study->framework->levels[l]->id);
        ladle_input_count(node, "partnerships", count);
        ladle_input_count(node, "provisional", provisional);
    }
}

void ladle_input_programme(const ladle_input *input, xmlNode *root)
{
    const ladle_programme_wave *wave = &input->options->results->waves[input->options->wave->index];
    xmlNode *node = ladle_input_child(input, root, "programme");
    for (unsigned i = 0; i < wave->n_material; i++) {
        xmlNode *method = ladle_input_child(input, node, "method");
        ladle_input_set(method, "id", ladle_record_kind_name(wave->material[i].method));
        ladle_input_count(method, "records", wave->material[i].records);
        ladle_input_count(method, "statements", wave->material[i].statements);
        ladle_input_count(method, "partnerships", wave->material[i].partnerships);
    }
    for (unsigned i = 0; i < input->options->study->framework->n_elements; i++)
        add_element(input, node, &wave->elements[i]);
    add_placements(input, node);
    for (unsigned i = 0; i < wave->n_codes; i++)
        add_code(input, node, &wave->codes[i]);
}
