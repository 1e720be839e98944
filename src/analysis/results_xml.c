/* The results document, written as it is meant to be read: two spaces a level, one element a line,
 * attributes in the order of schema/results.rnc. */
#include "analysis/results.h"

#include <math.h>
#include <string.h>

typedef struct {
    GString *out;
    unsigned depth;
    bool in_tag; /* the start tag is not closed yet */
} writer;

/* --------------------------------------------------------------------------------- markup */

/* quote: how a quotation mark is written here. */
static void put_escaped(GString *out, const char *text, const char *quote)
{
    for (size_t plain; *text; text += plain + 1) {
        plain = strcspn(text, "&<>\"");
        g_string_append_len(out, text, (gssize)plain);
        switch (text[plain]) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '"':
            g_string_append(out, quote);
            break;
        default:
            return;
        }
    }
}

static void indent(writer *self)
{
    for (unsigned i = 0; i < self->depth; i++)
        g_string_append(self->out, "  ");
}

static void start(writer *self, const char *name)
{
    if (self->in_tag)
        g_string_append(self->out, ">\n");
    indent(self);
    g_string_append_c(self->out, '<');
    g_string_append(self->out, name);
    self->depth++;
    self->in_tag = true;
}

static void end(writer *self, const char *name)
{
    self->depth--;
    if (self->in_tag) {
        g_string_append(self->out, "/>\n");
    } else {
        indent(self);
        g_string_append_printf(self->out, "</%s>\n", name);
    }
    self->in_tag = false;
}

/* Ends an element that holds text alone. */
static void end_with_text(writer *self, const char *name, const char *text)
{
    self->depth--;
    g_string_append_c(self->out, '>');
    put_escaped(self->out, text, "\"");
    g_string_append_printf(self->out, "</%s>\n", name);
    self->in_tag = false;
}

static void text_attribute(writer *self, const char *name, const char *value)
{
    g_string_append_c(self->out, ' ');
    g_string_append(self->out, name);
    g_string_append(self->out, "=\"");
    put_escaped(self->out, value, "&quot;");
    g_string_append_c(self->out, '"');
}

static void count_attribute(writer *self, const char *name, long long value)
{
    g_string_append_printf(self->out, " %s=\"%lld\"", name, value);
}

/* "%.6f" or "%.2f", never "-0.00". The longest double has 309 digits before the point. */
static void put_real(writer *self, const char *name, const char *format, double value)
{
    char digits[384];
    g_ascii_formatd(digits, sizeof digits, format, value);
    const char *shown = digits;
    if (*shown == '-' && strspn(shown, "-0.") == strlen(shown))
        shown++;
    text_attribute(self, name, shown);
}

static void real_attribute(writer *self, const char *name, double value)
{
    put_real(self, name, "%.6f", value);
}

static void amount_attribute(writer *self, const char *name, double value)
{
    put_real(self, name, "%.2f", value);
}

static void day_attribute(writer *self, const char *name, ladle_day day)
{
    char iso[16];
    text_attribute(self, name, ladle_day_iso(day, iso));
}

/* ------------------------------------------------------------------------------- elements */

static void print_shares(writer *self, const ladle_framework *framework, const double *shares)
{
    for (unsigned i = 0; i < framework->n_levels; i++) {
        start(self, "share");
        text_attribute(self, "level", framework->levels[i]->id);
        real_attribute(self, "value", shares[i]);
        end(self, "share");
    }
}

static void print_voice(writer *self, const ladle_voice *voice)
{
    start(self, "voice");
    if (voice->sector)
        text_attribute(self, "sector", voice->sector->id);
    else
        text_attribute(self, "group", ladle_group_kind_name(voice->kind));
    text_attribute(self, "level", voice->level->id);
    count_attribute(self, "items", voice->items);
    end(self, "voice");
}

static void print_evidence(writer *self, const ladle_evidence *evidence)
{
    start(self, "evidence");
    text_attribute(self, "record", evidence->record->id);
    if (evidence->answer)
        text_attribute(self, "question", evidence->answer->question->id);
    else
        text_attribute(self, "statement", evidence->statement->id);
    if (evidence->coding && evidence->coding->coder)
        text_attribute(self, "coder", evidence->coding->coder);
    text_attribute(self, "level", evidence->level->id);
    real_attribute(self, "weight", evidence->weight);
    end(self, "evidence");
}

