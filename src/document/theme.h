/* Themes: how a document looks, read from a file such as templates/theme.xml.
 *
 * A theme names colours and fonts, measures the page, and gives styles: by selector ("td.own",
 * "figure.ideal td", "h1, h2") for elements, by name for what no element stands for, and measures
 * for charts. Selectors choose by element and class of a node and of what is around it; of two
 * rules that say the same thing the one with more classes wins, then with more elements, then the
 * later one. An aside in a line of text (in the side column) has the element name `side`.
 *
 * The names that every theme has (a style each; the layout asks for them by ladle_theme_named):
 *   head-left head-right foot-left foot-right   running head and foot
 *   footnote                 the group of footnotes: rule above (its width in rule_width), space
 *                            between rule and text in `padding_top`
 *   footnote-mark            the raised number in the text; `rise`
 *   footnote-number          the number before the note, in the hanging of element `note`
 *   caption-label            "Figur 2"; number_gap: between it and the title
 *   continued                "fortsat" beside a repeated caption
 *   continues                "Figur 2 fortsætter" below the part of a table
 *   row-continued            "fortsat" below the name of a row that broke
 *   toc-1 toc-2 toc-3        a contents line; `left`: where the title begins
 *   toc-1-number ...         its section number; `left`: where it begins
 *   toc-1-page ...           its page number; `width`: right edge
 *   figure-list-line figure-list-number figure-list-page    the same for the list of figures
 *   reference                a ref to a page or with one, backlinks
 *   chart-label              labels, keys and values in charts
 *   chart-year chart-month   above the axis of a timeline
 *   chart-cover              names of the rows of the cover's matrix
 */
#ifndef LADLE_DOCUMENT_THEME_H
#define LADLE_DOCUMENT_THEME_H

#include "base/diag.h"
#include "document/node.h"
#include "document/style.h"

#include <libxml/tree.h>

/* The theme in `tree` (read by ladle_xml_document_read), whose URL is its name in messages. NULL
 * when there was an error; all that is wrong is diagnosed first. The tree may be freed afterwards.
 * The theme keeps the styles it computes in `arena`, so it must not outlive it. */
ladle_theme *ladle_theme_load(ladle_arena *arena, xmlDoc *tree, ladle_diagnostics *diagnostics);

/* The style of a node whose parent (its style included), kind and classes are set; equal ones are
 * shared. The parent's is inherited from. */
const ladle_style *ladle_style_compute(const ladle_theme *theme, const ladle_node *node);

/* A colour as drawn on white from "#RRGGBB"; false when it is none. */
bool ladle_colour_parse(const char *text, ladle_colour *colour);

/* A length with its unit ("12.5pt", "34mm"; "0" needs none) in Pango units, rounded to the
 * nearest. false when it is none, or longer than 10 m. */
bool ladle_length_parse(const char *text, ladle_length *length);

#endif
