/* Texts as the leak check reads them: words without what can hide a name.
 *
 * Case, accents and other marks, letters with strokes, full-width letters, letters of other
 * alphabets that look like Latin ones, and invisible characters make no difference; æ, ø and å are
 * spelled one way, whether they were written so or as ae, oe and aa. Whatever is no letter or digit
 * parts words, and so does a capital within a word ("LizaFrandstrup"); how two words are parted is
 * kept. */
#ifndef LADLE_PRIVACY_FOLD_H
#define LADLE_PRIVACY_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* What stands between a word and the one before it. */
typedef enum {
    LADLE_GAP_NONE,   /* nothing: the second begins with a capital */
    LADLE_GAP_HYPHEN, /* a hyphen, and white space at most: it may be one word, parted at a line's
                         end */
    LADLE_GAP_SPACE,  /* white space alone */
    LADLE_GAP_STOP    /* other signs, or the text's beginning */
} ladle_gap;

typedef struct {
    char *folded;     /* small letters and digits */
    size_t from, to;  /* its bytes in the text */
    ladle_gap gap;    /* before it */
    bool has_capital; /* its first letter is a capital */
    bool opens; /* it begins a sentence: the text's first, or after . ! ? : or a quotation mark
                   that opens; or the whole text is in capitals, so that a capital says nothing */
} ladle_folded_word;

typedef struct {
    ladle_folded_word *words;
    unsigned n;
} ladle_folded;

/* The words of a text (UTF-8; NULL: none). Give back with ladle_folded_free. */
ladle_folded ladle_fold(const char *text);
void ladle_folded_free(ladle_folded folded);

/* The words alone, parted by one space each; g_free it. */
char *ladle_fold_line(const char *text);

#endif
