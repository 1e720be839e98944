#include "batch/settings.h"

#include "base/diag.h"

#include <string.h>

/* "all, cited or none". */
static char *words_of_values(const char *const *values)
{
    GString *words = g_string_new(NULL);
    for (unsigned i = 0; values && values[i]; i++)
        g_string_append_printf(words, "%s%s",
                               i == 0          ? ""
                               : values[i + 1] ? ", "
                                               : " or ",
                               values[i]);
    return g_string_free(words, FALSE);
}

static const ladle_template_parameter *find(const ladle_template *template, const char *name)
{
    const ladle_template_parameter *parameter = ladle_template_parameters(template);
    while (parameter->name && !g_str_equal(parameter->name, name))
        parameter++;
    return parameter->name ? parameter : NULL;
}

static const ladle_template *template_of(const ladle_report_context *context, const GPtrArray *jobs,
                                         guint i)
{
    const ladle_report_job *job = g_ptr_array_index(jobs, i);
    return ladle_report_tools_template(context->tools, job->template_path);
}

/* The parameters that can be set, as "evidence (all, cited or none; all if nothing is set)". */
static char *words_of_all(const ladle_report_context *context, const GPtrArray *jobs,
                          GPtrArray *names)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < jobs->len; i++) {
        const ladle_template_parameter *one =
            ladle_template_parameters(template_of(context, jobs, i));
        for (; one->name; one++) {
            if (g_ptr_array_find_with_equal_func(names, one->name, g_str_equal, NULL))
                continue;
            char *values = words_of_values(one->values);
            g_ptr_array_add(names, (char *)one->name);
            g_string_append_printf(words, "%s%s", words->len ? ", " : "", one->name);
            if (*values && one->value)
                g_string_append_printf(words, " (%s; %s if nothing is set)", values, one->value);
            g_free(values);
        }
    }
    return g_string_free(words, FALSE);
}

static void tell_unknown(const ladle_report_context *context, const GPtrArray *jobs,
                         const char *name, ladle_diagnostics *diagnostics)
{
    GPtrArray *names = g_ptr_array_new();
    char *all = words_of_all(context, jobs, names);
    g_ptr_array_add(names, NULL);
    const char *near = ladle_nearest_name(name, (const char *const *)names->pdata);
    ladle_diag_add(diagnostics, LADLE_DIAG_SETTING, (ladle_pos){0},
                   "--set %s: the templates in use have no such parameter%s%s%s; %s%s", name,
                   near ? " (did you mean \"" : "", near ? near : "", near ? "\"?)" : "",
                   *all ? "there are: " : "they have none", all);
    g_ptr_array_free(names, TRUE);
    g_free(all);
}

/* Of the templates that have the parameter, whether each takes the value. */
static bool fits(const ladle_report_context *context, const GPtrArray *jobs, const char *name,
                 const char *value, ladle_diagnostics *diagnostics)
{
    bool known = false;
    for (guint i = 0; i < jobs->len; i++) {
        const ladle_template_parameter *one = find(template_of(context, jobs, i), name);
        known = known || one;
        if (!one || !one->values || g_strv_contains(one->values, value))
            continue;
        char *values = words_of_values(one->values);
        ladle_diag_add(diagnostics, LADLE_DIAG_SETTING, (ladle_pos){0},
                       "--set %s=%s: %s takes %s, and not \"%s\"", name, value, name, values,
                       value);
        g_free(values);
        return false;
    }
    if (!known)
        tell_unknown(context, jobs, name, diagnostics);
    return known;
}

bool ladle_batch_settings_fit(const ladle_report_context *context, const GPtrArray *jobs,
                              ladle_diagnostics *diagnostics)
{
    bool all = true;
    for (unsigned i = 0; context->settings && context->settings[i]; i++) {
        const char *setting = context->settings[i], *equals = strchr(setting, '=');
        char *name = equals ? g_strndup(setting, (gsize)(equals - setting)) : NULL;
        if (!equals || equals == setting) {
            ladle_diag_add(diagnostics, LADLE_DIAG_SETTING, (ladle_pos){0},
                           "--set %s: a parameter is set as NAME=VALUE, such as evidence=cited",
                           setting);
            all = false;
        } else {
            all = fits(context, jobs, name, equals + 1, diagnostics) && all;
        }
        g_free(name);
    }
    return all;
}
