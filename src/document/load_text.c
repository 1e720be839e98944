/* Text of a document, in flows.
 *
 * Text is read in flows. A flow is the text of one line-broken thing: a paragraph, a heading, a
 * cell, a footnote. White space collapses along the flow, across the borders of em, span and a: of
 * several spaces the first stays where it stands, none stays at the flow's start, after a br, or
 * at its end. Footnotes and side notes are flows of their own, and the flow around them goes on as
 * if they were not there. At its end a flow of several texts is heard by the gate as one string,
 * so that a name that is half in italics is heard as a name. */
#include "document/load_private.h"

#include "document/theme.h"
#include "document/theme_private.h"

#include <string.h>

#define IS_XML_SPACE(c) ((c) == ' ' || (c) == '\t' || (c) == '\n' || (c) == '\r')

char *ladle_load_collapsed(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p++) {
        if (!IS_XML_SPACE(*p))
            g_string_append_c(out, *p);
        else if (out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    if (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

void ladle_load_append(ladle_node *parent, ladle_node *node)
{
    node->parent = parent;
    node->previous = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

static void take_out(ladle_node *node)
{
    if (node->previous)
        node->previous->next = node->next;
    else
        node->parent->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else
        node->parent->last = node->previous;
}

void ladle_load_add_text(ladle_loader *l, ladle_node *parent, const char *text,
                         ladle_text_flow *flow)
{
    GString *out = g_string_new(NULL);
    bool after_space = flow->at_start || flow->with_space;
    for (const char *p = text; *p; p++) {
        if (!IS_XML_SPACE(*p)) {
            g_string_append_c(out, *p);
            after_space = false;
        } else if (!after_space) {
            g_string_append_c(out, ' ');
            after_space = true;
        }
    }
    if (out->len) {
        ladle_node *node = LADLE_NEW(l->arena, ladle_node);
        node->kind = LADLE_NODE_TEXT;
        node->pos = parent->pos;
        node->language = parent->language;
        node->in_line = true;
        const char *kept = ladle_arena_strndup(l->arena, out->str, out->len);
        node->text = ladle_gate_text(l->gate, LADLE_USE_TEXT, node->pos, kept);
        ladle_load_append(parent, node);
        node->style = ladle_style_compute(l->theme, node);
        flow->with_space = after_space ? node : NULL;
        flow->at_start = false;
        flow->texts++;
        g_string_append_len(flow->heard, out->str, (gssize)out->len);
    }
    g_string_free(out, TRUE);
}

static void drop_last_space(ladle_loader *l, ladle_text_flow *flow)
{
    ladle_node *node = flow->with_space;
    if (!node)
        return;
    size_t length = strlen(node->text) - 1;
    if (length)
        node->text = ladle_arena_strndup(l->arena, node->text, length);
    else
        take_out(node);
    flow->with_space = NULL;
}

void ladle_load_pass_object(ladle_loader *l, ladle_text_flow *flow, ladle_node_kind kind)
{
    if (kind == LADLE_NODE_BR) {
        drop_last_space(l, flow);
        flow->at_start = true;
        g_string_append_c(flow->heard, ' ');
        return;
    }
    flow->at_start = false;
    flow->with_space = NULL;
}

ladle_text_flow ladle_load_begin_flow(void)
{
    return (ladle_text_flow){.heard = g_string_new(NULL), .at_start = true};
}

void ladle_load_end_flow(ladle_loader *l, ladle_text_flow *flow, ladle_pos pos)
{
    drop_last_space(l, flow);
    if (flow->texts > 1)
        ladle_gate_hear(l->gate, LADLE_USE_TEXT, pos, flow->heard->str);
    g_string_free(flow->heard, TRUE);
}
