#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    const char *name, *operands, *summary, *help;
    int least, most;   /* operands */
    const char *takes; /* the options it knows, each between spaces */
    ladle_exit (*run)(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
} subcommand;

static const subcommand subcommands[] = {
    {"check", "STUDY", "read a study and tell all that is wrong with it",
     "Reads the study and prints what is wrong or doubtful, one line each, with file, line and\n"
     "column, also the names that reports without names may not hold. Nothing is written.\n",
     1, 1, " show protected diagnostics ", ladle_command_check},
    {"assess", "STUDY", "print the assessment as XML",
     "Prints levels, placements, activity and all other results on standard output, in the form "
     "of\n"
     "schema/results.rnc.\n",
     1, 1, " diagnostics ", ladle_command_assess},
    {"report", "STUDY -o DIR", "make the reports as PDF",
     "Makes DIR/final.pdf and DIR/partnerships/NAME.pdf for every partnership with records. If "
     "the\n"
     "study has errors, nothing is made and the reports in DIR stay as they were. If single\n"
     "reports fail while they are made, such as one in which a name would be printed, the\n"
     "others are put into DIR, and the old files of those that failed are removed.\n",
     1, 1, " output only wave names language template set theme keep-going quiet diagnostics dump ",
     ladle_command_report},
    {"verify", "FILE...", "judge finished PDFs by PDF/UA-1 and PDF/A-3a",
     "Judges PDFs by the rules of PDF/UA-1 (accessible to all) and PDF/A-3a (fit to be kept). Says "
     "in\n"
     "one line for each file whether it keeps them all, and prints each fault with its place and "
     "the\n"
     "clause it breaks.\n",
     1, G_MAXINT, " quiet diagnostics ", ladle_command_verify},
    {"init", "DIR", "make a new, small study to start from",
     "Writes a small study into the new folder DIR: study.xml, records.xml and texts.xml.\n", 1, 1,
     " language diagnostics ", ladle_command_init},
    {"explain", "CODE", "explain a message, such as E210",
     "Explains a code at the end of a message: what it means and how to mend it.\n", 1, 1,
     " diagnostics ", ladle_command_explain},
};

static const char option_help[] =
    "  -o, --output DIR       where the reports are written\n"
    "      --only WHICH       only these: final, a partnership's id, alias or file name; several\n"
    "                         parted by commas\n"
    "      --wave ID          the wave reported (default: the last one with records)\n"
    "      --names            print names instead of aliases, where the study allows it\n"
    "      --language da|en   language of the reports (default: that of the study)\n"
    "      --template T       brochure, for a booklet besides the reports; or a template of your "
    "own\n"
    "                         (FILE.xsl), in place of the built-in one of the same name, or as a\n"
    "                         further report\n"
    "      --set NAME=VALUE   a parameter of the templates: evidence=all|cited|none (which "
    "evidence "
    "the\n"
    "                         reports hold), records=yes|no (print records, or only attach them)\n"
    "      --theme FILE       a theme of your own: fonts, sizes, colours, spacing\n"
    "      --keep-going       leave out what is broken, and say so in the reports\n"
    "      --dump STAGE       print a stage instead: study, results, input, document, data or "
    "pages\n"
    "      --quiet            no progress\n";

static void print_help(FILE *out)
{
    fputs("ladle turns the records of a study into research reports.\n\n", out);
    for (gsize i = 0; i < G_N_ELEMENTS(subcommands); i++)
        fprintf(out, "  ladle %-7s %-13s %s\n", subcommands[i].name, subcommands[i].operands,
                subcommands[i].summary);
    fprintf(out, "\nOptions of report:\n%s", option_help);
    fputs("\nOptions of all:\n"
          "      --diagnostics json messages as JSON lines\n"
          "      --help, --version\n\n"
          "A new study:  ladle init my-study && ladle report my-study -o reports\n"
          "Manual:       man ladle; man 5 ladle-study; man 5 ladle-template\n",
          out);
}

static void print_subcommand_help(const subcommand *command)
{
    printf("ladle %s %s\n\n%s", command->name, command->operands, command->help);
    if (strstr(command->takes, " output "))
        printf("\n%s", option_help);
    else if (strstr(command->takes, " protected "))
        fputs("\n      --protected        list what is looked for as a name, form by form"
              "\n      --show             say the words that are or may be names, too\n"
              "                         (both only at a terminal)\n",
              stdout);
    else if (strstr(command->takes, " quiet "))
        fputs("\n      --quiet            no line for each file, only faults\n", stdout);
    else if (strstr(command->takes, " language "))
        fputs("\n      --language da|en   language (default: da)\n", stdout);
    fputs("      --diagnostics json messages as JSON lines\n", stdout);
}

