#include "make_study.h"

#include <criterion/criterion.h>
#include <math.h>

/* The results of an otherwise empty study whose coders have this alpha. */
static char *printed_alpha(double alpha)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_study *study = make_study(arena);
    add_partnership(study, "north");
    ladle_results results = *ladle_assess(arena, study);
    results.reliability = (ladle_alpha){NULL, 7, alpha};
    GString *out = g_string_new(NULL);
    ladle_results_print(&results, out);
    ladle_arena_free(arena);
    return g_string_free(out, FALSE);
}

static void expect_alpha(double alpha, const char *wanted)
{
    char *printed = printed_alpha(alpha);
    cr_expect(strstr(printed, wanted), "%s in %s", wanted, printed);
    g_free(printed);
}

Test(results_xml, reals_are_rounded_to_nearest)
{
    expect_alpha(0.1234565001, "<reliability units=\"7\" alpha=\"0.123457\"/>");
    expect_alpha(-0.25, "alpha=\"-0.250000\"");
    expect_alpha(0.0078125, "alpha=\"0.007812\""); /* a tie in the double goes to the even digit */
    expect_alpha(1, "alpha=\"1.000000\"");
}

Test(results_xml, zero_has_no_sign)
{
    expect_alpha(-0.0, "alpha=\"0.000000\"");
    expect_alpha(-4e-7, "alpha=\"0.000000\"");
    expect_alpha(-6e-7, "alpha=\"-0.000001\"");
}

Test(results_xml, without_variation_there_is_no_alpha)
{
    expect_alpha(NAN, "<reliability units=\"7\"/>");
}

Test(results_xml, escapes_and_text)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_study *study = make_study(arena);
    ladle_partnership *north = add_partnership(study, "north");
    add_event(study, NULL, "2015~", "a < b & \"c\" > d");
    ladle_record *visit = add_record(study, LADLE_VISIT, "v", north, "2015-11-01");
    visit->axis = "<4 & \"5\">";
    GString *out = g_string_new(NULL);
    ladle_results_print(ladle_assess(arena, study), out);
    cr_expect(strstr(out->str, "id=\"&lt;4 &amp; &quot;5&quot;&gt;\""));
    cr_expect(strstr(out->str, "    <entry kind=\"other\" date=\"2015~\" first=\"2015-01-01\" "
                               "last=\"2015-12-31\">a &lt; b &amp; \"c\" &gt; d</entry>\n"));
    g_string_free(out, TRUE);
    ladle_arena_free(arena);
}
