/* Contrast of two colours, as the Web Content Accessibility Guidelines 2.1 define it. */
#ifndef LADLE_DOCUMENT_CONTRAST_H
#define LADLE_DOCUMENT_CONTRAST_H

#include "document/style.h"

/* Text needs 4.5:1 on its ground (success criterion 1.4.3, level AA), marks that carry data 3:1
 * (1.4.11). The theme asks 4.5:1 of large text too. */
#define LADLE_CONTRAST_TEXT 4.5
#define LADLE_CONTRAST_MARK 3.0

/* The contrast ratio of two colours, from 1 (none) to 21 (black on white), whichever comes first:
 * (L1 + 0.05) / (L2 + 0.05), L1 being the lighter one's relative luminance. */
double ladle_contrast(ladle_colour one, ladle_colour other);

#endif
