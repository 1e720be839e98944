/* What must hold of pages, and pages as text. */
#include "layout/pages.h"

#include <string.h>

/* Shown of a text in a message. */
enum { SHOWN = 40 };

typedef struct {
    const ladle_pages *pages;
    ladle_diagnostics *diagnostics;
    unsigned faults;
} check;

static void fault(check *state, ladle_diag_code code, const char *message)
{
    ladle_diag_add(state->diagnostics, code, (ladle_pos){0}, "%s", message);
    state->faults++;
}

static char *quote(const ladle_page_item *item)
{
    const char *text = item->kind == LADLE_ITEM_GLYPHS ? item->run->text : "a drawing";
    size_t bytes = item->kind == LADLE_ITEM_GLYPHS ? item->run->bytes : strlen(text);
    GString *out = g_string_new(NULL);
    glong shown = 0;
    for (const char *at = text; at < text + bytes && shown < SHOWN; at = g_utf8_next_char(at)) {
        g_string_append_len(out, at, g_utf8_next_char(at) - at);
        shown++;
    }
    return g_string_free(out, FALSE);
}

/* The box of an item on the page. */
typedef struct {
    int left, top, right, bottom;
} extent;

static extent extent_of(const ladle_page_item *item)
{
    int top = item->kind == LADLE_ITEM_GLYPHS ? item->y - item->ascent : item->y;
    return (extent){item->x, top, item->x + item->width, top + item->height};
}

static void check_inside(check *state, unsigned page, const ladle_page_item *item)
{
    const ladle_page *sheet = state->pages->pages->pdata[page];
    extent box = extent_of(item);
    /* A rule on the edge of its box may stand out by its own thickness. */
    if (box.left >= 0 && box.top >= 0 && box.right <= sheet->width && box.bottom <= sheet->height)
        return;
    char *text = quote(item);
    char *message = g_strdup_printf("page %u: “%s” is drawn off the page", page + 1, text);
    fault(state, LADLE_DIAG_PAGES_OUTSIDE, message);
    g_free(message);
    g_free(text);
}

static void check_run(check *state, unsigned page, const ladle_glyph_run *run)
{
    size_t bytes = 0;
    unsigned glyphs = 0;
    for (unsigned i = 0; i < run->n_clusters; i++) {
        bytes += run->clusters[i].bytes;
        glyphs += run->clusters[i].glyphs;
    }
    bool valid = g_utf8_validate(run->text, (gssize)run->bytes, NULL);
    if (valid && bytes == run->bytes && glyphs == run->n_glyphs)
        return;
    char *message = g_strdup_printf(
        "page %u: a run of %zu bytes of text and %u glyphs has clusters for %zu and %u%s", page + 1,
        run->bytes, run->n_glyphs, bytes, glyphs, valid ? "" : ", and is not UTF-8");
    fault(state, LADLE_DIAG_PAGES_RUN, message);
    g_free(message);
}

/* --------------------------------------------------------------------------------------- overlap
 */

static bool is_text(const ladle_page_item *item)
{
    if (item->kind != LADLE_ITEM_GLYPHS || item->may_overlap || item->width <= 0)
        return false;
    for (size_t i = 0; i < item->run->bytes; i++)
        if (item->run->text[i] != ' ')
            return true;
    return false;
}

/* Texts are compared without the blank rim of their lines: between the height of a lower-case
 * letter and the baseline, roughly, since lines may be set tighter than their fonts' extent. */
static extent core(const ladle_page_item *item)
{
    extent box = extent_of(item);
    box.top = item->y - item->ascent / 2;
    box.bottom = item->y;
    return box;
}

static int by_left(gconstpointer a, gconstpointer b)
{
    const ladle_page_item *x = *(ladle_page_item *const *)a, *y = *(ladle_page_item *const *)b;
    return (x->x > y->x) - (x->x < y->x);
}

