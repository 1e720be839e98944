/* Pages of a document given as a string, set with the fake measure in the theme of the reports. */
#ifndef LADLE_TESTS_MAKE_LAYOUT_H
#define LADLE_TESTS_MAKE_LAYOUT_H

#include "fake_measure.h"
#include "layout/layout.h"
#include "make_document.h"

#include <criterion/criterion.h>

#define LAYOUT_HEAD                                                                                \
    "<document xmlns='urn:x-ladle:document' version='1' xml:lang='da' title='Prøve'>"             \
    "<label id='page'>side %s</label><label id='continued'>fortsat</label>"                        \
    "<label id='continues'>%s fortsætter</label><label id='more'>m.fl.</label>"                   \
    "<counter id='figure' label='Figur' ref='figur'/>"                                             \
    "<counter id='chapter' label='Kapitel' ref='kapitel'/>"                                        \
    "<counter id='section' label='Afsnit' ref='afsnit'/>"                                          \
    "<counter id='appendix' label='Bilag' ref='bilag'/>"                                           \
    "<master id='front' folio='roman'><running place='foot-right'><field of='page'/></running>"    \
    "</master>"                                                                                    \
    "<master id='body' folio='arabic' restart='yes'>"                                              \
    "<running place='head-right'><field of='chapter'/></running>"                                  \
    "<running place='foot-right'>Side <field of='page'/> af <field of='pages'/></running>"         \
    "</master>"

typedef struct {
    made made;
    ladle_measure measure;
    ladle_layout_options options;
    ladle_pages *pages;
} laid;

static inline bool fixed_image(void *self, const char *path, int *width, int *height)
{
    (void)self;
    (void)path;
    *width = 400 * LADLE_PT;
    *height = 4000 * LADLE_PT;
    return true;
}

/* Lays out body (sections) after LAYOUT_HEAD; every layout in a test is verified. */
static inline laid lay_out(const char *body)
{
    char *xml = g_strconcat(LAYOUT_HEAD, body, "</document>", NULL);
    laid l = {.made = make_document(xml, false)};
    g_free(xml);
    char *messages = made_messages(&l.made);
    cr_assert_not_null(l.made.document, "the document is sound: %s", messages);
    g_free(messages);
    l.measure = fake_measure();
    l.options = (ladle_layout_options){.theme = l.made.theme,
                                       .measure = &l.measure,
                                       .image_size = fixed_image,
                                       .diagnostics = l.made.diagnostics};
    l.pages = ladle_layout(l.made.arena, l.made.document, &l.options);
    unsigned faults = l.pages ? ladle_pages_verify(l.pages, l.made.diagnostics) : 0;
    messages = made_messages(&l.made);
    cr_expect_eq(faults, 0, "%u faults: %s", faults, messages);
    g_free(messages);
    return l;
}

static inline void unlay(laid *l)
{
    unmake(&l->made);
}

static inline unsigned page_count(const laid *l)
{
    cr_assert_not_null(l->pages);
    return l->pages->pages->len;
}

/* The texts of a page in order, each line's on a line of its own; artifacts: in them also repeated
 * heads and running heads, else only content. Hyphens at line ends are left out, with the end of
 * their line. */
static inline char *page_words(const laid *l, unsigned page, bool artifacts)
{
    const ladle_page *p = l->pages->pages->pdata[page];
    GString *out = g_string_new(NULL);
    int y = -1;
    bool hyphen = false;
    for (unsigned i = 0; i < p->items->len; i++) {
        const ladle_page_item *item = p->items->pdata[i];
        if (item->kind != LADLE_ITEM_GLYPHS || (!artifacts && item->artifact))
            continue;
        if (y >= 0 && y != item->y && !hyphen)
            g_string_append_c(out, '\n');
        g_string_append_len(out, item->run->text, (gssize)item->run->bytes);
        hyphen = g_str_has_suffix(out->str, "\u00ad");
        if (hyphen)
            g_string_truncate(out, out->len - strlen("\u00ad"));
        y = item->y;
    }
    return g_string_free(out, FALSE);
}

/* The page (from 0) on which these words stand first, or -1. */
static inline int page_of(const laid *l, const char *words)
{
    for (unsigned i = 0; i < page_count(l); i++) {
        char *text = page_words(l, i, true);
        bool found = strstr(text, words) != NULL;
        g_free(text);
        if (found)
            return (int)i;
    }
    return -1;
}

/* The first run that begins with these words, and its page. */
static inline const ladle_page_item *find_run(const laid *l, const char *words, unsigned *page)
{
    for (unsigned i = 0; i < page_count(l); i++) {
        const ladle_page *p = l->pages->pages->pdata[i];
        for (unsigned j = 0; j < p->items->len; j++) {
            const ladle_page_item *item = p->items->pdata[j];
            if (item->kind == LADLE_ITEM_GLYPHS && g_str_has_prefix(item->run->text, words)) {
                if (page)
                    *page = i;
                return item;
            }
        }
    }
    cr_assert_fail("no run begins with %s", words);
    return NULL;
}

/* n copies of an element with running words in them. */
static inline char *many(const char *open, unsigned n, unsigned words, const char *close)
{
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < n; i++) {
        g_string_append(out, open);
        for (unsigned j = 0; j < words; j++)
            g_string_append_printf(out, "ord%u.%u ", i, j);
        g_string_append(out, close);
    }
    return g_string_free(out, FALSE);
}

#endif
