/* Writes the words of hunspell dictionaries, one a line, in all their inflected forms.
 *
 * usage: expand-words OUTPUT AFF DIC [AFF DIC ...]
 *
 * Kept are entries in small letters (a name begins with a capital there) and what affix rules make
 * of them; left out are entries that are forbidden or stand in compounds only. Compounds are not
 * formed. The words are folded as the leak check folds a text, sorted by bytes, each once.
 *
 * Of the format (hunspell(5)) it knows what the two dictionaries use: SFX and PFX with conditions,
 * continuation classes of one step, FLAG num, NEEDAFFIX, ONLYINCOMPOUND, FORBIDDENWORD. */
#include "privacy/fold.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    bool prefix;
    char *strip, *add;
    char **classes;    /* flags of what it makes */
    GRegex *condition; /* NULL: none */
} affix;

typedef struct {
    GHashTable *affixes; /* flag to GPtrArray of affix */
    bool numeric;
    char *forbidden, *needs_affix, *only_in_compound;
    GHashTable *words;
} dictionary;

static char **flags_of(const dictionary *d, const char *text)
{
    if (d->numeric)
        return g_strsplit(text, ",", -1);
    GPtrArray *flags = g_ptr_array_new();
    for (const char *at = text; *at; at = g_utf8_next_char(at))
        g_ptr_array_add(flags, g_strndup(at, (gsize)(g_utf8_next_char(at) - at)));
    g_ptr_array_add(flags, NULL);
    return (char **)g_ptr_array_free(flags, FALSE);
}

static bool has(char *const *flags, const char *flag)
{
    return flag && g_strv_contains((const char *const *)flags, flag);
}

/* ---------------------------------------------------------------------------------- affixes */

static GRegex *condition_of(const char *text, bool prefix)
{
    if (strcmp(text, ".") == 0)
        return NULL;
    char *form = prefix ? g_strconcat("^", text, NULL) : g_strconcat(text, "$", NULL);
    GRegex *regex = g_regex_new(form, G_REGEX_OPTIMIZE, 0, NULL);
    g_free(form);
    return regex;
}

/* SFX flag strip add[/classes] condition */
static void read_affix(dictionary *d, char *const *fields)
{
    char **add = g_strsplit(fields[3], "/", 2);
    affix *rule = g_new0(affix, 1);
    *rule = (affix){.prefix = fields[0][0] == 'P',
                    .strip = g_strdup(strcmp(fields[2], "0") == 0 ? "" : fields[2]),
                    .add = g_strdup(strcmp(add[0], "0") == 0 ? "" : add[0]),
                    .classes = flags_of(d, add[1] ? add[1] : ""),
                    .condition = condition_of(fields[4], fields[0][0] == 'P')};
    g_strfreev(add);
    GPtrArray *rules = g_hash_table_lookup(d->affixes, fields[1]);
    if (!rules)
        g_hash_table_insert(d->affixes, g_strdup(fields[1]), rules = g_ptr_array_new());
    g_ptr_array_add(rules, rule);
}

static char **fields_of(const char *line)
{
    char **parts = g_strsplit_set(line, " \t\r", -1);
    unsigned n = 0;
    for (char **part = parts; *part; part++) {
        if (**part)
            parts[n++] = *part;
        else
            g_free(*part);
    }
    parts[n] = NULL;
    return parts;
}

static void read_affix_line(dictionary *d, const char *line)
{
    char **fields = fields_of(line);
    unsigned n = g_strv_length(fields);
    if (n >= 5 && (strcmp(fields[0], "SFX") == 0 || strcmp(fields[0], "PFX") == 0))
        read_affix(d, fields);
    else if (n >= 2 && strcmp(fields[0], "FLAG") == 0)
        d->numeric = strcmp(fields[1], "num") == 0;
    else if (n >= 2 && strcmp(fields[0], "FORBIDDENWORD") == 0)
        d->forbidden = g_strdup(fields[1]);
    else if (n >= 2 && strcmp(fields[0], "NEEDAFFIX") == 0)
        d->needs_affix = g_strdup(fields[1]);
    else if (n >= 2 && strcmp(fields[0], "ONLYINCOMPOUND") == 0)
        d->only_in_compound = g_strdup(fields[1]);
    g_strfreev(fields);
}

