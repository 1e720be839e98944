/* Numbers, the words of references, contents and links.
 *
 * Two passes. The first goes through the document in order, counts, and notes headings, figures
 * and links. The second, when all numbers are known, makes the words of references, so that one
 * may point forwards; what they say is asked for by the layout as often as it likes. */
#include "document/number.h"

#include "document/theme_private.h"

#include <glib.h>
#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"

typedef struct {
    const char *counter;
    GArray *entries; /* of ladle_entry */
} figure_series;

struct ladle_numbering {
    GArray *contents;    /* of ladle_entry */
    GHashTable *figures; /* counter -> figure_series * */
    GHashTable *links;   /* id -> GPtrArray of nodes */
    GHashTable *words;   /* ref node -> words */
    GHashTable *running; /* section -> words */
    GHashTable *letters; /* heading -> itself, when lettered */
};

/* Sections that are numbered, from the one being read outwards. */
typedef struct numbered_section {
    const char *number; /* NULL: the document */
    unsigned below;     /* numbered sections in it so far */
} numbered_section;

typedef struct {
    ladle_document *document;
    ladle_gate *gate;
    ladle_diagnostics *diagnostics;
    unsigned order, notes, letters, errors;
    unsigned level;     /* of the last heading */
    GHashTable *counts; /* counter -> last number */
    GHashTable *taken;  /* "counter/number" -> figure */
    GPtrArray *references;
} numberer;

/* ------------------------------------------------------------------ helpers */

static bool is_heading(const ladle_node *node)
{
    return node->kind >= LADLE_NODE_H1 && node->kind <= LADLE_NODE_H4;
}

static const char *attribute_or(const ladle_node *node, const char *name, const char *otherwise)
{
    const char *value = ladle_node_attribute(node, name);
    return value ? value : otherwise;
}

static const ladle_counter *counter_lookup(const ladle_document *document, const char *id)
{
    for (unsigned i = 0; id && i < document->n_counters; i++)
        if (document->counters[i].id && strcmp(document->counters[i].id, id) == 0)
            return &document->counters[i];
    return NULL;
}

static void append_plain(GString *out, const ladle_node *node)
{
    bool apart = node->kind == LADLE_NODE_NOTE || (node->kind == LADLE_NODE_ASIDE && node->in_line);
    if (apart)
        return;
    if (node->text)
        g_string_append(out, node->text);
    if (node->kind == LADLE_NODE_BR)
        g_string_append_c(out, ' ');
    for (const ladle_node *child = node->first; child; child = child->next)
        append_plain(out, child);
    bool block = !node->in_line && node->next;
    if (block && out->len && out->str[out->len - 1] != ' ')
        g_string_append_c(out, ' ');
}

const char *ladle_node_plain_text(ladle_arena *arena, const ladle_node *node)
{
    GString *out = g_string_new(NULL);
    for (const ladle_node *child = node->first; child; child = child->next)
        append_plain(out, child);
    g_strstrip(out->str);
    const char *text = ladle_arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return text;
}

/* The first heading of a section that is not in a section of its own. */
static ladle_node *opening_heading(const ladle_node *section)
{
    for (ladle_node *child = section->first; child; child = child->next) {
        if (is_heading(child))
            return child;
        if (child->kind == LADLE_NODE_DIV || child->kind == LADLE_NODE_COLUMNS) {
            ladle_node *inside = opening_heading(child);
            if (inside)
                return inside;
        }
    }
    return NULL;
}

/* A, B ... Z, AA, AB ... */
static const char *letters(ladle_arena *arena, unsigned n)
{
    char text[8];
    unsigned at = sizeof(text) - 1;
    text[at] = '\0';
    for (; n; n = (n - 1) / 26)
        text[--at] = (char)('A' + (n - 1) % 26);
    return ladle_arena_strdup(arena, text + at);
}

/* ------------------------------------------------------------------ sections */

/* "4.1", "Bilag" and "D" put before words. */
static const char *with_number(const ladle_document *document, const ladle_node *heading,
                               bool lettered, const char *words)
{
    if (!heading->number)
        return words;
    const ladle_counter *appendix = lettered ? counter_lookup(document, "appendix") : NULL;
    if (appendix && appendix->label)
        return ladle_arena_printf(document->arena, "%s" NO_BREAK_SPACE "%s %s", appendix->label,
                                  heading->number, words);
    return ladle_arena_printf(document->arena, "%s %s", heading->number, words);
}

