#include "report/input_private.h"

#include <string.h>

/* ------------------------------------------------------------------------------ collecting */

static bool same_item(const ladle_evidence_item *item, const ladle_evidence *evidence)
{
    return item->statement == evidence->statement && item->answer == evidence->answer &&
           item->level == evidence->level;
}

/* The items of one partnership on one element in one wave. The codings of a statement stand
 * together in the results, so only the items added since its first one are looked at. */
static void collect(ladle_input *input, const ladle_wave_result *wave,
                    const ladle_element_result *result)
{
    guint since = input->items->len;
    for (unsigned i = 0; i < result->items; i++) {
        const ladle_evidence *evidence = &result->evidence[i];
        ladle_evidence_item *item = NULL;
        if (i == 0 || result->evidence[i - 1].statement != evidence->statement ||
            !evidence->statement)
            since = input->items->len;
        for (guint k = since; k < input->items->len && !item; k++)
            if (same_item(g_ptr_array_index(input->items, k), evidence))
                item = g_ptr_array_index(input->items, k);
        if (!item) {
            item = LADLE_NEW(input->arena, ladle_evidence_item);
            *item = (ladle_evidence_item){.partnership = wave->partnership,
                                          .element = result->element,
                                          .level = evidence->level,
                                          .wave = wave->wave,
                                          .record = evidence->record,
                                          .statement = evidence->statement,
                                          .answer = evidence->answer};
            g_ptr_array_add(input->items, item);
        }
        item->weight += evidence->weight;
        item->coders++;
        if (evidence->coding)
            item->strength = MAX(item->strength, evidence->coding->strength);
    }
}

static int compare(unsigned long a, unsigned long b)
{
    return (a > b) - (a < b);
}

/* Order of time, then of the documents (statements of a record before its answers), of elements,
 * levels and partnerships. */
static int compare_items(gconstpointer a, gconstpointer b)
{
    const ladle_evidence_item *x = *(ladle_evidence_item *const *)a;
    const ladle_evidence_item *y = *(ladle_evidence_item *const *)b;
    int order = (x->record->date.first > y->record->date.first) -
                (x->record->date.first < y->record->date.first);
    if (!order)
        order = compare(x->record->index, y->record->index);
    if (!order)
        order = compare(!x->statement, !y->statement);
    if (!order && x->statement && y->statement)
        order = compare(x->statement->index, y->statement->index);
    if (!order && x->answer && y->answer)
        order = compare((uintptr_t)x->answer, (uintptr_t)y->answer);
    if (!order)
        order = compare(x->element->index, y->element->index);
    if (!order)
        order = compare(x->level->index, y->level->index);
    return order ? order : compare(x->partnership->index, y->partnership->index);
}

static const ladle_element_result *result_for(const ladle_input *input,
                                              const ladle_partnership *partnership,
                                              const ladle_wave *wave, const ladle_element *element)
{
    return &ladle_result_of(input->options->results, partnership, wave)->elements[element->index];
}

static void add_to(GHashTable *table, gconstpointer key, ladle_evidence_item *item)
{
    GPtrArray *items = g_hash_table_lookup(table, key);
    if (!items) {
        items = g_ptr_array_new();
        g_hash_table_insert(table, (gpointer)key, items);
    }
    g_ptr_array_add(items, item);
}

static void index_item(ladle_input *input, ladle_evidence_item *item)
{
    add_to(input->by_element, result_for(input, item->partnership, item->wave, item->element),
           item);
    if (item->statement)
        add_to(input->by_statement, item->statement, item);
}

static void collect_of(ladle_input *input, const ladle_partnership *partnership)
{
    const ladle_input_options *options = input->options;
    for (unsigned w = 0; w <= options->wave->index; w++) {
        const ladle_wave_result *wave =
            ladle_result_of(options->results, partnership, options->study->waves[w]);
        for (unsigned e = 0; e < options->study->framework->n_elements; e++)
            collect(input, wave, &wave->elements[e]);
    }
}

