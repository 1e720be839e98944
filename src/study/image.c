#include "study/image.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_BYTES = 1024 };

static bool is_inside(const char *root, const char *path)
{
    size_t n = strlen(root);
    return strncmp(path, root, n) == 0 && (path[n] == '/' || (n && root[n - 1] == '/'));
}

/* SVG has no first bytes of its own: its root element must come soon. */
static bool is_svg(const char *bytes)
{
    const char *p = strncmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? bytes + 3 : bytes;
    p += strspn(p, " \t\r\n");
    return *p == '<' && strstr(p, "<svg") != NULL;
}

static bool is_picture(const char *bytes, size_t n)
{
    return (n >= 8 && memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) == 0) ||
           (n >= 3 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0) || is_svg(bytes);
}

static const char *check_file(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return "it cannot be read; look at its permissions";
    char bytes[FIRST_BYTES + 1] = {0};
    struct stat status;
    const char *wrong = NULL;
    ssize_t n = -1;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        wrong = "it is not an ordinary file";
    else if ((n = read(descriptor, bytes, FIRST_BYTES)) < 0)
        wrong = "it cannot be read";
    else if (!is_picture(bytes, (size_t)n))
        wrong = "it is not PNG, JPEG or SVG";
    close(descriptor);
    return wrong;
}

const char *ladle_image_find(ladle_arena *arena, const char *root, const char *folder,
                             const char *src, const char **wrong)
{
    char *scheme = g_uri_parse_scheme(src);
    char *plain = g_uri_unescape_string(src, "/");
    *wrong = NULL;
    if (scheme || src[0] == '/')
        *wrong = "it is not a path inside the study's folder";
    else if (!plain || !*plain)
        *wrong = "it names no file";
    g_free(scheme);
    const char *found = NULL;
    if (!*wrong) {
        char *joined = g_build_filename(folder, plain, NULL);
        char *real = realpath(joined, NULL);
        if (!real)
            *wrong = errno == EACCES ? "it cannot be read; look at its permissions"
                                     : "there is no such file";
        else if (!is_inside(root, real))
            *wrong = "it lies outside the study's folder; copy it into it";
        else
            *wrong = check_file(real);
        if (!*wrong)
            found = ladle_arena_strdup(arena, real);
        free(real);
        g_free(joined);
    }
    g_free(plain);
    return found;
}