static const char *number_section(numberer *n, const ladle_node *section, numbered_section *around)
{
    ladle_arena *arena = n->document->arena;
    const char *numbering = attribute_or(section, "numbering", "none");
    if (strcmp(numbering, "letter") == 0)
        return letters(arena, ++n->letters);
    if (strcmp(numbering, "decimal") != 0)
        return NULL;
    around->below++;
    return around->number ? ladle_arena_printf(arena, "%s.%u", around->number, around->below)
                          : ladle_arena_printf(arena, "%u", around->below);
}

/* Who hears a document goes from heading to heading, and takes a level left out for a part missed.
 */
static void check_level(numberer *n, const ladle_node *heading)
{
    static const char *const LEVELS[] = {"one of level 1", "one of level 2", "one of level 3"};
    unsigned level = (unsigned)(heading->kind - LADLE_NODE_H1) + 1;
    if (level > n->level + 1)
        ladle_diag_add(n->diagnostics, LADLE_DIAG_HEADING_SKIPS, heading->pos,
                       "a heading of level %u follows %s; it is marked up as level %u "
                       "for those who cannot see the page, write <h%u>",
                       level, n->level ? LEVELS[n->level - 1] : "none", n->level + 1, n->level + 1);
    n->level = MIN(level, n->level + 1);
}

/* The language that all words below a node are in; the node's own where they are in several. */
static const char *language_below(const ladle_node *node)
{
    const char *language = NULL;
    for (const ladle_node *child = node->first; child; child = child->next) {
        const char *its = child->first ? language_below(child) : child->language;
        if (language && its && strcmp(language, its) != 0)
            return node->language;
        language = its ? its : language;
    }
    return language ? language : node->language;
}

static void note_section(numberer *n, ladle_node *section, ladle_node *heading, bool lettered)
{
    ladle_document *document = n->document;
    struct ladle_numbering *numbering = document->numbering;
    const char *title = ladle_node_plain_text(document->arena, heading);
    heading->label = section->label = with_number(document, heading, lettered, title);
    if (lettered)
        g_hash_table_add(numbering->letters, heading);
    const char *running = ladle_node_attribute(section, "running");
    if (running || heading->kind == LADLE_NODE_H1 || lettered)
        g_hash_table_insert(
            numbering->running, section,
            (char *)(running ? with_number(document, heading, lettered, running) : heading->label));
    if (strcmp(attribute_or(section, "contents", "yes"), "no") == 0)
        return;
    ladle_entry entry = {
        .node = heading,
        .number = heading->number,
        .title = title,
        .language = language_below(heading),
        .words = ladle_gate_text(n->gate, LADLE_USE_OUTLINE, heading->pos, heading->label),
        .level = (unsigned)(heading->kind - LADLE_NODE_H1) + 1};
    g_array_append_val(numbering->contents, entry);
}

static void begin_section(numberer *n, ladle_node *section, numbered_section *around,
                          numbered_section *inside)
{
    const char *number = number_section(n, section, around);
    ladle_node *heading = opening_heading(section);
    section->number = number;
    *inside = (numbered_section){number, 0};
    const char *running = ladle_node_attribute(section, "running");
    if (!heading && running)
        g_hash_table_insert(n->document->numbering->running, section, (char *)running);
    if (!heading)
        return;
    heading->number = number;
    note_section(n, section, heading,
                 strcmp(attribute_or(section, "numbering", "none"), "letter") == 0);
}

/* ------------------------------------------------------------------ figures */

static const char *figure_number(numberer *n, ladle_node *figure, const char *counter)
{
    unsigned last = GPOINTER_TO_UINT(g_hash_table_lookup(n->counts, counter));
    const char *fixed = ladle_node_attribute(figure, "number");
    const char *several = ladle_node_attribute(figure, "numbers");
    if (several && !fixed)
        return several;
    unsigned number = fixed ? (unsigned)g_ascii_strtoull(fixed, NULL, 10) : last + 1;
    g_hash_table_insert(n->counts, (char *)counter, GUINT_TO_POINTER(MAX(number, last)));
    if (several)
        return several;
    const char *text = ladle_arena_printf(n->document->arena, "%u", number);
    const char *key = ladle_arena_printf(n->document->arena, "%s/%u", counter, number);
    const ladle_node *first = g_hash_table_lookup(n->taken, key);
    if (first) {
        ladle_diag_add(n->diagnostics, LADLE_DIAG_DOCUMENT_NUMBER_TWICE, figure->pos,
                       "the number %s of counter \"%s\" is given twice", text, counter);
        ladle_diag_relate(n->diagnostics, first->pos, "first given here");
    } else {
        g_hash_table_insert(n->taken, (char *)key, figure);
    }
    return text;
}

