#include "batch/batch.h"

#include "batch/delivery.h"
#include "batch/interrupt.h"
#include "batch/jobs.h"
#include "batch/settings.h"

#include <stdio.h>
#include <unistd.h>

/* -------------------------------------------------------------------------------- progress */

typedef struct {
    bool quiet, terminal;
    unsigned done, of;
    gint64 began;
} progress;

static progress progress_begin(bool quiet, unsigned of)
{
    return (progress){.quiet = quiet,
                      .terminal = isatty(STDERR_FILENO),
                      .of = of,
                      .began = g_get_monotonic_time()};
}

static void progress_step(progress *self, const char *name, unsigned pages, bool made)
{
    self->done++;
    if (self->quiet)
        return;
    if (self->terminal) {
        double spent = (double)(g_get_monotonic_time() - self->began) / G_USEC_PER_SEC;
        double left = spent / self->done * (self->of - self->done);
        fprintf(stderr, "\r%u of %u reports, %.0f s left   %s", self->done, self->of, left,
                self->done == self->of ? "\n" : "");
    } else if (made) {
        fprintf(stderr, "%s: %u %s\n", name, pages, pages == 1 ? "page" : "pages");
    } else {
        fprintf(stderr, "%s: not made\n", name);
    }
}

/* ------------------------------------------------------------------------------------- run */

static ladle_exit dump(const ladle_batch_options *options, const GPtrArray *jobs,
                       ladle_diagnostics *diagnostics)
{
    bool all = true;
    for (guint i = 0; i < jobs->len; i++) {
        GByteArray *out = g_byte_array_new();
        all = ladle_report_make(options->context, g_ptr_array_index(jobs, i), options->stage, out,
                                NULL, diagnostics) &&
              all;
        if (fwrite(out->data, 1, out->len, stdout) != out->len)
            ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0},
                           "standard output cannot be written");
        g_byte_array_unref(out);
    }
    return all ? LADLE_EXIT_DONE : LADLE_EXIT_INPUT;
}

typedef struct {
    unsigned made;
    GPtrArray *failed; /* the jobs of reports that were not made */
    bool disk_failed;
} outcome;

/* Each report that failed is listed, whatever the progress shows. Its old file goes with the
 * delivery it belonged to, so it must be known first whether that was replaced. */
static void tell_failures(const outcome *result, const ladle_delivery *delivery, bool published,
                          ladle_diagnostics *diagnostics)
{
    for (guint i = 0; i < result->failed->len; i++) {
        const ladle_report_job *job = g_ptr_array_index(result->failed, i);
        bool had = ladle_delivery_has(delivery, job->file_name);
        ladle_diag_add(diagnostics, LADLE_DIAG_REPORT_FAILED, (ladle_pos){0},
                       "%s was not made, for the errors told here; mend them and run again%s",
                       job->file_name,
                       !had        ? ""
                       : published ? " (its old file was removed, so that nobody takes it for new)"
                                   : " (its old file is as it was)");
    }
}

static outcome make_all(const ladle_batch_options *options, const GPtrArray *jobs,
                        ladle_delivery *delivery, ladle_diagnostics *diagnostics)
{
    outcome result = {.failed = g_ptr_array_new()};
    progress steps = progress_begin(options->quiet, jobs->len);
    for (guint i = 0; i < jobs->len && !result.disk_failed && !ladle_interrupted(); i++) {
        ladle_report_job *job = g_ptr_array_index(jobs, i);
        GByteArray *out = g_byte_array_new();
        unsigned pages = 0;
        bool made =
            ladle_report_make(options->context, job, LADLE_STAGE_PDF, out, &pages, diagnostics);
        if (made && !ladle_delivery_add(delivery, job->file_name, out, diagnostics))
            result.disk_failed = true;
        else if (made)
            result.made++;
        else
            g_ptr_array_add(result.failed, job);
        progress_step(&steps, job->file_name, pages, made);
        g_byte_array_unref(out);
    }
    return result;
}

