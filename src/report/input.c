#include "report/input_private.h"
#include "study/chapters.h"

#include <math.h>
#include <string.h>

/* -------------------------------------------------------------------------------- helpers */

xmlNode *ladle_input_child(const ladle_input *input, xmlNode *parent, const char *name)
{
    return xmlNewChild(parent, input->ns, BAD_CAST name, NULL);
}

xmlNode *ladle_input_words(const ladle_input *input, xmlNode *parent, const char *name,
                           const char *text)
{
    xmlNode *node = ladle_input_child(input, parent, name);
    if (text)
        xmlNodeAddContent(node, BAD_CAST text);
    return node;
}

const char *ladle_input_other(const ladle_input *input, const char *language)
{
    if (!language)
        language = input->options->study->language;
    bool other =
        language && !ladle_same_language(language, ladle_language_code(input->options->language));
    return other ? language : NULL;
}

void ladle_input_speak(const ladle_input *input, xmlNode *node, const char *language)
{
    const char *other = ladle_input_other(input, language);
    if (other)
        xmlNodeSetLang(node, BAD_CAST other);
}

xmlNode *ladle_input_said(const ladle_input *input, xmlNode *parent, const char *name,
                          const char *text, const char *language)
{
    xmlNode *node = ladle_input_words(input, parent, name, text);
    ladle_input_speak(input, node, language);
    return node;
}

const char *ladle_input_framework_language(const ladle_input *input)
{
    return input->options->wording ? ladle_language_code(input->options->language)
                                   : input->options->study->framework->language;
}

void ladle_input_set(xmlNode *node, const char *name, const char *value)
{
    if (value)
        xmlSetProp(node, BAD_CAST name, BAD_CAST value);
}

void ladle_input_count(xmlNode *node, const char *name, unsigned value)
{
    char text[16];
    g_snprintf(text, sizeof text, "%u", value);
    ladle_input_set(node, name, text);
}

void ladle_input_real(xmlNode *node, const char *name, double value)
{
    char text[400];
    if (isnan(value))
        return;
    g_ascii_formatd(text, sizeof text, "%.6f", value);
    ladle_input_set(node, name, g_str_equal(text, "-0.000000") ? "0.000000" : text);
}

void ladle_input_day(xmlNode *node, const char *name, ladle_day day)
{
    char text[16];
    ladle_day_iso(day, text);
    ladle_input_set(node, name, *text ? text : NULL);
}

void ladle_input_yes_no(xmlNode *node, const char *name, bool value)
{
    ladle_input_set(node, name, value ? "yes" : "no");
}

static void set_if(xmlNode *node, const char *name, bool value)
{
    if (value)
        ladle_input_set(node, name, "yes");
}

void ladle_input_date(const ladle_input *input, xmlNode *node, const ladle_date *date)
{
    ladle_input_set(node, "date", date->text);
    ladle_input_set(node, "words",
                    ladle_language_date(input->options->language, input->arena, date, false));
    ladle_input_day(node, "first", date->first);
    ladle_input_day(node, "last", date->last);
    set_if(node, "interval", date->interval);
    if (date->interval) {
        ladle_input_day(node, "start-last", date->start.last);
        ladle_input_day(node, "end-first", date->end.first);
    }
    set_if(node, "start-approximate", date->start.approximate || date->start.uncertain);
    set_if(node, "end-approximate", date->end.approximate || date->end.uncertain);
}

void ladle_input_partnerships(const ladle_input *input, xmlNode *node, const ladle_record *record)
{
    GString *list = g_string_new(NULL);
    for (unsigned i = 0; i < record->n_partnerships; i++)
        g_string_append_printf(list, "%s%u", i ? " " : "", record->partnerships[i]->index + 1);
    if (list->len && !input->options->partnership)
        ladle_input_set(node, "partnerships", list->str);
    g_string_free(list, TRUE);
}

static const char *digest_of(const ladle_input *input, xmlNode *node)
{
    xmlBuffer *buffer = xmlBufferCreate();
    xmlNodeDump(buffer, node->doc, node, 0, 0);
    char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)xmlBufferContent(buffer),
                                    (gsize)xmlBufferLength(buffer));
    const char *kept = ladle_arena_strdup(input->arena, digest);
    g_free(digest);
    xmlBufferFree(buffer);
    return kept;
}

