#include "base/pairs.h"

#include <glib.h>
#include <stdint.h>

struct ladle_pairs {
    GHashTable *keys; /* both numbers in one pointer */
};

G_STATIC_ASSERT(sizeof(uintptr_t) >= 8);

static gpointer key_of(unsigned a, unsigned b)
{
    return (gpointer)((uintptr_t)a << 32 | b);
}

static guint hash(gconstpointer key)
{
    uintptr_t pair = (uintptr_t)key;
    return (guint)(pair >> 32) * 2654435761u ^ (guint)pair;
}

ladle_pairs *ladle_pairs_new(void)
{
    ladle_pairs *pairs = g_new(ladle_pairs, 1);
    pairs->keys = g_hash_table_new(hash, NULL);
    return pairs;
}

void ladle_pairs_free(ladle_pairs *pairs)
{
    if (pairs)
        g_hash_table_destroy(pairs->keys);
    g_free(pairs);
}

bool ladle_pairs_add(ladle_pairs *pairs, unsigned a, unsigned b)
{
    return g_hash_table_add(pairs->keys, key_of(a, b));
}

bool ladle_pairs_has(const ladle_pairs *pairs, unsigned a, unsigned b)
{
    return g_hash_table_contains(pairs->keys, key_of(a, b));
}
