#include "privacy/leak.h"

#include "privacy/listen.h"
#include "privacy/point.h"
#include "privacy/source.h"

#include <glib.h>
#include <string.h>

struct ladle_leak_check {
    GHashTable *clean; /* texts that were heard and held nothing: many come again */
    ladle_listener *listener;
    const ladle_leak_register *protects;
    ladle_leak_place place;
    const ladle_partnership *partnership;
    ladle_diagnostics *diagnostics;
    unsigned hits;
    unsigned sources; /* places in the study that were told */
    bool searched;    /* the study was searched for them */
    ladle_leak_telling telling;
};

static void release_table(void *table)
{
    g_hash_table_unref(table);
}

ladle_leak_check *ladle_leak_check_new(ladle_arena *arena, const ladle_leak_register *protects,
                                       const ladle_partnership *partnership,
                                       ladle_diagnostics *diagnostics)
{
    ladle_leak_check *check = LADLE_NEW(arena, ladle_leak_check);
    *check = (ladle_leak_check){
        .clean = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .listener = ladle_listener_new(arena, protects),
        .protects = protects,
        .partnership = partnership,
        .diagnostics = diagnostics,
        .telling = {.hits = true},
    };
    check->place = (ladle_leak_place){.partnerships = partnership ? &check->partnership : NULL,
                                      .n_partnerships = partnership ? 1 : 0,
                                      .composed = true};
    ladle_arena_defer(arena, release_table, check->clean);
    return check;
}

/* -------------------------------------------------------------------------------- telling */

static void relate(ladle_leak_check *check, const ladle_leak_finding *of)
{
    if (of->registered.file)
        ladle_diag_relate(check->diagnostics, of->registered, "protected here");
}

/* Whether the place was told of already: by a report before this one, or for another form. */
static bool is_told(const ladle_leak_check *check, ladle_pos pos)
{
    for (unsigned i = 0; i < ladle_diag_total(check->diagnostics); i++) {
        const ladle_diag *diag = ladle_diag_at(check->diagnostics, i);
        if ((diag->code == LADLE_DIAG_LEAK || diag->code == LADLE_DIAG_MAY_BE_NAME) &&
            diag->pos.line == pos.line && diag->pos.column == pos.column &&
            g_strcmp0(diag->pos.file, pos.file) == 0)
            return true;
    }
    return false;
}

/* The word, quoted, for a person who asked for it; else "". g_free it. */
static char *shown(const ladle_leak_check *check, const char *words,
                   const ladle_leak_finding *found)
{
    if (!check->telling.is_shown || found->to <= found->from)
        return g_strdup("");
    char *word = g_strndup(words + found->from, found->to - found->from);
    char *quoted = g_strdup_printf(" (\"%s\")", word);
    g_free(word);
    return quoted;
}

static void tell_hit(ladle_leak_check *check, const ladle_leak_text *text, ladle_pos pos,
                     const ladle_leak_finding *found)
{
    char *word = shown(check, text->words, found);
    ladle_diag_add(
        check->diagnostics, LADLE_DIAG_LEAK, pos,
        text->is_file ? "%s%s stands in the name or folder of this image's file, which goes with a "
                        "report without names as data, so that report is not written; rename the "
                        "file or folder, and write the new name in src"
                      : "%s%s stands here and would be printed in a report without names, so that "
                        "report is not written; rewrite the text",
        found->what, word);
    relate(check, found);
    g_free(word);
}

static void tell_warning(ladle_leak_check *check, const ladle_leak_text *text, ladle_pos pos,
                         const ladle_leak_finding *found)
{
    char *word = shown(check, text->words, found);
    ladle_diag_add(check->diagnostics, LADLE_DIAG_MAY_BE_NAME, pos,
                   "a word here%s may be %s; if it is, rewrite the text, else it may stay, and "
                   "<free> in <confidentiality> says so",
                   word, found->what);
    relate(check, found);
    g_free(word);
}

/* A ladle_leak_visitor: a text of the study. */
static void tell_text(void *self, const ladle_leak_text *text)
{
    ladle_leak_check *check = self;
    ladle_leak_place place = {.partnerships = text->partnerships,
                              .n_partnerships = text->n_partnerships,
                              .is_source = text->is_source};
    GArray *findings = ladle_listen(check->listener, text->words, &place);
    for (guint i = 0; findings && i < findings->len; i++) {
        const ladle_leak_finding *found = &g_array_index(findings, ladle_leak_finding, i);
        check->sources += found->certain;
        if (found->certain ? !check->telling.hits : check->searched)
            continue;
        ladle_pos pos = ladle_leak_point(check->protects->study, text, found->from, found->to);
        if (is_told(check, pos))
            continue;
        if (found->certain)
            tell_hit(check, text, pos, found);
        else
            tell_warning(check, text, pos, found);
    }
    if (findings)
        g_array_unref(findings);
}

