/* ladle check: what is wrong or doubtful in a study, and what of it reports without names may not
 * say. */
#include "cli/cli.h"
#include "privacy/leak.h"

#include <stdio.h>
#include <unistd.h>

/* Names are shown to the person at the terminal, and go into no file or pipe: the stream that
 * would say them must be one. */
static bool may_say(bool asked, const char *option, int stream, const char *stream_name)
{
    if (!asked || isatty(stream))
        return true;
    fprintf(stderr,
            "ladle: --%s says names on %s, and does so only at a terminal, not into a file\n",
            option, stream_name);
    return false;
}

/* Messages, and with them what --show adds, go to standard error. */
static bool may_show(const ladle_cli_options *options)
{
    return may_say(options->show, "show", STDERR_FILENO, "standard error") &&
           may_say(options->protected, "protected", STDOUT_FILENO, "standard output");
}

static void list_protected(const ladle_leak_register *protects)
{
    GString *text = g_string_new(NULL);
    ladle_leak_list(protects, text);
    fwrite(text->str, 1, text->len, stdout);
    g_string_free(text, TRUE);
}

static void look_for_names(const ladle_cli_options *options, ladle_arena *arena, const char *share,
                           const ladle_study *study, ladle_diagnostics *diagnostics)
{
    const ladle_leak_options protects = {.words = ladle_words_open(arena, share)};
    const ladle_leak_register *names = ladle_leak_register_new(arena, study, &protects);
    const ladle_leak_telling telling = {.hits = true, .is_shown = options->show};
    ladle_leak_tell(arena, names, &telling, diagnostics);
    if (options->protected)
        list_protected(names);
}

ladle_exit ladle_command_check(const ladle_cli_options *options, ladle_diagnostics *diagnostics)
{
    if (!may_show(options))
        return LADLE_EXIT_USAGE;
    ladle_arena *arena = ladle_arena_new();
    char *share = ladle_share_folder();
    const ladle_study *study = ladle_load_as_asked(arena, options, share, diagnostics);
    if (study)
        look_for_names(options, arena, share, study, diagnostics);
    g_free(share);
    ladle_arena_free(arena);
    return study && !ladle_diag_count(diagnostics, LADLE_ERROR) ? LADLE_EXIT_DONE
                                                                : LADLE_EXIT_INPUT;
}
