#include "base/gate.h"

#include <glib.h>
#include <string.h>

struct ladle_gate {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    ladle_gate_listener *listener;
    void *self;
};

ladle_gate *ladle_gate_new(ladle_arena *arena, ladle_diagnostics *diagnostics,
                           ladle_gate_listener *listener, void *self)
{
    ladle_gate *gate = LADLE_NEW(arena, ladle_gate);
    *gate = (ladle_gate){arena, diagnostics, listener, self};
    return gate;
}

/* A character that may be drawn: no control but tab and newline, no noncharacter (U+FDD0 to
 * U+FDEF and the last two of each plane). */
static bool may_pass(gunichar c)
{
    if (c == '\t' || c == '\n')
        return true;
    bool noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    return c >= 0x20 && !(c >= 0x7F && c <= 0x9F) && !noncharacter;
}

/* Characters that turn the direction of what follows until another turns it back. In a text of
 * parts that come from many hands, one without the other would turn the rest of a paragraph. */
static bool turns_direction(gunichar c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* The next character of text, `bytes` long; (gunichar)-1 where the bytes are not UTF-8, which
 * then counts as one byte. A NUL is not met, since it ends the text. */
static gunichar next_character(const char *text, size_t *bytes)
{
    gunichar c = g_utf8_get_char_validated(text, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *bytes = 1;
        return (gunichar)-1;
    }
    *bytes = (size_t)(g_utf8_next_char(text) - text);
    return c;
}

static void tell(ladle_gate *gate, ladle_pos pos, gunichar c, const char *byte)
{
    if (!gate->diagnostics)
        return;
    if (turns_direction(c))
        ladle_diag_add(gate->diagnostics, LADLE_DIAG_DIRECTION_TURNED, pos,
                       "U+%04X turns the direction of the text after it; it was left out, and the "
                       "text runs as its letters do",
                       (unsigned)c);
    else if (c == (gunichar)-1)
        ladle_diag_add(gate->diagnostics, LADLE_DIAG_NOT_A_CHARACTER, pos,
                       "the byte 0x%02X is not part of a character in UTF-8; it is shown as "
                       "\xEF\xBF\xBD",
                       (unsigned)(unsigned char)*byte);
    else
        ladle_diag_add(gate->diagnostics, LADLE_DIAG_NOT_A_CHARACTER, pos,
                       "U+%04X is not a character that can be printed; it is shown as "
                       "\xEF\xBF\xBD",
                       (unsigned)c);
}

const char *ladle_gate_text(ladle_gate *gate, ladle_use use, ladle_pos pos, const char *text)
{
    GString *mended = NULL; /* made when the first character has to be replaced */
    const char *p = text;
    while (*p) {
        size_t bytes = 1;
        gunichar c = (unsigned char)*p;
        if (c >= 0x80)
            c = next_character(p, &bytes);
        bool passes = c != (gunichar)-1 && may_pass(c) && !turns_direction(c);
        if (!passes) {
            if (!mended)
                mended = g_string_new_len(text, p - text);
            tell(gate, pos, c, p);
            if (!turns_direction(c))
                g_string_append(mended, "\xEF\xBF\xBD");
        } else if (mended) {
            g_string_append_len(mended, p, (gssize)bytes);
        }
        p += bytes;
    }
    if (mended) {
        text = ladle_arena_strndup(gate->arena, mended->str, mended->len);
        g_string_free(mended, TRUE);
    }
    ladle_gate_hear(gate, use, pos, text);
    return text;
}

void ladle_gate_hear(ladle_gate *gate, ladle_use use, ladle_pos pos, const char *text)
{
    if (gate->listener)
        gate->listener(gate->self, use, pos, text);
}
