/* The parameters of a parsed sheet: xsl:param at its top or at the top of what it imports. */
#ifndef LADLE_TEMPLATE_PARAMETERS_H
#define LADLE_TEMPLATE_PARAMETERS_H

#include "template/template.h"

#include <glib.h>
#include <libxslt/xsltInternals.h>

/* An array of ladle_template_parameter in the order of their names, ended by one of zeros; yours to
 * free with ladle_parameters_free. */
GArray *ladle_parameters_of_sheet(xsltStylesheet *sheet);
void ladle_parameters_free(GArray *parameters);

#endif