static int wrong_usage(const char *message, const char *about)
{
    fprintf(stderr, "ladle: %s%s%s\nladle: see 'ladle --help'\n", message, about ? " " : "",
            about ? about : "");
    return LADLE_EXIT_USAGE;
}

static const subcommand *find(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(subcommands); i++)
        if (g_str_equal(subcommands[i].name, name))
            return &subcommands[i];
    return NULL;
}

static int unknown_subcommand(const char *name)
{
    const char *names[G_N_ELEMENTS(subcommands) + 1] = {NULL};
    for (gsize i = 0; i < G_N_ELEMENTS(subcommands); i++)
        names[i] = subcommands[i].name;
    const char *nearest = ladle_nearest_name(name, names);
    char *about = nearest ? g_strdup_printf("\"%s\" (did you mean \"%s\"?)", name, nearest)
                          : g_strdup_printf("\"%s\"", name);
    int status = wrong_usage("there is no command", about);
    g_free(about);
    return status;
}

/* -------------------------------------------------------------------------------- options */

typedef struct {
    ladle_cli_options options;
    gboolean help;
} parsed;

/* The first option whose words are no UTF-8; NULL: none. */
static const char *spoilt_option(const ladle_cli_options *o)
{
    const struct {
        const char *name, *value;
    } words[] = {{"--only", o->only},
                 {"--wave", o->wave},
                 {"--language", o->language},
                 {"--dump", o->dump},
                 {"--diagnostics", o->diagnostics}};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i].value && !g_utf8_validate(words[i].value, -1, NULL))
            return words[i].name;
    for (char **setting = o->settings; setting && *setting; setting++)
        if (!g_utf8_validate(*setting, -1, NULL))
            return "--set";
    return NULL;
}

/* What an option is often called instead, by other programs and in other words. */
static const char *meant_by_other_name(const char *name)
{
    static const struct {
        const char *name, *meant;
    } table[] = {{"round", "wave"}, {"lang", "language"}, {"out", "output"}, {"report", "only"}};
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
        if (g_str_equal(table[i].name, name))
            return table[i].meant;
    return NULL;
}

/* The name of the argument if it can only be a long option, with two hyphens or one; NULL: it is
 * none. Yours to free. */
static char *name_of_long_option(const char *argument)
{
    bool long_one = g_str_has_prefix(argument, "--") && argument[2];
    bool short_one = !long_one && argument[0] == '-' && argument[1] && argument[2] &&
                     argument[1] != '-' && argument[1] != 'o';
    const char *name = argument + (long_one ? 2 : 1);
    return long_one || short_one ? g_strndup(name, strcspn(name, "=")) : NULL;
}

/* What to say of one argument that may be an option; NULL: nothing is wrong with it. `names`, ended
 * by NULL, are those of the options that the command has. Yours to free. */
static char *about_option(const subcommand *command, const char *argument, const char *const *names)
{
    char *name = name_of_long_option(argument), *told = NULL;
    bool known = name && g_strv_contains(names, name);
    const char *other = name ? meant_by_other_name(name) : NULL;
    const char *near = !name                                    ? NULL
                       : known                                  ? name
                       : other && g_strv_contains(names, other) ? other
                                                                : ladle_nearest_name(name, names);
    char *shown = g_strndup(argument, strcspn(argument, "="));
    if (name && !(known && g_str_has_prefix(argument, "--")))
        told = near ? g_strdup_printf("ladle %s has no option %s (did you mean --%s?)",
                                      command->name, shown, near)
                    : g_strdup_printf("ladle %s has no option %s", command->name, shown);
    else if (!name && argument[0] == '-' && argument[1] && !g_str_has_prefix(argument, "--") &&
             !strchr("oh", argument[1]))
        told = g_strdup_printf("ladle %s has no option %s", command->name, shown);
    g_free(shown);
    g_free(name);
    return told;
}

/* What to say of the first argument that is an option of none of `known`, ended by a name of NULL;
 * NULL: the command line has none. Yours to free. */