static void print_element(writer *self, const ladle_framework *framework,
                          const ladle_element_result *result)
{
    start(self, "element");
    text_attribute(self, "id", result->element->id);
    if (result->level) {
        text_attribute(self, "level", result->level->id);
        real_attribute(self, "agreement", result->agreement);
    }
    text_attribute(self, "support", ladle_support_name(result->support));
    count_attribute(self, "items", result->items);
    count_attribute(self, "statements", result->statements);
    count_attribute(self, "records", result->records);
    count_attribute(self, "methods", result->methods);
    count_attribute(self, "unmapped", result->unmapped);
    text_attribute(self, "split", result->split ? "yes" : "no");
    if (result->level)
        print_shares(self, framework, result->shares);
    for (unsigned i = 0; i < result->n_voices; i++)
        print_voice(self, &result->voices[i]);
    for (unsigned i = 0; i < result->items; i++)
        print_evidence(self, &result->evidence[i]);
    end(self, "element");
}

/* ------------------------------------------------------------------------------- activity */

static void meeting_counts(writer *self, const ladle_meeting_counts *counts)
{
    count_attribute(self, "held", counts->held);
    count_attribute(self, "cancelled", counts->cancelled);
    count_attribute(self, "moved", counts->moved);
}

static void print_meetings(writer *self, const ladle_activity *activity)
{
    start(self, "meetings");
    meeting_counts(self, &activity->meetings);
    if (!isnan(activity->per_month))
        real_attribute(self, "per-month", activity->per_month);
    if (activity->longest_gap >= 0)
        count_attribute(self, "longest-gap", activity->longest_gap);
    for (unsigned kind = 0; kind < LADLE_GROUP_KINDS; kind++) {
        const ladle_meeting_counts *counts = &activity->by_group[kind];
        if (counts->held + counts->cancelled + counts->moved == 0)
            continue;
        start(self, "group");
        text_attribute(self, "kind", ladle_group_kind_name((ladle_group_kind)kind));
        meeting_counts(self, counts);
        end(self, "group");
    }
    end(self, "meetings");
}

static void print_presence(writer *self, const char *of, const ladle_framework *framework,
                           const ladle_presence_counts *counts)
{
    start(self, "presence");
    text_attribute(self, "of", of);
    count_attribute(self, "recorded", counts->recorded);
    count_attribute(self, "one-sector", counts->one_sector);
    count_attribute(self, "two-sectors", counts->two_sectors);
    count_attribute(self, "three-or-more", counts->three_or_more);
    for (unsigned i = 0; counts->recorded > 0 && i < framework->n_sectors; i++) {
        start(self, "sector");
        text_attribute(self, "id", framework->sectors[i]->id);
        real_attribute(self, "share", (double)counts->at[i] / counts->recorded);
        end(self, "sector");
    }
    end(self, "presence");
}

static void print_agenda(writer *self, const ladle_agenda *agenda)
{
    for (unsigned kind = 0; kind < LADLE_ITEM_KINDS; kind++) {
        if (agenda[kind].items == 0)
            continue;
        start(self, "agenda");
        text_attribute(self, "kind", ladle_item_kind_name((ladle_item_kind)kind));
        count_attribute(self, "items", agenda[kind].items);
        if (!isnan(agenda[kind].share))
            real_attribute(self, "share", agenda[kind].share);
        end(self, "agenda");
    }
}

static void print_visits(writer *self, const ladle_activity *activity)
{
    start(self, "visits");
    count_attribute(self, "held", activity->visits_held);
    count_attribute(self, "joint", activity->visits_joint);
    for (unsigned i = 0; i < activity->n_visits; i++) {
        start(self, "axis");
        text_attribute(self, "id", activity->visits[i].axis);
        count_attribute(self, "held", activity->visits[i].held);
        count_attribute(self, "joint", activity->visits[i].joint);
        end(self, "axis");
    }
    end(self, "visits");
}

static void print_people(writer *self, const ladle_activity *activity)
{
    start(self, "overlap");
    count_attribute(self, "both", activity->overlap_both);
    count_attribute(self, "either", activity->overlap_either);
    end(self, "overlap");
    if (!activity->key_person)
        return;
    start(self, "key-person");
    text_attribute(self, "person", activity->key_person->id);
    real_attribute(self, "share", activity->key_share);
    if (!isnan(activity->key_without))
        real_attribute(self, "without", activity->key_without);
    end(self, "key-person");
}

static void print_accounts(writer *self, const ladle_activity *activity)
{
    start(self, "accounts");
    count_attribute(self, "papers", activity->papers);
    count_attribute(self, "late", activity->late);
    for (unsigned i = 0; i < activity->n_spending; i++) {
        start(self, "axis");
        if (activity->spending[i].axis)
            text_attribute(self, "id", activity->spending[i].axis);
        amount_attribute(self, "spent", activity->spending[i].spent);
        end(self, "axis");
    }
    end(self, "accounts");
}

