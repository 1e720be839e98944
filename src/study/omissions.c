#include "study/omissions.h"

const char *ladle_omission_reason(const ladle_omissions *omissions, unsigned message)
{
    const ladle_diag *diag = ladle_diag_at(omissions->diagnostics, message);
    return ladle_arena_printf(omissions->arena, "%s (%s)", ladle_diag_title(diag->code),
                              ladle_diag_text(diag->code));
}

void ladle_omit_message(ladle_omissions *omissions, const char *what, unsigned message)
{
    const ladle_diag *diag = ladle_diag_at(omissions->diagnostics, message);
    ladle_omission omission = {.pos = diag->pos, .what = what};
    omission.pos.file = ladle_arena_strdup(omissions->arena, diag->pos.file);
    omission.reason = ladle_omission_reason(omissions, message);
    g_array_append_val(omissions->list, omission);
}

void ladle_omit_file(ladle_omissions *omissions, const char *name)
{
    ladle_omit_message(omissions, "file", ladle_diag_total(omissions->diagnostics) - 1);
    g_array_index(omissions->list, ladle_omission, omissions->list->len - 1).pos =
        (ladle_pos){name, 0, 0};
}
