#include "study/grammar.h"

#include <glib.h>
#include <string.h>

/* ------------------------------------------------------------------------------ attributes */

static const struct {
    const char *name;
    ladle_value_type type;
} type_names[] = {
    {"text", LADLE_VALUE_TEXT},     {"words", LADLE_VALUE_WORDS},       {"id", LADLE_VALUE_ID},
    {"ref", LADLE_VALUE_ID},        {"refs", LADLE_VALUE_REFS},         {"edtf", LADLE_VALUE_DATE},
    {"count", LADLE_VALUE_COUNT},   {"amount", LADLE_VALUE_AMOUNT},     {"goal", LADLE_VALUE_GOAL},
    {"lang", LADLE_VALUE_LANGUAGE}, {"strength", LADLE_VALUE_STRENGTH}, {"uri", LADLE_VALUE_URI},
};

static ladle_value_type type_named(const char *name)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(type_names); i++)
        if (strcmp(type_names[i].name, name) == 0)
            return type_names[i].type;
    g_error("grammar: no type of values \"%s\"", name);
}

/* "(held|moved)" as an array ended by NULL. */
static const char **choices_of(ladle_arena *arena, const char *text)
{
    char *inner = g_strndup(text + 1, strlen(text) - 2);
    char **parts = g_strsplit(inner, "|", -1);
    unsigned n = g_strv_length(parts);
    const char **choices = LADLE_NEW_ARRAY(arena, const char *, n + 1);
    for (unsigned i = 0; i < n; i++)
        choices[i] = ladle_arena_strdup(arena, parts[i]);
    g_strfreev(parts);
    g_free(inner);
    return choices;
}

/* "name=type!" */
static ladle_attribute_rule attribute_of(ladle_arena *arena, const char *text)
{
    ladle_attribute_rule rule = {0};
    const char *equals = strchr(text, '=');
    char *type = g_strdup(equals + 1);
    rule.name = ladle_arena_strndup(arena, text, (size_t)(equals - text));
    rule.needed = g_str_has_suffix(type, "!");
    if (rule.needed)
        type[strlen(type) - 1] = '\0';
    if (type[0] == '(') {
        rule.type = LADLE_VALUE_CHOICE;
        rule.choices = choices_of(arena, type);
    } else {
        rule.type = type_named(type);
    }
    g_free(type);
    return rule;
}

static void compile_attributes(ladle_arena *arena, ladle_rule *rule)
{
    if (!rule->row->attributes)
        return;
    char **parts = g_strsplit(rule->row->attributes, " ", -1);
    rule->n_attributes = g_strv_length(parts);
    if (rule->n_attributes > LADLE_ROW_ATTRIBUTES)
        g_error("grammar: too many attributes on %s", rule->row->key);
    rule->attributes = LADLE_NEW_ARRAY(arena, ladle_attribute_rule, rule->n_attributes);
    for (unsigned i = 0; i < rule->n_attributes; i++)
        rule->attributes[i] = attribute_of(arena, parts[i]);
    g_strfreev(parts);
}

/* "a b|c" as the bits of a and b, and the bit of c. */
static void compile_sets(ladle_rule *rule)
{
    char **sets = g_strsplit(rule->row->together ? rule->row->together : "", "|", -1);
    for (rule->n_sets = 0; sets[rule->n_sets]; rule->n_sets++) {
        char **names = g_strsplit(sets[rule->n_sets], " ", -1);
        if (rule->n_sets == LADLE_ROW_SETS)
            g_error("grammar: too many sets of attributes on %s", rule->row->key);
        for (unsigned i = 0; i < rule->n_attributes; i++)
            if (g_strv_contains((const char *const *)names, rule->attributes[i].name))
                rule->sets[rule->n_sets] |= 1u << i;
        g_strfreev(names);
    }
    g_strfreev(sets);
}

/* ---------------------------------------------------------------------------------- models */

/* A part of an expression: which positions may begin it, which may end it, whether it may be
 * nothing. */
typedef struct {
    uint64_t first, last;
    bool nothing;
} part;

typedef struct {
    const char *p; /* the expression from here on */
    ladle_rule *rule;
} compiling;

static part parse_choice(compiling *c);

static unsigned row_named(const char *key, size_t length)
{
    for (unsigned i = 0; i < ladle_study_n_rows; i++)
        if (strlen(ladle_study_rows[i].key) == length &&
            memcmp(ladle_study_rows[i].key, key, length) == 0)
            return i;
    g_error("grammar: no row for \"%.*s\"", (int)length, key);
}

static part parse_atom(compiling *c)
{
    if (*c->p == '(') {
        c->p++;
        part inner = parse_choice(c);
        c->p++; /* ) */
        return inner;
    }
    size_t length = strcspn(c->p, " ()|?*+");
    if (c->rule->n_positions == LADLE_MODEL_POSITIONS)
        g_error("grammar: the content of %s is too long", c->rule->row->key);
    uint64_t bit = (uint64_t)1 << c->rule->n_positions;
    c->rule->positions[c->rule->n_positions++].row = row_named(c->p, length);
    c->p += length;
    return (part){bit, bit, false};
}

static void let_follow(ladle_rule *rule, uint64_t before, uint64_t after)
{
    for (unsigned i = 0; i < rule->n_positions; i++)
        if (before >> i & 1)
            rule->positions[i].follow |= after;
}

