/* Devices: where pages are drawn. A device is a table of functions, one for each kind of item; the
 * PDF, the picture and whatever comes later are given the same pages.
 *
 * Drawing functions return nothing: the first failure sticks in the device, which does nothing
 * from then on and is asked once, at the end of a page. */
#ifndef LADLE_OUTPUT_DEVICE_H
#define LADLE_OUTPUT_DEVICE_H

#include "layout/pages.h"

typedef struct ladle_device ladle_device;
struct ladle_device {
    void (*begin_page)(ladle_device *self, const ladle_page *page);
    void (*glyphs)(ladle_device *self, const ladle_page_item *item);
    void (*path)(ladle_device *self, const ladle_page_item *item);
    void (*image)(ladle_device *self, const ladle_page_item *item);
    bool (*end_page)(ladle_device *self); /* false: something failed, on this page or before */
};

/* Draws a page on a device; what end_page says. Items that would leave no ink are left out. */
bool ladle_device_draw(ladle_device *device, const ladle_page *page);

#endif
