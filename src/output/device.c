#include "output/device.h"

static bool leaves_ink(const ladle_page_item *item)
{
    switch (item->kind) {
    case LADLE_ITEM_GLYPHS:
        return item->run->n_glyphs > 0;
    case LADLE_ITEM_PATH:
        return item->path->n_ops > 0 && (!item->path->fill.none || !item->path->stroke.none);
    case LADLE_ITEM_IMAGE:
        return item->width > 0 && item->height > 0;
    }
    return false;
}

bool ladle_device_draw(ladle_device *device, const ladle_page *page)
{
    device->begin_page(device, page);
    for (unsigned i = 0; i < page->items->len; i++) {
        const ladle_page_item *item = page->items->pdata[i];
        if (!leaves_ink(item))
            continue;
        switch (item->kind) {
        case LADLE_ITEM_GLYPHS:
            device->glyphs(device, item);
            break;
        case LADLE_ITEM_PATH:
            device->path(device, item);
            break;
        case LADLE_ITEM_IMAGE:
            device->image(device, item);
            break;
        }
    }
    return device->end_page(device);
}
