/* The model. Every word of a text is asked whether it begins a protected form. A form that is no
 * word of the language is a hit wherever it stands. One that is a word too ("Skov", "Maj") is a hit
 * where a capital within a sentence says that it is a name, or where it stands, with a capital,
 * beside a first name, a role or another name; else it may be the word, and is a warning. A first
 * name alone is a warning where a capital within a sentence makes it a name, since many bear it; in
 * a report of a partnership where its bearer sits, and beside a role or an organisation, it is a
 * hit.
 *
 * What Ladle composes holds words too. In a text that it had a part in, a word of its own texts is
 * not heard, unless a text of the study in which it is a hit stands there whole. */
#include "privacy/listen.h"

#include "privacy/source.h"

#include <string.h>

struct ladle_listener {
    const ladle_leak_register *protects;
    GHashTable *judged; /* a folded word to the ladle_protected that it says; NULL: none */
    GPtrArray *sources; /* the literature, each folded into a line between spaces */
    GPtrArray
        *exposed; /* texts of the study that hold a hit, folded so; NULL: not yet looked for */
};

typedef struct {
    const ladle_protected *form;
    unsigned first, n; /* words of the text */
} match;

/* ------------------------------------------------------------------------------- one word */

static const ladle_protected *single(const ladle_leak_register *protects, const char *word,
                                     size_t length)
{
    char *key = g_strndup(word, length);
    const ladle_protected *form = g_hash_table_lookup(protects->singles, key);
    g_free(key);
    return form;
}

static bool ends_with(const char *word, size_t length, const char *ending)
{
    size_t n = strlen(ending);
    return length > n && strncmp(word + length - n, ending, n) == 0;
}

/* A genitive, or a note's digit. */
static const ladle_protected *with_ending(const ladle_leak_register *protects, const char *word)
{
    static const char *const endings[] = {"s", "es"};
    size_t length = strlen(word), bare = length;
    const ladle_protected *form = single(protects, word, length);
    for (unsigned i = 0; i < G_N_ELEMENTS(endings) && !form; i++)
        if (ends_with(word, length, endings[i]))
            form = single(protects, word, length - strlen(endings[i]));
    while (bare > 0 && g_ascii_isdigit(word[bare - 1]))
        bare--;
    if (!form && bare > 0 && bare < length)
        form = single(protects, word, bare);
    return form;
}

/* Who comes from a town; a word list may know them. */
static bool is_from_there(const char *rest)
{
    static const char *const endings[] = {"iansk",   "ianske",   "ianer", "ianere",
                                          "ianerne", "ianernes", "enser", "ensisk"};
    for (unsigned i = 0; i < G_N_ELEMENTS(endings); i++)
        if (strcmp(rest, endings[i]) == 0)
            return true;
    return false;
}

/* What may follow a name within a word: an inflection, or a word, joined by an s or not. */
static bool may_follow(const ladle_leak_register *protects, const char *rest)
{
    static const char *const inflections[] = {"er",  "en",    "erne", "ere",
                                              "ers", "ernes", "sk",   "ske"};
    enum { SHORTEST = 3 };
    for (unsigned i = 0; i < G_N_ELEMENTS(inflections); i++)
        if (strcmp(rest, inflections[i]) == 0)
            return true;
    size_t length = strlen(rest);
    return (length >= SHORTEST && ladle_words_hold(protects->words, rest, length)) ||
           (*rest == 's' && length > SHORTEST &&
            ladle_words_hold(protects->words, rest + 1, length - 1));
}

static const ladle_protected *within_compound(const ladle_leak_register *protects, const char *word)
{
    enum { SHORTEST = 4 };
    size_t length = strlen(word);
    bool is_word = ladle_words_hold(protects->words, word, length);
    if (length <= SHORTEST)
        return NULL;
    for (const char *at = g_utf8_offset_to_pointer(word, MIN(g_utf8_strlen(word, -1), SHORTEST));
         *at; at = g_utf8_next_char(at)) {
        const ladle_protected *form = single(protects, word, (size_t)(at - word));
        if (form && form->strength == LADLE_NAME_SURE &&
            (is_from_there(at) || (!is_word && may_follow(protects, at))))
            return form;
    }
    return NULL;
}

/* The protected form that a word says; most words come again, so each is judged once. */
static const ladle_protected *said_by(ladle_listener *self, const char *word)
{
    gpointer known;
    if (g_hash_table_lookup_extended(self->judged, word, NULL, &known))
        return known;
    const ladle_protected *form = with_ending(self->protects, word);
    if (!form)
        form = within_compound(self->protects, word);
    g_hash_table_insert(self->judged, g_strdup(word), (gpointer)form);
    return form;
}

