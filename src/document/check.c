/* What can only be said of an element when its children are known, or the head of the document. */
#include "document/grammar.h"

#include "base/limits.h"
#include "document/data.h"
#include "document/theme_private.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const ladle_document *document;
    const ladle_node *node;
    ladle_diagnostics *diagnostics;
    unsigned errors;
} checker;

static void complain(checker *c, ladle_diag_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void complain(checker *c, ladle_diag_code code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    ladle_diag_add(c->diagnostics, code, c->node->pos, "%s", message);
    g_free(message);
    c->errors++;
}

static const char *element_of(ladle_node_kind kind)
{
    return ladle_word_of(kind)->element;
}

#define K(name) LADLE_NODE_##name

/* What must be inside. */
static const struct {
    ladle_node_kind parent, child;
} NEEDED[] = {
    {K(DOCUMENT), K(SECTION)}, {K(UL), K(LI)},       {K(OL), K(LI)},
    {K(COLUMNS), K(DIV)},      {K(TABLE), K(TBODY)}, {K(THEAD), K(TR)},
    {K(TBODY), K(TR)},         {K(TFOOT), K(TR)},    {K(PANEL), K(BAR)},
};

/* What must be inside a chart of some kind, and inside its rows. */
static const struct {
    const char *chart;
    ladle_node_kind parent, child;
} NEEDED_DATA[] = {
    {"mini-strip", K(CHART), K(SLOT)}, {"cover-matrix", K(CHART), K(ROW)},
    {"bars", K(CHART), K(PANEL)},      {"panels", K(CHART), K(PANEL)},
    {"shares", K(CHART), K(BAR)},      {"parts", K(CHART), K(ROW)},
    {"pair", K(CHART), K(ROW)},        {"ticks", K(CHART), K(ROW)},
    {"cover-matrix", K(ROW), K(CELL)}, {"parts", K(ROW), K(PART)},
    {"reach", K(CHART), K(BAR)},       {"stairs", K(CHART), K(SLOT)},
    {"stairs", K(CHART), K(ROW)},      {"targets", K(CHART), K(SLOT)},
    {"targets", K(CHART), K(ROW)},     {"targets", K(ROW), K(CELL)},
    {"lanes", K(CHART), K(ROW)},       {"lanes", K(ROW), K(ENTRY)},
};

static bool has_child(const ladle_node *node, ladle_node_kind kind)
{
    for (const ladle_node *child = node->first; child; child = child->next)
        if (child->kind == kind)
            return true;
    return false;
}

static void need_child(checker *c, ladle_node_kind kind)
{
    if (!has_child(c->node, kind))
        complain(c, LADLE_DIAG_DOCUMENT_CONTENT, "<%s> is empty: it needs at least one <%s>",
                 element_of(c->node->kind), element_of(kind));
}

static const char *chart_of(const ladle_node *node)
{
    while (node && node->kind != LADLE_NODE_CHART)
        node = node->parent;
    const char *kind = node ? ladle_node_attribute(node, "kind") : NULL;
    return kind ? kind : "";
}

static void check_content(checker *c)
{
    const ladle_node *node = c->node;
    for (size_t i = 0; i < G_N_ELEMENTS(NEEDED); i++)
        if (NEEDED[i].parent == node->kind)
            need_child(c, NEEDED[i].child);
    if (node->kind == LADLE_NODE_CHART || node->kind == LADLE_NODE_ROW)
        for (size_t i = 0; i < G_N_ELEMENTS(NEEDED_DATA); i++)
            if (NEEDED_DATA[i].parent == node->kind &&
                strcmp(NEEDED_DATA[i].chart, chart_of(node)) == 0)
                need_child(c, NEEDED_DATA[i].child);
    bool needs_block = node->kind == LADLE_NODE_BLOCKQUOTE || node->kind == LADLE_NODE_FIGURE ||
                       (node->kind == LADLE_NODE_ASIDE && !node->in_line);
    const ladle_node *last = node->last;
    if (needs_block && (!last || last->kind == LADLE_NODE_FIGCAPTION))
        complain(c, LADLE_DIAG_DOCUMENT_CONTENT, "<%s> is empty: it needs at least one block",
                 element_of(node->kind));
    if (node->kind == LADLE_NODE_TR && !node->first)
        complain(c, LADLE_DIAG_DOCUMENT_CONTENT, "<tr> is empty: it needs at least one cell");
}

/* The order in which children must come, where there is one: a rank, and whether it comes once. */
static int rank_in(ladle_node_kind parent, ladle_node_kind child, bool *once)
{
    *once = false;
    if (parent == LADLE_NODE_DOCUMENT)
        return child == LADLE_NODE_LABEL     ? 0
               : child == LADLE_NODE_COUNTER ? 1
               : child == LADLE_NODE_MASTER  ? 2
                                             : 3;
    if (parent == LADLE_NODE_FIGURE) {
        *once = child == LADLE_NODE_FIGCAPTION;
        return child == LADLE_NODE_FIGCAPTION ? 0 : 1;
    }
    if (parent != LADLE_NODE_TABLE)
        return 0;
    *once = child != LADLE_NODE_COL && child != LADLE_NODE_TBODY;
    return child == LADLE_NODE_CAPTION ? 0
           : child == LADLE_NODE_COL   ? 1
           : child == LADLE_NODE_THEAD ? 2
           : child == LADLE_NODE_TBODY ? 3
                                       : 4;
}

/* The line above a caption that says what the figure shows. */
static bool is_message(const ladle_node *node)
{
    return node->parent->kind == LADLE_NODE_FIGURE && node->kind == LADLE_NODE_P &&
           ladle_node_has_class(node, "message");
}

static void check_order(checker *c)
{
    const ladle_node *before = c->node->first;
    while (before && is_message(before))
        before = before->next;
    for (const ladle_node *child = before ? before->next : NULL; child;
         before = child, child = child->next) {
        bool once;
        int rank = rank_in(c->node->kind, child->kind, &once);
        bool before_once;
        int before_rank = rank_in(c->node->kind, before->kind, &before_once);
        if (rank < before_rank)
            complain(c, LADLE_DIAG_DOCUMENT_PLACE, "<%s> must stand before <%s> in <%s>",
                     element_of(child->kind), element_of(before->kind), element_of(c->node->kind));
        else if (once && child->kind == before->kind)
            complain(c, LADLE_DIAG_DOCUMENT_PLACE, "<%s> may stand only once in <%s>",
                     element_of(child->kind), element_of(c->node->kind));
    }
}

/* The names of the document's counters or masters; yours to free. */
static const char **names_of_heads(const checker *c, ladle_node_kind kind)
{
    GPtrArray *names = g_ptr_array_new();
    for (const ladle_node *head = c->document->root->first; head; head = head->next)
        if (head->kind == kind && head->id)
            g_ptr_array_add(names, (char *)head->id);
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_free(names, FALSE);
}

static void check_name(checker *c, const char *attribute, ladle_node_kind head)
{
    const char *name = ladle_node_attribute(c->node, attribute);
    if (!name)
        return;
    const char **names = names_of_heads(c, head);
    if (!g_strv_contains((const char *const *)names, name)) {
        char *guess = ladle_theme_guess(name, names);
        complain(c, LADLE_DIAG_DOCUMENT_REFERENCE,
                 "<%s> %s=\"%s\": the document has no <%s> of this id%s", element_of(c->node->kind),
                 attribute, name, element_of(head), guess);
        g_free(guess);
    }
    g_free(names);
}

static void check_below(checker *c, const char *attribute, const char *of)
{
    const char *value = ladle_node_attribute(c->node, attribute);
    if (value && of && atol(value) >= atol(of))
        complain(c, LADLE_DIAG_DOCUMENT_VALUE,
                 "%s=\"%s\": of %s levels, the highest is %ld, as they count from 0", attribute,
                 value, of, atol(of) - 1);
}

static void check_figure(checker *c)
{
    check_name(c, "counter", LADLE_NODE_COUNTER);
    const char *counter = ladle_node_attribute(c->node, "counter");
    if (!counter &&
        (ladle_node_attribute(c->node, "number") || ladle_node_attribute(c->node, "numbers")))
        complain(c, LADLE_DIAG_DOCUMENT_ATTRIBUTE_MISSING,
                 "<figure> with a number needs the attribute counter");
}

/* Only what is placed section by section can be held to a page. */
static void check_section(checker *c)
{
    check_name(c, "master", LADLE_NODE_MASTER);
    if (ladle_node_attribute(c->node, "fit") && c->node->parent->kind != LADLE_NODE_DOCUMENT)
        complain(c, LADLE_DIAG_DOCUMENT_VALUE,
                 "<section> fit=\"page\": only a section that stands in the document itself can be "
                 "held to one page; move the attribute there");
}

static void check_image(checker *c)
{
    const char *alt = ladle_node_attribute(c->node, "alt");
    if (alt && !alt[strspn(alt, " \t\r\n")])
        complain(c, LADLE_DIAG_IMAGE_ALT,
                 "<img> has an empty alt; say in a sentence or two what the image shows, for those "
                 "who cannot see it");
}

static void check_label(checker *c)
{
    static const char *const IDS[] = {"continued", "continues", "page", "more", "shown", NULL};
    const ladle_node *node = c->node;
    if (!node->id || ladle_data_takes_label(node->id))
        return;
    if (!g_strv_contains(IDS, node->id)) {
        char *guess = ladle_theme_guess(node->id, IDS);
        complain(
            c, LADLE_DIAG_DOCUMENT_VALUE,
            "<label> id=\"%s\": expected continued, continues, page, more, shown or one of data%s",
            node->id, guess);
        g_free(guess);
        return;
    }
    const char *text = node->first ? node->first->text : "";
    bool one = strcmp(node->id, "continues") == 0 || strcmp(node->id, "page") == 0;
    unsigned takes = strcmp(node->id, "shown") == 0 ? 2 : one, places = 0, signs = 0;
    for (const char *at = text; (at = strchr(at, '%')); at++) {
        signs++;
        places += at[1] == 's';
    }
    if (places != takes || signs != takes)
        complain(c, LADLE_DIAG_DOCUMENT_VALUE, "<label> \"%s\": its text must have %s%%s", node->id,
                 takes == 2   ? "two "
                 : takes == 1 ? "one "
                              : "no ");
}

/* ---------------------------------------------------------------- strings of a PDF */

static glong units_of(const char *text)
{
    glong units = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        units += g_utf8_get_char(p) >= 0x10000 ? 2 : 1;
    return units;
}

static void append_words(GString *words, const ladle_node *node)
{
    if (node->text)
        g_string_append(words, node->text);
    for (const ladle_node *child = node->first; child; child = child->next)
        append_words(words, child);
}

static void complain_of_length(checker *c, const char *what, const char *advice)
{
    complain(c, LADLE_DIAG_WORDS_TOO_LONG,
             "%s of <%s> is longer than %d characters, which no PDF can hold; %s", what,
             element_of(c->node->kind), LADLE_STRING_UNITS, advice);
}

/* What goes into one string of the file: words instead of a picture, titles, words of links and
 * bookmarks, addresses. */
static void check_lengths(checker *c)
{
    static const char *const WORDS[] = {"alt", "title", "author", "subject", "running"};
    const ladle_node *node = c->node;
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        const char *value = ladle_node_attribute(node, WORDS[i]);
        if (value && strlen(value) > LADLE_STRING_UNITS && units_of(value) > LADLE_STRING_UNITS)
            complain_of_length(c, WORDS[i], "shorten it, and put the rest into the text");
    }
    const char *address = ladle_node_attribute(node, "href");
    if (address && strlen(address) > LADLE_STRING_BYTES)
        complain(c, LADLE_DIAG_WORDS_TOO_LONG,
                 "href of <%s> is longer than %d bytes, which no PDF can hold; shorten it",
                 element_of(node->kind), LADLE_STRING_BYTES);
    bool is_heading = node->kind >= LADLE_NODE_H1 && node->kind <= LADLE_NODE_H4;
    if (!is_heading && node->kind != LADLE_NODE_A)
        return;
    GString *words = g_string_new(NULL);
    append_words(words, node);
    if (words->len > LADLE_STRING_UNITS && units_of(words->str) > LADLE_STRING_UNITS)
        complain_of_length(c, "the text", "shorten it");
    g_string_free(words, TRUE);
}

