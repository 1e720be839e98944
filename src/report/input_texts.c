#include "report/input_private.h"
#include "report/pictures.h"

static const char *const element_names[] = {
    [LADLE_TEXT_CHARS] = NULL,
    [LADLE_TEXT_EM] = "em",
    [LADLE_TEXT_STRONG] = "strong",
    [LADLE_TEXT_NOTE] = "note",
    [LADLE_TEXT_REF] = "ref",
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
};

/* The number of a quoted statement in this report: "E-017". */
static const char *items_of(const ladle_input *input, const ladle_statement *statement)
{
    const ladle_evidence_item *item = ladle_input_item_of(input, statement);
    return item ? ladle_arena_printf(input->arena, "E-%03u", item->n) : NULL;
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

static void set_attributes(const ladle_input *input, xmlNode *node, const ladle_text *text)
{
    if (!text->parent || text->kind == LADLE_TEXT_SOURCE)
        ladle_input_speak(input, node, text->language);
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
    case LADLE_TEXT_IMAGE:
        set_picture(input, node, text);
        break;
    case LADLE_TEXT_FINDING:
        ladle_input_set(node, "element", text->element->id);
        if (text->wave)
            ladle_input_set(node, "wave", text->wave->id);
        break;
    default:
        break;
    }
    ladle_input_set(node, "id", text->id);
    ladle_input_set(node, "chapter", text->chapter);
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
        add_text(input, node, child);
    return node;
}

/* A partnership's report has the texts about it, the programme's those about no partnership.
 * Findings of other waves than the one reported are left out. */
static bool belongs(const ladle_input *input, const ladle_text *text)
{
    return text->partnership == input->options->partnership &&
           (!text->wave || text->wave == input->options->wave);
}

static void add_all(const ladle_input *input, xmlNode *parent, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (belongs(input, texts[i]))
            add_text(input, parent, texts[i]);
}

void ladle_input_texts(const ladle_input *input, xmlNode *root)
{
    const ladle_study *study = input->options->study;
    xmlNode *node = ladle_input_child(input, root, "texts");
    add_all(input, node, study->sections, study->n_sections);
    add_all(input, node, study->findings, study->n_findings);
    add_all(input, node, study->boxes, study->n_boxes);
    for (unsigned i = 0; i < study->n_sources; i++)
        ladle_input_count(add_text(input, node, study->sources[i]), "n", i + 1);
}
