/* Arenas: one owner for all memory of one report, or of one study.
 *
 * Tree-building functions take the arena first and have no failure branch for memory: GLib ends
 * the process when none is left. What is not memory (an xmlDoc, a font) is handed over with
 * ladle_arena_defer and released with the arena, last in, first out.
 *
 * With sanitizers on, each allocation is a malloc of its own, so that overruns are found. */
#ifndef LADLE_BASE_ARENA_H
#define LADLE_BASE_ARENA_H

#include <stddef.h>

typedef struct ladle_arena ladle_arena;

/* A new, empty arena; yours to free. */
ladle_arena *ladle_arena_new(void);

/* Releases everything handed over, last in, first out, and all memory. NULL is allowed. */
void ladle_arena_free(ladle_arena *arena);

/* size bytes, zeroed and aligned for any type; owned by the arena. size 0 gives one byte. */
void *ladle_arena_alloc(ladle_arena *arena, size_t size);

/* count times size bytes, zeroed; ends the process when the product overflows. */
void *ladle_arena_array(ladle_arena *arena, size_t count, size_t size);

#define LADLE_NEW(arena, type) ((type *)ladle_arena_alloc((arena), sizeof(type)))
#define LADLE_NEW_ARRAY(arena, type, count)                                                        \
    ((type *)ladle_arena_array((arena), (count), sizeof(type)))

/* Copies of text, ended by NUL; NULL gives NULL. */
char *ladle_arena_strdup(ladle_arena *arena, const char *text);
char *ladle_arena_strndup(ladle_arena *arena, const char *text, size_t bytes);
char *ladle_arena_printf(ladle_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Calls release(object) when the arena is freed, or rewound past this point. */
void ladle_arena_defer(ladle_arena *arena, void (*release)(void *object), void *object);

/* A place to rewind to: what was allocated or deferred after it is released, for trial placements.
 * Marks are used last in, first out. */
typedef struct {
    size_t chunk, used, deferred;
} ladle_arena_mark;

ladle_arena_mark ladle_arena_mark_here(ladle_arena *arena);
void ladle_arena_rewind(ladle_arena *arena, ladle_arena_mark mark);

#endif