/* ------------------------------------------------------------------------------------ words */

static void keep(dictionary *d, const char *word)
{
    ladle_folded folded = ladle_fold(word);
    if (folded.n == 1 && !folded.words[0].has_capital)
        g_hash_table_add(d->words, g_strdup(folded.words[0].folded));
    ladle_folded_free(folded);
}

/* What the rule makes of a word; NULL: it does not apply. */
static char *apply(const affix *rule, const char *word)
{
    if (rule->condition && !g_regex_match(rule->condition, word, 0, NULL))
        return NULL;
    if (rule->prefix)
        return g_str_has_prefix(word, rule->strip)
                   ? g_strconcat(rule->add, word + strlen(rule->strip), NULL)
                   : NULL;
    if (!g_str_has_suffix(word, rule->strip))
        return NULL;
    char *stem = g_strndup(word, strlen(word) - strlen(rule->strip));
    char *made = g_strconcat(stem, rule->add, NULL);
    g_free(stem);
    return made;
}

static void inflect(dictionary *d, const char *word, char *const *flags, unsigned steps)
{
    for (char *const *flag = flags; *flag; flag++) {
        const GPtrArray *rules = g_hash_table_lookup(d->affixes, *flag);
        for (guint i = 0; rules && i < rules->len; i++) {
            const affix *rule = g_ptr_array_index(rules, i);
            char *made = has(rule->classes, d->only_in_compound) ? NULL : apply(rule, word);
            if (made && !has(rule->classes, d->needs_affix))
                keep(d, made);
            if (made && steps > 0)
                inflect(d, made, rule->prefix ? flags : rule->classes, steps - 1);
            g_free(made);
        }
    }
}

static void read_entry(dictionary *d, const char *line)
{
    char **fields = fields_of(line);
    char **parts = g_strsplit(fields[0] ? fields[0] : "", "/", 2);
    const char *word = parts[0];
    if (word && g_unichar_islower(g_utf8_get_char(word))) {
        char **flags = flags_of(d, parts[1] ? parts[1] : "");
        if (!has(flags, d->forbidden) && !has(flags, d->only_in_compound)) {
            if (!has(flags, d->needs_affix))
                keep(d, word);
            inflect(d, word, flags, 1);
        }
        g_strfreev(flags);
    }
    g_strfreev(parts);
    g_strfreev(fields);
}

static void each_line(dictionary *d, const char *path, void (*read)(dictionary *, const char *))
{
    char *text;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        fprintf(stderr, "expand-words: cannot read %s\n", path);
        exit(1);
    }
    char *valid = g_utf8_make_valid(text, -1);
    char **lines = g_strsplit(valid, "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line && **line != '#')
            read(d, *line);
    g_strfreev(lines);
    g_free(valid);
    g_free(text);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool write_words(GHashTable *words, const char *path)
{
    guint n;
    char **all = (char **)g_hash_table_get_keys_as_array(words, &n);
    qsort(all, n, sizeof(*all), by_bytes);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, "%s\n", all[i]);
    bool written = g_file_set_contents(path, out->str, (gssize)out->len, NULL);
    g_string_free(out, TRUE);
    g_free(all);
    return written;
}

int main(int argc, char **argv)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 2; i + 1 < argc; i += 2) {
        dictionary d = {.affixes = g_hash_table_new(g_str_hash, g_str_equal), .words = words};
        each_line(&d, argv[i], read_affix_line);
        each_line(&d, argv[i + 1], read_entry);
    }
    return argc > 3 && write_words(words, argv[1]) ? 0 : 1;
}
