/* Parts of the templates that a study leaves out, places or describes (check 13). */
#include "study/chapters.h"
#include "study/check.h"
#include "study/placed_part.h"
#include "study/rounds.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_TYPE_FIGURE = 4 };

/* ------------------------------------------------------------------------------------ names */

/* The last figure that there is: one for each ideal type, after the first three. */
static unsigned last_figure(const ladle_framework *framework)
{
    unsigned n = FIRST_TYPE_FIGURE - 1;
    for (unsigned i = 0; framework && i < framework->n_levels; i++)
        n += framework->levels[i]->is_type;
    return n;
}

/* The part of this name; NULL: there is none. */
static const ladle_part *part_named(const ladle_reader *reader, const char *name)
{
    const ladle_part *part = ladle_part_named(name);
    bool is_figure = g_str_has_prefix(name, "figure-");
    return part && is_figure &&
                   (unsigned)atoi(name + strlen("figure-")) > last_figure(reader->framework)
               ? NULL
               : part;
}

/* All names, with one figure for each ideal type behind figure-3. To be freed. */
static char *all_names(const ladle_reader *reader)
{
    GString *all = g_string_new(NULL);
    for (const char *const *name = ladle_part_names(); *name; name++) {
        g_string_append_printf(all, "%s%s", all->len ? ", " : "", *name);
        for (unsigned i = FIRST_TYPE_FIGURE;
             strcmp(*name, "figure-3") == 0 && i <= last_figure(reader->framework); i++)
            g_string_append_printf(all, ", figure-%u", i);
    }
    return g_string_free(all, FALSE);
}

static void tell_unknown(ladle_reader *reader, const char *name, ladle_pos pos)
{
    bool is_figure = g_str_has_prefix(name, "figure-");
    const char *near = is_figure ? NULL : ladle_nearest_name(name, ladle_part_names());
    char *all = all_names(reader);
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_UNKNOWN_PART, pos,
                   "the templates have no part \"%s\"%s%s%s; the parts are %s", name,
                   near ? " (did you mean \"" : "", near ? near : "", near ? "\"?)" : "", all);
    g_free(all);
}

void ladle_check_left_out(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    for (unsigned i = 0; i < study->n_left_out; i++)
        if (!part_named(reader, study->left_out[i]))
            tell_unknown(reader, study->left_out[i], study->left_out_pos);
}

/* ----------------------------------------------------------------------------------- places */

/* What the checks of all texts share. */
typedef struct {
    ladle_reader *reader;
    const ladle_rounds *rounds;
    GHashTable *placed; /* a part of one report, as placed_key() has it, to a GPtrArray of <place>s:
                           one a round at the most */
} part_check;

#define BREAK(check, text, ...)                                                                    \
    do {                                                                                           \
        ladle_diag_add((check)->reader->diagnostics, LADLE_DIAG_MISPLACED_PART, (text)->pos,       \
                       __VA_ARGS__);                                                               \
        ladle_reader_break((check)->reader, ladle_text_top(text));                                 \
    } while (0)

/* The part, and whose report it stands in. To be freed. */
static char *placed_key(const ladle_text *place)
{
    const ladle_partnership *of = ladle_text_top(place)->partnership;
    return g_strdup_printf("%s %s", place->part, of ? of->id : "");
}

/* Whether there is a round whose report holds both texts. */
static bool share_round(const part_check *c, const ladle_text *a, const ladle_text *b)
{
    const ladle_wave *of_a = ladle_rounds_wave_of(c->rounds, a);
    const ladle_wave *of_b = ladle_rounds_wave_of(c->rounds, b);
    return !of_a || !of_b || of_a == of_b;
}

/* A part that the report of the section does not have. */
static bool check_report_has(part_check *c, const ladle_text *place, const ladle_part *part)
{
    const ladle_partnership *p = ladle_text_top(place)->partnership;
    unsigned templates = p ? LADLE_TEMPLATE_PARTNERSHIP : LADLE_TEMPLATE_FINAL;
    if (part->templates & templates)
        return true;
    ladle_diag_add(c->reader->diagnostics, LADLE_DIAG_PRINTED_NOWHERE, place->pos,
                   "no report holds this place: %s have no part %s",
                   p ? "reports to partnerships" : "reports on the programme", place->part);
    return false;
}

