/* Whether a quotation says what its source says (docs/study-format.md, check 11). */
#ifndef LADLE_STUDY_QUOTATION_H
#define LADLE_STUDY_QUOTATION_H

/* The first words of the quotation that do not stand in the source, in their order; NULL: all do.
 * To be freed. What may differ: white space, the case of the quotation's first letter, quotation
 * marks, omissions (…, ..., […], (…)), and words in square brackets, which may stand for any. */
char *ladle_quotation_differs(const char *quotation, const char *source);

#endif
