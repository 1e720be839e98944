#include "base/arena.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ONE_CHUNK_EACH 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_CHUNK_EACH 1
#endif
#endif
#ifndef ONE_CHUNK_EACH
#define ONE_CHUNK_EACH 0
#endif

enum { CHUNK_BYTES = 64 * 1024, ALIGNMENT = _Alignof(max_align_t) };

typedef struct {
    void (*release)(void *object);
    void *object;
} deferred_release;

typedef struct {
    char *bytes;
    size_t size;
} chunk;

struct ladle_arena {
    GArray *chunks;   /* of chunk; the last one is filled */
    size_t used;      /* bytes of the last chunk */
    GArray *deferred; /* of deferred_release */
};

ladle_arena *ladle_arena_new(void)
{
    ladle_arena *arena = g_new0(ladle_arena, 1);
    arena->chunks = g_array_new(FALSE, FALSE, sizeof(chunk));
    arena->deferred = g_array_new(FALSE, FALSE, sizeof(deferred_release));
    return arena;
}

void ladle_arena_free(ladle_arena *arena)
{
    if (!arena)
        return;
    ladle_arena_rewind(arena, (ladle_arena_mark){0, 0, 0});
    g_array_free(arena->chunks, TRUE);
    g_array_free(arena->deferred, TRUE);
    g_free(arena);
}

static chunk *last_chunk(ladle_arena *arena)
{
    return arena->chunks->len ? &g_array_index(arena->chunks, chunk, arena->chunks->len - 1) : NULL;
}

void *ladle_arena_alloc(ladle_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        g_error("arena: a request of %zu bytes", size);
    size_t rounded =
        ONE_CHUNK_EACH ? MAX(size, 1) : (MAX(size, 1) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    chunk *last = last_chunk(arena);
    if (ONE_CHUNK_EACH || !last || last->size - arena->used < rounded) {
        size_t bytes = ONE_CHUNK_EACH ? rounded : MAX(rounded, (size_t)CHUNK_BYTES);
        chunk fresh = {g_malloc(bytes), bytes};
        g_array_append_val(arena->chunks, fresh);
        arena->used = 0;
        last = last_chunk(arena);
    }
    void *memory = last->bytes + arena->used;
    arena->used += rounded;
    return memset(memory, 0, rounded);
}

void *ladle_arena_array(ladle_arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        g_error("arena: %zu objects of %zu bytes", count, size);
    return ladle_arena_alloc(arena, bytes);
}

char *ladle_arena_strndup(ladle_arena *arena, const char *text, size_t bytes)
{
    if (!text)
        return NULL;
    char *copy = ladle_arena_alloc(arena, bytes + 1);
    memcpy(copy, text, bytes);
    return copy;
}

char *ladle_arena_strdup(ladle_arena *arena, const char *text)
{
    return text ? ladle_arena_strndup(arena, text, strlen(text)) : NULL;
}

char *ladle_arena_printf(ladle_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    char *copy = ladle_arena_strdup(arena, text);
    g_free(text);
    return copy;
}

void ladle_arena_defer(ladle_arena *arena, void (*release)(void *object), void *object)
{
    deferred_release last = {release, object};
    g_array_append_val(arena->deferred, last);
}

ladle_arena_mark ladle_arena_mark_here(ladle_arena *arena)
{
    return (ladle_arena_mark){arena->chunks->len, arena->used, arena->deferred->len};
}

void ladle_arena_rewind(ladle_arena *arena, ladle_arena_mark mark)
{
    while (arena->deferred->len > mark.deferred) {
        deferred_release last =
            g_array_index(arena->deferred, deferred_release, arena->deferred->len - 1);
        g_array_set_size(arena->deferred, arena->deferred->len - 1);
        last.release(last.object);
    }
    while (arena->chunks->len > mark.chunk) {
        g_free(last_chunk(arena)->bytes);
        g_array_set_size(arena->chunks, arena->chunks->len - 1);
    }
    arena->used = mark.used;
}
