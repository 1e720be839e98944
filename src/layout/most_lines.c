/* Text and lists that may take so many lines and no more: what stands at a place of its own, as on
 * a cover, has neighbours that do not give way.
 *
 *   Text of more lines than its style's most_lines is set in the style's smaller one, and so on.
 * The last style of such a chain that still gives most_lines cuts it there at a word, with an
 * ellipsis and a warning. A list of more lines is set in the smaller style, too. Then its last
 * items are left out, and a line tells how many of how many are there; a first item too long for
 * that is cut as text is.
 *
 * Lines are counted by setting them. What is set for a trial is not counted as set. */
#include "layout/flow.h"

#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"

/* A message quotes so many characters of what was cut. */
enum { QUOTED = 60 };

/* ------------------------------------------------------------------------------------- text */

/* The words of a line of text, breaks as spaces; without footnotes and words at the side. */
static void add_words(GString *words, const ladle_node *node)
{
    for (; node; node = node->next) {
        if (node->kind == LADLE_NODE_TEXT)
            g_string_append(words, node->text);
        else if (node->kind == LADLE_NODE_BR)
            g_string_append_c(words, ' ');
        else if (node->kind != LADLE_NODE_NOTE && node->kind != LADLE_NODE_ASIDE)
            add_words(words, node->first);
    }
}

/* The last place up to `most` bytes where words may be cut: before a space, or between characters
 * where there is none. */
static size_t cut_before(const char *words, size_t most)
{
    size_t end = most;
    while (end > 0 && words[end] != ' ')
        end--;
    if (end > 0)
        return end;
    while (most > 0 && (words[most] & 0xC0) == 0x80)
        most--;
    return most;
}

static ladle_paragraph *cut_text(ladle_flow *flow, const ladle_box *box, const ladle_style *style,
                                 const ladle_node *first, const char *words, size_t length)
{
    size_t end = cut_before(words, length);
    char *cut = g_strdup_printf("%.*s%s" ELLIPSIS, (int)end, words, words[end] == ' ' ? " " : "");
    ladle_paragraph *text = ladle_paragraph_new(flow, style, box->text->pos, box->structure);
    ladle_paragraph_words_in(flow, text, cut, style, NULL, first->parent->language);
    ladle_paragraph_shape(flow, text);
    g_free(cut);
    return text;
}

/* As many of the words as fit the lines of the style, found by halving. */
static ladle_paragraph *cut_to_lines(ladle_flow *flow, const ladle_box *box,
                                     const ladle_style *style, const ladle_node *first, int width)
{
    GString *words = g_string_new(NULL);
    add_words(words, first);
    size_t fits = 0, longer = words->len;
    while (longer - fits > 1) {
        size_t half = fits + (longer - fits) / 2;
        ladle_paragraph *text = cut_text(flow, box, style, first, words->str, half);
        if (ladle_count_lines(flow, text, width) > style->most_lines)
            longer = half;
        else
            fits = half;
    }
    char *start = g_utf8_substring(words->str, 0, MIN(QUOTED, g_utf8_strlen(words->str, -1)));
    ladle_diag_add(flow->options->diagnostics, LADLE_DIAG_TEXT_CUT, box->text->pos,
                   "the text \"%s%s\" needs more than the %u lines there are for it, and is cut "
                   "there; the rest stands elsewhere in the report or not at all: shorten it",
                   start, strlen(start) < words->len ? ELLIPSIS : "", style->most_lines);
    g_free(start);
    ladle_paragraph *text = cut_text(flow, box, style, first, words->str, fits);
    g_string_free(words, TRUE);
    return text;
}

static ladle_paragraph *in_style(ladle_flow *flow, const ladle_box *box, const ladle_style *style,
                                 const ladle_node *first)
{
    ladle_paragraph *text = ladle_paragraph_new(flow, style, box->text->pos, box->structure);
    ladle_paragraph_inlines(flow, text, first, NULL);
    ladle_paragraph_shape(flow, text);
    return text;
}