static char *unknown_option(const subcommand *command, const GOptionEntry *known, int argc,
                            char **argv)
{
    unsigned n = 0;
    while (known[n].long_name)
        n++;
    const char **names = g_new0(const char *, n + 1);
    for (unsigned i = 0, kept = 0; i < n; i++)
        if (*known[i].long_name)
            names[kept++] = known[i].long_name;
    char *told = NULL;
    for (int i = 1; i < argc && !told; i++)
        told = about_option(command, argv[i], names);
    g_free(names);
    return told;
}

/* What to say of an option that ends the command line, and takes a value that is not there. */
static char *missing_value(const char *option)
{
    return g_strdup_printf("nothing stands behind %s; give its value, such as %s", option,
                           g_str_equal(option, "--wave")          ? "--wave w1"
                           : g_str_equal(option, "--only")        ? "--only final"
                           : g_str_equal(option, "--language")    ? "--language da"
                           : g_str_equal(option, "--template")    ? "--template brochure"
                           : g_str_equal(option, "--set")         ? "--set evidence=cited"
                           : g_str_equal(option, "--theme")       ? "--theme my-theme.xml"
                           : g_str_equal(option, "--dump")        ? "--dump results"
                           : g_str_equal(option, "--diagnostics") ? "--diagnostics json"
                                                                  : "-o reports");
}

/* What to say of a command line that could not be read. Yours to free. */
static char *problem_of(const subcommand *command, const GOptionEntry *known, int argc, char **argv,
                        const GError *error)
{
    char *told = NULL;
    if (g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        told = unknown_option(command, known, argc, argv);
    else if (argc > 1 && g_str_has_prefix(argv[argc - 1], "-"))
        told = missing_value(argv[argc - 1]);
    return told ? told : g_strdup(error->message);
}

/* Every value is taken as the bytes it is: GLib's strings would pass through the character set of
 * the locale, and the program never sets one. */
static bool parse(const subcommand *command, int argc, char **argv, parsed *out, char **problem)
{
    ladle_cli_options *o = &out->options;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, NULL, NULL},
        {"only", 0, 0, G_OPTION_ARG_FILENAME, &o->only, NULL, NULL},
        {"wave", 0, 0, G_OPTION_ARG_FILENAME, &o->wave, NULL, NULL},
        {"names", 0, 0, G_OPTION_ARG_NONE, &o->names, NULL, NULL},
        {"language", 0, 0, G_OPTION_ARG_FILENAME, &o->language, NULL, NULL},
        {"template", 0, 0, G_OPTION_ARG_FILENAME, &o->template_name, NULL, NULL},
        {"set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->settings, NULL, NULL},
        {"theme", 0, 0, G_OPTION_ARG_FILENAME, &o->theme, NULL, NULL},
        {"keep-going", 0, 0, G_OPTION_ARG_NONE, &o->keep_going, NULL, NULL},
        {"quiet", 0, 0, G_OPTION_ARG_NONE, &o->quiet, NULL, NULL},
        {"dump", 0, 0, G_OPTION_ARG_FILENAME, &o->dump, NULL, NULL},
        {"show", 0, 0, G_OPTION_ARG_NONE, &o->show, NULL, NULL},
        {"protected", 0, 0, G_OPTION_ARG_NONE, &o->protected, NULL, NULL},
        {"diagnostics", 0, 0, G_OPTION_ARG_FILENAME, &o->diagnostics, NULL, NULL},
        {"help", 'h', 0, G_OPTION_ARG_NONE, &out->help, NULL, NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->operands, NULL, NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    GOptionEntry known[G_N_ELEMENTS(entries)] = {{0}};
    unsigned n = 0;
    for (gsize i = 0; entries[i].long_name; i++) {
        char *word = g_strdup_printf(" %s ", entries[i].long_name);
        if (strstr(command->takes, word) || g_str_equal(entries[i].long_name, "help") ||
            g_str_equal(entries[i].long_name, G_OPTION_REMAINING))
            known[n++] = entries[i];
        g_free(word);
    }
    GOptionContext *context = g_option_context_new(NULL);
    GError *error = NULL;
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, known, NULL);
    bool ok = g_option_context_parse(context, &argc, &argv, &error);
    if (!ok) {
        *problem = problem_of(command, known, argc, argv, error);
        g_error_free(error);
    } else if (spoilt_option(o)) {
        *problem = g_strdup_printf("the value of %s is not text in UTF-8", spoilt_option(o));
        ok = false;
    }
    g_option_context_free(context);
    return ok;
}

/* The first option or operand that is there but empty, as an unset variable of a script leaves it;
 * NULL: none. */
static const char *given_empty(const ladle_cli_options *o)
{
    const struct {
        const char *name, *value;
    } given[] = {
        {"--output", o->output},
        {"--only", o->only},
        {"--wave", o->wave},
        {"--language", o->language},
        {"--template", o->template_name},
        {"--theme", o->theme},
        {"--dump", o->dump},
        {"--diagnostics", o->diagnostics},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(given); i++)
        if (given[i].value && !*given[i].value)
            return given[i].name;
    for (char **setting = o->settings; setting && *setting; setting++)
        if (!**setting)
            return "--set";
    for (char **operand = o->operands; operand && *operand; operand++)
        if (!**operand)
            return "the command";
    return NULL;
}

static void free_options(ladle_cli_options *options)
{
    char *strings[] = {options->output,        options->only,  options->wave,
                       options->language,      options->theme, options->diagnostics,
                       options->template_name, options->dump};
    for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    g_strfreev(options->settings);
    g_strfreev(options->operands);
}

static int run(const subcommand *command, const ladle_cli_options *options)
{
    bool json = options->diagnostics && g_str_equal(options->diagnostics, "json");
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_exit status = command->run(options, diagnostics);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0},
                       "standard output cannot be written; is the disk full?");
        status = LADLE_EXIT_ENVIRONMENT;
    }
    bool summary = ladle_diag_total(diagnostics) > 0 || g_str_equal(command->name, "check");
    ladle_diag_print(diagnostics, stderr, json, summary && !g_str_equal(command->name, "explain"));
    ladle_diagnostics_free(diagnostics);
    return status;
}