void ladle_input_collect_evidence(ladle_input *input)
{
    const ladle_input_options *options = input->options;
    if (options->partnership)
        collect_of(input, options->partnership);
    for (unsigned p = 0; !options->partnership && p < options->study->n_partnerships; p++)
        collect_of(input, options->study->partnerships[p]);
    g_ptr_array_sort(input->items, compare_items);
    for (guint i = 0; i < input->items->len; i++) {
        ladle_evidence_item *item = g_ptr_array_index(input->items, i);
        item->n = i + 1;
        index_item(input, item);
    }
}

/* -------------------------------------------------------------------------------- strongest */

enum { STRONGEST = 3 };

static const char *words_of(const ladle_evidence_item *item)
{
    return item->statement ? item->statement->text : item->answer->text;
}

/* Whether a tells more than b: at the level in question, then heavier, then earlier. */
static bool stronger(const ladle_evidence_item *a, const ladle_evidence_item *b,
                     const ladle_level *level)
{
    if ((a->level == level) != (b->level == level))
        return a->level == level;
    if ((a->statement != NULL) != (b->statement != NULL))
        return a->statement != NULL;
    return a->strength != b->strength ? a->strength > b->strength : a->n < b->n;
}

void ladle_input_strongest(const ladle_input *input, xmlNode *node,
                           const ladle_partnership *partnership, const ladle_element *element,
                           const ladle_level *level)
{
    const ladle_evidence_item *best[STRONGEST + 1] = {NULL};
    const GPtrArray *items = input->items;
    if (partnership)
        items = g_hash_table_lookup(input->by_element,
                                    result_for(input, partnership, input->options->wave, element));
    for (guint i = 0; items && i < items->len; i++) {
        const ladle_evidence_item *item = g_ptr_array_index(items, i);
        if (item->element != element || item->wave != input->options->wave || !*words_of(item))
            continue;
        int place = STRONGEST;
        bool seen = false;
        for (int k = 0; k < STRONGEST; k++)
            seen = seen || (best[k] && best[k]->statement && best[k]->statement == item->statement);
        if (seen)
            continue;
        while (place > 0 && (!best[place - 1] || stronger(item, best[place - 1], level))) {
            best[place] = best[place - 1];
            place--;
        }
        best[place] = item;
    }
    for (int i = 0; i < STRONGEST && best[i]; i++)
        ladle_input_count(ladle_input_child(input, node, "strongest"), "item", best[i]->n);
}

/* --------------------------------------------------------------------------------- writing */

static void add_item(const ladle_input *input, xmlNode *parent, const ladle_evidence_item *item)
{
    const ladle_record *record = item->record;
    char id[24];
    g_snprintf(id, sizeof id, "E-%03u", item->n);
    xmlNode *node = ladle_input_child(input, parent, "item");
    ladle_input_count(node, "n", item->n);
    ladle_input_set(node, "id", id);
    ladle_input_count(node, "partnership", item->partnership->index + 1);
    ladle_input_set(node, "wave", item->wave->id);
    ladle_input_set(node, "element", item->element->id);
    ladle_input_set(node, "level", item->level->id);
    ladle_input_count(node, "level-n", item->level->index);
    ladle_input_real(node, "weight", item->weight);
    ladle_input_count(node, "coders", item->coders);
    ladle_input_set(node, "kind", ladle_record_kind_name(record->kind));
    ladle_input_set(node, "form", ladle_input_form(record));
    ladle_input_set(node, "who", ladle_input_speaker(input, record, item->statement));
    ladle_input_yes_no(node, "quote", item->statement && item->statement->is_quote);
    ladle_input_date(input, node, &record->date);
    if (item->answer) {
        ladle_input_said(input, node, "question", item->answer->question->text,
                         input->options->study->framework->language);
        if (item->answer->value)
            ladle_input_said(input, node, "value", item->answer->value, record->language);
    }
    ladle_input_said(input, node, "text", words_of(item), record->language);
}

void ladle_input_evidence(const ladle_input *input, xmlNode *root)
{
    xmlNode *node = ladle_input_child(input, root, "evidence");
    for (guint i = 0; i < input->items->len; i++)
        add_item(input, node, g_ptr_array_index(input->items, i));
}
