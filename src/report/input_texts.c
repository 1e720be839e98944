#include "report/input_private.h"
#include "report/pictures.h"
#include "report/quotation_marks.h"

#include <string.h>

static const char *const element_names[] = {
    [LADLE_TEXT_CHARS] = NULL,
    [LADLE_TEXT_EM] = "em",
    [LADLE_TEXT_STRONG] = "strong",
    [LADLE_TEXT_BR] = "br",
    [LADLE_TEXT_Q] = "q",
    [LADLE_TEXT_NOTE] = "note",
    [LADLE_TEXT_REF] = "ref",
    [LADLE_TEXT_EVIDENCE] = "evidence",
    [LADLE_TEXT_CITE] = "cite",
    [LADLE_TEXT_LINK] = "link",
    [LADLE_TEXT_FOREIGN] = "foreign",
    [LADLE_TEXT_P] = "p",
    [LADLE_TEXT_LIST] = "list",
    [LADLE_TEXT_ITEM] = "item",
    [LADLE_TEXT_TABLE] = "table",
    [LADLE_TEXT_ROW] = "row",
    [LADLE_TEXT_CELL] = "cell",
    [LADLE_TEXT_QUOTE] = "quote",
    [LADLE_TEXT_RECOMMENDATION] = "recommendation",
    [LADLE_TEXT_PLACE] = "place",
    [LADLE_TEXT_IMAGE] = "image",
    [LADLE_TEXT_CAPTION] = "caption",
    [LADLE_TEXT_TITLE] = "title",
    [LADLE_TEXT_SECTION] = "section",
    [LADLE_TEXT_FINDING] = "finding",
    [LADLE_TEXT_BOX] = "box",
    [LADLE_TEXT_SIDE] = "side",
    [LADLE_TEXT_BY] = "by",
    [LADLE_TEXT_BIBLIOGRAPHY] = "bibliography",
    [LADLE_TEXT_SOURCE] = "source",
    [LADLE_TEXT_CHAPTER] = "chapter",
    [LADLE_TEXT_MESSAGE] = "message",
};

/* The number of a quoted statement in this report: "E-017". */
static const char *items_of(const ladle_input *input, const ladle_statement *statement)
{
    const ladle_evidence_item *item = ladle_input_cite(input, statement);
    return item ? ladle_arena_printf(input->arena, "E-%03u", item->n) : NULL;
}

/* Adds the number that a statement or answer has in this report. */
static void add_number(const ladle_input *input, gconstpointer said, GArray *numbers)
{
    const ladle_evidence_item *item = said ? ladle_input_cite(input, said) : NULL;
    if (item)
        g_array_append_val(numbers, item->n);
}

static gint compare_numbers(gconstpointer a, gconstpointer b)
{
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return (x > y) - (x < y);
}

/* "17 18": the evidence that a text names, as far as this report holds it; NULL: none. */
static const char *numbers_of(const ladle_input *input, const ladle_text *text)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(unsigned));
    GString *list = g_string_new(NULL);
    for (unsigned i = 0; i < text->n_statements; i++)
        add_number(input, text->statements[i], numbers);
    add_number(input, text->statement, numbers);
    add_number(input, text->answer, numbers);
    g_array_sort(numbers, compare_numbers);
    for (guint i = 0; i < numbers->len; i++) {
        unsigned n = g_array_index(numbers, unsigned, i);
        if (i == 0 || n != g_array_index(numbers, unsigned, i - 1))
            g_string_append_printf(list, "%s%u", i ? " " : "", n);
    }
    const char *words =
        numbers->len ? ladle_arena_strndup(input->arena, list->str, list->len) : NULL;
    g_string_free(list, TRUE);
    g_array_free(numbers, TRUE);
    return words;
}

static void set_recommendation(const ladle_input *input, xmlNode *node, const ladle_text *text)
{
    GString *elements = g_string_new(NULL);
    for (unsigned i = 0; i < text->n_elements; i++)
        g_string_append_printf(elements, "%s%s", i ? " " : "", text->elements[i]->id);
    ladle_input_set(node, "to", text->to);
    ladle_input_set(node, "elements", elements->len ? elements->str : NULL);
    ladle_input_set(node, "items", numbers_of(input, text));
    g_string_free(elements, TRUE);
}