static const ladle_node *caption_of(const ladle_node *figure)
{
    for (const ladle_node *child = figure->first; child; child = child->next)
        if (child->kind == LADLE_NODE_FIGCAPTION || child->kind == LADLE_NODE_CAPTION)
            return child;
    return NULL;
}

static void release_array(void *array)
{
    g_array_free(array, TRUE);
}

static figure_series *series_of(ladle_document *document, const char *counter)
{
    struct ladle_numbering *numbering = document->numbering;
    figure_series *series = g_hash_table_lookup(numbering->figures, counter);
    if (series)
        return series;
    series = LADLE_NEW(document->arena, figure_series);
    series->counter = counter;
    series->entries = g_array_new(FALSE, FALSE, sizeof(ladle_entry));
    ladle_arena_defer(document->arena, release_array, series->entries);
    g_hash_table_insert(numbering->figures, (char *)counter, series);
    return series;
}

static void number_figure(numberer *n, ladle_node *figure)
{
    ladle_document *document = n->document;
    const char *id = ladle_node_attribute(figure, "counter");
    const ladle_counter *counter = counter_lookup(document, id);
    if (!counter)
        return;
    figure->number = figure_number(n, figure, counter->id);
    bool several = counter->several && ladle_node_attribute(figure, "numbers");
    const char *label = several ? counter->several : counter->label;
    figure->label =
        label ? ladle_arena_printf(document->arena, "%s" NO_BREAK_SPACE "%s", label, figure->number)
              : figure->number;
    const ladle_node *caption = caption_of(figure);
    if (!caption)
        return;
    const char *title = ladle_node_plain_text(document->arena, caption);
    ladle_entry entry = {.node = figure,
                         .number = figure->number,
                         .title = title,
                         .language = language_below(caption),
                         .words =
                             ladle_arena_printf(document->arena, "%s %s", figure->label, title),
                         .level = 1};
    g_array_append_val(series_of(document, counter->id)->entries, entry);
}

/* ------------------------------------------------------------------ links */

static void release_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

/* The id a node leads to inside the document, or NULL. */
static const char *id_led_to(const ladle_node *node)
{
    if (node->kind == LADLE_NODE_REF || node->kind == LADLE_NODE_BACKLINKS)
        return ladle_node_attribute(node, "to");
    const char *href = node->kind == LADLE_NODE_A ? ladle_node_attribute(node, "href") : NULL;
    return href && href[0] == '#' ? href + 1 : NULL;
}

static void note_link(numberer *n, ladle_node *node)
{
    struct ladle_numbering *numbering = n->document->numbering;
    const char *id = id_led_to(node);
    if (!id)
        return;
    g_ptr_array_add(n->references, node);
    if (node->kind == LADLE_NODE_BACKLINKS)
        return;
    GPtrArray *links = g_hash_table_lookup(numbering->links, id);
    if (!links) {
        links = g_ptr_array_new();
        ladle_arena_defer(n->document->arena, release_pointers, links);
        g_hash_table_insert(numbering->links, (char *)id, links);
    }
    g_ptr_array_add(links, node);
}

static void number_node(numberer *n, ladle_node *node, numbered_section *around)
{
    numbered_section inside, *below = around;
    node->order = n->order++;
    if (node->kind == LADLE_NODE_SECTION) {
        begin_section(n, node, around, &inside);
        /* What is numbered in a section without a number counts in the one around. */
        if (inside.number)
            below = &inside;
    } else if (node->kind == LADLE_NODE_FIGURE) {
        number_figure(n, node);
    } else if (node->kind == LADLE_NODE_NOTE) {
        node->number = ladle_arena_printf(n->document->arena, "%u", ++n->notes);
    } else {
        note_link(n, node);
    }
    if (is_heading(node))
        check_level(n, node);
    for (ladle_node *child = node->first; child; child = child->next)
        number_node(n, child, below);
}

