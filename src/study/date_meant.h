/* What a date that is none was meant to be, for messages. Inside study/ only. */
#ifndef LADLE_STUDY_DATE_MEANT_H
#define LADLE_STUDY_DATE_MEANT_H

#include <stdbool.h>

/* The date as it must be written, "2015-10/2016-03" of "2015-10–2016-03" and "2015-10-01" of
 * "1.10.2015"; "2016-05-03 or 2016-03-05" of "3/5/2016"; NULL: it cannot be told. To be freed.
 * Where it is a date of another form, and the form is not what is wrong with it ("31.4.2030"),
 * `wrong` is set to what is. */
char *ladle_date_meant(const char *text, const char **wrong);

/* Whether there is a dash (– or its like) in the text, which looks much like a hyphen. */
bool ladle_date_has_dash(const char *text);

#endif