static void set_quote(const ladle_input *input, xmlNode *node, const ladle_text *text)
{
    const char *who = NULL;
    if (text->speaker)
        who = ladle_name_of_person(input->options->names, text->speaker);
    else if (text->statement)
        who = ladle_input_speaker(input, text->statement->record, text->statement);
    ladle_input_set(node, "who", who);
    if (text->statement)
        ladle_input_set(node, "items", items_of(input, text->statement));
}

static void set_picture(const ladle_input *input, xmlNode *node, const ladle_text *text)
{
    char *name = ladle_picture_name(input->options->study->directory, text->image_path);
    ladle_input_set(node, "src", name);
    ladle_input_set(node, "alt", text->alt);
    ladle_input_set(node, "width", text->width);
    g_free(name);
}

/* Attributes of what stands inside a paragraph. */
static void set_inline(const ladle_input *input, xmlNode *node, const ladle_text *text)
{
    switch (text->kind) {
    case LADLE_TEXT_REF:
        ladle_input_set(node, "to", text->to);
        break;
    case LADLE_TEXT_CITE:
        ladle_input_set(node, "source", text->to);
        ladle_input_set(node, "pages", text->pages);
        break;
    case LADLE_TEXT_LINK:
        ladle_input_set(node, "href", text->to);
        break;
    case LADLE_TEXT_FOREIGN:
        xmlNodeSetLang(node, BAD_CAST text->language);
        break;
    case LADLE_TEXT_Q:
        ladle_input_set(node, "item", numbers_of(input, text));
        break;
    case LADLE_TEXT_EVIDENCE:
        ladle_input_set(node, "items", numbers_of(input, text));
        break;
    default:
        break;
    }
}

/* Attributes of paragraphs and what is made of them. */
static void set_block(const ladle_input *input, xmlNode *node, const ladle_text *text)
{
    switch (text->kind) {
    case LADLE_TEXT_LIST:
        ladle_input_set(node, "kind", text->box_kind ? text->box_kind : "bullets");
        break;
    case LADLE_TEXT_BOX:
        ladle_input_set(node, "kind", text->box_kind);
        break;
    case LADLE_TEXT_CELL:
        if (text->head)
            ladle_input_set(node, "head", "yes");
        break;
    case LADLE_TEXT_QUOTE:
        set_quote(input, node, text);
        break;
    case LADLE_TEXT_RECOMMENDATION:
        set_recommendation(input, node, text);
        break;
    case LADLE_TEXT_MESSAGE:
    case LADLE_TEXT_PLACE:
        ladle_input_set(node, "part", text->part);
        break;
    case LADLE_TEXT_SOURCE:
        ladle_input_set(node, "short", text->short_name);
        break;
    case LADLE_TEXT_IMAGE:
        set_picture(input, node, text);
        break;
    case LADLE_TEXT_FINDING:
        ladle_input_set(node, "element", text->element->id);
        if (text->wave)
            ladle_input_set(node, "wave", text->wave->id);
        break;
    case LADLE_TEXT_SECTION:
        if (!text->parent && ladle_rounds_use(input->options->rounds, text) == LADLE_ROUND_OLDER)
            ladle_input_set(node, "written",
                            ladle_rounds_wave_of(input->options->rounds, text)->id);
        break;
    default:
        break;
    }
}

static void set_attributes(const ladle_input *input, xmlNode *node, const ladle_text *text)
{
    if (!text->parent || text->kind == LADLE_TEXT_SOURCE)
        ladle_input_speak(input, node, text->language);
    set_inline(input, node, text);
    set_block(input, node, text);
    ladle_input_set(node, "id", text->kind == LADLE_TEXT_CHAPTER ? text->chapter : text->id);
    if (text->kind != LADLE_TEXT_CHAPTER)
        ladle_input_set(node, "chapter", text->chapter);
}

/* Whether a text of this round in this report places the part. */
static bool places(const ladle_input *input, ladle_text *section, const char *part)
{
    if (section->partnership != input->options->partnership ||
        ladle_rounds_use(input->options->rounds, section) != LADLE_ROUND_OWN)
        return false;
    for (ladle_text *text = section; text; text = ladle_text_next(section, text))
        if (text->kind == LADLE_TEXT_PLACE && g_str_equal(text->part, part))
            return true;
    return false;
}

