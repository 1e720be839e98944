#include "cli/cli.h"

#include <unistd.h>

static bool is_share(const char *folder)
{
    char *templates = g_build_filename(folder, "templates", NULL);
    bool is = g_file_test(templates, G_FILE_TEST_IS_DIR);
    g_free(templates);
    return is;
}

char *ladle_share_folder(void)
{
    const char *wanted = g_getenv("LADLE_SHARE");
    if (wanted && *wanted)
        return g_strdup(wanted);
    char *program = g_file_read_link("/proc/self/exe", NULL);
    if (program) {
        char *bin = g_path_get_dirname(program);
        char *beside = g_build_filename(bin, "..", "share", "ladle", NULL);
        g_free(bin);
        g_free(program);
        if (is_share(beside))
            return beside;
        g_free(beside);
    }
    return g_strdup(LADLE_BUILD_SHARE);
}