/* ---------------------------------------------------------------- alternative texts */

static bool has_words(const ladle_node *chart)
{
    const char *alt = ladle_node_attribute(chart, "alt");
    while (alt && *alt && g_unichar_isspace(g_utf8_get_char(alt)))
        alt = g_utf8_next_char(alt);
    return alt && *alt;
}

/* Signs that stand for a word, which may stand beside them. */
static bool is_sign(const ladle_node *chart)
{
    bool arrow = strcmp(chart_of(chart), "move") == 0 && !ladle_node_attribute(chart, "of");
    return arrow || ladle_word_in("symbol mark", chart_of(chart));
}

static void check_alternative(checker *c)
{
    bool needed = *chart_of(c->node) && !(is_sign(c->node) && c->node->in_line);
    if (needed && !has_words(c->node))
        complain(c, LADLE_DIAG_CHART_WITHOUT_WORDS,
                 "<chart> of kind %s has no alternative text; say in its attribute alt what it "
                 "shows",
                 chart_of(c->node));
}

/* Whether there is text below the node; *sign: whether there is a sign without words. */
static bool has_text(const ladle_node *node, bool *sign)
{
    bool text = node->text != NULL || node->kind == LADLE_NODE_REF;
    if (node->kind == LADLE_NODE_CHART) {
        *sign = *sign || (is_sign(node) && !has_words(node));
        text = has_words(node);
    }
    for (const ladle_node *child = node->first; child; child = child->next)
        text = has_text(child, sign) || text;
    return text;
}

