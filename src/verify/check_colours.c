/* Colours: the output intent, and what is drawn in colours of a device. */
#include "verify/checking.h"

/* What a profile's head says: bytes 12 to 15 the class of device, 16 to 19 the kind of colours. */
static const char *profile_colours(checking *c, const pdf_value *profile)
{
    const char *data;
    size_t bytes;
    if (!ladle_verify_decode(c->file, profile, c->arena, &data, &bytes) || bytes < 128)
        return NULL;
    bool device = memcmp(data + 12, "mntr", 4) == 0 || memcmp(data + 12, "prtr", 4) == 0;
    bool signed_ = memcmp(data + 36, "acsp", 4) == 0;
    if (!device || !signed_ || data[8] < 2 || data[8] > 4)
        return NULL;
    static const char *const kinds[] = {"RGB ", "GRAY", "CMYK"};
    static const gint64 channels[] = {3, 1, 4};
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (memcmp(data + 16, kinds[i], 4) == 0 &&
            pdf_integer(ladle_verify_get(c->file, profile, "N"), 0) == channels[i])
            return kinds[i];
    return NULL;
}

/* The colours of the output intent: "RGB ", "GRAY", "CMYK"; NULL: there is no intent that counts.
 */
static const char *intent_colours(checking *c)
{
    const pdf_value *intents = ladle_verify_get(c->file, c->catalog, "OutputIntents"),
                    *profile = NULL;
    bool archival = false, same = true;
    for (unsigned i = 0; intents->kind == PDF_ARRAY && i < intents->count; i++) {
        const pdf_value *intent = ladle_verify_item(c->file, intents, i);
        const pdf_value *of_this = ladle_verify_get(c->file, intent, "DestOutputProfile");
        archival |= pdf_name_is(ladle_verify_get(c->file, intent, "S"), "GTS_PDFA1") &&
                    of_this->kind == PDF_STREAM;
        if (of_this->kind == PDF_NULL)
            continue;
        same &= !profile || profile == of_this;
        profile = of_this;
    }
    if (!archival || !same) {
        ladle_verify_fault(
            c, RULE_COLOUR_INTENT, ON_FILE,
            archival ? "the output intents have different colour profiles"
                     : "there is no output intent GTS_PDFA1 with a colour profile, so colours "
                       "are not defined");
        return NULL;
    }
    const char *colours = profile_colours(c, profile);
    if (!colours)
        ladle_verify_fault(
            c, RULE_COLOUR_PROFILE, ON_FILE,
            "the colour profile of the output intent is none of a screen or printer in RGB, "
            "grey or CMYK");
    return colours;
}

/* ---------------------------------------------------------------- spaces and states */

static void note_space(checking *c, const pdf_value *space, unsigned depth)
{
    space = ladle_verify_resolve(c->file, space);
    if (depth > 8 || !ladle_verify_spend(c, 1))
        return;
    if (space->kind == PDF_NAME) {
        c->uses_rgb |= pdf_text_is(space, "DeviceRGB");
        c->uses_grey |= pdf_text_is(space, "DeviceGray");
        c->uses_cmyk |= pdf_text_is(space, "DeviceCMYK");
    } else if (space->kind == PDF_ARRAY && space->count > 1) {
        const pdf_value *family = ladle_verify_item(c->file, space, 0);
        if (pdf_name_is(family, "Indexed") || pdf_name_is(family, "Pattern"))
            note_space(c, &space->items[1], depth + 1);
        else if ((pdf_name_is(family, "Separation") || pdf_name_is(family, "DeviceN")) &&
                 space->count > 2)
            note_space(c, &space->items[2], depth + 1);
    } else if (space->kind == PDF_DICTIONARY && depth == 0) {
        for (unsigned i = 0; i < space->count; i++)
            note_space(c, &space->entries[i].value, depth + 1);
    }
}

void ladle_verify_check_intent(checking *c, const pdf_value *intent, verify_place place)
{
    if (intent->kind != PDF_NULL && !pdf_name_is(intent, "RelativeColorimetric") &&
        !pdf_name_is(intent, "AbsoluteColorimetric") && !pdf_name_is(intent, "Perceptual") &&
        !pdf_name_is(intent, "Saturation"))
        ladle_verify_fault(c, RULE_COLOUR_RENDERING, place,
                           "a rendering intent is none of the four of the standard");
}

