/* Quotations set in the marks of the report's language, once: whatever marks a quotation brings are
 * replaced by the language's, those inside it by its inner ones, and one that brings none gets
 * them. Apostrophes and marks without a partner stay as they are. */
#ifndef LADLE_REPORT_QUOTATION_MARKS_H
#define LADLE_REPORT_QUOTATION_MARKS_H

#include "report/language.h"

typedef enum {
    LADLE_QUOTED_WHOLE, /* all of it is the quotation */
    LADLE_QUOTED_AFTER  /* it may begin with words of somebody else: "A manager says: “...”" */
} ladle_quoted;

/* Sets a quotation that runs over n pieces of text (the texts between its tags), each replaced by a
 * string of the arena. level: 0, or how many quotations it stands in. */
void ladle_quotation_set(const ladle_language *language, ladle_arena *arena, ladle_quoted how,
                         unsigned level, const char **pieces, unsigned n);

#endif
