/* Pages built by hand, for tests of fonts and output. Lengths are in points. */
#ifndef LADLE_TESTS_OUTPUT_PAGES_H
#define LADLE_TESTS_OUTPUT_PAGES_H

#include "font/fonts.h"
#include "layout/pages.h"
#include "output/output.h"

#include <string.h>
#include <unistd.h>

#define FONT_FOLDER LADLE_BUILD_SHARE "/fonts"

typedef struct {
    ladle_diagnostics *diagnostics;
    ladle_arena *arena;
    ladle_fonts *fonts;
    ladle_pages *pages;
} book;

static const ladle_font_name SERIF = {"Noto Serif", false, false, 10 * LADLE_PT};
static const ladle_font_name SANS_BOLD = {"Noto Sans", true, false, 12 * LADLE_PT};
static const ladle_font_name ITALIC = {"Noto Serif", false, true, 10 * LADLE_PT};

static inline void release_pointers(void *array)
{
    g_ptr_array_unref(array);
}

static inline void release_array(void *array)
{
    g_array_unref(array);
}

static inline GArray *new_array(ladle_arena *arena, unsigned size)
{
    GArray *array = g_array_new(FALSE, TRUE, size);
    ladle_arena_defer(arena, release_array, array);
    return array;
}

static inline GPtrArray *new_pointers(ladle_arena *arena)
{
    GPtrArray *array = g_ptr_array_new();
    ladle_arena_defer(arena, release_pointers, array);
    return array;
}

static inline book open_book(void)
{
    book b = {.diagnostics = ladle_diagnostics_new(), .arena = ladle_arena_new()};
    b.fonts = ladle_fonts_open(FONT_FOLDER, b.diagnostics);
    b.pages = LADLE_NEW(b.arena, ladle_pages);
    b.pages->arena = b.arena;
    b.pages->width = 595 * LADLE_PT;
    b.pages->height = 842 * LADLE_PT;
    b.pages->pages = new_pointers(b.arena);
    b.pages->destinations = new_array(b.arena, sizeof(ladle_destination));
    b.pages->outline = new_array(b.arena, sizeof(ladle_outline_entry));
    b.pages->structure = new_array(b.arena, sizeof(ladle_structure));
    b.pages->language = "da";
    ladle_structure document = {.role = "Document"};
    g_array_append_val(b.pages->structure, document);
    return b;
}

static inline void close_book(book *b)
{
    ladle_arena_free(b->arena);
    ladle_fonts_close(b->fonts);
    ladle_diagnostics_free(b->diagnostics);
}

static inline ladle_page *add_page(book *b, const char *label)
{
    ladle_page *page = LADLE_NEW(b->arena, ladle_page);
    page->items = new_pointers(b->arena);
    page->links = new_array(b->arena, sizeof(ladle_link));
    page->label = label;
    page->master = "body";
    page->width = b->pages->width;
    page->height = b->pages->height;
    g_ptr_array_add(b->pages->pages, page);
    return page;
}

static inline unsigned add_node(book *b, const char *role, unsigned parent)
{
    ladle_structure node = {.role = role, .parent = parent};
    g_array_append_val(b->pages->structure, node);
    return b->pages->structure->len - 1;
}

static inline ladle_structure *node_at(book *b, unsigned index)
{
    return &g_array_index(b->pages->structure, ladle_structure, index);
}

static inline ladle_page_item *add_item(book *b, ladle_page *page, ladle_page_item_kind kind,
                                        unsigned structure, double x, double y)
{
    ladle_page_item *item = LADLE_NEW(b->arena, ladle_page_item);
    item->kind = kind;
    item->x = (int)(x * LADLE_PT);
    item->y = (int)(y * LADLE_PT);
    item->structure = structure;
    g_ptr_array_add(page->items, item);
    return item;
}

