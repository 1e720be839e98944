#include "privacy/fold.h"

#include <glib.h>
#include <string.h>

/* ------------------------------------------------------------------------------- letters */

/* Letters that Unicode does not decompose, and letters of other alphabets by what they look like;
 * in the order of `letter`. */
static const struct {
    gunichar letter;
    const char *latin;
} look_alikes[] = {
    {0x00E6, "ae"}, /* æ */
    {0x00F0, "d"},  /* ð */
    {0x00F8, "o"},  /* ø */
    {0x00FE, "th"}, /* þ */
    {0x0111, "d"},  /* đ */
    {0x0127, "h"},  /* ħ */
    {0x0131, "i"},  /* ı */
    {0x0142, "l"},  /* ł */
    {0x0153, "oe"}, /* œ */
    {0x0167, "t"},  /* ŧ */
    {0x0180, "b"},  /* ƀ */
    {0x0192, "f"},  /* ƒ */
    {0x0251, "a"},  /* ɑ */
    {0x0261, "g"},  /* ɡ */
    {0x0268, "i"},  /* ɨ */
    {0x03B1, "a"},  /* Greek α */
    {0x03B2, "b"},  /* β */
    {0x03B5, "e"},  /* ε */
    {0x03B6, "z"},  /* ζ, by its capital */
    {0x03B7, "h"},  /* η, by its capital */
    {0x03B9, "i"},  /* ι */
    {0x03BA, "k"},  /* κ */
    {0x03BC, "m"},  /* μ, by its capital */
    {0x03BD, "v"},  /* ν */
    {0x03BF, "o"},  /* ο */
    {0x03C1, "p"},  /* ρ */
    {0x03C4, "t"},  /* τ */
    {0x03C5, "u"},  /* υ */
    {0x03C7, "x"},  /* χ */
    {0x0430, "a"},  /* Cyrillic а */
    {0x0432, "b"},  /* в */
    {0x0433, "r"},  /* г */
    {0x0435, "e"},  /* е */
    {0x043A, "k"},  /* к */
    {0x043C, "m"},  /* м */
    {0x043D, "h"},  /* н */
    {0x043E, "o"},  /* о */
    {0x043F, "n"},  /* п */
    {0x0440, "p"},  /* р */
    {0x0441, "c"},  /* с */
    {0x0442, "t"},  /* т */
    {0x0443, "y"},  /* у */
    {0x0445, "x"},  /* х */
    {0x044C, "b"},  /* ь */
    {0x0455, "s"},  /* ѕ */
    {0x0456, "i"},  /* і */
    {0x0458, "j"},  /* ј */
    {0x04BB, "h"},  /* һ */
    {0x04CF, "l"},  /* ӏ */
    {0x0501, "d"},  /* ԁ */
    {0x051B, "q"},  /* ԛ */
    {0x051D, "w"},  /* ԝ */
};

