/* What travels inside a report: the input document it was made from, the data of its tables and
 * charts, and the fingerprint of all that went in. */
#ifndef LADLE_REPORT_ATTACH_H
#define LADLE_REPORT_ATTACH_H

#include "base/gate.h"
#include "document/node.h"
#include "report/report.h"

#include <libxml/tree.h>

/* The attachments of a report, of ladle_attachment. Every word of them, also those that stand on
 * no page, is heard at the gate; characters that the gate lets nobody draw are changed in `input`
 * as it changes them. Array and all in it are the arena's. NULL with a diagnostic when a picture of
 * the document cannot be read. */
GPtrArray *ladle_report_attachments(ladle_arena *arena, const ladle_report_context *context,
                                    const ladle_report_job *job, xmlDoc *input,
                                    const ladle_document *document, ladle_gate *gate,
                                    ladle_diagnostics *diagnostics);

#endif