static bool overlap(const ladle_page_item *a, const ladle_page_item *b)
{
    extent x = core(a), y = core(b);
    const int touch = LADLE_PT / 2; /* kerning over the border of two runs */
    return x.left + touch < y.right && y.left + touch < x.right && x.top < y.bottom &&
           y.top < x.bottom;
}

/* Runs sorted by their left edges; each is compared with those that begin before it ends. */
static void check_overlap(check *state, unsigned page, const ladle_page *sheet)
{
    GPtrArray *texts = g_ptr_array_new();
    for (unsigned i = 0; i < sheet->items->len; i++)
        if (is_text(sheet->items->pdata[i]))
            g_ptr_array_add(texts, sheet->items->pdata[i]);
    g_ptr_array_sort(texts, by_left);
    for (unsigned i = 0; i < texts->len; i++) {
        const ladle_page_item *item = texts->pdata[i];
        for (unsigned j = i + 1; j < texts->len; j++) {
            const ladle_page_item *other = texts->pdata[j];
            if (other->x >= item->x + item->width)
                break;
            if (!overlap(item, other))
                continue;
            char *a = quote(item), *b = quote(other);
            char *message =
                g_strdup_printf("page %u: “%s” would be drawn over “%s”", page + 1, a, b);
            fault(state, LADLE_DIAG_PAGES_OVERLAP, message);
            g_free(message);
            g_free(a);
            g_free(b);
        }
    }
    g_ptr_array_free(texts, TRUE);
}

/* ------------------------------------------------------------------------------------- structure
 */

static void check_structure(check *state)
{
    GArray *tree = state->pages->structure;
    for (unsigned i = 0; i < tree->len; i++) {
        const ladle_structure *node = &g_array_index(tree, ladle_structure, i);
        if (!node->role || (i > 0 && node->parent >= i))
            fault(state, LADLE_DIAG_PAGES_STRUCTURE,
                  "a part of the structure has no role, or stands before what it belongs to");
    }
    if (tree->len == 0)
        fault(state, LADLE_DIAG_PAGES_STRUCTURE, "the pages have no structure");
}

static void check_link(check *state, unsigned page, const ladle_link *link, GHashTable *ids)
{
    char *message = NULL;
    if (link->structure >= state->pages->structure->len)
        fault(state, LADLE_DIAG_PAGES_STRUCTURE, "a link belongs to no part of the structure");
    if (!link->target)
        message = g_strdup_printf("page %u: a link has no target", page + 1);
    else if (link->target[0] == '#' && !g_hash_table_contains(ids, link->target + 1))
        message = g_strdup_printf("page %u: a link leads to %s, which stands nowhere", page + 1,
                                  link->target);
    if (message)
        fault(state, LADLE_DIAG_LINK_TO_NOTHING, message);
    g_free(message);
}

static void check_page(check *state, unsigned index, GHashTable *ids)
{
    const ladle_page *page = state->pages->pages->pdata[index];
    for (unsigned i = 0; i < page->items->len; i++) {
        const ladle_page_item *item = page->items->pdata[i];
        check_inside(state, index, item);
        if (item->kind == LADLE_ITEM_GLYPHS)
            check_run(state, index, item->run);
        if (item->structure >= state->pages->structure->len)
            fault(state, LADLE_DIAG_PAGES_STRUCTURE,
                  "something on a page belongs to no part of the structure");
    }
    for (unsigned i = 0; i < page->links->len; i++)
        check_link(state, index, &g_array_index(page->links, ladle_link, i), ids);
    if (!page->label || !*page->label)
        fault(state, LADLE_DIAG_PAGES_STRUCTURE, "a page has no label");
    check_overlap(state, index, page);
}