/* ------------------------------------------------------------------ the words of references */

/* What a reference is about: the heading of a section, the figure a table or caption stands in. */
static const ladle_node *subject_of(const ladle_node *target)
{
    if (target->kind == LADLE_NODE_SECTION) {
        const ladle_node *heading = opening_heading(target);
        return heading ? heading : target;
    }
    if (target->kind == LADLE_NODE_TABLE || target->kind == LADLE_NODE_FIGCAPTION ||
        target->kind == LADLE_NODE_CAPTION || target->kind == LADLE_NODE_CHART)
        for (const ladle_node *node = target; node; node = node->parent)
            if (node->kind == LADLE_NODE_FIGURE)
                return node;
    return target;
}

static const ladle_counter *counter_of(const ladle_document *document, const ladle_node *subject)
{
    if (subject->kind == LADLE_NODE_FIGURE)
        return counter_lookup(document, ladle_node_attribute(subject, "counter"));
    if (!is_heading(subject))
        return NULL;
    if (g_hash_table_contains(document->numbering->letters, subject))
        return counter_lookup(document, "appendix");
    return counter_lookup(document, strchr(subject->number, '.') ? "section" : "chapter");
}

static const char *title_of(const ladle_document *document, const ladle_node *subject)
{
    const ladle_node *caption = subject->kind == LADLE_NODE_FIGURE ? caption_of(subject) : subject;
    return caption ? ladle_node_plain_text(document->arena, caption) : "";
}

static const char *language_of_title(const ladle_node *subject)
{
    const ladle_node *caption = subject->kind == LADLE_NODE_FIGURE ? caption_of(subject) : subject;
    return language_below(caption ? caption : subject);
}

/* Whether a reference is the first thing of its block. */
static bool begins_block(const ladle_node *reference)
{
    const ladle_node *node = reference;
    for (; node->in_line; node = node->parent)
        if (node->previous)
            return false;
    return true;
}

static const char *number_words(const ladle_document *document, const ladle_node *reference,
                                const ladle_node *subject)
{
    const ladle_counter *counter = counter_of(document, subject);
    const char *word = !counter                                    ? NULL
                       : begins_block(reference) && counter->label ? counter->label
                       : counter->ref                              ? counter->ref
                                                                   : counter->label;
    return word ? ladle_arena_printf(document->arena, "%s" NO_BREAK_SPACE "%s", word,
                                     subject->number)
                : subject->number;
}

/* The words are a title, in its language, or come from the labels, which are in the document's. */
static void make_words(numberer *n, ladle_node *reference, const ladle_node *target)
{
    ladle_document *document = n->document;
    const char *show = attribute_or(reference, "show", "label");
    const ladle_node *subject = subject_of(target);
    const char *words;
    reference->language = n->document->root->language;
    if (strcmp(show, "page") == 0) {
        words = "";
    } else if (strcmp(show, "title") == 0 || (!subject->number && is_heading(subject))) {
        words = title_of(document, subject);
        reference->language = language_of_title(subject);
    } else if (!subject->number) {
        ladle_diag_add(n->diagnostics, LADLE_DIAG_DOCUMENT_NUMBER, reference->pos,
                       "<ref to=\"%s\"> shows a number, but that <%s> has none",
                       id_led_to(reference), ladle_word_name((int)target->kind));
        n->errors++;
        return;
    } else {
        words = strcmp(show, "number") == 0 ? subject->number
                                            : number_words(document, reference, subject);
    }
    g_hash_table_insert(document->numbering->words, (void *)reference, (char *)words);
}

static void complain_of_nothing(numberer *n, const ladle_node *node, const char *id)
{
    const char **ids = ladle_theme_keys(n->document->ids);
    char *guess = ladle_theme_guess(id, ids);
    const char *to = node->kind == LADLE_NODE_A ? "href=\"#" : "to=\"";
    ladle_diag_add(n->diagnostics, LADLE_DIAG_DOCUMENT_REFERENCE, node->pos,
                   "<%s %s%s\"> leads nowhere: nothing in the document has this id%s",
                   ladle_word_name((int)node->kind), to, id, guess);
    n->errors++;
    g_free(guess);
    g_free(ids);
}

