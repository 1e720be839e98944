/* Selectors, and the style of a node.
 *
 * THE MODEL
 *
 * A style starts from its parent's inherited members and from nothing in the others; then every
 * rule whose selector matches is laid over it, least special first, so that of two that say the
 * same thing the more special one is seen. How special: number of classes, then of elements, then
 * the place in the file. All rules are sorted once when the theme is loaded and kept in one list
 * for each kind of node, so a node is held against the few that can match it.
 *
 * What comes out depends only on the parent's style and on which rules matched. So styles are
 * shared: a table maps (parent's style, rules) to the style, and a document of ten thousand nodes
 * has some two hundred styles. */
#include "document/theme_private.h"

#include <string.h>

enum { MOST_RULES_OF_A_NODE = 64 };

const char *ladle_word_name(int kind)
{
    static const char *const NAMES[] = {
        "text",
#define LADLE_WORD(name, element, context, content, role) element,
#include "document/vocabulary.def"
#undef LADLE_WORD
        "side",
    };
    return NAMES[kind];
}

int ladle_word_kind(const char *name)
{
    for (int kind = LADLE_NODE_TEXT + 1; kind < LADLE_NODE_COUNT; kind++)
        if (strcmp(ladle_word_name(kind), name) == 0)
            return kind;
    return -1;
}

/* ------------------------------------------------------------------ selectors */

/* The kind that the element name of a selector means; -2 after an error. */
static int selected_kind(theme_reader *reader, const char *name)
{
    if (!*name || strcmp(name, "*") == 0)
        return KIND_ANY;
    if (strcmp(name, "side") == 0)
        return KIND_SIDE;
    int kind = ladle_word_kind(name);
    if (kind >= 0)
        return kind;
    const char *names[KINDS + 1];
    for (int i = 0; i < KINDS; i++)
        names[i] = ladle_word_name(i);
    names[KINDS] = NULL;
    char *guess = ladle_theme_guess(name, names + 1);
    ladle_theme_error(reader, LADLE_DIAG_THEME_NAME,
                      "documents have no element \"%s\", so nothing can be styled by it%s", name,
                      guess);
    g_free(guess);
    return -2;
}

/* Reads "td.own.placed". */
static bool read_compound(theme_reader *reader, const char *text, compound *part)
{
    char **words = g_strsplit(text, ".", -1);
    unsigned n = g_strv_length(words) - 1;
    part->kind = selected_kind(reader, words[0]);
    part->classes = LADLE_NEW_ARRAY(reader->theme->arena, const char *, n + 1);
    bool good = part->kind >= KIND_ANY;
    for (unsigned i = 0; good && i < n; i++) {
        part->classes[i] = ladle_arena_strdup(reader->theme->arena, words[i + 1]);
        good = *words[i + 1] != '\0';
        if (!good)
            ladle_theme_error(reader, LADLE_DIAG_THEME_VALUE,
                              "for=\"%s\": after each full stop stands the name of a class", text);
    }
    g_strfreev(words);
    return good;
}

static void read_one_selector(theme_reader *reader, const char *text, const GArray *declarations)
{
    ladle_arena *arena = reader->theme->arena;
    style_rule *rule = LADLE_NEW(arena, style_rule);
    char **words = g_strsplit_set(text, " \t\r\n", -1);
    rule->compounds = LADLE_NEW_ARRAY(arena, compound, g_strv_length(words) + 1);
    bool good = true;
    for (char **word = words; *word && good; word++) {
        if (!**word)
            continue;
        compound *part = &rule->compounds[rule->n_compounds++];
        good = read_compound(reader, *word, part);
        rule->elements += part->kind != KIND_ANY;
        for (const char **name = part->classes; good && *name; name++)
            rule->classes++;
    }
    g_strfreev(words);
    if (good && !rule->n_compounds)
        ladle_theme_error(reader, LADLE_DIAG_THEME_VALUE,
                          "for=\"\": expected an element, such as \"td\" or \"td.own\"");
    if (!good || !rule->n_compounds)
        return;
    rule->order = reader->theme->rules->len;
    rule->element = reader->element;
    rule->declarations = declarations;
    g_ptr_array_add(reader->theme->rules, rule);
}

void ladle_selector_read(theme_reader *reader, const char *text, const GArray *declarations)
{
    char **selectors = g_strsplit(text, ",", -1);
    for (char **selector = selectors; *selector; selector++)
        read_one_selector(reader, *selector, declarations);
    g_strfreev(selectors);
}

/* ------------------------------------------------------------------ matching */

static int kind_for_selectors(const ladle_node *node)
{
    return node->kind == LADLE_NODE_ASIDE && node->in_line ? KIND_SIDE : (int)node->kind;
}

static bool has_class(const ladle_node *node, const char *name)
{
    if (ladle_node_has_class(node, name))
        return true;
    const char *chart = node->kind == LADLE_NODE_CHART ? ladle_node_attribute(node, "kind") : NULL;
    return chart && strcmp(chart, name) == 0;
}

