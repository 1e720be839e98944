#include "report/foreign.h"

#include <glib.h>
#include <string.h>

/* Words to look for, and the part of them, in bytes, that is the study's. */
typedef struct {
    const char *words;
    size_t first, length;
    bool opens; /* only where the text begins with them: they are not quoted */
} foreign;

typedef struct {
    const char *language, *report;
    GArray *found; /* of foreign */
} search;

static void look_for(search *s, const char *words, const char *part, bool opens)
{
    for (unsigned i = 0; i < s->found->len; i++)
        if (g_str_equal(g_array_index(s->found, foreign, i).words, words))
            return;
    const char *at = strstr(words, part);
    foreign one = {words, at ? (size_t)(at - words) : 0, at ? strlen(part) : 0, opens};
    if (at && *part)
        g_array_append_val(s->found, one);
}

/* As the input tells them (input.c): short and in quotation marks, or whole. */
static void look_for_rounds(search *s, ladle_arena *arena, const ladle_study *study,
                            const ladle_language *language)
{
    const char *open = ladle_label(language, "quote.open");
    const char *close = ladle_label(language, "quote.close");
    for (unsigned i = 0; i < study->n_waves; i++) {
        const ladle_wave *wave = study->waves[i];
        const char *names[] = {wave->short_name ? wave->short_name : wave->name,
                               g_utf8_next_char(wave->name)};
        char *small = g_utf8_strdown(wave->name, (gssize)(names[1] - wave->name));
        const char *inside[] = {names[0], ladle_arena_printf(arena, "%s%s", small, names[1])};
        for (unsigned j = 0; j < G_N_ELEMENTS(inside); j++)
            look_for(s, ladle_arena_printf(arena, "%s%s%s", open, inside[j], close), inside[j],
                     false);
        look_for(s, wave->name, wave->name, true);
        g_free(small);
    }
}

/* As names.c makes them. */
static void look_for_roles(search *s, ladle_arena *arena, const ladle_study *study,
                           const ladle_language *language, const ladle_wording *wording)
{
    for (unsigned i = 0; i < study->n_persons; i++) {
        const ladle_person *person = study->persons[i];
        if (!person->role || !person->organisation || !person->organisation->sector)
            continue;
        const char *sector = ladle_wording_sector(wording, person->organisation->sector);
        char *small = g_utf8_strdown(sector, -1);
        const char *role = ladle_capitalised(arena, person->role);
        const char *arguments[] = {role, small};
        look_for(s, ladle_language_words(language, arena, "person.role-sector", arguments, 2), role,
                 false);
        g_free(small);
    }
}

/* The first of what is looked for, from `from` on; NULL: none. */
static const foreign *next_in(const search *s, const char *text, const char **from)
{
    const foreign *first = NULL;
    const char *where = NULL;
    for (unsigned i = 0; i < s->found->len; i++) {
        const foreign *one = &g_array_index(s->found, foreign, i);
        const char *at = strstr(*from, one->words);
        bool fits = at && (!one->opens || at == text);
        if (fits && (!where || at < where)) {
            where = at;
            first = one;
        }
    }
    *from = where ? where : *from;
    return first;
}

static xmlNode *span_of(const search *s, const xmlNode *node, const char *words, size_t length)
{
    xmlNode *span = xmlNewNode(node->parent->ns, BAD_CAST "span");
    xmlNodeSetLang(span, BAD_CAST s->language);
    xmlAddChild(span, xmlNewTextLen(BAD_CAST words, (int)length));
    return span;
}

/* The text node keeps what stands before the first span; what follows comes behind it, one by one.
 */
static void mark_text(const search *s, xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    const char *text = (const char *)content, *at = text;
    xmlNode *last = node;
    const foreign *one = next_in(s, text, &at);
    if (one) {
        xmlChar *head = xmlStrndup(content, (int)(at + one->first - text));
        xmlNodeSetContent(node, head);
        xmlFree(head);
    }
    while (one) {
        const char *end = at + one->first + one->length;
        last = xmlAddNextSibling(last, span_of(s, node, at + one->first, one->length));
        at = end;
        one = next_in(s, text, &at);
        size_t between = one ? (size_t)(at + one->first - end) : strlen(end);
        if (between)
            last = xmlAddNextSibling(last, xmlNewTextLen(BAD_CAST end, (int)between));
    }
    xmlFree(content);
}

/* Whether words in an element may stand in spans, and are of the report's language. */
static bool may_mark(const search *s, const xmlNode *node)
{
    static const char *const holds[] = {"p",  "h1",     "h2",   "h3",         "h4",
                                        "td", "th",     "li",   "figcaption", "caption",
                                        "em", "strong", "span", NULL};
    if (!g_strv_contains(holds, (const char *)node->name))
        return false;
    xmlChar *language = xmlNodeGetLang(node);
    bool ours = !language || ladle_same_language((const char *)language, s->report);
    xmlFree(language);
    return ours;
}

static void mark_below(const search *s, xmlNode *node)
{
    bool may = may_mark(s, node);
    for (xmlNode *child = node->children, *next; child; child = next) {
        next = child->next;
        if (child->type == XML_ELEMENT_NODE)
            mark_below(s, child);
        else if (child->type == XML_TEXT_NODE && may)
            mark_text(s, child);
    }
}

void ladle_foreign_mark(ladle_arena *arena, xmlDoc *tree, const ladle_study *study,
                        const ladle_language *language, const ladle_wording *wording)
{
    search s = {study->language, ladle_language_code(language),
                g_array_new(FALSE, FALSE, sizeof(foreign))};
    xmlNode *root = xmlDocGetRootElement(tree);
    if (root && s.language && !ladle_same_language(s.language, s.report)) {
        look_for_rounds(&s, arena, study, language);
        look_for_roles(&s, arena, study, language, wording);
        mark_below(&s, root);
    }
    g_array_free(s.found, TRUE);
}
