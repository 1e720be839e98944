/* The evidence: every statement that is coded and every answer that points at a level, once and
 * under one number, with what it says of each element in each partnership.
 *
 * Numbers follow time; what has the same date goes by kind, then by a digest of what is printed of
 * it, never by ids or by the order of files. So an item's node is made first, and its number last.
 */
#include "report/input_private.h"

#include <string.h>

/* ------------------------------------------------------------------------------ collecting */

static void release_says(void *says)
{
    g_array_unref(says);
}

static ladle_evidence_item *item_for(ladle_input *input, const ladle_record *record,
                                     const ladle_statement *statement, const ladle_answer *answer)
{
    const void *source = statement ? (const void *)statement : answer;
    ladle_evidence_item *item = g_hash_table_lookup(input->by_source, source);
    if (item)
        return item;
    item = LADLE_NEW(input->arena, ladle_evidence_item);
    *item = (ladle_evidence_item){.record = record,
                                  .statement = statement,
                                  .answer = answer,
                                  .says = g_array_new(FALSE, TRUE, sizeof(ladle_says))};
    ladle_arena_defer(input->arena, release_says, item->says);
    g_hash_table_insert(input->by_source, (gpointer)source, item);
    g_ptr_array_add(input->items, item);
    return item;
}

static ladle_says *says_for(ladle_evidence_item *item, const ladle_partnership *partnership,
                            const ladle_element *element, const ladle_level *level)
{
    for (guint i = 0; i < item->says->len; i++) {
        ladle_says *says = &g_array_index(item->says, ladle_says, i);
        if (says->partnership == partnership && says->element == element && says->level == level)
            return says;
    }
    ladle_says says = {.partnership = partnership, .element = element, .level = level};
    g_array_append_val(item->says, says);
    return &g_array_index(item->says, ladle_says, item->says->len - 1);
}

static void add_to(GHashTable *table, gconstpointer key, ladle_evidence_item *item)
{
    GPtrArray *items = g_hash_table_lookup(table, key);
    if (!items) {
        items = g_ptr_array_new();
        g_hash_table_insert(table, (gpointer)key, items);
    }
    if (!items->len || g_ptr_array_index(items, items->len - 1) != item)
        g_ptr_array_add(items, item);
}

/* What speaks of one element in one partnership and wave. The codings of a statement stand together
 * in the results. */
