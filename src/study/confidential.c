#include "study/confidential.h"

#include "study/reveal.h"

#include <stddef.h>

struct ladle_confidential {
    const char *text;
};

ladle_confidential *ladle_confidential_new(ladle_arena *arena, const char *text)
{
    if (!text)
        return NULL;
    ladle_confidential *confidential = LADLE_NEW(arena, ladle_confidential);
    confidential->text = ladle_arena_strdup(arena, text);
    return confidential;
}

const char *ladle_reveal(const ladle_confidential *text)
{
    return text ? text->text : NULL;
}
