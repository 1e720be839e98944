/* The types of values, on both sides of their borders. */
#include "study/values.h"

#include <criterion/criterion.h>
#include <math.h>

static const char *const yes_no[] = {"yes", "no", NULL};

static const struct {
    ladle_value_type type;
    const char *text;
    bool fits;
} cases[] = {
    {LADLE_VALUE_TEXT, "", true},
    {LADLE_VALUE_WORDS, "", false},
    {LADLE_VALUE_WORDS, "x", true},
    {LADLE_VALUE_ID, "", false},
    {LADLE_VALUE_ID, "a", true},
    {LADLE_VALUE_ID, "_.-", true},
    {LADLE_VALUE_ID, "-a", false},
    {LADLE_VALUE_ID, ".a", false},
    {LADLE_VALUE_ID, "a b", false},
    {LADLE_VALUE_ID, "\xC3\xA6\xC2\xBD\xE2\x85\xA7\xC7\x85\xCA\xB0\xD7\x90\xD9\xA3", true},
    {LADLE_VALUE_ID, "e\xCC\x81", false},
    {LADLE_VALUE_REFS, "a b_1 c", true},
    {LADLE_VALUE_REFS, "a -b", false},
    {LADLE_VALUE_REFS, "", false},
    {LADLE_VALUE_DATE, "201", false},
    {LADLE_VALUE_DATE, "2015", true},
    {LADLE_VALUE_COUNT, "0", true},
    {LADLE_VALUE_COUNT, "+007", true},
    {LADLE_VALUE_COUNT, "-00", true},
    {LADLE_VALUE_COUNT, "-1", false},
    {LADLE_VALUE_COUNT, "1.0", false},
    {LADLE_VALUE_COUNT, "+", false},
    {LADLE_VALUE_COUNT, "123456789012345678901234567890", true},
    {LADLE_VALUE_AMOUNT, "0", true},
    {LADLE_VALUE_AMOUNT, "-0.00", true},
    {LADLE_VALUE_AMOUNT, "-0.01", false},
    {LADLE_VALUE_AMOUNT, "1.", true},
    {LADLE_VALUE_AMOUNT, "+.5", true},
    {LADLE_VALUE_AMOUNT, ".", false},
    {LADLE_VALUE_AMOUNT, "1,5", false},
    {LADLE_VALUE_AMOUNT, "1e3", false},
    {LADLE_VALUE_AMOUNT, "INF", false},
    {LADLE_VALUE_GOAL, "0.0", false},
    {LADLE_VALUE_GOAL, "0.00000000000000000000000000000001", true},
    {LADLE_VALUE_GOAL, "-1", false},
    {LADLE_VALUE_STRENGTH, "0", false},
    {LADLE_VALUE_STRENGTH, "+1", true},
    {LADLE_VALUE_STRENGTH, "03", true},
    {LADLE_VALUE_STRENGTH, "4", false},
    {LADLE_VALUE_STRENGTH, "-1", false},
    {LADLE_VALUE_STRENGTH, "11", false},
    {LADLE_VALUE_STRENGTH, "x", false},
    {LADLE_VALUE_LANGUAGE, "da", true},
    {LADLE_VALUE_LANGUAGE, "en-GB-1994", true},
    {LADLE_VALUE_LANGUAGE, "", false},
    {LADLE_VALUE_LANGUAGE, "d1", false},
    {LADLE_VALUE_LANGUAGE, "da-", false},
    {LADLE_VALUE_LANGUAGE, "da_DK", false},
    {LADLE_VALUE_LANGUAGE, "abcdefghi", false},
    {LADLE_VALUE_LANGUAGE, "da-abcdefghi", false},
    {LADLE_VALUE_URI, "", true},
    {LADLE_VALUE_URI, "a b\xC3\xB8", true},
    {LADLE_VALUE_URI, "a%41#b", true},
    {LADLE_VALUE_URI, "a%4", false},
    {LADLE_VALUE_URI, "%zz", false},
    {LADLE_VALUE_URI, "a#b#c", false},
    {LADLE_VALUE_URI, ":x", false},
    {LADLE_VALUE_URI, "1:x", false},
    {LADLE_VALUE_URI, "a+1.-:x", true},
    {LADLE_VALUE_URI, "a_b:x", false},
    {LADLE_VALUE_URI, "a:", false},
    {LADLE_VALUE_URI, "a:#b", false},
    {LADLE_VALUE_URI, "//", false},
    {LADLE_VALUE_URI, "https://", false},
    {LADLE_VALUE_URI, "http://[::1]/x", true},
    {LADLE_VALUE_URI, "http://[::1", false},
    {LADLE_VALUE_URI, "http://]::1[", false},
    {LADLE_VALUE_URI, "http://[::1]/[", false},
    {LADLE_VALUE_URI, "http://[[::1]", false},
    {LADLE_VALUE_URI, "[x]", false},
    {LADLE_VALUE_URI, "a/[x]", false},
    {LADLE_VALUE_URI, "x]", false},
    {LADLE_VALUE_CHOICE, "yes", true},
    {LADLE_VALUE_CHOICE, "Yes", false},
    {LADLE_VALUE_CHOICE, "", false},
};