static int too_many_words(const subcommand *command, const ladle_cli_options *options)
{
    const char *extra = options->operands[command->most];
    if (g_str_has_prefix(extra, "\u2013") || g_str_has_prefix(extra, "\u2014"))
        return wrong_usage("options begin with a plain hyphen, -, not with the dash of", extra);
    bool takes_output = strstr(command->takes, " output ") && !options->output;
    char *about =
        takes_output ? g_strdup_printf("%s (did you mean -o %s?)", extra, extra) : g_strdup(extra);
    int status = wrong_usage("there is a word too many:", about);
    g_free(about);
    return status;
}

/* Runs a subcommand whose options could be read, unless what they say cannot be meant. */
static int run_as_asked(const subcommand *command, ladle_cli_options *options)
{
    int n = options->operands ? (int)g_strv_length(options->operands) : 0;
    if (given_empty(options))
        return wrong_usage("an empty value was given to", given_empty(options));
    if (n == 0 || n < command->least) {
        char *usage = g_strdup_printf("%s %s", command->name, command->operands);
        int status =
            wrong_usage(g_str_equal(command->operands, "DIR") ? "name the new folder: ladle"
                                                              : "say what to work on: ladle",
                        usage);
        g_free(usage);
        return status;
    }
    if (n > command->most)
        return too_many_words(command, options);
    if (options->diagnostics && !g_str_equal(options->diagnostics, "json") &&
        !g_str_equal(options->diagnostics, "text"))
        return wrong_usage("--diagnostics is text or json, not", options->diagnostics);
    options->study = options->operands[0];
    return run(command, options);
}

int ladle_main(int argc, char **argv)
{
    if (argc < 2)
        return wrong_usage("name a command, such as check or report", NULL);
    if (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h") ||
        g_str_equal(argv[1], "help")) {
        print_help(stdout);
        return LADLE_EXIT_DONE;
    }
    if (g_str_equal(argv[1], "--version")) {
        puts("ladle " LADLE_VERSION);
        return LADLE_EXIT_DONE;
    }
    const subcommand *command = find(argv[1]);
    if (!command)
        return unknown_subcommand(argv[1]);

    parsed line = {0};
    char *problem = NULL;
    int status;
    if (!parse(command, argc - 1, argv + 1, &line, &problem)) {
        status = wrong_usage(problem, NULL);
    } else if (line.help) {
        print_subcommand_help(command);
        status = LADLE_EXIT_DONE;
    } else {
        status = run_as_asked(command, &line.options);
    }
    g_free(problem);
    free_options(&line.options);
    return status;
}
