/* Aliases are what anonymous reports print, so they must differ from each other and must not be
 * names. Names are compared here, and never told: messages speak of ids. */
#include "study/check.h"
#include "study/reveal.h"

/* Case and accents folded: "Åse" and "ase" are the same. To be freed. */
static char *folded(const char *text)
{
    char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    GString *bare = g_string_new(NULL);
    for (const char *p = apart ? apart : ""; *p; p = g_utf8_next_char(p))
        if (!g_unichar_ismark(g_utf8_get_char(p)))
            g_string_append_unichar(bare, g_utf8_get_char(p));
    char *lower = g_utf8_casefold(bare->str, -1);
    g_string_free(bare, TRUE);
    g_free(apart);
    return lower;
}

static void check_alias(ladle_reader *reader, GHashTable *aliases, ladle_partnership *p)
{
    if (!p->alias)
        return;
    char *key = folded(p->alias);
    const ladle_partnership *first = g_hash_table_lookup(aliases, key);
    if (!first) {
        g_hash_table_insert(aliases, key, p);
        return;
    }
    g_free(key);
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_SAME_ALIAS, p->pos,
                   "the alias \"%s\" of partnership %s is taken", p->alias, p->id);
    ladle_diag_relate(reader->diagnostics, first->pos, "first used here");
}

static void check_name(ladle_reader *reader, GHashTable *aliases, const ladle_confidential *name,
                       ladle_pos pos, const char *of)
{
    const char *text = ladle_reveal(name);
    if (!text)
        return;
    char *key = folded(text);
    const ladle_partnership *p = g_hash_table_lookup(aliases, key);
    g_free(key);
    if (!p)
        return;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_ALIAS_IS_NAME, p->pos,
                   "the alias of partnership %s is the name of %s; choose another alias", p->id,
                   of);
    ladle_diag_relate(reader->diagnostics, pos, "the name is here");
}

void ladle_check_names(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    GHashTable *aliases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < study->n_partnerships; i++)
        check_alias(reader, aliases, study->partnerships[i]);
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        const ladle_partnership *p = study->partnerships[i];
        check_name(reader, aliases, p->name, p->pos, "a partnership");
        for (unsigned j = 0; j < p->n_municipalities; j++)
            check_name(reader, aliases, p->municipalities[j], p->pos, "a municipality");
    }
    for (unsigned i = 0; i < study->n_organisations; i++)
        check_name(reader, aliases, study->organisations[i]->name, study->organisations[i]->pos,
                   "an organisation");
    for (unsigned i = 0; i < study->n_persons; i++)
        check_name(reader, aliases, study->persons[i]->name, study->persons[i]->pos, "a person");
    g_hash_table_destroy(aliases);
}