/* ---------------------------------------------------------------------------- several words */

static bool same_but_ending(const char *word, const char *name)
{
    size_t length = strlen(name);
    if (strncmp(word, name, length) != 0)
        return false;
    const char *rest = word + length;
    return !*rest || strcmp(rest, "s") == 0 || strcmp(rest, "es") == 0 ||
           strspn(rest, "0123456789") == strlen(rest);
}

static bool stands_at(const ladle_folded *text, unsigned at, const ladle_protected *form)
{
    if (at + form->n > text->n)
        return false;
    for (unsigned i = 0; i < form->n; i++) {
        const char *word = text->words[at + i].folded;
        if (!(i + 1 == form->n ? same_but_ending(word, form->words[i])
                               : strcmp(word, form->words[i]) == 0))
            return false;
    }
    return true;
}

static match several_at(const ladle_listener *self, const ladle_folded *text, unsigned at)
{
    match longest = {0};
    const GPtrArray *forms = g_hash_table_lookup(self->protects->by_first, text->words[at].folded);
    for (guint i = 0; forms && i < forms->len; i++) {
        const ladle_protected *form = g_ptr_array_index(forms, i);
        if (form->n > longest.n && stands_at(text, at, form))
            longest = (match){form, at, form->n};
    }
    return longest;
}

static bool is_letter_alone(const ladle_folded_word *word)
{
    return word->folded[0] && !*g_utf8_next_char(word->folded);
}

/* "Frand-strup", "F r a n d s t r u p": words that may be one. */
static bool may_be_one(const ladle_folded_word *left, const ladle_folded_word *right)
{
    return right->gap == LADLE_GAP_NONE || right->gap == LADLE_GAP_HYPHEN ||
           (right->gap == LADLE_GAP_SPACE && is_letter_alone(left) && is_letter_alone(right));
}

static match joined_at(ladle_listener *self, const ladle_folded *text, unsigned at)
{
    enum { MOST = 24 };
    match found = {0};
    GString *together = g_string_new(text->words[at].folded);
    for (unsigned i = at + 1; i < text->n && i < at + MOST && !found.form; i++) {
        if (!may_be_one(&text->words[i - 1], &text->words[i]))
            break;
        g_string_append(together, text->words[i].folded);
        const ladle_protected *form = said_by(self, together->str);
        if (form && form->strength == LADLE_NAME_SURE)
            found = (match){form, at, i - at + 1};
    }
    g_string_free(together, TRUE);
    return found;
}

static match match_at(ladle_listener *self, const ladle_folded *text, unsigned at)
{
    match found = several_at(self, text, at);
    if (found.form)
        return found;
    const ladle_protected *form = said_by(self, text->words[at].folded);
    if (form && form->strength != LADLE_NAME_GIVEN)
        return (match){form, at, 1};
    match joined = at + 1 < text->n ? joined_at(self, text, at) : (match){0};
    return joined.form ? joined : (match){form, at, form ? 1 : 0};
}

/* ------------------------------------------------------------------------------- judgement */

/* Whether a neighbour makes a name of the word beside it. */
static bool is_telling(ladle_listener *self, const ladle_folded_word *word, bool first_names)
{
    const ladle_protected *form = said_by(self, word->folded);
    if (form && form->strength == LADLE_NAME_SURE)
        return true;
    if (form && form->strength == LADLE_NAME_GIVEN)
        return first_names && word->has_capital;
    return ladle_leak_is_own(self->protects->roles, word->folded, false);
}

/* "Hr. Skov", "Dr. Lund" */
static bool is_address(const char *folded)
{
    static const char *const addresses[] = {"hr", "fru", "frk", "dr", "prof", "mr", "mrs", "ms"};
    for (unsigned i = 0; i < G_N_ELEMENTS(addresses); i++)
        if (strcmp(folded, addresses[i]) == 0)
            return true;
    return false;
}

static bool is_beside(ladle_listener *self, const ladle_folded *text, const match *at,
                      bool first_names)
{
    const ladle_folded_word *words = text->words;
    unsigned after = at->first + at->n;
    if (at->first > 0 && is_address(words[at->first - 1].folded))
        return true;
    return (at->first > 0 && words[at->first].gap == LADLE_GAP_SPACE &&
            is_telling(self, &words[at->first - 1], first_names)) ||
           (after < text->n && words[after].gap == LADLE_GAP_SPACE &&
            is_telling(self, &words[after], first_names));
}