/* What has been made takes the place of the old delivery, from which failed reports are dropped. */
static ladle_exit publish(const ladle_batch_options *options, const outcome *result,
                          ladle_delivery *delivery, ladle_diagnostics *diagnostics)
{
    for (guint i = 0; i < result->failed->len; i++) {
        const ladle_report_job *job = g_ptr_array_index(result->failed, i);
        ladle_delivery_drop(delivery, job->file_name);
    }
    bool published =
        result->made > 0 && ladle_delivery_publish(delivery, options->only != NULL, diagnostics);
    tell_failures(result, delivery, published, diagnostics);
    if (result->made > 0 && !published)
        return LADLE_EXIT_ENVIRONMENT;
    return result->failed->len ? LADLE_EXIT_INPUT : LADLE_EXIT_DONE;
}

static ladle_exit deliver(const ladle_batch_options *options, const GPtrArray *jobs,
                          ladle_delivery *delivery, ladle_diagnostics *diagnostics)
{
    ladle_interrupt_listen();
    outcome result = make_all(options, jobs, delivery, diagnostics);
    bool interrupted = ladle_interrupted();
    ladle_interrupt_ignore();
    ladle_exit status = LADLE_EXIT_ENVIRONMENT;
    if (result.disk_failed || interrupted)
        tell_failures(&result, delivery, false, diagnostics);
    else
        status = publish(options, &result, delivery, diagnostics);
    if (interrupted && !result.disk_failed) {
        ladle_diag_add(diagnostics, LADLE_DIAG_INTERRUPTED, (ladle_pos){0},
                       "the run was interrupted; the reports that were there are as they were, run "
                       "again to make the new ones");
        status = LADLE_EXIT_TRY_AGAIN;
    }
    g_ptr_array_unref(result.failed);
    return status;
}

static ladle_exit open_and_deliver(const ladle_batch_options *options, const GPtrArray *jobs,
                                   ladle_diagnostics *diagnostics)
{
    ladle_delivery *delivery;
    const char *kind = options->context->names ? "named" : "anonymous";
    ladle_exit status = LADLE_EXIT_ENVIRONMENT;
    switch (ladle_delivery_open(options->folder, kind, &delivery, diagnostics)) {
    case LADLE_DELIVERY_OPEN:
        status = deliver(options, jobs, delivery, diagnostics);
        ladle_delivery_close(delivery);
        break;
    case LADLE_DELIVERY_FAILED:
        break;
    case LADLE_DELIVERY_BUSY:
        status = LADLE_EXIT_TRY_AGAIN;
        break;
    case LADLE_DELIVERY_REFUSED:
        status = LADLE_EXIT_USAGE;
        break;
    }
    return status;
}

static ladle_exit run_jobs(const ladle_batch_options *options, ladle_arena *arena,
                           const GPtrArray *jobs, ladle_diagnostics *diagnostics)
{
    ladle_report_context context = *options->context;
    ladle_batch_options with_tools = *options;
    with_tools.context = &context;
    context.tools = ladle_batch_tools(arena, &context, jobs, diagnostics);
    if (!context.tools)
        return LADLE_EXIT_INPUT;
    if (!ladle_batch_settings_fit(&context, jobs, diagnostics))
        return LADLE_EXIT_USAGE;
    return options->stage == LADLE_STAGE_PDF ? open_and_deliver(&with_tools, jobs, diagnostics)
                                             : dump(&with_tools, jobs, diagnostics);
}

ladle_exit ladle_batch_run(const ladle_batch_options *options, ladle_diagnostics *diagnostics)
{
    ladle_arena *arena = ladle_arena_new();
    GPtrArray *jobs = ladle_batch_jobs(arena, options, diagnostics);
    ladle_exit status = jobs ? run_jobs(options, arena, jobs, diagnostics) : LADLE_EXIT_USAGE;
    ladle_arena_free(arena);
    return status;
}
