#include "privacy/words.h"

#include <glib.h>
#include <string.h>

/* Lines in the order of their bytes, each ended by a newline. */
struct ladle_words {
    GMappedFile *file;
    const char *text;
    size_t length;
};

static void close_file(void *file)
{
    g_mapped_file_unref(file);
}

const ladle_words *ladle_words_open(ladle_arena *arena, const char *share)
{
    char *installed = g_build_filename(share, "words", "words.txt", NULL);
    GMappedFile *file = g_mapped_file_new(installed, FALSE, NULL);
    g_free(installed);
    if (!file)
        file = g_mapped_file_new(LADLE_BUILD_DIR "/words/words.txt", FALSE, NULL);
    if (!file)
        return NULL;
    ladle_arena_defer(arena, close_file, file);
    ladle_words *words = LADLE_NEW(arena, ladle_words);
    *words = (ladle_words){file, g_mapped_file_get_contents(file), g_mapped_file_get_length(file)};
    return words;
}

static int compare(const char *line, size_t length, const char *word, size_t word_length)
{
    int order = memcmp(line, word, MIN(length, word_length));
    return order ? order : (length > word_length) - (length < word_length);
}

bool ladle_words_hold(const ladle_words *words, const char *folded, size_t length)
{
    size_t from = 0, to = words && length ? words->length : 0; /* both at the beginning of a line */
    while (from < to) {
        size_t line = from + (to - from) / 2;
        while (line > from && words->text[line - 1] != '\n')
            line--;
        const char *end = memchr(words->text + line, '\n', words->length - line);
        size_t here = end ? (size_t)(end - words->text) - line : words->length - line;
        int order = compare(words->text + line, here, folded, length);
        if (order == 0)
            return true;
        if (order < 0)
            from = MIN(line + here + 1, to);
        else
            to = line;
    }
    return false;
}