void ladle_lay_paragraph(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                         ladle_galley *galley)
{
    ladle_paragraph *text = box->text;
    const ladle_style *style = box->style;
    while (style->most_lines && ladle_count_lines(flow, text, at.width) > style->most_lines) {
        if (!style->smaller) {
            text = cut_to_lines(flow, box, style, box->node->first, at.width);
            break;
        }
        style = style->smaller;
        text = in_style(flow, box, style, box->node->first);
    }
    flow->fitted = style;
    ladle_lay_text(flow, text, NULL, 0, at, galley);
}

/* ------------------------------------------------------------------------------------- lists */

/* Whether an item is a line of text, which can be set in another style. */
static bool is_plain(const ladle_box *item)
{
    return item->first && !item->first->next && !item->first->node && item->first->text;
}

/* An item in a style, NULL: its own; `lines`: cut to so many, 0: whole. */
static void lay_item(ladle_flow *flow, const ladle_box *item, const ladle_style *style,
                     unsigned lines, ladle_measure_box at, ladle_galley *galley)
{
    if (!is_plain(item) || (!style && !lines)) {
        ladle_lay(flow, item, at, galley);
        return;
    }
    ladle_box text = *item->first, copy = *item;
    copy.first = copy.last = &text;
    text.parent = &copy;
    ladle_style *cut = LADLE_NEW(flow->arena, ladle_style);
    *cut = *(style ? style : item->first->style);
    cut->most_lines = lines;
    ladle_measure_box inner = ladle_lay_inner(item->style, at);
    text.text = lines ? cut_to_lines(flow, &text, cut, item->node->first,
                                     inner.width - item->parent->style->hanging)
                      : in_style(flow, &text, cut, item->node->first);
    ladle_lay(flow, &copy, at, galley);
}

/* Lines of the items up to `end` in a style. */
static unsigned count_lines(ladle_flow *flow, const ladle_box *list, const ladle_box *end,
                            const ladle_style *style, ladle_measure_box at)
{
    size_t made = flow->clusters_made;
    ladle_galley *trial = ladle_galley_new(flow);
    for (const ladle_box *item = list->first; item != end; item = item->next)
        lay_item(flow, item, style, 0, at, trial);
    flow->clusters_made = made;
    return trial->slices->len;
}

/* "Der er plads til 3 af de 5", below the items that stand. */
static void tell_shown(ladle_flow *flow, const ladle_box *list, const ladle_style *style,
                       unsigned shown, ladle_measure_box at, ladle_galley *galley)
{
    unsigned all = 0;
    for (const ladle_box *item = list->first; item; item = item->next)
        all++;
    char *words = ladle_shown_words(flow, shown, all);
    ladle_paragraph *text = ladle_paragraph_new(flow, style, list->node->pos, list->shown);
    ladle_paragraph_words(flow, text, words, style, NULL);
    ladle_paragraph_shape(flow, text);
    g_free(words);
    ladle_lay_text(flow, text, NULL, 0, at, galley);
}

/* Items that are not shown are no part of the logical tree. */
static void forget_items(const ladle_flow *flow, const ladle_box *item)
{
    GArray *structure = flow->pages->structure;
    for (; item; item = item->next) {
        unsigned body = item->structure;
        unsigned whole = g_array_index(structure, ladle_structure, body).parent;
        g_array_index(structure, ladle_structure, whole).left_out = true;
    }
}

void ladle_lay_short_list(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                          ladle_galley *galley)
{
    const ladle_style *style = box->style, *set = NULL;
    while (style->smaller && count_lines(flow, box, NULL, set, at) > style->most_lines)
        set = style = style->smaller;
    unsigned shown = 0, most = style->most_lines;
    const ladle_box *end = NULL;
    if (most && count_lines(flow, box, NULL, set, at) > most)
        for (end = box->first; end && count_lines(flow, box, end->next, set, at) < most;
             end = end->next)
            shown++;
    bool cut = end == box->first; /* not even one has room, and a line for the words */
    if (cut && end) {
        lay_item(flow, end, set, most > 1 && end->next ? most - 1 : most, at, galley);
        end = end->next;
        shown = 1;
    } else
        for (const ladle_box *item = box->first; item != end; item = item->next)
            lay_item(flow, item, set, 0, at, galley);
    if (end) {
        forget_items(flow, end);
        tell_shown(flow, box, set ? set : box->first->style, shown, at, galley);
    }
}
