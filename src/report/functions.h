/* The functions templates may call, namespace urn:x-ladle:functions (docs/template-format.md):
 *   ladle:words(label, argument...)   a label with its places filled in
 *   ladle:date(edtf [, 'full'])       a date as the language writes it
 *   ladle:number(value [, decimals])  a number as the language writes it
 *   ladle:percent(share)              "41 %" with a no-break space, from 0.41
 *   ladle:sort-key(text)              a key that sorts as the language's alphabet does
 *   ladle:capital(text)               the text with its first letter as a capital
 *   ladle:quote(text)                 the text in the language's quotation marks, once */
#ifndef LADLE_REPORT_FUNCTIONS_H
#define LADLE_REPORT_FUNCTIONS_H

#include "report/language.h"
#include "template/template.h"

typedef struct {
    ladle_arena *arena;
    const ladle_language *language;
} ladle_functions;

/* The table of functions, ended by a row without a name; self is a ladle_functions. */
const ladle_template_function *ladle_functions_table(void);

#endif