static void check_placed_once(part_check *c, const ladle_text *place)
{
    char *key = placed_key(place);
    GPtrArray *others = g_hash_table_lookup(c->placed, key);
    if (!others) {
        others = g_ptr_array_new();
        g_hash_table_insert(c->placed, g_strdup(key), others);
    }
    g_free(key);
    for (unsigned i = 0; i < others->len; i++) {
        const ladle_text *other = others->pdata[i];
        if (!share_round(c, place, other))
            continue;
        const ladle_text *x = ladle_text_top(place), *y = ladle_text_top(other);
        bool can_part = x != y && !(x->wave && y->wave) && c->reader->study->n_waves > 1;
        BREAK(c, place,
              "the part %s is placed a second time; a report has it once, so remove one <place>%s",
              place->part,
              can_part ? ", or give each section the wave= whose reports it is for" : "");
        ladle_diag_relate(c->reader->diagnostics, other->pos, "it is placed here first");
        return;
    }
    g_ptr_array_add(others, (void *)place);
}

static void check_filled(part_check *c, const ladle_text *place)
{
    const char *lacks =
        ladle_placed_part_lacks(c->reader->study, place->part, ladle_text_top(place)->partnership,
                                ladle_rounds_wave_of(c->rounds, place));
    if (lacks)
        ladle_diag_add(c->reader->diagnostics, LADLE_DIAG_PLACED_EMPTY, place->pos,
                       "nothing stands where the part %s is placed: the study has no %s; look "
                       "whether your text speaks of it",
                       place->part, lacks);
}

static void check_place(part_check *c, const ladle_text *place)
{
    if (!place->part)
        return;
    const ladle_part *part = part_named(c->reader, place->part);
    if (!part) {
        tell_unknown(c->reader, place->part, place->pos);
        ladle_reader_break(c->reader, ladle_text_top(place));
    } else if (place->parent->kind != LADLE_TEXT_SECTION) {
        BREAK(c, place, "<place part=\"%s\"> may stand directly in a <section> only", place->part);
    } else if (!(part->uses & LADLE_PART_PLACED)) {
        BREAK(c, place, "the part %s is no figure, table or chapter that can be put elsewhere",
              place->part);
    } else if (ladle_leaves_out(c->reader->study, place->part)) {
        BREAK(c, place, "the part %s is placed here, but the study leaves it out; decide for one",
              place->part);
        ladle_diag_relate(c->reader->diagnostics, c->reader->study->left_out_pos,
                          "it is left out here");
    } else if (check_report_has(c, place, part)) {
        check_placed_once(c, place);
        check_filled(c, place);
    }
}

/* ------------------------------------------------------------------ messages and references */

static void check_message(part_check *c, ladle_text *message)
{
    if (!message->part || part_named(c->reader, message->part))
        return;
    tell_unknown(c->reader, message->part, message->pos);
    ladle_reader_break(c->reader, message);
}

static void check_reference(part_check *c, const ladle_text *ref)
{
    const ladle_study *study = c->reader->study;
    if (!ref->to || !ladle_leaves_out(study, ref->to))
        return;
    ladle_diag_add(c->reader->diagnostics, LADLE_DIAG_PART_LEFT_OUT, ref->pos,
                   "the text refers to %s, which the study leaves out; the reference is printed as "
                   "plain words and leads nowhere",
                   ref->to);
    ladle_diag_relate(c->reader->diagnostics, study->left_out_pos, "it is left out here");
}

static void check_tree(part_check *c, const ladle_text *text)
{
    if (text->kind == LADLE_TEXT_PLACE)
        check_place(c, text);
    else if (text->kind == LADLE_TEXT_REF)
        check_reference(c, text);
    for (const ladle_text *child = text->first; child; child = child->next)
        check_tree(c, child);
}

static void check_trees(part_check *c, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (!g_hash_table_contains(c->reader->broken, texts[i]))
            check_tree(c, texts[i]);
}

static void free_places(void *places)
{
    g_ptr_array_free(places, TRUE);
}

void ladle_check_parts(ladle_reader *reader)
{
    ladle_study *study = reader->study;
    if (!study->n_waves)
        return;
    ladle_resolve_rounds(study);
    part_check c = {reader, ladle_rounds_new(reader->arena, study, study->waves[0]),
                    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_places)};
    check_trees(&c, study->sections, study->n_sections);
    check_trees(&c, study->findings, study->n_findings);
    check_trees(&c, study->boxes, study->n_boxes);
    check_trees(&c, study->messages, study->n_messages);
    for (unsigned i = 0; i < study->n_messages; i++)
        check_message(&c, study->messages[i]);
    g_hash_table_destroy(c.placed);
}
