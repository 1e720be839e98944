/* Whose words a partnership's text tells. Its report goes to people who must not read what was said
 * in another partnership, so a text that quotes or cites such words is broken. */
#include "study/check.h"

/* Records of the programme are nobody's in particular, and those that are broken are told
 * elsewhere. */
static bool may_tell(const ladle_reader *reader, const ladle_partnership *partnership,
                     const ladle_record *record)
{
    if (!record->n_partnerships || g_hash_table_contains(reader->broken, record))
        return true;
    for (unsigned i = 0; i < record->n_partnerships; i++)
        if (record->partnerships[i] == partnership)
            return true;
    return false;
}

static void check_record(ladle_reader *reader, ladle_text *top, const ladle_text *node,
                         const ladle_record *record, const char *what, const char *id,
                         ladle_pos pos)
{
    if (may_tell(reader, top->partnership, record))
        return;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_WORDS_OF_OTHERS, node->pos,
                   "the text is for partnership %s, but %s %s is of partnership %s, whose words no "
                   "report to another may tell; name one of %s, or leave this out",
                   top->partnership->id, what, id, record->partnerships[0]->id,
                   top->partnership->id);
    ladle_diag_relate(reader->diagnostics, pos, "it is here");
    ladle_reader_break(reader, top);
}

static void check_node(ladle_reader *reader, ladle_text *top, const ladle_text *node)
{
    const ladle_statement *quoted = node->statement;
    if (quoted)
        check_record(reader, top, node, quoted->record, "statement", quoted->id, quoted->pos);
    for (unsigned i = 0; i < node->n_statements; i++) {
        const ladle_statement *cited = node->statements[i];
        check_record(reader, top, node, cited->record, "statement", cited->id, cited->pos);
    }
    if (node->record)
        check_record(reader, top, node, node->record, "record", node->record->id,
                     node->record->pos);
}

static void check_texts(ladle_reader *reader, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        for (ladle_text *node = texts[i]; texts[i]->partnership && node;
             node = ladle_text_next(texts[i], node))
            check_node(reader, texts[i], node);
}

void ladle_check_whose_words(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    check_texts(reader, study->sections, study->n_sections);
    check_texts(reader, study->findings, study->n_findings);
    check_texts(reader, study->boxes, study->n_boxes);
    check_texts(reader, study->messages, study->n_messages);
    check_texts(reader, study->chapters, study->n_chapters);
}