static void resolve_references(numberer *n)
{
    for (unsigned i = 0; i < n->references->len; i++) {
        ladle_node *node = n->references->pdata[i];
        const char *id = id_led_to(node);
        const ladle_node *target = ladle_document_lookup(n->document, id);
        if (!target)
            complain_of_nothing(n, node, id);
        else if (node->kind == LADLE_NODE_REF)
            make_words(n, node, target);
    }
}

/* ------------------------------------------------------------------ the whole */

static void release_table(void *table)
{
    g_hash_table_destroy(table);
}

static GHashTable *new_table(ladle_arena *arena, GHashFunc hash, GEqualFunc equal)
{
    GHashTable *table = g_hash_table_new(hash, equal);
    ladle_arena_defer(arena, release_table, table);
    return table;
}

static struct ladle_numbering *new_numbering(ladle_arena *arena)
{
    struct ladle_numbering *numbering = LADLE_NEW(arena, struct ladle_numbering);
    numbering->contents = g_array_new(FALSE, FALSE, sizeof(ladle_entry));
    ladle_arena_defer(arena, release_array, numbering->contents);
    numbering->figures = new_table(arena, g_str_hash, g_str_equal);
    numbering->links = new_table(arena, g_str_hash, g_str_equal);
    numbering->words = new_table(arena, NULL, NULL);
    numbering->running = new_table(arena, NULL, NULL);
    numbering->letters = new_table(arena, NULL, NULL);
    return numbering;
}

unsigned ladle_document_number(ladle_document *document, ladle_gate *gate,
                               ladle_diagnostics *diagnostics)
{
    document->numbering = new_numbering(document->arena);
    numberer n = {.document = document,
                  .gate = gate,
                  .diagnostics = diagnostics,
                  .counts = g_hash_table_new(g_str_hash, g_str_equal),
                  .taken = g_hash_table_new(g_str_hash, g_str_equal),
                  .references = g_ptr_array_new()};
    numbered_section whole = {NULL, 0};
    number_node(&n, document->root, &whole);
    document->n_nodes = n.order;
    resolve_references(&n);
    g_hash_table_destroy(n.counts);
    g_hash_table_destroy(n.taken);
    g_ptr_array_free(n.references, TRUE);
    return n.errors;
}

/* ------------------------------------------------------------------ asking */

const ladle_entry *ladle_document_contents(const ladle_document *document, unsigned *n)
{
    *n = document->numbering->contents->len;
    return (const ladle_entry *)document->numbering->contents->data;
}

const ladle_entry *ladle_document_figures(const ladle_document *document, const char *counter,
                                          unsigned *n)
{
    const figure_series *series = g_hash_table_lookup(document->numbering->figures, counter);
    *n = series ? series->entries->len : 0;
    return series ? (const ladle_entry *)series->entries->data : NULL;
}

ladle_reference_show ladle_reference_shows(const ladle_node *reference)
{
    const char *show = attribute_or(reference, "show", "label");
    return strcmp(show, "page") == 0   ? LADLE_SHOW_PAGE
           : strcmp(show, "full") == 0 ? LADLE_SHOW_WORDS_PAGE
                                       : LADLE_SHOW_WORDS;
}

const char *ladle_reference_words(const ladle_document *document, const ladle_node *reference)
{
    const char *words = g_hash_table_lookup(document->numbering->words, reference);
    return words ? words : "";
}

const ladle_node *ladle_reference_target(const ladle_document *document,
                                         const ladle_node *reference)
{
    const char *id = id_led_to(reference);
    const ladle_node *target = id ? ladle_document_lookup(document, id) : NULL;
    if (!target || target->kind != LADLE_NODE_SECTION)
        return target;
    const ladle_node *heading = opening_heading(target);
    return heading ? heading : target;
}

const ladle_node *const *ladle_document_backlinks(const ladle_document *document, const char *id,
                                                  unsigned *n)
{
    const GPtrArray *links = g_hash_table_lookup(document->numbering->links, id);
    *n = links ? links->len : 0;
    return links ? (const ladle_node *const *)links->pdata : NULL;
}

const char *ladle_running_chapter(const ladle_document *document, const ladle_node *node)
{
    for (; node; node = node->parent) {
        const char *words = g_hash_table_lookup(document->numbering->running, node);
        if (words)
            return words;
    }
    return "";
}
