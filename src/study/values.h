/* The types of values that schema/study.rnc knows, checked as XML Schema's datatypes say, to the
 * letter. Inside study/ only. */
#ifndef LADLE_STUDY_VALUES_H
#define LADLE_STUDY_VALUES_H

#include "study/grammar.h"

#include <glib.h>

/* Appends text with white space collapsed (as xsd:token: tab, line feed, return and space only). */
void ladle_collapse(GString *out, const char *text);

/* Whether the collapsed text is a value of the rule's type. */
bool ladle_value_fits(const ladle_attribute_rule *rule, const char *text);

/* What the type asks for, for messages: "a whole number (0, 1, 2 …)"; NULL for a choice. */
const char *ladle_value_wanted(ladle_value_type type);

/* A decimal number as a double, the nearest; text fits LADLE_VALUE_COUNT, _AMOUNT or _GOAL. */
double ladle_value_number(const char *text);

/* Whether a number can be read as thousands too: one to three digits, a point, three digits, as
 * "250.000". */
bool ladle_value_is_doubtful(const char *text);

/* How such a number is written so that there is no doubt: "250000" if thousands were meant, and
 * "250.00" if not. To be freed. */
char *ladle_value_as_thousands(const char *text);
char *ladle_value_as_decimal(const char *text);

/* How a number was meant that has marks between its thousands, or a comma: "1250000" of
 * "1.250.000", "12.5" of "12,5", "12500 or 12.50" of "12,500". NULL: it cannot be told. To be
 * freed. */
char *ladle_value_meant(const char *text);

/* An answer's value as a number: -?[0-9]+([.,][0-9]+)?, comma and point alike. False: it is none.
 */
bool ladle_answer_number(const char *text, double *number);

#endif