static void print_target(writer *self, const ladle_target_result *result)
{
    start(self, "target");
    text_attribute(self, "measure", ladle_measure_name(result->target->measure));
    if (result->target->axis)
        text_attribute(self, "axis", result->target->axis);
    text_attribute(self, "due", result->target->due.text);
    amount_attribute(self, "value", result->target->value);
    amount_attribute(self, "actual", result->actual);
    real_attribute(self, "share", result->share);
    amount_attribute(self, "after", result->after);
    end(self, "target");
}

static void print_activity(writer *self, const ladle_framework *framework,
                           const ladle_activity *activity)
{
    start(self, "activity");
    print_meetings(self, activity);
    print_presence(self, "meetings", framework, &activity->at_meetings);
    print_presence(self, "visits", framework, &activity->at_visits);
    print_agenda(self, activity->agenda);
    print_visits(self, activity);
    print_people(self, activity);
    print_accounts(self, activity);
    for (unsigned i = 0; i < activity->n_targets; i++)
        print_target(self, &activity->targets[i]);
    end(self, "activity");
}

/* --------------------------------------------------------------------------- partnerships */

static void print_timeline(writer *self, const ladle_timeline *timeline)
{
    start(self, "timeline");
    for (unsigned i = 0; i < timeline->n_entries; i++) {
        const ladle_timeline_entry *entry = &timeline->entries[i];
        start(self, "entry");
        text_attribute(self, "kind", entry->kind);
        if (entry->of)
            text_attribute(self, "of", entry->of);
        text_attribute(self, "date", entry->date->text);
        day_attribute(self, "first", entry->date->first);
        day_attribute(self, "last", entry->date->last);
        if (entry->revised) {
            text_attribute(self, "revised", entry->revised->text);
            day_attribute(self, "revised-first", entry->revised->first);
            day_attribute(self, "revised-last", entry->revised->last);
        }
        if (entry->text)
            end_with_text(self, "entry", entry->text);
        else
            end(self, "entry");
    }
    end(self, "timeline");
}

static void placement_attributes(writer *self, const ladle_wave_result *result)
{
    text_attribute(self, "lowest", result->lowest->id);
    text_attribute(self, "highest", result->highest->id);
    count_attribute(self, "slack", result->slack);
    if (result->to_next > 0)
        count_attribute(self, "to-next", result->to_next);
    text_attribute(self, "provisional", result->provisional ? "yes" : "no");
    count_attribute(self, "runs", result->runs);
    count_attribute(self, "kept", result->kept);
}

static void print_placement(writer *self, const ladle_wave_result *result)
{
    for (unsigned i = 0; i < result->n_pivotal; i++) {
        start(self, "pivotal");
        text_attribute(self, "record", result->pivotal[i]->id);
        end(self, "pivotal");
    }
    for (unsigned i = 0; i < result->n_memberships; i++) {
        start(self, "membership");
        text_attribute(self, "type", result->memberships[i].type->id);
        real_attribute(self, "minimum", result->memberships[i].minimum);
        real_attribute(self, "majority", result->memberships[i].majority);
        end(self, "membership");
    }
}

static void print_wave(writer *self, const ladle_framework *framework,
                       const ladle_wave_result *result)
{
    start(self, "wave");
    text_attribute(self, "id", result->wave->id);
    if (result->placement)
        text_attribute(self, "placement", result->placement->id);
    count_attribute(self, "assessed", result->assessed);
    count_attribute(self, "elements", framework->n_elements);
    if (result->placement)
        placement_attributes(self, result);
    print_placement(self, result);
    for (unsigned i = 0; i < framework->n_elements; i++)
        print_element(self, framework, &result->elements[i]);
    for (unsigned i = 0; i < framework->n_dimensions; i++) {
        if (!result->dimensions[i].level)
            continue;
        start(self, "dimension");
        text_attribute(self, "id", result->dimensions[i].dimension->id);
        text_attribute(self, "level", result->dimensions[i].level->id);
        count_attribute(self, "of", result->dimensions[i].of);
        end(self, "dimension");
    }
    print_activity(self, framework, &result->activity);
    end(self, "wave");
}

static void print_partnership(writer *self, const ladle_study *study,
                              const ladle_partnership_result *result)
{
    start(self, "partnership");
    text_attribute(self, "id", result->partnership->id);
    for (unsigned w = 0; w < study->n_waves; w++)
        print_wave(self, study->framework, &result->waves[w]);
    print_timeline(self, &result->timeline);
    end(self, "partnership");
}

/* ------------------------------------------------------------------------------ programme */

static void print_material(writer *self, const ladle_material *material)
{
    start(self, "method");
    text_attribute(self, "id", ladle_record_kind_name(material->method));
    count_attribute(self, "records", material->records);
    count_attribute(self, "statements", material->statements);
    count_attribute(self, "partnerships", material->partnerships);
    end(self, "method");
}