/* Adds the clusters [first, end) of a line, which have one face and direction, as a run. */
static inline ladle_page_item *add_run(book *b, ladle_page *page, unsigned structure, double x,
                                       double y, const ladle_shaped *line, unsigned first,
                                       unsigned end)
{
    ladle_page_item *item = add_item(b, page, LADLE_ITEM_GLYPHS, structure, x, y);
    ladle_glyph_run *run = item->run = LADLE_NEW(b->arena, ladle_glyph_run);
    size_t stop = end < line->n_clusters ? line->clusters[end].start : line->bytes;
    bool backward = line->clusters[first].level % 2;
    struct ladle_run_cluster *steps =
        LADLE_NEW_ARRAY(b->arena, struct ladle_run_cluster, end - first);
    ladle_glyph *glyphs = LADLE_NEW_ARRAY(b->arena, ladle_glyph, line->n_glyphs);
    run->face = line->clusters[first].face;
    run->right_to_left = backward;
    run->text = line->text + line->clusters[first].start;
    run->bytes = stop - line->clusters[first].start;
    for (unsigned i = 0; i < end - first; i++) {
        unsigned k = backward ? end - 1 - i : first + i;
        const ladle_cluster *c = &line->clusters[k];
        size_t next = k + 1 < line->n_clusters ? c[1].start : line->bytes;
        steps[i].bytes = (unsigned short)(next - c->start);
        steps[i].glyphs = (unsigned short)c->n_glyphs;
        memcpy(glyphs + run->n_glyphs, line->glyphs + c->first_glyph, c->n_glyphs * sizeof *glyphs);
        run->n_glyphs += c->n_glyphs;
        item->width += c->advance;
    }
    run->glyphs = glyphs;
    run->clusters = steps;
    run->n_clusters = end - first;
    item->ascent = 10 * LADLE_PT;
    item->height = 13 * LADLE_PT;
    return item;
}

/* Adds a line of text, a run for each face and direction; where it ends. */
static inline double add_text(book *b, ladle_page *page, unsigned structure, double x, double y,
                              ladle_font_name font, const char *text)
{
    ladle_measure *measure = ladle_fonts_measure(b->fonts);
    ladle_text_span span = {0, strlen(text), font, "da"};
    ladle_shaped *line = measure->shape(measure, b->arena, text, strlen(text), &span, 1);
    for (unsigned first = 0, end; first < line->n_clusters; first = end) {
        for (end = first + 1; end < line->n_clusters &&
                              line->clusters[end].face == line->clusters[first].face &&
                              line->clusters[end].level == line->clusters[first].level;)
            end++;
        x += (double)add_run(b, page, structure, x, y, line, first, end)->width / LADLE_PT;
    }
    return x;
}

static inline ladle_page_item *add_box(book *b, ladle_page *page, unsigned structure, double x,
                                       double y, double width, double height, ladle_colour colour)
{
    ladle_page_item *item = add_item(b, page, LADLE_ITEM_PATH, structure, x, y);
    ladle_path_op *ops = LADLE_NEW_ARRAY(b->arena, ladle_path_op, 5);
    item->width = (int)(width * LADLE_PT);
    item->height = (int)(height * LADLE_PT);
    ops[0] = (ladle_path_op){.op = LADLE_MOVE_TO};
    ops[1] = (ladle_path_op){.op = LADLE_LINE_TO, .x = item->width};
    ops[2] = (ladle_path_op){.op = LADLE_LINE_TO, .x = item->width, .y = item->height};
    ops[3] = (ladle_path_op){.op = LADLE_LINE_TO, .y = item->height};
    ops[4] = (ladle_path_op){.op = LADLE_CLOSE};
    item->path = LADLE_NEW(b->arena, ladle_path);
    *item->path = (ladle_path){.ops = ops, .n_ops = 5, .fill = colour, .stroke = {.none = true}};
    return item;
}

static inline ladle_page_item *add_image(book *b, ladle_page *page, unsigned structure, double x,
                                         double y, double width, double height, const char *path)
{
    ladle_page_item *item = add_item(b, page, LADLE_ITEM_IMAGE, structure, x, y);
    item->width = (int)(width * LADLE_PT);
    item->height = (int)(height * LADLE_PT);
    item->image = LADLE_NEW(b->arena, ladle_image);
    item->image->path = ladle_arena_strdup(b->arena, path);
    return item;
}

/* What a command prints on its standard output; yours to free. Empty when it fails. */
static inline char *output_of(const char *command)
{
    char *out = NULL;
    int status = -1;
    char *arguments[] = {"/bin/sh", "-c", (char *)command, NULL};
    if (!g_spawn_sync(NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status,
                      NULL) ||
        status != 0) {
        g_free(out);
        return g_strdup("");
    }
    return out;
}

/* Writes bytes to a file of its own in the temporary folder; its path, yours to free. */
static inline char *temporary_file(const char *suffix, const void *data, size_t bytes)
{
    char *pattern = g_strdup_printf("ladle-test-XXXXXX%s", suffix);
    char *path = NULL;
    int file = g_file_open_tmp(pattern, &path, NULL);
    if (file >= 0)
        close(file);
    g_file_set_contents(path, data, (gssize)bytes, NULL);
    g_free(pattern);
    return path;
}

#endif
