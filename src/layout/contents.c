/* Contents and lists of figures: one box a line, with a paragraph each for the page number, the
 * section's number and the title. Page numbers are filled in when all pages are known. */
#include "layout/flow.h"

#include <stdio.h>
#include <string.h>

/* The names of the styles of one line. */
typedef struct {
    char line[32], number[32], page[32];
} line_names;

static void add_line(ladle_flow *flow, ladle_box *box, const ladle_entry *entry,
                     const line_names *names)
{
    const ladle_theme *theme = flow->options->theme;
    const ladle_node *node = box->node;
    unsigned item = ladle_structure_add(flow, "TOCI", box->structure, NULL);
    unsigned reference = ladle_structure_add(flow, "Reference", item, NULL);
    unsigned link = ladle_structure_add(flow, "Link", reference, NULL);
    const ladle_style *style = ladle_theme_named(theme, names->line);
    ladle_paragraph *title = ladle_paragraph_new(flow, style, node->pos, link);
    /* The number and the page, which are in the link too, are digits in any language. */
    if (entry->language && node->language && strcmp(entry->language, node->language) != 0)
        g_array_index(flow->pages->structure, ladle_structure, link).language = entry->language;
    ladle_paragraph_words_in(flow, title, entry->title, style, entry->node, entry->language);
    ladle_paragraph_shape(flow, title);
    ladle_box *line = ladle_box_text(flow, box, NULL, style, title, link);
    line->kind = box->kind;
    line->level = entry->level;

    style = ladle_theme_named(theme, names->number);
    line->mark = ladle_paragraph_new(flow, style, node->pos, link);
    ladle_paragraph_words(flow, line->mark, entry->number ? entry->number : "", style, entry->node);
    ladle_paragraph_shape(flow, line->mark);

    style = ladle_theme_named(theme, names->page);
    line->page = ladle_paragraph_new(flow, style, node->pos, link);
    ladle_paragraph_page(flow, line->page, entry->node, entry->node, style);
    ladle_paragraph_shape(flow, line->page);
}

void ladle_contents_boxes(ladle_flow *flow, ladle_box *box)
{
    const ladle_document *document = flow->document;
    unsigned n = 0;
    if (box->kind == LADLE_NODE_FIGURE_LIST) {
        const line_names names = {"figure-list-line", "figure-list-number", "figure-list-page"};
        const char *counter = ladle_node_attribute(box->node, "counter");
        const ladle_entry *entries =
            ladle_document_figures(document, counter ? counter : "figure", &n);
        for (unsigned i = 0; i < n; i++)
            add_line(flow, box, &entries[i], &names);
        return;
    }
    const char *attribute = ladle_node_attribute(box->node, "depth");
    unsigned depth = attribute ? (unsigned)g_ascii_strtoull(attribute, NULL, 10) : 2;
    const ladle_entry *entries = ladle_document_contents(document, &n);
    for (unsigned i = 0; i < n; i++) {
        if (entries[i].level > depth)
            continue;
        line_names names;
        unsigned level = CLAMP(entries[i].level, 1, 3);
        snprintf(names.line, sizeof names.line, "toc-%u", level);
        snprintf(names.number, sizeof names.number, "toc-%u-number", level);
        snprintf(names.page, sizeof names.page, "toc-%u-page", level);
        add_line(flow, box, &entries[i], &names);
    }
}