/* A part stands once. Where an older text and one of the round both place it, the round's holds. */
static bool is_placed_by_newer(const ladle_input *input, const ladle_text *place)
{
    const ladle_study *study = input->options->study;
    if (ladle_rounds_use(input->options->rounds, ladle_text_top(place)) != LADLE_ROUND_OLDER)
        return false;
    for (unsigned i = 0; i < study->n_sections; i++)
        if (places(input, study->sections[i], place->part))
            return true;
    return false;
}

/* Whether a text is printed in this round; boxes in a section that stands there as an older text
 * are not. */
static bool is_printed(const ladle_input *input, const ladle_text *text)
{
    ladle_round_use use = ladle_rounds_use(input->options->rounds, text);
    return use == LADLE_ROUND_OWN || use == LADLE_ROUND_OLDER;
}

/* ------------------------------------------------------------------------------ quotations */

/* The texts between the tags of a quotation, without its notes and the quotations in it. */
static void gather_pieces(xmlNode *node, GPtrArray *nodes)
{
    for (xmlNode *child = node->children; child; child = child->next) {
        bool apart =
            xmlStrEqual(child->name, BAD_CAST "note") || xmlStrEqual(child->name, BAD_CAST "q");
        if (child->type == XML_TEXT_NODE)
            g_ptr_array_add(nodes, child);
        else if (!apart)
            gather_pieces(child, nodes);
    }
}

/* Sets a quotation in the marks of the report. nodes: of xmlNode; NULL parts two paragraphs. */
static void set_in_marks(const ladle_input *input, GPtrArray *nodes, ladle_quoted how,
                         unsigned level)
{
    const char **pieces = g_new(const char *, nodes->len + 1);
    for (guint i = 0; i < nodes->len; i++) {
        const xmlNode *node = g_ptr_array_index(nodes, i);
        pieces[i] = node ? (const char *)node->content : "\n";
    }
    ladle_quotation_set(input->options->language, input->arena, how, level, pieces, nodes->len);
    for (guint i = 0; i < nodes->len; i++) {
        xmlNode *node = g_ptr_array_index(nodes, i);
        if (!node)
            continue;
        xmlNodeSetContent(node, BAD_CAST "");
        xmlNodeAddContent(node, BAD_CAST pieces[i]);
    }
    g_free(pieces);
}

/* In how many quotations a text stands. */
static unsigned quotations_around(const ladle_text *text)
{
    unsigned n = 0;
    for (const ladle_text *at = text->parent; at; at = at->parent)
        n += at->kind == LADLE_TEXT_Q || at->kind == LADLE_TEXT_QUOTE;
    return n;
}

/* Whether the words before a colon are the author's: the statement does not begin with them. */
static bool is_introduced(const ladle_text *text, const GPtrArray *nodes)
{
    enum { ENOUGH = 12 };
    if (!text->statement || !nodes->len)
        return true;
    const char *begins = (const char *)((const xmlNode *)g_ptr_array_index(nodes, 0))->content;
    return strncmp(begins, text->statement->text, ENOUGH) != 0;
}

static bool ends_with_colon(xmlNode *paragraph)
{
    xmlChar *words = xmlNodeGetContent(paragraph);
    g_strchomp((char *)words);
    bool ends = g_str_has_suffix((const char *)words, ":");
    xmlFree(words);
    return ends;
}

static bool is_paragraph(const xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST "p");
}

/* The paragraphs of a quotation in a box are one quotation; a line before it that ends with a colon
 * is none of it. */
static void gather_paragraphs(xmlNode *box, GPtrArray *nodes)
{
    bool first = true;
    for (xmlNode *child = box->children; child; child = child->next) {
        if (!is_paragraph(child))
            continue;
        bool introduces =
            first && is_paragraph(xmlNextElementSibling(child)) && ends_with_colon(child);
        first = false;
        if (introduces)
            continue;
        if (nodes->len)
            g_ptr_array_add(nodes, NULL);
        gather_pieces(child, nodes);
    }
}