/* A line of text that is nothing but signs without words. */
static void check_signs(checker *c)
{
    bool sign = false;
    bool line = !c->node->in_line && c->node->first && c->node->first->in_line &&
                c->node->kind != LADLE_NODE_CHART;
    if (line && !has_text(c->node, &sign) && sign)
        complain(c, LADLE_DIAG_CHART_WITHOUT_WORDS,
                 "<%s> holds nothing but a sign without a name; write the name beside it, or into "
                 "the attribute alt of its <chart>",
                 element_of(c->node->kind));
}

void ladle_check_node(const ladle_document *document, const ladle_node *node,
                      ladle_diagnostics *diagnostics, unsigned *errors)
{
    checker c = {document, node, diagnostics, 0};
    check_content(&c);
    check_order(&c);
    check_signs(&c);
    check_lengths(&c);
    if (node->kind == LADLE_NODE_CHART)
        check_alternative(&c);
    if (node->kind == LADLE_NODE_FIGURE)
        check_figure(&c);
    else if (node->kind == LADLE_NODE_IMG)
        check_image(&c);
    else if (node->kind == LADLE_NODE_FIGURE_LIST)
        check_name(&c, "counter", LADLE_NODE_COUNTER);
    else if (node->kind == LADLE_NODE_SECTION)
        check_section(&c);
    else if (node->kind == LADLE_NODE_LABEL)
        check_label(&c);
    else if (node->kind == LADLE_NODE_CHART) {
        const char *of = ladle_node_attribute(node, "of");
        check_below(&c, "level", of);
        check_below(&c, "was", of);
        check_below(&c, "placed", of);
    } else if (node->kind == LADLE_NODE_CELL) {
        const ladle_node *chart = node->parent->parent;
        check_below(&c, "level", ladle_node_attribute(chart, "of"));
    } else if (node->kind == LADLE_NODE_SLOT || node->kind == LADLE_NODE_ROW)
        check_below(&c, "level", ladle_node_attribute(node->parent, "of"));
    *errors += c.errors;
}
