/* Authors who say in their own words what a report does not say of a quotation. */
#ifndef LADLE_CLI_WARN_ROLES_H
#define LADLE_CLI_WARN_ROLES_H

#include "report/report.h"

/* Warns of texts of the wave reported in which the role of a speaker, or the group that he or she
 * sits in, stands beside a quotation whose printed attribution does not give the role. */
void ladle_warn_roles(const ladle_report_context *context, ladle_diagnostics *diagnostics);

#endif