static bool matches_compound(const compound *part, const ladle_node *node)
{
    if (part->kind != KIND_ANY && part->kind != kind_for_selectors(node))
        return false;
    for (const char **name = part->classes; *name; name++)
        if (!has_class(node, *name))
            return false;
    return true;
}

/* The node matches the last compound, and going outwards each of the others matches some node
 * around it, in order. The nearest that matches is always good enough, since all that remains is
 * looked for further out. */
static bool matches(const style_rule *rule, const ladle_node *node)
{
    unsigned i = rule->n_compounds - 1;
    if (!matches_compound(&rule->compounds[i], node))
        return false;
    for (const ladle_node *around = node->parent; i > 0; around = around->parent) {
        if (!around)
            return false;
        if (matches_compound(&rule->compounds[i - 1], around))
            i--;
    }
    return true;
}

/* ------------------------------------------------------------------ computing */

typedef struct {
    const ladle_style *parent;
    bool in_table; /* gutter and rules are passed on */
    unsigned n_rules;
    const style_rule *rules[MOST_RULES_OF_A_NODE];
} style_key;

static guint hash_key(gconstpointer data)
{
    const style_key *key = data;
    guint hash = g_direct_hash(key->parent) + key->in_table;
    for (unsigned i = 0; i < key->n_rules; i++)
        hash = hash * 31 + key->rules[i]->order;
    return hash;
}

static gboolean same_key(gconstpointer a, gconstpointer b)
{
    const style_key *one = a, *other = b;
    return one->parent == other->parent && one->in_table == other->in_table &&
           one->n_rules == other->n_rules &&
           memcmp(one->rules, other->rules, one->n_rules * sizeof(*one->rules)) == 0;
}

GHashTable *ladle_computed_styles_new(void)
{
    return g_hash_table_new(hash_key, same_key);
}

static bool is_part_of_table(ladle_node_kind kind)
{
    return kind == LADLE_NODE_THEAD || kind == LADLE_NODE_TBODY || kind == LADLE_NODE_TFOOT ||
           kind == LADLE_NODE_TR || kind == LADLE_NODE_TH || kind == LADLE_NODE_TD;
}

void ladle_style_inherit(ladle_style *style, const ladle_style *parent, bool in_table)
{
    *style = (ladle_style){0};
    style->background.none = true;
    style->number_colour.none = true; /* until resolved: the text's */
    style->mark_colour.none = true;
    if (!parent)
        return;
    style->font = parent->font;
    style->leading = parent->leading;
    style->colour = parent->colour;
    style->align = parent->align;
    style->hyphenate = parent->hyphenate;
    style->hyphenate_narrow = parent->hyphenate_narrow;
    style->nowrap = parent->nowrap;
    style->on_grid = parent->on_grid;
    style->letter_spacing = parent->letter_spacing;
    if (in_table) {
        style->gutter = parent->gutter;
        style->row_rule = parent->row_rule;
        style->head_rule = parent->head_rule;
    }
}

void ladle_style_resolve(ladle_style *style)
{
    if (style->number_colour.none)
        style->number_colour = style->colour;
    if (style->mark_colour.none)
        style->mark_colour = style->colour;
}

static const ladle_style *compute(const ladle_theme *theme, const style_key *key)
{
    ladle_style *style = LADLE_NEW(theme->arena, ladle_style);
    ladle_style_inherit(style, key->parent, key->in_table);
    for (unsigned i = 0; i < key->n_rules; i++) {
        const GArray *declarations = key->rules[i]->declarations;
        for (unsigned d = 0; d < declarations->len; d++)
            ladle_declaration_apply(theme, &g_array_index(declarations, declaration, d), style);
    }
    ladle_style_resolve(style);
    return style;
}

const ladle_style *ladle_style_compute(const ladle_theme *theme, const ladle_node *node)
{
    if (node->kind == LADLE_NODE_TEXT)
        return node->parent->style;
    style_key key = {.parent = node->parent ? node->parent->style : NULL,
                     .in_table = is_part_of_table(node->kind)};
    const GPtrArray *rules = theme->by_kind[kind_for_selectors(node)];
    for (unsigned i = 0; i < rules->len && key.n_rules < MOST_RULES_OF_A_NODE; i++)
        if (matches(rules->pdata[i], node))
            key.rules[key.n_rules++] = rules->pdata[i];
    const ladle_style *known = g_hash_table_lookup(theme->computed, &key);
    if (known)
        return known;
    const ladle_style *style = compute(theme, &key);
    size_t size = offsetof(style_key, rules) + key.n_rules * sizeof(*key.rules);
    style_key *kept = ladle_arena_alloc(theme->arena, size);
    memcpy(kept, &key, size);
    g_hash_table_insert(theme->computed, kept, (void *)style);
    return style;
}