ladle_dated ladle_input_dated(const ladle_input *input, const ladle_date *date, unsigned kind,
                              xmlNode *node)
{
    return (ladle_dated){date, kind, digest_of(input, node), node};
}

int ladle_input_compare_dated(gconstpointer a, gconstpointer b)
{
    const ladle_dated *x = a, *y = b;
    int order = (x->date->first > y->date->first) - (x->date->first < y->date->first);
    if (!order)
        order = (x->date->last > y->date->last) - (x->date->last < y->date->last);
    if (!order)
        order = (x->kind > y->kind) - (x->kind < y->kind);
    return order ? order : strcmp(x->digest, y->digest);
}

void ladle_input_in_order(xmlNode *parent, GArray *dated)
{
    g_array_sort(dated, ladle_input_compare_dated);
    for (guint i = 0; i < dated->len; i++) {
        xmlNode *node = g_array_index(dated, ladle_dated, i).node;
        xmlUnlinkNode(node);
        xmlAddChild(parent, node);
    }
}

const char *ladle_input_form(const ladle_record *record)
{
    if (record->kind == LADLE_INTERVIEW)
        return record->focus_group ? "focus-group" : "single";
    return record->document_kind;
}

const char *ladle_input_status(const ladle_record *record)
{
    static const char *const names[] = {
        [LADLE_HELD] = NULL, [LADLE_CANCELLED] = "cancelled", [LADLE_MOVED] = "moved"};
    return names[record->status];
}

const char *ladle_input_speaker(const ladle_input *input, const ladle_record *record,
                                const ladle_statement *statement)
{
    const ladle_person *person = statement ? statement->speaker : record->respondent;
    return person ? ladle_name_of_person(input->options->names, person)
                  : ladle_name_of_group(input->options->names, record);
}

/* ---------------------------------------------------------------------------------- parts */

static void add_labels(const ladle_input *input, xmlNode *root)
{
    xmlNode *labels = ladle_input_child(input, root, "labels");
    const char *id, *text;
    for (unsigned i = 0; ladle_label_at(input->options->language, i, &id, &text); i++)
        ladle_input_set(ladle_input_words(input, labels, "label", text), "id", id);
}

/* How many partnerships have evidence in the wave reported. */
static unsigned studied(const ladle_input *input)
{
    const ladle_study *study = input->options->study;
    unsigned count = 0;
    for (unsigned i = 0; i < study->n_partnerships; i++)
        if (ladle_result_of(input->options->results, study->partnerships[i], input->options->wave)
                ->assessed)
            count++;
    return count;
}

/* The date of the round reported: `published` as it is written, else the report's day. */
static void add_published(const ladle_input *input, xmlNode *node)
{
    const ladle_date *published =
        ladle_round_published(input->options->study, input->options->wave);
    char iso[16];
    ladle_date day;
    if (!published && input->options->day == LADLE_OPEN_LAST)
        return;
    if (!published) {
        ladle_edtf_parse(ladle_arena_strdup(input->arena, ladle_day_iso(input->options->day, iso)),
                         &day);
        published = &day;
    }
    ladle_input_date(input, ladle_input_child(input, node, "published"), published);
}

static void add_title_page(const ladle_input *input, xmlNode *node)
{
    const ladle_study *study = input->options->study;
    const ladle_wave *wave = input->options->wave;
    const struct {
        const char *name, *text;
    } words[] = {{"title", ladle_round_title(study, wave)},
                 {"subtitle", ladle_round_subtitle(study, wave)},
                 {"programme", study->programme},
                 {"publisher", study->publisher},
                 {"place", study->place}};
    for (unsigned i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i].text)
            ladle_input_said(input, node, words[i].name, words[i].text, NULL);
    add_published(input, node);
}

static void add_study(const ladle_input *input, xmlNode *root)
{
    const ladle_study *study = input->options->study;
    xmlNode *node = ladle_input_child(input, root, "study");
    bool whole = !input->options->partnership;
    unsigned statements = 0;
    GPtrArray *records = ladle_input_scope(input);
    for (guint i = 0; i < records->len; i++) {
        const ladle_record *record = g_ptr_array_index(records, i);
        statements += record->n_statements + record->n_answers;
    }
    if (whole) {
        ladle_input_count(node, "partnerships", study->n_partnerships);
        ladle_input_count(node, "studied", studied(input));
    }
    ladle_input_count(node, "rounds", study->n_waves);
    ladle_input_count(node, "records", records->len);
    g_ptr_array_unref(records);
    ladle_input_count(node, "statements", statements);
    add_title_page(input, node);
    for (unsigned i = 0; i < study->n_authors; i++)
        ladle_input_words(input, node, "author", study->authors[i]);
}

