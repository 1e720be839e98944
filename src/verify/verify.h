/* Judging a finished PDF by the machine rules of PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).
 *
 * The file is read by a reader of this room alone, which mends nothing: what the library that wrote
 * the file forgives is seen here. All rules stand in rules.def. */
#ifndef LADLE_VERIFY_VERIFY_H
#define LADLE_VERIFY_VERIFY_H

#include "base/diag.h"

#include <stdbool.h>

/* Judges the bytes of a PDF. Each broken rule is an error in `diagnostics` under the file name
 * `name` (relative or absolute, copied), with clause and place; of each rule the first few faults
 * are told one by one, the rest counted. Any bytes may be given: what is no PDF, broken or
 * too large to judge is an error like any other. Returns whether no rule is broken. */
bool ladle_verify(const void *pdf, size_t bytes, const char *name, ladle_diagnostics *diagnostics);

/* How many rules there are, and what the i-th is: its id ("table-scope"), the clauses it comes
 * from, and what must hold, as a sentence. All borrowed. */
typedef struct {
    const char *id, *clause, *sentence;
    ladle_diag_code code;
} ladle_verify_rule;

unsigned ladle_verify_rules(void);
const ladle_verify_rule *ladle_verify_rule_at(unsigned i);

#endif
