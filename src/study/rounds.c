#include "study/rounds.h"

#include "study/chapters.h"

#include <glib.h>
#include <string.h>

/* ------------------------------------------------------------------------------ title page */

/* The line of a wave; NULL: none. Of no wave: the line without. */
static const ladle_round_line *line_of(ladle_round_line *const *lines, unsigned n,
                                       const ladle_wave *wave)
{
    for (unsigned i = 0; i < n; i++)
        if (lines[i]->wave == wave)
            return lines[i];
    return NULL;
}

/* The line of a wave, else the one without. */
static const ladle_round_line *line_for(ladle_round_line *const *lines, unsigned n,
                                        const ladle_wave *wave)
{
    const ladle_round_line *own = line_of(lines, n, wave);
    return own ? own : line_of(lines, n, NULL);
}

const char *ladle_round_title(const ladle_study *study, const ladle_wave *wave)
{
    return line_for(study->titles, study->n_titles, wave)->text;
}

const char *ladle_round_subtitle(const ladle_study *study, const ladle_wave *wave)
{
    const ladle_round_line *line = line_for(study->subtitles, study->n_subtitles, wave);
    return line ? line->text : NULL;
}

const ladle_date *ladle_round_published(const ladle_study *study, const ladle_wave *wave)
{
    const ladle_round_line *line = line_of(study->published, study->n_published, wave);
    if (!line && (!study->first_round || study->first_round == wave))
        line = line_of(study->published, study->n_published, NULL);
    return line ? &line->date : NULL;
}

/* ----------------------------------------------------------------------------------- texts */

/* The newest round, up to the one reported, of which a chapter of a report has texts. */
typedef struct {
    const ladle_partnership *partnership;
    const char *chapter;
    const ladle_wave *newest; /* NULL: a text of every round */
} chapter_round;

struct ladle_rounds {
    const ladle_study *study;
    const ladle_wave *wave;
    GHashTable *chapters; /* of chapter_round, by partnership and chapter */
};

static guint hash_chapter(gconstpointer key)
{
    const chapter_round *of = key;
    return g_str_hash(of->chapter) * 31 + g_direct_hash(of->partnership);
}

static gboolean same_chapter(gconstpointer a, gconstpointer b)
{
    const chapter_round *x = a, *y = b;
    return x->partnership == y->partnership && strcmp(x->chapter, y->chapter) == 0;
}

static bool is_of_every_round(const char *name)
{
    const ladle_chapter *chapter = name ? ladle_chapter_named(name) : NULL;
    return chapter && chapter->rounds == LADLE_EVERY_ROUND;
}

const ladle_wave *ladle_rounds_wave_of(const ladle_rounds *rounds, const ladle_text *text)
{
    const ladle_text *top = ladle_text_top(text);
    if (top->wave)
        return top->wave;
    if (top->kind == LADLE_TEXT_CHAPTER || is_of_every_round(top->chapter))
        return NULL;
    return rounds->study->first_round;
}

/* How new the texts of a round are, as this wave sees it: 0 for those that are newer. */
static unsigned age(const ladle_rounds *rounds, const ladle_wave *wave)
{
    if (!wave || wave == rounds->wave)
        return UINT_MAX;
    return wave->index < rounds->wave->index ? wave->index + 1 : 0;
}

static void note_text(ladle_rounds *rounds, ladle_arena *arena, const ladle_text *text)
{
    const ladle_wave *wave = ladle_rounds_wave_of(rounds, text);
    if (!text->chapter || !age(rounds, wave))
        return;
    chapter_round key = {text->partnership, text->chapter, wave};
    chapter_round *known = g_hash_table_lookup(rounds->chapters, &key);
    if (known && age(rounds, wave) > age(rounds, known->newest))
        known->newest = wave;
    if (known)
        return;
    known = LADLE_NEW(arena, chapter_round);
    *known = key;
    g_hash_table_add(rounds->chapters, known);
}

static void release_table(void *table)
{
    g_hash_table_unref(table);
}

ladle_rounds *ladle_rounds_new(ladle_arena *arena, const ladle_study *study, const ladle_wave *wave)
{
    ladle_rounds *rounds = LADLE_NEW(arena, ladle_rounds);
    rounds->study = study;
    rounds->wave = wave;
    rounds->chapters = g_hash_table_new(hash_chapter, same_chapter);
    ladle_arena_defer(arena, release_table, rounds->chapters);
    for (unsigned i = 0; i < study->n_sections; i++)
        note_text(rounds, arena, study->sections[i]);
    for (unsigned i = 0; i < study->n_boxes; i++)
        note_text(rounds, arena, study->boxes[i]);
    return rounds;
}

/* Results and what is recommended are of their round, and so is a part of them. */
static bool is_of_its_round_only(const char *name)
{
    const ladle_chapter *chapter = ladle_chapter_named(name);
    return (chapter && chapter->rounds == LADLE_OWN_ROUND) || g_str_has_prefix(name, "results-");
}

static bool is_newest(const ladle_rounds *rounds, const ladle_text *text, const ladle_wave *wave)
{
    chapter_round key = {text->partnership, text->chapter, NULL};
    const chapter_round *known = g_hash_table_lookup(rounds->chapters, &key);
    return known && known->newest == wave;
}

ladle_round_use ladle_rounds_use(const ladle_rounds *rounds, const ladle_text *text)
{
    const ladle_text *top = ladle_text_top(text);
    const ladle_wave *wave = ladle_rounds_wave_of(rounds, top);
    unsigned how_new = age(rounds, wave);
    if (how_new == UINT_MAX)
        return LADLE_ROUND_OWN;
    if (!how_new || top->kind == LADLE_TEXT_CHAPTER)
        return LADLE_ROUND_OTHER;
    if (top->kind == LADLE_TEXT_FINDING || top->kind == LADLE_TEXT_MESSAGE)
        return LADLE_ROUND_SILENT;
    if (!top->chapter || !is_newest(rounds, top, wave))
        return LADLE_ROUND_OTHER;
    bool silent = text->kind == LADLE_TEXT_BOX || is_of_its_round_only(top->chapter);
    return silent ? LADLE_ROUND_SILENT : LADLE_ROUND_OLDER;
}

const ladle_text *ladle_rounds_chapter(const ladle_rounds *rounds, const char *chapter,
                                       const ladle_partnership *partnership)
{
    const ladle_text *found = NULL;
    for (unsigned i = 0; i < rounds->study->n_chapters; i++) {
        const ladle_text *title = rounds->study->chapters[i];
        bool fits = title->partnership == partnership && strcmp(title->chapter, chapter) == 0 &&
                    ladle_rounds_use(rounds, title) == LADLE_ROUND_OWN;
        if (fits && (!found || (title->wave && !found->wave)))
            found = title;
    }
    return found;
}