/* The wave's name as it stands inside a sentence: short=, else the name, without the capital that
 * it begins with, unless that is an abbreviation. */
static const char *name_inside(const ladle_input *input, const ladle_wave *wave)
{
    if (wave->short_name)
        return wave->short_name;
    const char *rest = g_utf8_next_char(wave->name);
    if (g_unichar_isupper(g_utf8_get_char(rest)))
        return wave->name;
    gunichar first = g_unichar_tolower(g_utf8_get_char(wave->name));
    char letter[7] = {0};
    g_unichar_to_utf8(first, letter);
    return ladle_arena_printf(input->arena, "%s%s", letter, rest);
}

/* The side of an interval's text, or a whole date: "2015-10" of "2015-10/2016-03". */
static char *side_of(const char *text, bool last)
{
    const char *slash = strchr(text, '/');
    if (!slash)
        return g_strdup(text);
    return last ? g_strdup(slash + 1) : g_strndup(text, (gsize)(slash - text));
}

/* From the start of the first wave to the end of the one reported: what is counted so far. */
static void add_so_far(const ladle_input *input, xmlNode *parent)
{
    const ladle_wave *first = input->options->study->waves[0];
    ladle_date so_far = input->options->wave->dates;
    g_autofree char *from = side_of(first->dates.text, false);
    g_autofree char *to = side_of(so_far.text, true);
    if (first != input->options->wave &&
        ladle_edtf_parse(ladle_arena_printf(input->arena, "%s/%s", from, to), &so_far))
        return;
    ladle_input_date(input, ladle_input_child(input, parent, "so-far"), &so_far);
}

/* The same; in quotation marks where the report speaks another language than the study, as the name
 * is then a foreign word in the sentence. */
static const char *short_name(const ladle_input *input, const ladle_wave *wave)
{
    const char *name = name_inside(input, wave);
    const ladle_language *language = input->options->language;
    if (!ladle_input_other(input, NULL))
        return name;
    return ladle_arena_printf(input->arena, "%s%s%s", ladle_label(language, "quote.open"), name,
                              ladle_label(language, "quote.close"));
}

static void add_waves(const ladle_input *input, xmlNode *root)
{
    for (unsigned i = 0; i <= input->options->wave->index; i++) {
        const ladle_wave *wave = input->options->study->waves[i];
        xmlNode *node = ladle_input_child(input, root, "wave");
        ladle_input_set(node, "id", wave->id);
        ladle_input_count(node, "n", i + 1);
        set_if(node, "current", wave == input->options->wave);
        set_if(node, "baseline", i == 0);
        ladle_input_date(input, node, &wave->dates);
        ladle_input_set(node, "short", short_name(input, wave));
        ladle_input_said(input, node, "name", wave->name, NULL);
        if (wave == input->options->wave)
            add_so_far(input, node);
    }
}

/* Whether a report of this kind has the part where it is not left out. What templates of others
 * have is theirs to know. */
static bool may_hold(const char *report, const char *name)
{
    const ladle_part *part = ladle_part_named(name);
    if (g_str_equal(report, "final"))
        return !part || part->templates & LADLE_TEMPLATE_FINAL;
    if (g_str_equal(report, "partnership"))
        return !part || part->templates & LADLE_TEMPLATE_PARTNERSHIP;
    return !g_str_equal(report, "brochure");
}

static void add_left_out(const ladle_input *input, xmlNode *root)
{
    const ladle_study *study = input->options->study;
    for (unsigned i = 0; i < study->n_left_out; i++) {
        xmlNode *node = ladle_input_child(input, root, "left-out");
        ladle_input_set(node, "part", study->left_out[i]);
        set_if(node, "elsewhere", !may_hold(input->options->report, study->left_out[i]));
    }
}