static void check_state(checking *c, const pdf_value *state, unsigned object)
{
    static const char *const modes[] = {
        "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",   "Darken",
        "Lighten",   "ColorDodge", "ColorBurn",  "HardLight", "SoftLight", "Difference",
        "Exclusion", "Hue",        "Saturation", "Color",     "Luminosity"};
    const pdf_value *mode = ladle_verify_get(c->file, state, "BM"),
                    *transfer = ladle_verify_get(c->file, state, "TR2");
    bool known = mode->kind == PDF_NULL;
    for (unsigned i = 0; i < G_N_ELEMENTS(modes); i++)
        known |= pdf_name_is(mode, modes[i]);
    ladle_verify_check_intent(c, ladle_verify_get(c->file, state, "RI"), ON_OBJECT(object));
    if (!known)
        ladle_verify_fault(c, RULE_COLOUR_STATE, ON_OBJECT(object),
                           "a graphics state has a blend mode that is not of the standard");
    if (ladle_verify_entry_raw(state, "TR")->kind != PDF_NULL ||
        ladle_verify_entry_raw(state, "HTP")->kind != PDF_NULL ||
        (transfer->kind != PDF_NULL && !pdf_name_is(transfer, "Default")))
        ladle_verify_fault(c, RULE_COLOUR_STATE, ON_OBJECT(object),
                           "a graphics state has a transfer function (TR)");
}

static void check_dictionary(checking *c, const pdf_value *dictionary, unsigned object)
{
    static const char *const spaces[] = {"ColorSpace", "CS"};
    for (unsigned i = 0; i < G_N_ELEMENTS(spaces); i++) {
        const pdf_value *space = ladle_verify_entry_raw(dictionary, spaces[i]);
        if (space->kind != PDF_NULL)
            note_space(c, space, 0);
    }
    const pdf_value *group = ladle_verify_get(c->file, dictionary, "Group"),
                    *states = ladle_verify_get(c->file, dictionary, "ExtGState");
    if (group->kind == PDF_DICTIONARY && ladle_verify_entry_raw(group, "CS")->kind != PDF_NULL)
        note_space(c, ladle_verify_entry_raw(group, "CS"), 0);
    for (unsigned i = 0;
         states->kind == PDF_DICTIONARY && i < states->count && ladle_verify_spend(c, 1); i++)
        check_state(c, ladle_verify_resolve(c->file, &states->entries[i].value), object);
    if (pdf_name_is(ladle_verify_get(c->file, dictionary, "Subtype"), "Image"))
        ladle_verify_check_intent(c, ladle_verify_get(c->file, dictionary, "Intent"),
                                  ON_OBJECT(object));
    const pdf_value *resources = ladle_verify_entry_raw(dictionary, "Resources");
    if (pdf_is_dictionary(resources))
        check_dictionary(c, resources, object);
}

static void check_all_objects(checking *c)
{
    for (unsigned i = 1; i < ladle_verify_objects(c->file); i++) {
        const pdf_value *value = ladle_verify_object(c->file, i);
        if (pdf_is_dictionary(value) && !g_hash_table_contains(c->in_tree, value))
            check_dictionary(c, value, i);
    }
}

void ladle_verify_check_colours(checking *c)
{
    const char *colours = intent_colours(c);
    check_all_objects(c);
    if ((c->uses_rgb && (!colours || strcmp(colours, "RGB ") != 0)) || (c->uses_grey && !colours))
        ladle_verify_fault(
            c, RULE_COLOUR_RGB, ON_FILE,
            "colours of a screen (DeviceRGB, DeviceGray) are used without an output intent "
            "that says what they look like");
    if (c->uses_cmyk && (!colours || strcmp(colours, "CMYK") != 0))
        ladle_verify_fault(c, RULE_COLOUR_CMYK, ON_FILE,
                           "colours of a printing press (DeviceCMYK) are used");
}