static void print_programme_element(writer *self, const ladle_framework *framework,
                                    const ladle_programme_element *element)
{
    start(self, "element");
    text_attribute(self, "id", element->element->id);
    if (element->dominant) {
        text_attribute(self, "dominant", element->dominant->id);
        text_attribute(self, "low", element->low->id);
        text_attribute(self, "high", element->high->id);
    }
    for (unsigned i = 0; i < framework->n_levels; i++) {
        start(self, "count");
        text_attribute(self, "level", framework->levels[i]->id);
        count_attribute(self, "partnerships", element->counts[i]);
        end(self, "count");
    }
    end(self, "element");
}

static void print_programme(writer *self, const ladle_framework *framework,
                            const ladle_programme_wave *wave)
{
    start(self, "programme");
    text_attribute(self, "wave", wave->wave->id);
    for (unsigned i = 0; i < wave->n_material; i++)
        print_material(self, &wave->material[i]);
    for (unsigned i = 0; i < framework->n_elements; i++)
        print_programme_element(self, framework, &wave->elements[i]);
    end(self, "programme");
}

static void print_change(writer *self, const ladle_change *change)
{
    start(self, "change");
    text_attribute(self, "from", change->from->id);
    text_attribute(self, "to", change->to->id);
    text_attribute(self, "partnership", change->partnership->id);
    count_attribute(self, "placement", change->placement);
    for (unsigned i = 0; i < change->n_steps; i++) {
        start(self, "element");
        text_attribute(self, "id", change->steps[i].element->id);
        count_attribute(self, "by", change->steps[i].by);
        text_attribute(self, "firm", change->steps[i].firm ? "yes" : "no");
        end(self, "element");
    }
    end(self, "change");
}

static void print_code(writer *self, const ladle_code_count *code)
{
    start(self, "code");
    text_attribute(self, "kind",
                   code->factor                         ? "factor"
                   : code->kind == LADLE_CODE_INDICATOR ? "indicator"
                                                        : "redesign");
    text_attribute(self, "id", code->factor ? code->factor->id : code->term->id);
    count_attribute(self, "statements", code->statements);
    count_attribute(self, "records", code->records);
    count_attribute(self, "partnerships", code->partnerships);
    end(self, "code");
}

static void print_codes(writer *self, const ladle_programme_wave *wave)
{
    if (wave->n_codes == 0)
        return;
    start(self, "codes");
    text_attribute(self, "wave", wave->wave->id);
    for (unsigned i = 0; i < wave->n_codes; i++)
        print_code(self, &wave->codes[i]);
    end(self, "codes");
}

static void print_coverage(writer *self, const ladle_framework *framework,
                           const ladle_coverage *coverage)
{
    start(self, "coverage");
    text_attribute(self, "guide", coverage->guide->id);
    for (unsigned i = 0; i < framework->n_elements; i++) {
        start(self, "element");
        text_attribute(self, "id", framework->elements[i]->id);
        count_attribute(self, "questions", coverage->questions[i]);
        end(self, "element");
    }
    end(self, "coverage");
}

static void alpha_attributes(writer *self, const ladle_alpha *alpha)
{
    count_attribute(self, "units", alpha->units);
    if (!isnan(alpha->alpha))
        real_attribute(self, "alpha", alpha->alpha);
}

static void print_reliability(writer *self, const ladle_results *results)
{
    if (results->reliability.units == 0)
        return;
    start(self, "reliability");
    alpha_attributes(self, &results->reliability);
    for (unsigned i = 0; i < results->n_reliability_by_element; i++) {
        start(self, "element");
        text_attribute(self, "id", results->reliability_by_element[i].element->id);
        alpha_attributes(self, &results->reliability_by_element[i]);
        end(self, "element");
    }
    end(self, "reliability");
}

void ladle_results_print(const ladle_results *results, GString *out)
{
    const ladle_study *study = results->study;
    const ladle_framework *framework = study->framework;
    writer self = {.out = out};
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    start(&self, "results");
    text_attribute(&self, "xmlns", "urn:x-ladle:results");
    text_attribute(&self, "version", "1");
    text_attribute(&self, "study", study->id);
    text_attribute(&self, "program", "ladle " LADLE_VERSION);
    for (unsigned i = 0; i < study->n_partnerships; i++)
        print_partnership(&self, study, &results->partnerships[i]);
    for (unsigned i = 0; i < study->n_waves; i++)
        print_programme(&self, framework, &results->waves[i]);
    for (unsigned i = 0; i < results->n_changes; i++)
        print_change(&self, &results->changes[i]);
    for (unsigned i = 0; i < study->n_waves; i++)
        print_codes(&self, &results->waves[i]);
    for (unsigned i = 0; i < framework->n_guides; i++)
        print_coverage(&self, framework, &results->coverage[i]);
    print_reliability(&self, results);
    print_timeline(&self, &results->timeline);
    end(&self, "results");
}