static const char *looks_like(gunichar letter)
{
    size_t first = 0, end = G_N_ELEMENTS(look_alikes);
    while (first < end) {
        size_t middle = (first + end) / 2;
        if (look_alikes[middle].letter == letter)
            return look_alikes[middle].latin;
        if (look_alikes[middle].letter < letter)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

static void append_letter(GString *word, gunichar letter)
{
    if (g_unichar_ismark(letter) || !g_unichar_isalnum(letter))
        return;
    gunichar small = g_unichar_tolower(letter);
    const char *latin = small < 0x80 ? NULL : looks_like(small);
    if (latin)
        g_string_append(word, latin);
    else if (small == 0x00DF || small == 0x1E9E)
        g_string_append(word, "ss");
    else
        g_string_append_unichar(word, small);
}

/* A character in its parts: "ﬁ" is f and i, "é" is e and a mark, "Ａ" is A. */
static void append_folded(GString *word, gunichar letter)
{
    enum { MOST_PARTS = 18 };
    gunichar parts[MOST_PARTS];
    if (letter < 0x80) {
        g_string_append_c(word, g_ascii_tolower((char)letter));
        return;
    }
    gsize n = g_unichar_fully_decompose(letter, TRUE, parts, MOST_PARTS);
    for (gsize i = 0; i < MIN(n, MOST_PARTS); i++)
        append_letter(word, parts[i]);
}

/* å is also written aa, and ø oe, in addresses and file names; both are folded into one. */
static void fold_spellings(GString *word)
{
    if (strstr(word->str, "aa"))
        g_string_replace(word, "aa", "a", 0);
    if (strstr(word->str, "oe"))
        g_string_replace(word, "oe", "o", 0);
}

static bool is_invisible(gunichar letter)
{
    return g_unichar_ismark(letter) || g_unichar_type(letter) == G_UNICODE_FORMAT ||
           (letter >= 0xFE00 && letter <= 0xFE0F);
}

/* A number written small or in a circle beside a word is a note's. */
static bool is_raised_digit(gunichar letter)
{
    return g_unichar_type(letter) == G_UNICODE_OTHER_NUMBER;
}

/* A letter or digit, also in a circle or a square; an apostrophe that Unicode calls a letter is
 * none. */
static bool is_letter(gunichar sign)
{
    bool apostrophe = sign >= 0x02B9 && sign <= 0x02BF;
    bool enclosed = (sign >= 0x24B6 && sign <= 0x24E9) || (sign >= 0x1F110 && sign <= 0x1F189);
    return enclosed || (g_unichar_isalnum(sign) && !apostrophe);
}

/* ----------------------------------------------------------------------------------- gaps */

static bool is_hyphen(gunichar sign)
{
    return sign == '-' || sign == 0x2010 || sign == 0x2011 || sign == 0x2043 || sign == 0xFF0D;
}

static bool ends_sentence(gunichar sign)
{
    return sign == '.' || sign == '!' || sign == '?' || sign == ':' || sign == 0x2026;
}

static bool is_quotation_mark(gunichar sign)
{
    GUnicodeType type = g_unichar_type(sign);
    return sign == '"' || type == G_UNICODE_INITIAL_PUNCTUATION ||
           type == G_UNICODE_FINAL_PUNCTUATION || sign == 0x201E || sign == 0x201A;
}

/* What stood between two words, as it is read sign by sign. */
typedef struct {
    bool any, space, hyphen, other;
    bool sentence; /* it ends a sentence, or opens a quotation */
    bool spaced;   /* white space stood before the sign at hand */
} between;

static void read_sign(between *gap, gunichar sign)
{
    gap->any = true;
    if (g_unichar_isspace(sign)) {
        gap->space = gap->spaced = true;
        return;
    }
    if (is_hyphen(sign) && !gap->space)
        gap->hyphen = true;
    else
        gap->other = true;
    if (ends_sentence(sign) || (is_quotation_mark(sign) && gap->spaced))
        gap->sentence = true;
    gap->spaced = false;
}

static ladle_gap kind_of(const between *gap)
{
    if (!gap->any)
        return LADLE_GAP_NONE;
    if (gap->other)
        return LADLE_GAP_STOP;
    return gap->hyphen ? LADLE_GAP_HYPHEN : LADLE_GAP_SPACE;
}

/* ---------------------------------------------------------------------------------- words */

typedef struct {
    GArray *words; /* ladle_folded_word */
    GString *word; /* at hand */
    ladle_folded_word next;
    between gap;
    gunichar last; /* of the word at hand */
} folding;

static void end_word(folding *self, size_t at)
{
    if (!self->word->len)
        return;
    fold_spellings(self->word);
    self->next.folded = g_strdup(self->word->str);
    self->next.to = at;
    g_array_append_val(self->words, self->next);
    g_string_truncate(self->word, 0);
    self->gap = (between){0};
}

static void begin_word(folding *self, gunichar letter, size_t at)
{
    bool first = self->words->len == 0;
    self->next = (ladle_folded_word){.from = at,
                                     .gap = first ? LADLE_GAP_STOP : kind_of(&self->gap),
                                     .has_capital = g_unichar_isupper(letter),
                                     .opens = first || self->gap.sentence};
}

static void read_letter(folding *self, gunichar letter, size_t at)
{
    if (self->word->len && g_unichar_isupper(letter) && g_unichar_islower(self->last))
        end_word(self, at);
    if (!self->word->len)
        begin_word(self, letter, at);
    append_folded(self->word, letter);
    self->last = letter;
}

/* In a text all in capitals a capital says nothing. */
static void mind_capitals(GArray *words, const char *text)
{
    bool small = false;
    for (const char *at = text; *at && !small; at = g_utf8_next_char(at))
        small = g_unichar_islower(g_utf8_get_char(at));
    for (guint i = 0; i < words->len && !small; i++)
        g_array_index(words, ladle_folded_word, i).opens = true;
}

ladle_folded ladle_fold(const char *text)
{
    folding self = {.words = g_array_new(FALSE, TRUE, sizeof(ladle_folded_word)),
                    .word = g_string_new(NULL)};
    size_t after = 0; /* the last letter of the word at hand */
    for (const char *at = text ? text : ""; *at; at = g_utf8_next_char(at)) {
        gunichar sign = g_utf8_get_char(at);
        size_t place = (size_t)(at - text);
        if (is_invisible(sign) || (is_raised_digit(sign) && self.word->len))
            continue;
        if (is_letter(sign)) {
            read_letter(&self, sign, place);
            after = (size_t)(g_utf8_next_char(at) - text);
        } else {
            end_word(&self, after);
            read_sign(&self.gap, sign);
        }
    }
    end_word(&self, after);
    if (text)
        mind_capitals(self.words, text);
    g_string_free(self.word, TRUE);
    unsigned n = self.words->len;
    return (ladle_folded){(ladle_folded_word *)g_array_free(self.words, FALSE), n};
}

void ladle_folded_free(ladle_folded folded)
{
    for (unsigned i = 0; i < folded.n; i++)
        g_free(folded.words[i].folded);
    g_free(folded.words);
}

char *ladle_fold_line(const char *text)
{
    ladle_folded folded = ladle_fold(text);
    GString *line = g_string_new(NULL);
    for (unsigned i = 0; i < folded.n; i++)
        g_string_append_printf(line, "%s%s", i ? " " : "", folded.words[i].folded);
    ladle_folded_free(folded);
    return g_string_free(line, FALSE);
}