static bool sits_there(const ladle_protected *form, const ladle_leak_place *place)
{
    for (unsigned i = 0; i < place->n_partnerships; i++)
        if (form->seats && g_ptr_array_find(form->seats, place->partnerships[i], NULL))
            return true;
    return false;
}

typedef enum { NOTHING, WARNING, HIT } verdict;

static verdict judge_word(ladle_listener *self, const ladle_folded *text, const match *found)
{
    bool capital = false;
    for (unsigned i = found->first; i < found->first + found->n; i++) {
        capital |= text->words[i].has_capital;
        if (text->words[i].has_capital && !text->words[i].opens)
            return HIT;
    }
    return capital && is_beside(self, text, found, true) ? HIT : WARNING;
}

static verdict judge(ladle_listener *self, const ladle_folded *text, const match *found,
                     const ladle_leak_place *place)
{
    const ladle_folded_word *word = &text->words[found->first];
    switch (found->form->strength) {
    case LADLE_NAME_SURE:
        return HIT;
    case LADLE_NAME_WORD:
        return judge_word(self, text, found);
    case LADLE_NAME_GIVEN:
        break;
    }
    if (!word->has_capital || (word->opens && !is_beside(self, text, found, false)))
        return NOTHING;
    return sits_there(found->form, place) || is_beside(self, text, found, false) ? HIT : WARNING;
}

/* ------------------------------------------------------------------- what is free to be said */

static bool is_alnum_at(const char *at)
{
    return *at && g_unichar_isalnum(g_utf8_get_char(at));
}

/* Whether bytes of a text lie within these words, written exactly so and whole. */
static bool lies_within(const char *text, size_t from, size_t to, const char *words)
{
    size_t length = strlen(words);
    for (const char *at = length ? strstr(text, words) : NULL; at; at = strstr(at + 1, words)) {
        size_t place = (size_t)(at - text);
        bool whole = !(at > text && is_alnum_at(g_utf8_prev_char(at))) && !is_alnum_at(at + length);
        if (whole && place <= from && to <= place + length)
            return true;
    }
    return false;
}

/* In words that the study frees, or, for one name alone, in the name of an author, who may share
 * it. */
static bool is_released(const ladle_study *study, const char *text, size_t from, size_t to,
                        bool is_alone)
{
    for (unsigned i = 0; i < study->n_free_words; i++)
        if (lies_within(text, from, to, study->free_words[i]))
            return true;
    for (unsigned i = 0; i < study->n_authors && is_alone; i++)
        if (lies_within(text, from, to, study->authors[i]))
            return true;
    return false;
}

/* A line of folded words between spaces, so that whole words are found in it. */
static char *between_spaces(const ladle_folded *text)
{
    GString *line = g_string_new(" ");
    for (unsigned i = 0; i < text->n; i++)
        g_string_append_printf(line, "%s ", text->words[i].folded);
    return g_string_free(line, FALSE);
}

static bool holds_one_of(const ladle_folded *text, const GPtrArray *lines)
{
    char *line = lines->len ? between_spaces(text) : NULL;
    bool holds = false;
    for (guint i = 0; i < lines->len && !holds; i++)
        holds = strstr(line, g_ptr_array_index(lines, i)) != NULL;
    g_free(line);
    return holds;
}

/* "Jensen (2010)", "Jensen m.fl. 2010": an author of the literature and the year, as a source has
 * them. */
static bool is_cited(const ladle_listener *self, const ladle_folded *text, const match *found)
{
    enum { FAR = 6, YEAR = 4 };
    for (unsigned i = found->first + found->n; i < text->n && i < found->first + FAR; i++) {
        const char *year = text->words[i].folded;
        if (strlen(year) != YEAR || strspn(year, "0123456789") != YEAR)
            continue;
        char *author = g_strdup_printf(" %s ", text->words[found->first].folded);
        char *when = g_strdup_printf(" %s ", year);
        bool cited = false;
        for (guint k = 0; k < self->sources->len && !cited; k++)
            cited = strstr(g_ptr_array_index(self->sources, k), author) &&
                    strstr(g_ptr_array_index(self->sources, k), when);
        g_free(when);
        g_free(author);
        return cited;
    }
    return false;
}

static bool is_of_literature(const ladle_listener *self, const ladle_folded *text,
                             const match *found, const ladle_leak_place *place)
{
    return found->n == 1 &&
           (place->is_source || is_cited(self, text, found) || holds_one_of(text, self->sources));
}