void ladle_leak_tell(ladle_arena *arena, const ladle_leak_register *protects,
                     const ladle_leak_telling *telling, ladle_diagnostics *diagnostics)
{
    ladle_leak_check *check = ladle_leak_check_new(arena, protects, NULL, diagnostics);
    check->telling = *telling;
    ladle_leak_visit(protects->study, tell_text, check);
}

/* -------------------------------------------------------------------------------- hearing */

/* A hit is told where it stands in the study, since that is what can be mended; where the study
 * does not hold it (a template wrote it, or put it together), where it stands in the report. */
static void hit(ladle_leak_check *check, ladle_use use, ladle_pos pos,
                const ladle_leak_finding *found)
{
    static const char *const places[] = {
        [LADLE_USE_TEXT] = "the text",
        [LADLE_USE_METADATA] = "the title or another entry of the metadata",
        [LADLE_USE_OUTLINE] = "a bookmark",
        [LADLE_USE_LINK] = "the target of a link",
        [LADLE_USE_FILE_NAME] = "a file name",
        [LADLE_USE_ATTACHMENT] = "an attachment",
        [LADLE_USE_LOG] = "a message",
    };
    check->hits++;
    if (!check->searched) {
        check->searched = true;
        ladle_leak_visit(check->protects->study, tell_text, check);
    }
    if (check->sources > 0)
        return;
    ladle_diag_add(
        check->diagnostics, LADLE_DIAG_LEAK, pos,
        "%s would be printed in %s of a report without names; the report is not written, "
        "rewrite the text",
        found->what, places[use]);
    relate(check, found);
}

/* What a link's target says when percent signs are undone; NULL: nothing else. g_free it. */
static char *undone(ladle_use use, const char *text)
{
    return use == LADLE_USE_LINK && strchr(text, '%') ? g_uri_unescape_string(text, NULL) : NULL;
}

void ladle_leak_hear(void *self, ladle_use use, ladle_pos pos, const char *text)
{
    ladle_leak_check *check = self;
    if (g_hash_table_contains(check->clean, text))
        return;
    char *plain = undone(use, text);
    GArray *findings = ladle_listen(check->listener, plain ? plain : text, &check->place);
    unsigned hits = 0;
    for (guint i = 0; findings && i < findings->len; i++) {
        const ladle_leak_finding *found = &g_array_index(findings, ladle_leak_finding, i);
        hits += found->certain;
        if (found->certain)
            hit(check, use, pos, found);
    }
    if (hits == 0)
        g_hash_table_add(check->clean, g_strdup(text));
    if (findings)
        g_array_unref(findings);
    g_free(plain);
}

unsigned ladle_leak_hits(const ladle_leak_check *check)
{
    return check->hits;
}

/* -------------------------------------------------------------------------------- listing */

static void append_place(GString *out, ladle_pos pos)
{
    if (pos.file)
        g_string_append_printf(out, "  (%s:%u)", pos.file, pos.line);
    g_string_append_c(out, '\n');
}

static void append_forms(GString *out, const ladle_leak_register *protects,
                         ladle_name_strength strength, const char *title)
{
    g_string_append_printf(out, "%s\n", title);
    for (guint i = 0; i < protects->forms->len; i++) {
        const ladle_protected *form = g_ptr_array_index(protects->forms, i);
        if (form->strength != strength)
            continue;
        char *words = g_strjoinv(" ", form->words);
        g_string_append_printf(out, "  %s: %s", words, form->what);
        append_place(out, form->pos);
        g_free(words);
    }
}

void ladle_leak_list(const ladle_leak_register *protects, GString *out)
{
    append_forms(out, protects, LADLE_NAME_SURE, "Looked for in every place and case:");
    append_forms(
        out, protects, LADLE_NAME_WORD,
        "Words of the language too; names where a capital within a sentence or a name beside "
        "them says so:");
    append_forms(
        out, protects, LADLE_NAME_GIVEN,
        "First names; names where their bearer sits, or beside a role or an organisation:");
    g_string_append(out, "Too short to be looked for alone:\n");
    for (guint i = 0; i < protects->too_short->len; i++) {
        const ladle_unprotected *left = g_ptr_array_index(protects->too_short, i);
        g_string_append_printf(out, "  %s: %s", left->form, left->what);
        append_place(out, left->pos);
    }
    g_string_append(out, "Released by the study (<free>):\n");
    for (unsigned i = 0; i < protects->study->n_free_words; i++)
        g_string_append_printf(out, "  %s\n", protects->study->free_words[i]);
}