static part parse_repeated(compiling *c)
{
    part atom = parse_atom(c);
    char sign = *c->p;
    if (sign == '*' || sign == '+')
        let_follow(c->rule, atom.last, atom.first);
    if (sign == '*' || sign == '?')
        atom.nothing = true;
    if (sign == '*' || sign == '+' || sign == '?')
        c->p++;
    return atom;
}

static part parse_sequence(compiling *c)
{
    part whole = {0, 0, true};
    for (;;) {
        while (*c->p == ' ')
            c->p++;
        if (*c->p == '\0' || *c->p == ')' || *c->p == '|')
            return whole;
        part next = parse_repeated(c);
        let_follow(c->rule, whole.last, next.first);
        whole.first |= whole.nothing ? next.first : 0;
        whole.last = next.last | (next.nothing ? whole.last : 0);
        whole.nothing = whole.nothing && next.nothing;
    }
}

static part parse_choice(compiling *c)
{
    part whole = parse_sequence(c);
    while (*c->p == '|') {
        c->p++;
        part other = parse_sequence(c);
        whole.first |= other.first;
        whole.last |= other.last;
        whole.nothing = whole.nothing || other.nothing;
    }
    return whole;
}

static void compile_model(ladle_arena *arena, ladle_rule *rule)
{
    rule->may_be_empty = true;
    if (!rule->row->model)
        return;
    compiling c = {rule->row->model, rule};
    rule->positions = LADLE_NEW_ARRAY(arena, ladle_position, LADLE_MODEL_POSITIONS);
    part whole = parse_choice(&c);
    rule->first = whole.first;
    rule->last = whole.last;
    rule->may_be_empty = whole.nothing;
}

const ladle_grammar *ladle_grammar_new(ladle_arena *arena)
{
    ladle_grammar *grammar = LADLE_NEW(arena, ladle_grammar);
    grammar->n_rules = ladle_study_n_rows;
    grammar->rules = LADLE_NEW_ARRAY(arena, ladle_rule, grammar->n_rules);
    for (unsigned i = 0; i < grammar->n_rules; i++) {
        ladle_rule *rule = &grammar->rules[i];
        rule->row = &ladle_study_rows[i];
        rule->name = ladle_arena_strndup(arena, rule->row->key, strcspn(rule->row->key, "/"));
        compile_attributes(arena, rule);
        compile_sets(rule);
        compile_model(arena, rule);
    }
    return grammar;
}

const ladle_rule *ladle_grammar_root(const ladle_grammar *grammar, const char *name)
{
    static const char *const roots[] = {"study", "framework", "records", "texts"};
    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++)
        if (strcmp(roots[i], name) == 0)
            return &grammar->rules[row_named(name, strlen(name))];
    return NULL;
}

ladle_model_state ladle_model_start(const ladle_rule *rule)
{
    return (ladle_model_state){rule->first, rule->may_be_empty};
}

bool ladle_model_take(const ladle_rule *rule, ladle_model_state *state, unsigned row)
{
    uint64_t taken = 0, next = 0;
    for (unsigned i = 0; i < rule->n_positions; i++) {
        if ((state->next >> i & 1) && rule->positions[i].row == row) {
            taken |= (uint64_t)1 << i;
            next |= rule->positions[i].follow;
        }
    }
    if (!taken)
        return false;
    *state = (ladle_model_state){next, (taken & rule->last) != 0};
    return true;
}

/* The positions of the row among those in the mask. */
static uint64_t positions_of(const ladle_rule *rule, uint64_t mask, unsigned row)
{
    uint64_t found = 0;
    for (unsigned i = 0; i < rule->n_positions; i++)
        if ((mask >> i & 1) && rule->positions[i].row == row)
            found |= (uint64_t)1 << i;
    return found;
}

/* All positions that can come, now or later, without ever passing `but`. */
static uint64_t reachable(const ladle_rule *rule, uint64_t next, uint64_t but)
{
    uint64_t all = next & ~but, before = 0;
    while (all != before) {
        before = all;
        for (unsigned i = 0; i < rule->n_positions; i++)
            if (all >> i & 1)
                all |= rule->positions[i].follow & ~but;
    }
    return all;
}

bool ladle_model_skip(const ladle_rule *rule, ladle_model_state *state, unsigned row,
                      uint64_t *needed)
{
    uint64_t found = positions_of(rule, reachable(rule, state->next, 0), row);
    if (!found)
        return false;
    *needed = 0;
    for (unsigned i = 0; i < rule->n_positions; i++) {
        uint64_t bit = (uint64_t)1 << i;
        if (!(found & bit) && !positions_of(rule, reachable(rule, state->next, bit), row))
            *needed |= bit;
    }
    ladle_model_state after = {found, false};
    if (!ladle_model_take(rule, &after, row))
        return false;
    *state = after;
    return true;
}

int ladle_model_child(const ladle_grammar *grammar, const ladle_rule *rule, const char *name)
{
    for (unsigned i = 0; i < rule->n_positions; i++)
        if (strcmp(grammar->rules[rule->positions[i].row].name, name) == 0)
            return (int)rule->positions[i].row;
    return -1;
}