static void note_exposed(void *self, const ladle_leak_text *text)
{
    ladle_listener *listener = self;
    ladle_leak_place place = {.is_source = text->is_source};
    GArray *found = ladle_listen(listener, text->words, &place);
    bool hit = false;
    for (guint i = 0; found && i < found->len; i++)
        hit |= g_array_index(found, ladle_leak_finding, i).certain;
    if (hit) {
        ladle_folded folded = ladle_fold(text->words);
        g_ptr_array_add(listener->exposed, between_spaces(&folded));
        ladle_folded_free(folded);
    }
    if (found)
        g_array_unref(found);
}

/* A word of Ladle's own texts, in a text that holds no text of the study in which it is a hit. */
static bool is_own(ladle_listener *self, const ladle_folded *text, const match *found)
{
    const ladle_folded_word *word = &text->words[found->first];
    if (found->n > 1 || !ladle_leak_is_own(self->protects->own, word->folded, word->has_capital))
        return false;
    if (!self->exposed) {
        self->exposed = g_ptr_array_new_with_free_func(g_free);
        ladle_leak_visit(self->protects->study, note_exposed, self);
    }
    return !holds_one_of(text, self->exposed);
}

static bool may_be_said(ladle_listener *self, const char *text, const ladle_folded *folded,
                        const match *found, const ladle_leak_place *place)
{
    const ladle_folded_word *first = &folded->words[found->first];
    const ladle_folded_word *last = &folded->words[found->first + found->n - 1];
    return (found->n == 1 && found->form->strength != LADLE_NAME_SURE &&
            ladle_leak_is_own(self->protects->framework, first->folded, first->has_capital)) ||
           is_released(self->protects->study, text, first->from, last->to, found->n == 1) ||
           is_of_literature(self, folded, found, place) ||
           (place->composed && is_own(self, folded, found));
}

/* ---------------------------------------------------------------------------------- a text */

static GArray *with(GArray *findings, ladle_leak_finding finding)
{
    if (!findings)
        findings = g_array_new(FALSE, FALSE, sizeof(ladle_leak_finding));
    g_array_append_val(findings, finding);
    return findings;
}

static GArray *listen_for_names(ladle_listener *self, const char *text,
                                const ladle_leak_place *place)
{
    GArray *findings = NULL;
    ladle_folded folded = ladle_fold(text);
    for (unsigned at = 0; at < folded.n;) {
        match found = match_at(self, &folded, at);
        verdict says = found.form ? judge(self, &folded, &found, place) : NOTHING;
        if (says != NOTHING && !may_be_said(self, text, &folded, &found, place))
            findings = with(findings, (ladle_leak_finding){
                                          .what = found.form->what,
                                          .registered = found.form->pos,
                                          .from = folded.words[at].from,
                                          .to = folded.words[at + found.n - 1].to,
                                          .certain = says == HIT,
                                      });
        at += found.form ? found.n : 1;
    }
    ladle_folded_free(folded);
    return findings;
}

GArray *ladle_listen(ladle_listener *self, const char *text, const ladle_leak_place *place)
{
    static const char *const kinds[] = {
        [LADLE_NUMBER_TELEPHONE] = "what looks like a telephone or CPR number",
        [LADLE_NUMBER_CPR] = "what looks like a telephone or CPR number",
        [LADLE_NUMBER_ADDRESS] = "what looks like an e-mail address",
    };
    GArray *findings = listen_for_names(self, text, place);
    size_t at = 0;
    ladle_number number = ladle_numbers_find(self->protects->numbers, text, &at);
    if (number)
        findings = with(
            findings,
            (ladle_leak_finding){.what = kinds[number], .from = at, .to = at, .certain = true});
    return findings;
}

/* -------------------------------------------------------------------------------- listener */

static void release_listener(void *data)
{
    ladle_listener *self = data;
    g_hash_table_unref(self->judged);
    g_ptr_array_unref(self->sources);
    if (self->exposed)
        g_ptr_array_unref(self->exposed);
}

static void keep_source(void *self, const ladle_leak_text *text)
{
    if (!text->is_source)
        return;
    ladle_folded folded = ladle_fold(text->words);
    g_ptr_array_add(((ladle_listener *)self)->sources, between_spaces(&folded));
    ladle_folded_free(folded);
}

ladle_listener *ladle_listener_new(ladle_arena *arena, const ladle_leak_register *protects)
{
    ladle_listener *self = LADLE_NEW(arena, ladle_listener);
    *self = (ladle_listener){
        .protects = protects,
        .judged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .sources = g_ptr_array_new_with_free_func(g_free),
    };
    ladle_arena_defer(arena, release_listener, self);
    ladle_leak_visit_sources(protects->study, keep_source, self);
    return self;
}
