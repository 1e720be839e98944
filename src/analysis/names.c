#include "analysis/results.h"

const char *ladle_record_kind_name(ladle_record_kind kind)
{
    static const char *const names[] = {"meeting",  "observation", "interview", "questionnaire",
                                        "document", "visit",       "account"};
    return names[kind];
}

const char *ladle_group_kind_name(ladle_group_kind kind)
{
    static const char *const names[] = {"steering", "consultant", "other"};
    return names[kind];
}

const char *ladle_item_kind_name(ladle_item_kind kind)
{
    static const char *const names[] = {"calendar", "operations", "development", "evaluation",
                                        "learning", "economy",    "other"};
    return names[kind];
}

const char *ladle_measure_name(ladle_measure_kind measure)
{
    static const char *const names[] = {"visits",          "joint-visits", "firms-identified",
                                        "firms-committed", "meetings",     "spending"};
    return names[measure];
}

const char *ladle_event_kind_name(ladle_event_kind kind)
{
    static const char *const names[] = {"other",   "funding",  "launch",  "formed",
                                        "meeting", "research", "deadline"};
    return names[kind];
}

const char *ladle_support_name(ladle_support support)
{
    static const char *const names[] = {"none", "weak", "moderate", "strong"};
    return names[support];
}