static void collect(ladle_input *input, const ladle_wave_result *wave,
                    const ladle_element_result *result)
{
    for (unsigned i = 0; i < result->items; i++) {
        const ladle_evidence *evidence = &result->evidence[i];
        ladle_evidence_item *item =
            item_for(input, evidence->record, evidence->statement, evidence->answer);
        ladle_says *says = says_for(item, wave->partnership, result->element, evidence->level);
        says->coders++;
        if (evidence->coding)
            item->strength = MAX(item->strength, evidence->coding->strength);
        add_to(input->by_element, result, item);
    }
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

/* Statements that are coded, but say nothing of an element in a partnership. */
static void collect_others(ladle_input *input)
{
    GPtrArray *records = ladle_input_scope(input);
    for (guint r = 0; r < records->len; r++) {
        const ladle_record *record = g_ptr_array_index(records, r);
        for (unsigned i = 0; i < record->n_statements; i++)
            if (record->statements[i]->n_codings)
                item_for(input, record, record->statements[i], NULL);
    }
    g_ptr_array_unref(records);
}

static int compare_says(gconstpointer a, gconstpointer b)
{
    const ladle_says *x = a, *y = b;
    int order = (int)x->element->index - (int)y->element->index;
    if (!order)
        order = (x->partnership->index > y->partnership->index) -
                (x->partnership->index < y->partnership->index);
    return order ? order : (int)x->level->index - (int)y->level->index;
}

/* -------------------------------------------------------------------------------- the nodes */

static const char *words_of(const ladle_evidence_item *item)
{
    return item->statement ? item->statement->text : item->answer->text;
}

/* Where an item without a level on an element belongs; the programme's own are one group. */
static const char *group_of(const ladle_evidence_item *item)
{
    if (!item->record->n_partnerships)
        return "programme";
    if (item->says->len)
        return "element";
    for (unsigned i = 0; i < item->statement->n_codings; i++)
        if (item->statement->codings[i].kind == LADLE_CODE_DIMENSION)
            return "dimension";
    return "code";
}

static void add_says(const ladle_input *input, xmlNode *parent, const ladle_evidence_item *item)
{
    for (guint i = 0; i < item->says->len; i++) {
        const ladle_says *says = &g_array_index(item->says, ladle_says, i);
        xmlNode *node = ladle_input_child(input, parent, "says");
        ladle_input_set(node, "element", says->element->id);
        ladle_input_count(node, "partnership", says->partnership->index + 1);
        ladle_input_set(node, "level", says->level->id);
        ladle_input_count(node, "level-n", says->level->index);
        ladle_input_count(node, "coders", says->coders);
    }
}

static bool same_code(const ladle_coding *a, const ladle_coding *b)
{
    return a->kind == b->kind && a->element == b->element && a->dimension == b->dimension &&
           a->level == b->level && a->term == b->term && a->factor == b->factor;
}

/* An element's code is told by the item's says, but of the programme's items, which have none. */
static bool is_told(const ladle_statement *statement, unsigned i)
{
    if (statement->codings[i].kind == LADLE_CODE_ELEMENT && statement->record->n_partnerships)
        return true;
    for (unsigned k = 0; k < i; k++)
        if (same_code(&statement->codings[k], &statement->codings[i]))
            return true;
    return false;
}

static void add_coded(const ladle_input *input, xmlNode *parent, const ladle_statement *statement)
{
    static const char *const kinds[] = {
        [LADLE_CODE_ELEMENT] = "element",     [LADLE_CODE_DIMENSION] = "dimension",
        [LADLE_CODE_INDICATOR] = "indicator", [LADLE_CODE_REDESIGN] = "redesign",
        [LADLE_CODE_FACTOR] = "factor",
    };
    for (unsigned i = 0; i < statement->n_codings; i++) {
        const ladle_coding *coding = &statement->codings[i];
        if (is_told(statement, i))
            continue;
        unsigned coders = 0;
        for (unsigned k = 0; k < statement->n_codings; k++)
            coders += same_code(&statement->codings[k], coding);
        xmlNode *node = ladle_input_child(input, parent, "coded");
        ladle_input_set(node, "kind", kinds[coding->kind]);
        ladle_input_set(node, "id",
                        coding->element     ? coding->element->id
                        : coding->dimension ? coding->dimension->id
                        : coding->term      ? coding->term->id
                                            : coding->factor->id);
        if (coding->level) {
            ladle_input_set(node, "level", coding->level->id);
            ladle_input_count(node, "level-n", coding->level->index);
        }
        ladle_input_count(node, "coders", coders);
    }
}

static void add_question(const ladle_input *input, xmlNode *item, const ladle_question *question)
{
    unsigned n = 0;
    while (question->guide->questions[n] != question)
        n++;
    xmlNode *node = ladle_input_said(input, item, "question", question->text,
                                     input->options->study->framework->language);
    ladle_input_set(node, "guide", question->guide->id);
    ladle_input_count(node, "n", n + 1);
}

static void add_value(const ladle_input *input, xmlNode *item, const ladle_answer *answer,
                      const char *language)
{
    xmlNode *node = ladle_input_said(input, item, "value", answer->value, language);
    if (answer->option)
        ladle_input_count(node, "option",
                          (unsigned)(answer->option - answer->question->options) + 1);
}

static void add_item(const ladle_input *input, xmlNode *parent, ladle_evidence_item *item)
{
    const ladle_record *record = item->record;
    xmlNode *node = ladle_input_child(input, parent, "item");
    ladle_input_set(node, "n", ""); /* numbers come when all are in order */
    ladle_input_set(node, "id", "");
    ladle_input_set(node, "wave", record->wave->id);
    ladle_input_set(node, "group", group_of(item));
    ladle_input_partnerships(input, node, record);
    ladle_input_set(node, "kind", ladle_record_kind_name(record->kind));
    ladle_input_set(node, "form", ladle_input_form(record));
    ladle_input_set(node, "who", ladle_input_speaker(input, record, item->statement));
    ladle_input_yes_no(node, "quote", item->statement && item->statement->is_quote);
    ladle_input_date(input, node, &record->date);
    if (item->answer) {
        add_question(input, node, item->answer->question);
        if (item->answer->value)
            add_value(input, node, item->answer, record->language);
    }
    ladle_input_said(input, node, "text", words_of(item), record->language);
    add_says(input, node, item);
    if (item->statement)
        add_coded(input, node, item->statement);
    item->dated = ladle_input_dated(input, &record->date, record->kind, node);
}

/* --------------------------------------------------------------------------------- numbers */

static int compare_items(gconstpointer a, gconstpointer b)
{
    const ladle_evidence_item *x = *(ladle_evidence_item *const *)a;
    const ladle_evidence_item *y = *(ladle_evidence_item *const *)b;
    return ladle_input_compare_dated(&x->dated, &y->dated);
}

/* Items that print alike, on one day, are told of under the number of the first: which of them is
 * first cannot be seen in the report, so it must not be seen in who cites it either. The items
 * before this one know theirs. */
static unsigned cited_as(const ladle_input *input, guint i)
{
    if (i == 0 || compare_items(&input->items->pdata[i - 1], &input->items->pdata[i]) != 0)
        return i + 1;
    return ((const ladle_evidence_item *)g_ptr_array_index(input->items, i - 1))->n;
}

void ladle_input_collect_evidence(ladle_input *input, xmlNode *root)
{
    const ladle_input_options *options = input->options;
    if (options->partnership)
        collect_of(input, options->partnership);
    for (unsigned p = 0; !options->partnership && p < options->study->n_partnerships; p++)
        collect_of(input, options->study->partnerships[p]);
    collect_others(input);
    input->evidence = ladle_input_child(input, root, "evidence");
    for (guint i = 0; i < input->items->len; i++) {
        ladle_evidence_item *item = g_ptr_array_index(input->items, i);
        g_array_sort(item->says, compare_says);
        add_item(input, input->evidence, item);
    }
    g_ptr_array_sort(input->items, compare_items);
    for (guint i = 0; i < input->items->len; i++) {
        ladle_evidence_item *item = g_ptr_array_index(input->items, i);
        item->place = i + 1;
        item->n = cited_as(input, i);
        ladle_input_count(item->dated.node, "n", i + 1);
        ladle_input_set(item->dated.node, "id", ladle_arena_printf(input->arena, "E-%03u", i + 1));
        xmlUnlinkNode(item->dated.node);
        xmlAddChild(input->evidence, item->dated.node);
    }
    xmlUnlinkNode(input->evidence);
}

const ladle_evidence_item *ladle_input_item_of(const ladle_input *input, gconstpointer said)
{
    return g_hash_table_lookup(input->by_source, said);
}

/* What prints alike is cited by the number of the first. */
const ladle_evidence_item *ladle_input_cite(const ladle_input *input, gconstpointer said)
{
    const ladle_evidence_item *item = g_hash_table_lookup(input->by_source, said);
    if (item) {
        ladle_evidence_item *first = g_ptr_array_index(input->items, item->n - 1);
        first->cited = true;
    }
    return item;
}

static bool is_held(const ladle_input *input, const ladle_evidence_item *item)
{
    switch (input->options->evidence) {
    case LADLE_EVIDENCE_ALL:
        return true;
    case LADLE_EVIDENCE_CITED:
        return item->cited;
    case LADLE_EVIDENCE_NONE:
        break;
    }
    return false;
}

/* How many items bear on a level in each wave that has any, whether the report holds them or not.
 */
static void count_by_wave(const ladle_input *input)
{
    const ladle_study *study = input->options->study;
    for (unsigned w = 0; w < study->n_waves; w++) {
        unsigned n = 0;
        for (guint i = 0; i < input->items->len; i++) {
            const ladle_evidence_item *item = g_ptr_array_index(input->items, i);
            n += item->says->len && item->record->wave == study->waves[w];
        }
        if (!n)
            continue;
        xmlNode *node = ladle_input_child(input, input->evidence, "of-wave");
        ladle_input_set(node, "wave", study->waves[w]->id);
        ladle_input_count(node, "items", n);
    }
}

void ladle_input_hold_evidence(const ladle_input *input)
{
    static const char *const names[] = {[LADLE_EVIDENCE_ALL] = "all",
                                        [LADLE_EVIDENCE_CITED] = "cited",
                                        [LADLE_EVIDENCE_NONE] = "none"};
    unsigned left_out = 0;
    for (guint i = 0; i < input->items->len; i++) {
        ladle_evidence_item *item = g_ptr_array_index(input->items, i);
        if (is_held(input, item))
            continue;
        xmlUnlinkNode(item->dated.node);
        xmlFreeNode(item->dated.node);
        item->dated.node = NULL;
        left_out++;
    }
    ladle_input_set(input->evidence, "held", names[input->options->evidence]);
    ladle_input_count(input->evidence, "items", input->items->len);
    ladle_input_count(input->evidence, "left-out", left_out);
    count_by_wave(input);
}

void ladle_input_evidence(const ladle_input *input, xmlNode *root)
{
    xmlAddChild(root, input->evidence);
}

/* ------------------------------------------------------------------- one for, one against */

/* The level at which all who coded a statement on the element agree; NULL where they do not. */
static const ladle_level *agreed(const ladle_evidence_item *item, const ladle_element *element)
{
    const ladle_level *level = NULL;
    for (guint i = 0; i < item->says->len; i++) {
        const ladle_says *says = &g_array_index(item->says, ladle_says, i);
        if (says->element != element)
            continue;
        if (level && level != says->level)
            return NULL;
        level = says->level;
    }
    return level;
}

typedef struct {
    const ladle_input *input;
    const ladle_element *element;
    const ladle_evidence_item *best[2]; /* for, against */
} choice;

static const ladle_element_result *result_for(const ladle_input *input,
                                              const ladle_partnership *partnership,
                                              const ladle_element *element)
{
    return &ladle_result_of(input->options->results, partnership, input->options->wave)
                ->elements[element->index];
}

/* Whether the item comes from a partnership that stands where the item says. */
static bool is_typical(const choice *c, const ladle_evidence_item *item)
{
    for (guint i = 0; i < item->says->len; i++) {
        const ladle_says *says = &g_array_index(item->says, ladle_says, i);
        if (says->element == c->element &&
            result_for(c->input, says->partnership, c->element)->level == says->level)
            return true;
    }
    return false;
}

static unsigned coders_of(const ladle_evidence_item *item, const ladle_element *element)
{
    unsigned coders = 0;
    for (guint i = 0; i < item->says->len; i++) {
        const ladle_says *says = &g_array_index(item->says, ladle_says, i);
        if (says->element == element)
            coders = MAX(coders, says->coders);
    }
    return coders;
}

static int more(unsigned a, unsigned b)
{
    return (a > b) - (a < b);
}

/* Above 0 when a carries more than b: from a partnership at that level, word for word, a statement
 * rather than an answer (which needs its question), agreed on by more coders, stronger, earlier. */
static int compare_support(const choice *c, const ladle_evidence_item *a,
                           const ladle_evidence_item *b)
{
    int order = more(is_typical(c, a), is_typical(c, b));
    if (!order)
        order =
            more(a->statement && a->statement->is_quote, b->statement && b->statement->is_quote);
    if (!order)
        order = more(a->statement != NULL, b->statement != NULL);
    if (!order)
        order = more(coders_of(a, c->element), coders_of(b, c->element));
    if (!order)
        order = more(a->strength, b->strength);
    return order ? order : more(b->place, a->place);
}

static void consider(choice *c, const ladle_evidence_item *item, const ladle_level *level)
{
    const ladle_level *at = agreed(item, c->element);
    if (!at || item->record->wave != c->input->options->wave || !*words_of(item))
        return;
    const ladle_evidence_item **best = &c->best[at == level ? 0 : 1];
    if (!*best || compare_support(c, item, *best) > 0)
        *best = item;
}

void ladle_input_for_and_against(const ladle_input *input, xmlNode *node,
                                 const ladle_partnership *partnership, const ladle_element *element,
                                 const ladle_level *level)
{
    static const char *const names[] = {"for", "against"};
    choice c = {.input = input, .element = element};
    const GPtrArray *items = input->items;
    if (partnership)
        items = g_hash_table_lookup(input->by_element, result_for(input, partnership, element));
    for (guint i = 0; items && i < items->len; i++)
        consider(&c, g_ptr_array_index(items, i), level);
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
        if (c.best[i] && input->options->evidence != LADLE_EVIDENCE_NONE) {
            ladle_input_cite(input, c.best[i]->statement ? (const void *)c.best[i]->statement
                                                         : c.best[i]->answer);
            xmlNode *child = ladle_input_child(input, node, names[i]);
            ladle_input_count(child, "item", c.best[i]->n);
            ladle_input_set(child, "level", agreed(c.best[i], element)->id);
        }
}
