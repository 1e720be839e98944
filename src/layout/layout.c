/* The layout as a whole: section by section through boxes, galleys and sheets, then all pages. */
#include "layout/layout.h"

#include "document/data.h"
#include "layout/flow.h"

#include <string.h>

static void free_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

static void free_array(void *array)
{
    g_array_free(array, TRUE);
}

static void free_table(void *table)
{
    g_hash_table_destroy(table);
}

static ladle_pages *new_pages(ladle_arena *arena, const ladle_document *document,
                              const ladle_page_measures *page)
{
    ladle_pages *pages = LADLE_NEW(arena, ladle_pages);
    pages->arena = arena;
    pages->width = page->width;
    pages->height = page->height;
    pages->pages = g_ptr_array_new();
    pages->destinations = g_array_new(FALSE, FALSE, sizeof(ladle_destination));
    pages->outline = g_array_new(FALSE, FALSE, sizeof(ladle_outline_entry));
    pages->structure = g_array_new(FALSE, FALSE, sizeof(ladle_structure));
    ladle_arena_defer(arena, free_pointers, pages->pages);
    ladle_arena_defer(arena, free_array, pages->destinations);
    ladle_arena_defer(arena, free_array, pages->outline);
    ladle_arena_defer(arena, free_array, pages->structure);
    pages->title = document->title;
    pages->author = document->author;
    pages->subject = document->subject;
    pages->date = document->date;
    pages->language = document->language;
    return pages;
}

static void open_flow(ladle_flow *flow, ladle_arena *arena, const ladle_document *document,
                      const ladle_layout_options *options)
{
    flow->arena = arena;
    flow->document = document;
    flow->options = options;
    flow->page = ladle_theme_page(options->theme);
    flow->turned_wide = flow->page->height - flow->page->left - flow->page->right;
    flow->pages = new_pages(arena, document, flow->page);
    flow->places = g_hash_table_new(NULL, NULL);
    flow->wanted = g_hash_table_new(NULL, NULL);
    flow->hyphens = g_ptr_array_new();
    ladle_arena_defer(arena, free_table, flow->places);
    flow->taken = g_hash_table_new(NULL, NULL);
    ladle_arena_defer(arena, free_table, flow->wanted);
    flow->missing = g_hash_table_new(NULL, NULL);
    ladle_arena_defer(arena, free_table, flow->taken);
    ladle_arena_defer(arena, free_table, flow->missing);
    ladle_arena_defer(arena, free_pointers, flow->hyphens);
    flow->builder = ladle_builder_new(flow);
    ladle_structure_add(flow, "Document", 0, document->root);
}

static void lay_sections(ladle_flow *flow)
{
    const ladle_page_measures *page = flow->page;
    ladle_measure_box at = {0, page->text, page->text + page->gutter + page->side};
    ladle_galley *galley = NULL;
    for (const ladle_node *node = flow->document->root->first; node; node = node->next) {
        if (node->kind != LADLE_NODE_SECTION)
            continue;
        ladle_galley *next = ladle_galley_new(flow);
        next->flows = true;
        if (galley) { /* what the section before owes */
            next->space = galley->space;
            next->keep = galley->keep;
            next->new_page = galley->new_page;
            next->run_on = galley->run_on;
            g_array_append_vals(next->anchors, galley->anchors->data, galley->anchors->len);
        }
        galley = next;
        ladle_box *box = ladle_box_new(flow, node, 0);
        if (box)
            ladle_lay(flow, box, at, galley);
        if (ladle_node_attribute(node, "fit"))
            ladle_fit_page(flow, galley);
        ladle_builder_place(flow->builder, galley);
    }
    if (galley && galley->anchors->len) { /* an empty section at the end still has its place */
        ladle_galley_add(galley, ladle_slice_new(flow));
        g_ptr_array_remove_range(galley->slices, 0, galley->slices->len - 1);
        ladle_builder_place(flow->builder, galley);
    }
    ladle_builder_finish(flow->builder);
}

/* Every text of the sections must have become part of a paragraph, but what is data alone. */
static void check_taken(const ladle_flow *flow, const ladle_node *node)
{
    if (ladle_is_unprinted(node))
        return;
    bool blank = node->kind == LADLE_NODE_TEXT && strspn(node->text, " \t\n") == strlen(node->text);
    if (node->kind == LADLE_NODE_TEXT && !blank && !g_hash_table_contains(flow->taken, node))
        ladle_diag_add(flow->options->diagnostics, LADLE_DIAG_TEXT_LOST, node->pos,
                       "the text \"%.60s\" did not reach the pages", node->text);
    for (const ladle_node *child = node->first; child; child = child->next)
        check_taken(flow, child);
}

static void check_complete(const ladle_flow *flow)
{
    if (flow->clusters_made != flow->clusters_set)
        ladle_diag_add(flow->options->diagnostics, LADLE_DIAG_TEXT_LOST, flow->document->root->pos,
                       "%zu pieces of text were laid out, but %zu reached the pages",
                       flow->clusters_made, flow->clusters_set);
    for (const ladle_node *node = flow->document->root->first; node; node = node->next)
        if (node->kind == LADLE_NODE_SECTION)
            check_taken(flow, node);
}

ladle_pages *ladle_layout(ladle_arena *arena, const ladle_document *document,
                          const ladle_layout_options *options)
{
    unsigned errors = ladle_diag_count(options->diagnostics, LADLE_ERROR);
    ladle_flow *flow = LADLE_NEW(arena, ladle_flow);
    open_flow(flow, arena, document, options);
    lay_sections(flow);
    ladle_emit(flow);
    check_complete(flow);
    return ladle_diag_count(options->diagnostics, LADLE_ERROR) > errors ? NULL : flow->pages;
}
