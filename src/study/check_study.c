/* Checks of framework and study by themselves. */
#include "study/check.h"

#include <math.h>
#include <string.h>

/* --------------------------------------------------------------------------- the framework */

static void check_bands(ladle_reader *reader, const ladle_question *question)
{
    for (unsigned i = 0; i < question->n_bands; i++) {
        const ladle_band *band = &question->bands[i];
        if (band->from >= band->to) {
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_BAND_REVERSED, band->pos,
                           "the band of question %s from %s to %s is empty; from must be below to",
                           question->id, band->from_text, band->to_text);
            continue;
        }
        for (unsigned j = 0; j < i; j++) {
            const ladle_band *other = &question->bands[j];
            if (other->from >= other->to || band->from >= other->to || other->from >= band->to)
                continue;
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_BANDS_OVERLAP, band->pos,
                           "the band of question %s from %s overlaps the one from %s", question->id,
                           band->from_text, other->from_text);
            ladle_diag_relate(reader->diagnostics, other->pos, "the other band is here");
            break;
        }
    }
}

static void check_options(ladle_reader *reader, const ladle_question *question)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < question->n_options; i++) {
        const ladle_option *option = &question->options[i];
        const ladle_option *first = g_hash_table_lookup(seen, option->folded);
        if (!first) {
            g_hash_table_insert(seen, (char *)option->folded, (void *)option);
            continue;
        }
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_SAME_OPTION, option->pos,
                       "the option \"%s\" of question %s is given twice", option->value,
                       question->id);
        ladle_diag_relate(reader->diagnostics, first->pos, "first given here");
    }
    g_hash_table_destroy(seen);
}

static bool has_ideal(const ladle_element *element, const ladle_level *level)
{
    for (unsigned i = 0; i < element->n_ideals; i++)
        if (element->ideals[i].level == level && element->ideals[i].n_lines)
            return true;
    return false;
}

/* One message for an ideal type, with all elements on which it says nothing. */
static void check_ideal_type(ladle_reader *reader, const ladle_level *level)
{
    const ladle_framework *framework = reader->framework;
    GString *silent = g_string_new(NULL);
    for (unsigned i = 0; i < framework->n_elements; i++)
        if (!has_ideal(framework->elements[i], level) && framework->elements[i]->id)
            g_string_append_printf(silent, "%s%s", silent->len ? ", " : "",
                                   framework->elements[i]->id);
    if (silent->len)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_IDEAL_WITHOUT_LINE, level->pos,
                       "the ideal type %s has no line on %s", level->id, silent->str);
    g_string_free(silent, TRUE);
}

void ladle_check_framework(ladle_reader *reader)
{
    const ladle_framework *framework = reader->framework;
    if (!framework)
        return;
    for (unsigned i = 0; i < framework->n_questions; i++) {
        check_bands(reader, framework->questions[i]);
        check_options(reader, framework->questions[i]);
    }
    for (unsigned i = 0; i < framework->n_levels; i++)
        if (framework->levels[i]->is_type)
            check_ideal_type(reader, framework->levels[i]);
}

/* ----------------------------------------------------------------------------------- waves */

void ladle_check_waves(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    for (unsigned i = 1; i < study->n_waves; i++) {
        const ladle_wave *wave = study->waves[i];
        for (unsigned j = 0; j < i; j++) {
            const ladle_wave *other = study->waves[j];
            if (!wave->dates.text || !other->dates.text)
                continue;
            bool apart =
                wave->dates.first > other->dates.last || other->dates.first > wave->dates.last;
            bool before = apart && wave->dates.last < other->dates.first;
            if (apart && !(before && j == i - 1))
                continue;
            if (before)
                ladle_diag_add(reader->diagnostics, LADLE_DIAG_WAVES_OUT_OF_ORDER, wave->pos,
                               "wave %s lies before wave %s, but stands after it", wave->id,
                               other->id);
            else
                ladle_diag_add(reader->diagnostics, LADLE_DIAG_WAVES_OVERLAP, wave->pos,
                               "wave %s (%s) overlaps wave %s (%s)", wave->id, wave->dates.text,
                               other->id, other->dates.text);
            ladle_diag_relate(reader->diagnostics, other->pos, "the other wave is here");
        }
    }
}

/* -------------------------------------------------------------------------------- language */

void ladle_check_language(ladle_reader *reader, const char *share)
{
    const char *language = reader->study->language;
    if (!language)
        return;
    char *base = g_ascii_strdown(language, (gssize)strcspn(language, "-_"));
    char *words = g_strdup_printf("%s/templates/language/%s.xml", share, base);
    if (!g_file_test(words, G_FILE_TEST_EXISTS))
        ladle_diag_add(
            reader->diagnostics, LADLE_DIAG_NO_LANGUAGE, reader->study->pos,
            "there are no words for reports in \"%s\", the xml:lang of the study; da (Danish) "
            "and en (English) come with the program",
            language);
    g_free(words);
    g_free(base);
}