Test(study_values, fit_their_types_to_the_letter)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *choices[] = {yes_no[0], yes_no[1], NULL};
        ladle_attribute_rule rule = {.name = "a", .type = cases[i].type, .choices = choices};
        cr_expect_eq(ladle_value_fits(&rule, cases[i].text), cases[i].fits, "\"%s\" as type %d",
                     cases[i].text, (int)cases[i].type);
    }
    for (unsigned type = 0; type < LADLE_VALUE_CHOICE; type++)
        cr_expect_not_null(ladle_value_wanted((ladle_value_type)type));
    cr_expect_null(ladle_value_wanted(LADLE_VALUE_CHOICE));
}

Test(study_values, have_limits_of_length)
{
    ladle_attribute_rule id = {.name = "id", .type = LADLE_VALUE_ID};
    ladle_attribute_rule date = {.name = "date", .type = LADLE_VALUE_DATE};
    GString *letters = g_string_new(NULL);
    for (unsigned i = 0; i < 64; i++)
        g_string_append(letters, "\xC3\xA5");
    cr_expect(ladle_value_fits(&id, letters->str), "64 characters, however many bytes");
    cr_expect(ladle_value_fits(&date, letters->str));
    g_string_append_c(letters, 'a');
    cr_expect_not(ladle_value_fits(&id, letters->str));
    cr_expect_not(ladle_value_fits(&date, letters->str));
    g_string_free(letters, TRUE);
}

Test(study_values, become_numbers)
{
    cr_expect_eq(ladle_value_number("12500.50"), 12500.5);
    cr_expect_eq(ladle_value_number("+.5"), 0.5);
    char *huge = g_strnfill(400, '9');
    cr_expect(isfinite(ladle_value_number(huge)), "too large for a double is the largest");
    g_free(huge);
}

Test(study_values, of_answers_may_have_a_comma)
{
    static const struct {
        const char *text;
        bool is_number;
        double number;
    } answers[] = {
        {"7", true, 7},      {"7,5", true, 7.5},    {"7.5", true, 7.5}, {"-0,25", true, -0.25},
        {"007", true, 7},    {"+7", false, 0},      {"7,", false, 0},   {",5", false, 0},
        {"7,5,1", false, 0}, {"", false, 0},        {"-", false, 0},    {"7 timer", false, 0},
        {"1e3", false, 0},   {"1.000,5", false, 0},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(answers); i++) {
        double number = 0;
        cr_expect_eq(ladle_answer_number(answers[i].text, &number), answers[i].is_number, "%s",
                     answers[i].text);
        cr_expect_eq(number, answers[i].number, "%s", answers[i].text);
    }
}

Test(study_values, have_their_white_space_collapsed)
{
    static const char *const pairs[][2] = {
        {"", ""}, {" \t\r\n", ""}, {" a  b\n", "a b"}, {"a\xC2\xA0 b", "a\xC2\xA0 b"}};
    for (unsigned i = 0; i < G_N_ELEMENTS(pairs); i++) {
        GString *out = g_string_new(NULL);
        ladle_collapse(out, pairs[i][0]);
        cr_expect_str_eq(out->str, pairs[i][1]);
        g_string_free(out, TRUE);
    }
}