unsigned ladle_pages_verify(const ladle_pages *pages, ladle_diagnostics *diagnostics)
{
    check state = {pages, diagnostics, 0};
    GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < pages->destinations->len; i++) {
        const ladle_destination *to = &g_array_index(pages->destinations, ladle_destination, i);
        if (to->page >= pages->pages->len)
            fault(&state, LADLE_DIAG_PAGES_STRUCTURE, "a destination stands on no page");
        if (!g_hash_table_add(ids, (gpointer)to->id))
            fault(&state, LADLE_DIAG_PAGES_STRUCTURE, "two destinations have one name");
    }
    check_structure(&state);
    for (unsigned i = 0; i < pages->outline->len; i++)
        if (g_array_index(pages->outline, ladle_outline_entry, i).page >= pages->pages->len)
            fault(&state, LADLE_DIAG_PAGES_STRUCTURE, "a bookmark leads to no page");
    for (unsigned i = 0; i < pages->pages->len; i++)
        check_page(&state, i, ids);
    g_hash_table_destroy(ids);
    return state.faults;
}

/* -------------------------------------------------------------------------------------- printing
 */

/* A length in points with two decimals, rounded half away from zero, in whole numbers only. */
static void print_length(GString *out, int length)
{
    gint64 hundredths = ((gint64)(length < 0 ? -(gint64)length : length) * 100 + 512) / 1024;
    g_string_append_printf(out, " %s%" G_GINT64_FORMAT ".%02d", length < 0 && hundredths ? "-" : "",
                           hundredths / 100, (int)(hundredths % 100));
}

static void print_text(GString *out, const char *text, size_t bytes)
{
    g_string_append_c(out, '"');
    for (size_t i = 0; i < bytes; i++) {
        if (text[i] == '"' || text[i] == '\\')
            g_string_append_c(out, '\\');
        if (text[i] == '\n')
            g_string_append(out, "\\n");
        else if ((unsigned char)text[i] == 0xC2 && i + 1 < bytes &&
                 (unsigned char)text[i + 1] == 0xA0) {
            g_string_append(out, "\\_"); /* no-break space */
            i++;
        } else if ((unsigned char)text[i] == 0xC2 && i + 1 < bytes &&
                   (unsigned char)text[i + 1] == 0xAD) {
            g_string_append(out, "\\-"); /* hyphen at a line's end */
            i++;
        } else
            g_string_append_c(out, text[i]);
    }
    g_string_append_c(out, '"');
}

static void print_colour(GString *out, const char *name, ladle_colour colour)
{
    if (!colour.none)
        g_string_append_printf(out, " %s#%02X%02X%02X", name, colour.red, colour.green,
                               colour.blue);
}

static void print_path(GString *out, const ladle_path *path)
{
    static const char letters[] = {'M', 'L', 'C', 'Z'};
    print_colour(out, "fill=", path->fill);
    print_colour(out, "stroke=", path->stroke);
    if (!path->stroke.none)
        print_length(out, path->stroke_width);
    if (path->dash_on) {
        g_string_append(out, " dash");
        print_length(out, path->dash_on);
        print_length(out, path->dash_off);
    }
    for (unsigned i = 0; i < path->n_ops; i++) {
        const ladle_path_op *op = &path->ops[i];
        g_string_append_printf(out, " %c", letters[op->op]);
        if (op->op == LADLE_CURVE_TO) {
            print_length(out, op->x1);
            print_length(out, op->y1);
            print_length(out, op->x2);
            print_length(out, op->y2);
        }
        if (op->op != LADLE_CLOSE) {
            print_length(out, op->x);
            print_length(out, op->y);
        }
    }
}