static void quote_text(const ladle_input *input, xmlNode *node, const ladle_text *text)
{
    bool is_box = text->kind == LADLE_TEXT_BOX && g_str_equal(text->box_kind, "quote");
    if (text->kind != LADLE_TEXT_Q && text->kind != LADLE_TEXT_QUOTE && !is_box)
        return;
    GPtrArray *nodes = g_ptr_array_new();
    if (is_box)
        gather_paragraphs(node, nodes);
    else
        gather_pieces(node, nodes);
    ladle_quoted how = text->kind != LADLE_TEXT_Q && is_introduced(text, nodes)
                           ? LADLE_QUOTED_AFTER
                           : LADLE_QUOTED_WHOLE;
    set_in_marks(input, nodes, how, quotations_around(text));
    g_ptr_array_free(nodes, TRUE);
}

/* ----------------------------------------------------------------------------- all of them */

static bool stands(const ladle_input *input, const ladle_text *child)
{
    if (child->kind == LADLE_TEXT_PLACE)
        return !is_placed_by_newer(input, child);
    return child->kind != LADLE_TEXT_BOX || is_printed(input, child);
}

static xmlNode *add_text(const ladle_input *input, xmlNode *parent, const ladle_text *text)
{
    if (text->kind == LADLE_TEXT_CHARS) {
        xmlNodeAddContent(parent, BAD_CAST text->chars);
        return NULL;
    }
    xmlNode *node = ladle_input_child(input, parent, element_names[text->kind]);
    set_attributes(input, node, text);
    for (const ladle_text *child = text->first; child; child = child->next)
        if (stands(input, child))
            add_text(input, node, child);
    quote_text(input, node, text);
    return node;
}

/* A partnership's report has the texts about it, the programme's those about no partnership. */
static void add_all(const ladle_input *input, xmlNode *parent, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (texts[i]->partnership == input->options->partnership && is_printed(input, texts[i]))
            add_text(input, parent, texts[i]);
}

/* One title a chapter: that of the round, else the one for all. */
static void add_chapters(const ladle_input *input, xmlNode *parent)
{
    const ladle_study *study = input->options->study;
    for (unsigned i = 0; i < study->n_chapters; i++) {
        const ladle_text *chapter = study->chapters[i];
        if (ladle_rounds_chapter(input->options->rounds, chapter->chapter,
                                 input->options->partnership) == chapter)
            add_text(input, parent, chapter);
    }
}

/* A source, and what it is sorted by. */
typedef struct {
    const ladle_text *text;
    unsigned index; /* in the study */
    const char *key;
} sortable;

static void gather_words(const ladle_text *text, GString *out)
{
    if (text->chars)
        g_string_append(out, text->chars);
    for (const ladle_text *part = text->first; part; part = part->next)
        gather_words(part, out);
}

static gint compare_sources(gconstpointer a, gconstpointer b)
{
    const sortable *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* The literature, by the alphabet; where citations are by author and year, by those. */
static void add_sources(const ladle_input *input, xmlNode *parent)
{
    const ladle_study *study = input->options->study;
    GArray *sources = g_array_new(FALSE, FALSE, sizeof(sortable));
    for (unsigned i = 0; i < study->n_sources; i++) {
        const ladle_text *text = study->sources[i];
        GString *words = g_string_new(NULL);
        if (study->cites_author_year && text->short_name)
            g_string_append(words, text->short_name);
        else
            gather_words(text, words);
        sortable source = {text, i,
                           ladle_sort_key(input->options->language, input->arena, words->str)};
        g_array_append_val(sources, source);
        g_string_free(words, TRUE);
    }
    g_array_sort(sources, compare_sources);
    for (guint i = 0; i < sources->len; i++)
        ladle_input_count(add_text(input, parent, g_array_index(sources, sortable, i).text), "n",
                          i + 1);
    g_array_free(sources, TRUE);
}

void ladle_input_texts(const ladle_input *input, xmlNode *root)
{
    const ladle_study *study = input->options->study;
    xmlNode *node = ladle_input_child(input, root, "texts");
    ladle_input_set(node, "cite", study->cites_author_year ? "author-year" : "number");
    add_chapters(input, node);
    add_all(input, node, study->sections, study->n_sections);
    add_all(input, node, study->findings, study->n_findings);
    add_all(input, node, study->boxes, study->n_boxes);
    add_all(input, node, study->messages, study->n_messages);
    add_sources(input, node);
}
