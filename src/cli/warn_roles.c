/* A quotation is printed with the attribution that gives nobody away: "Deltager, erhverv". Where
 * the author's sentence says "a consultant says", the two together tell more than the report meant
 * to. What stands beside a quotation: the rest of its paragraph, or, of a quotation that is a
 * block, the blocks before and after it and who it is said to be by. */
#include "cli/warn_roles.h"

#include <string.h>

enum { LONGEST_ENDING = 4 }; /* letters that a language hangs on a role: "konsulenterne" */

/* ------------------------------------------------------------------------------------ words */

/* The words of a text, but for those of one quotation in it. */
static void append_words(GString *out, const ladle_text *text, const ladle_text *but)
{
    if (!text || text == but)
        return;
    if (text->kind == LADLE_TEXT_CHARS)
        g_string_append(out, text->chars);
    g_string_append_c(out, ' ');
    for (const ladle_text *child = text->first; child; child = child->next)
        append_words(out, child, but);
}

/* The block that a quotation within a line stands in. */
static const ladle_text *block_of(const ladle_text *text)
{
    while (text->parent && text->kind <= LADLE_TEXT_FOREIGN)
        text = text->parent;
    return text;
}

/* Whether a block leads into what follows: it ends with a colon. */
static bool leads_on(const ladle_text *block)
{
    GString *words = g_string_new(NULL);
    append_words(words, block, NULL);
    bool leads = g_str_has_suffix(g_strchomp(words->str), ":");
    g_string_free(words, TRUE);
    return leads;
}

/* All that stands beside it, case folded. To be freed. */
static char *words_beside(const ladle_text *quotation)
{
    GString *words = g_string_new(NULL);
    if (quotation->kind == LADLE_TEXT_Q)
        append_words(words, block_of(quotation), quotation);
    const ladle_text *around = quotation->kind == LADLE_TEXT_QUOTE ? quotation->parent : NULL;
    for (const ladle_text *sibling = around ? around->first : NULL; sibling;
         sibling = sibling->next)
        if (sibling->kind == LADLE_TEXT_BY || (sibling->next == quotation && leads_on(sibling)))
            append_words(words, sibling, NULL);
    char *folded = g_utf8_casefold(words->str, -1);
    g_string_free(words, TRUE);
    return folded;
}

static bool is_letter(const char *at)
{
    return g_unichar_isalpha(g_utf8_get_char(at));
}

/* Whether the word stands in the text, with no more than an ending behind it. */
static bool has_word(const char *text, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = n ? strstr(text, word) : NULL; at; at = strstr(at + n, word)) {
        const char *before = g_utf8_find_prev_char(text, at), *end = at + n;
        if (before && is_letter(before))
            continue;
        unsigned ending = 0;
        for (; *end && is_letter(end) && ending <= LONGEST_ENDING; end = g_utf8_next_char(end))
            ending++;
        if (ending <= LONGEST_ENDING)
            return true;
    }
    return false;
}

/* ------------------------------------------------------------------------------------ people */

/* The group of this kind in which the person has a seat, in any partnership. */
static bool has_seat(const ladle_study *study, const ladle_person *person, ladle_group_kind kind)
{
    for (unsigned i = 0; i < study->n_groups; i++)
        for (unsigned j = 0; study->groups[i]->kind == kind && j < study->groups[i]->n_seats; j++)
            if (study->groups[i]->seats[j].person == person)
                return true;
    return false;
}

/* The word beside the quotation that says more of the speaker than is printed; NULL: none. To be
 * freed. */
static char *telling_word(const ladle_report_context *context, const ladle_person *person,
                          const char *beside)
{
    static const char *const labels[] = {"group.steering", "group.consultant"};
    static const ladle_group_kind kinds[] = {LADLE_GROUP_STEERING, LADLE_GROUP_CONSULTANT};
    char *word = person->role ? g_utf8_casefold(person->role, -1) : NULL;
    for (unsigned i = 0; i <= G_N_ELEMENTS(labels); i++) {
        if (word && has_word(beside, word))
            return word;
        g_free(word);
        bool sits = i < G_N_ELEMENTS(labels) && has_seat(context->study, person, kinds[i]);
        const char *label = sits ? ladle_label(context->language, labels[i]) : NULL;
        word = label ? g_utf8_casefold(label, -1) : NULL;
    }
    return NULL;
}

/* ------------------------------------------------------------------------------------- texts */

static const char *const what_is_printed[] = {
    [LADLE_TOLD_NOT] = "says nothing of the speaker",
    [LADLE_TOLD_AS_PARTICIPANT] = "says no more of the speaker than that it is a participant",
    [LADLE_TOLD_BY_SECTOR] = "tells only the speaker's sector"};

static void check_quotation(const ladle_report_context *context, const ladle_text *quotation,
                            ladle_diagnostics *diagnostics)
{
    const ladle_person *person = quotation->speaker     ? quotation->speaker
                                 : quotation->statement ? quotation->statement->speaker
                                                        : NULL;
    ladle_told told = person ? ladle_attribution_of(context->attribution, person) : LADLE_TOLD_NOT;
    if (!person || told >= LADLE_TOLD_BY_ROLE)
        return;
    char *beside = words_beside(quotation), *word = telling_word(context, person, beside);
    if (word)
        ladle_diag_add(diagnostics, LADLE_DIAG_ROLE_BESIDE, quotation->pos,
                       "the text beside this quotation says \"%s\", but the report %s, so that "
                       "nobody is given away; leave the word out, or write \"a participant\"",
                       word, what_is_printed[told]);
    g_free(word);
    g_free(beside);
}

static void check_tree(const ladle_report_context *context, const ladle_text *text,
                       ladle_diagnostics *diagnostics)
{
    if (text->kind == LADLE_TEXT_Q || text->kind == LADLE_TEXT_QUOTE)
        check_quotation(context, text, diagnostics);
    for (const ladle_text *child = text->first; child; child = child->next)
        check_tree(context, child, diagnostics);
}

static void check_texts(const ladle_report_context *context, ladle_text *const *texts, unsigned n,
                        ladle_diagnostics *diagnostics)
{
    for (unsigned i = 0; i < n; i++) {
        ladle_round_use use = ladle_rounds_use(context->rounds, texts[i]);
        if (use == LADLE_ROUND_OWN || use == LADLE_ROUND_OLDER)
            check_tree(context, texts[i], diagnostics);
    }
}

void ladle_warn_roles(const ladle_report_context *context, ladle_diagnostics *diagnostics)
{
    const ladle_study *study = context->study;
    if (context->names && study->people_named)
        return;
    check_texts(context, study->sections, study->n_sections, diagnostics);
    check_texts(context, study->boxes, study->n_boxes, diagnostics);
    check_texts(context, study->findings, study->n_findings, diagnostics);
}