static void print_item(const ladle_pages *pages, const ladle_page_item *item, GString *out)
{
    static const char *const kinds[] = {"text", "path", "image"};
    static const char *const artifacts[] = {"", " pagination", " layout"};
    g_string_append_printf(out, "  %s", kinds[item->kind]);
    print_length(out, item->x);
    print_length(out, item->y);
    print_length(out, item->width);
    print_length(out, item->height);
    if (item->artifact)
        g_string_append(out, artifacts[item->artifact]);
    else
        g_string_append_printf(
            out, " %s.%u", g_array_index(pages->structure, ladle_structure, item->structure).role,
            item->structure);
    switch (item->kind) {
    case LADLE_ITEM_GLYPHS: {
        const ladle_glyph_run *run = item->run;
        g_string_append_printf(out, " %s%s%s", run->font.family, run->font.bold ? " bold" : "",
                               run->font.italic ? " italic" : "");
        print_length(out, run->font.size);
        print_colour(out, "", run->colour);
        g_string_append(out, run->right_to_left ? " rtl " : " ");
        print_text(out, run->text, run->bytes);
        break;
    }
    case LADLE_ITEM_PATH:
        print_path(out, item->path);
        break;
    case LADLE_ITEM_IMAGE:
        g_string_append_printf(out, " %s ", item->image->path);
        print_text(out, item->image->alt ? item->image->alt : "",
                   item->image->alt ? strlen(item->image->alt) : 0);
        break;
    }
    g_string_append_c(out, '\n');
}

static void print_page(const ladle_pages *pages, unsigned index, GString *out)
{
    const ladle_page *page = pages->pages->pdata[index];
    g_string_append_printf(out, "page %u label %s master %s", index + 1, page->label,
                           page->master ? page->master : "-");
    if (page->width != pages->width || page->height != pages->height) {
        g_string_append(out, " size");
        print_length(out, page->width);
        print_length(out, page->height);
    }
    g_string_append_c(out, '\n');
    for (unsigned i = 0; i < page->items->len; i++)
        print_item(pages, page->items->pdata[i], out);
    for (unsigned i = 0; i < page->links->len; i++) {
        const ladle_link *link = &g_array_index(page->links, ladle_link, i);
        g_string_append(out, "  link");
        print_length(out, link->x);
        print_length(out, link->y);
        print_length(out, link->width);
        print_length(out, link->height);
        g_string_append_printf(out, " %s Link.%u ", link->target, link->structure);
        print_text(out, link->words, strlen(link->words));
        g_string_append_c(out, '\n');
    }
}

void ladle_pages_print(const ladle_pages *pages, GString *out)
{
    g_string_append(out, "pages");
    print_length(out, pages->width);
    print_length(out, pages->height);
    g_string_append_printf(out, " %s\n", pages->language ? pages->language : "-");
    for (unsigned i = 0; i < pages->pages->len; i++)
        print_page(pages, i, out);
    for (unsigned i = 0; i < pages->destinations->len; i++) {
        const ladle_destination *to = &g_array_index(pages->destinations, ladle_destination, i);
        g_string_append_printf(out, "destination %s %u", to->id, to->page + 1);
        print_length(out, to->y);
        g_string_append_c(out, '\n');
    }
    for (unsigned i = 0; i < pages->outline->len; i++) {
        const ladle_outline_entry *entry = &g_array_index(pages->outline, ladle_outline_entry, i);
        g_string_append_printf(out, "outline %u %u ", entry->level, entry->page + 1);
        print_text(out, entry->title, strlen(entry->title));
        g_string_append_c(out, '\n');
    }
    for (unsigned i = 0; i < pages->structure->len; i++) {
        const ladle_structure *node = &g_array_index(pages->structure, ladle_structure, i);
        g_string_append_printf(out, "structure %u in %u %s", i, node->parent, node->role);
        if (node->id)
            g_string_append_printf(out, " id=%s", node->id);
        if (node->language)
            g_string_append_printf(out, " language=%s", node->language);
        if (node->scope)
            g_string_append_printf(out, " scope=%s", node->scope);
        if (node->left_out)
            g_string_append(out, " left-out");
        if (node->colspan > 1)
            g_string_append_printf(out, " colspan=%u", node->colspan);
        if (node->alt) {
            g_string_append(out, " alt=");
            print_text(out, node->alt, strlen(node->alt));
        }
        if (node->actual) {
            g_string_append(out, " actual=");
            print_text(out, node->actual, strlen(node->actual));
        }
        g_string_append_c(out, '\n');
    }
}
