/* Limits that more than one room holds to, so that `ladle check` can tell of them before a report
 * is made. */
#ifndef LADLE_BASE_LIMITS_H
#define LADLE_BASE_LIMITS_H

enum {
    /* A string of an archived document, in bytes (ISO 19005-3, 6.1.13), and how many units of
     * UTF-16 fit into one after the mark of two bytes that it begins with. */
    LADLE_STRING_BYTES = 32767,
    LADLE_STRING_UNITS = (LADLE_STRING_BYTES - 2) / 2,

    /* A picture: its file, its pixels in all and on one side. */
    LADLE_IMAGE_BYTES_MAX = 32 * 1024 * 1024,
    LADLE_IMAGE_PIXELS_MAX = 40 * 1000 * 1000,
    LADLE_IMAGE_SIDE_MAX = 20000
};

#endif
