/* Templates: XSLT 1.0 sheets that turn an input document into a document.
 *
 * A sheet is read under the rules of xml/reader.h, may include and import only sheets that lie
 * beside it or in the built-in template folder, and can neither read nor write anything else.
 * Functions that depend on the day, on chance or on installed locales do not exist. */
#ifndef LADLE_TEMPLATE_TEMPLATE_H
#define LADLE_TEMPLATE_TEMPLATE_H

#include "base/diag.h"

#include <libxml/tree.h>

typedef struct ladle_template ladle_template;

/* An extension function "ladle:NAME" (namespace urn:x-ladle:functions): strings in, string out.
 * The result is copied. `self` is what ladle_template_apply was given. */
typedef const char *ladle_template_call(void *self, const char *const *arguments,
                                        unsigned n_arguments);

typedef struct {
    const char *name;
    unsigned least, most; /* how many arguments */
    ladle_template_call *call;
} ladle_template_function;

/* The sheet in `path` (named `name` in messages); imports are looked for beside it and in
 * `built_in`. NULL with diagnostics when it is broken. Yours to free. */
ladle_template *ladle_template_open(const char *path, const char *name, const char *built_in,
                                    ladle_diagnostics *diagnostics);
/* A parameter of a sheet: an xsl:param at its top, or at the top of what it imports. */
typedef struct {
    const char *name;
    const char *value;         /* when nothing is set; NULL: it has to be computed */
    const char *const *values; /* what it may be set to (ladle:values); NULL: anything */
} ladle_template_parameter;

/* Its parameters, by name, ended by a row whose name is NULL. */
const ladle_template_parameter *ladle_template_parameters(const ladle_template *template);

/* What a parameter is with these settings ("NAME=VALUE", the last one of a name holds, ended by
 * NULL; NULL: none). NULL where the sheet has no such parameter, or it has to be computed. */
const char *ladle_template_value(const ladle_template *template, const char *const *settings,
                                 const char *name);

/* SHA-256, in hexadecimal, of the sheet and of all that it includes and imports. */
const char *ladle_template_digest(const ladle_template *template);

void ladle_template_free(ladle_template *template);

/* The document that the template makes of the input with these settings (those of other templates
 * are passed over); its URL is the template's name, for
 * messages. NULL with diagnostics. Yours to free with xmlFreeDoc. functions is ended by a row
 * whose name is NULL. */
xmlDoc *ladle_template_apply(const ladle_template *template, xmlDoc *input,
                             const char *const *settings, const ladle_template_function *functions,
                             void *self, ladle_diagnostics *diagnostics);

#endif