/* Whether something left out could have touched this report. */
static bool touches(const ladle_omission *omission, const ladle_partnership *partnership)
{
    if (!omission->n_partnerships || !partnership)
        return true;
    for (unsigned i = 0; i < omission->n_partnerships; i++)
        if (omission->partnerships[i] == partnership)
            return true;
    return false;
}

static void add_omissions(const ladle_input *input, xmlNode *root)
{
    const ladle_study *study = input->options->study;
    for (unsigned i = 0; i < study->n_omissions; i++) {
        if (!touches(&study->omissions[i], input->options->partnership))
            continue;
        xmlNode *node = ladle_input_child(input, root, "omission");
        ladle_input_set(node, "what", study->omissions[i].what);
        ladle_input_set(node, "reason", study->omissions[i].reason);
        ladle_input_set(node, "file", study->omissions[i].pos.file);
        if (study->omissions[i].pos.line)
            ladle_input_count(node, "line", study->omissions[i].pos.line);
    }
}

static void add_coders(const ladle_input *input, xmlNode *root)
{
    const ladle_results *results = input->options->results;
    if (!results->reliability.units)
        return;
    xmlNode *node = ladle_input_child(input, root, "coders");
    ladle_input_count(node, "units", results->reliability.units);
    ladle_input_real(node, "alpha", results->reliability.alpha);
    for (unsigned i = 0; i < results->n_reliability_by_element; i++) {
        const ladle_alpha *alpha = &results->reliability_by_element[i];
        xmlNode *element = ladle_input_child(input, node, "element");
        ladle_input_set(element, "id", alpha->element->id);
        ladle_input_count(element, "units", alpha->units);
        ladle_input_real(element, "alpha", alpha->alpha);
    }
}

static void release_array(void *array)
{
    g_ptr_array_unref(array);
}

static void release_table(void *table)
{
    g_hash_table_unref(table);
}

static xmlNode *new_root(ladle_input *input, xmlDoc *document)
{
    const ladle_input_options *options = input->options;
    xmlNode *root = xmlNewDocNode(document, NULL, BAD_CAST "input", NULL);
    xmlDocSetRootElement(document, root);
    input->ns = xmlNewNs(root, BAD_CAST "urn:x-ladle:input", NULL);
    xmlSetNs(root, input->ns);
    ladle_input_set(root, "version", "1");
    ladle_input_set(root, "report", options->report);
    xmlNodeSetLang(root, BAD_CAST ladle_language_code(options->language));
    ladle_input_yes_no(root, "names",
                       ladle_printing_partnerships(options->names) ||
                           ladle_printing_people(options->names));
    ladle_input_set(root, "wave", options->wave->id);
    if (options->wave->index > 0)
        ladle_input_set(root, "wave-before", options->study->waves[options->wave->index - 1]->id);
    ladle_input_count(root, "smallest-group", options->study->smallest_group);
    return root;
}

xmlDoc *ladle_input_new(ladle_arena *arena, const ladle_input_options *options)
{
    ladle_input input = {.options = options, .arena = arena};
    input.items = g_ptr_array_new();
    input.by_source = g_hash_table_new(NULL, NULL);
    input.by_element = g_hash_table_new_full(NULL, NULL, NULL, release_array);
    ladle_arena_defer(arena, release_array, input.items);
    ladle_arena_defer(arena, release_table, input.by_source);
    ladle_arena_defer(arena, release_table, input.by_element);

    xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *root = new_root(&input, document);
    ladle_input_collect_evidence(&input, root);
    add_labels(&input, root);
    add_study(&input, root);
    ladle_input_framework(&input, root);
    add_waves(&input, root);
    add_left_out(&input, root);
    add_omissions(&input, root);
    if (options->partnership) {
        ladle_input_partnership(&input, root, options->partnership);
    } else {
        for (unsigned i = 0; i < options->study->n_partnerships; i++)
            ladle_input_partnership(&input, root, options->study->partnerships[i]);
        ladle_input_programme(&input, root);
        ladle_input_timeline(&input, root, &options->results->timeline);
    }
    ladle_input_evidence(&input, root);
    ladle_input_records(&input, root);
    ladle_input_texts(&input, root);
    ladle_input_contradictions(&input, root);
    if (!options->partnership)
        add_coders(&input, root);
    ladle_input_hold_evidence(&input);
    return document;
}
