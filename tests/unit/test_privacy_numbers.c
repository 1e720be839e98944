/* Telephone and CPR numbers and addresses: what is caught, and what only looks like one. */
#include "privacy/numbers.h"

#include <criterion/criterion.h>
#include <glib.h>

#define DIGITS(kind, ...)                                                                          \
    {                                                                                              \
        kind, (const char *const[])                                                                \
        {                                                                                          \
            __VA_ARGS__, NULL                                                                      \
        }                                                                                          \
    }

static const struct {
    ladle_number kind;
    const char *const *texts;
} table[] = {
    DIGITS(LADLE_NUMBER_TELEPHONE, "12345678", "ring 12 34 56 78", "ring 12345678.", "+45 12345678",
           "+45 12 34 56 78", "tlf. 12\u00a034\u00a056\u00a078", "(12345678)", "0045 12 34 56 78",
           "12-34-56-78", "12.34.56.78", "12/34/56/78", "1234 5678", "2345-6789", "tlf.23456789",
           "234 567 89", "23 456 789", "004523456789", "+45-23456789", "+4523456789",
           "(+45) 23 45 67 89", "+45 (23) 45 67 89", "23–45–67–89", "23 – 45 – 67 – 89",
           "23\u00ad45\u00ad67\u00ad89", "23\u200b45\u200b67\u200b89", "23\u202f45\u202f67\u202f89",
           "23\u200945\u200967\u200989", "２３４５６７８９", "+46 8 123 456 78", "+47 22 12 34 56",
           "+49 (0)30 1234567", "0046812345678", "tel:+4512345678", "mobil:23456789", "23 456789",
           "tlf:23456789", "23 45 6789", "2345 67 89", "ring til 23456789 i dag", "23‑45‑67‑89",
           "23−45−67−89", "٢٣٤٥٦٧٨٩", "telefon nr. 23456789", "lokal 2345 6789"),
    DIGITS(LADLE_NUMBER_CPR, "cpr 010203-1234", "0102031234", "010203 1234", "født 311299-4321.",
           "010203–1234", "010190 - 1234", "010190−1234", "01.01.90-1234", "cpr.010190-1234",
           "01/01/90-1234", "010190‑1234", "010190\u00a01234", "01-01-90-1234", "0101\u200b901234"),
    DIGITS(LADLE_NUMBER_ADDRESS, "skriv til nn@eksempel.dk", "æøå.b+c@under.domæne.dk",
           "nn (at) eksempel.dk", "nn[at]eksempel.dk", "nn @ eksempel.dk", "nn＠eksempel.dk",
           "nn(at)eksempel(dot)dk", "nn [at] eksempel [punktum] dk", "nn{at}eksempel.dk",
           "nn(snabel-a)eksempel.dk", "mailto:nn@eksempel.dk", "NN@EKSEMPEL.DK"),
    DIGITS(LADLE_NUMBER_NONE, "18.9.2014", "2014-09-18", "18.9.2014–30.3.2016", "kl. 12.30",
           "1.260.000 kr.", "12.500,50", "12 500 000 kr.", "1 260 000", "2007", "2014/2015",
           "2014-2016", "2015 2016", "60(5), 474–481", "s. 1234–1240", "1234–1240", "pp. 1234-5678",
           "doi:10.1016/j.jbusres.2006.11.012", "https://doi.org/10.1016/j.jbusres.2006.11.012",
           "ISBN 978-87-412-5961-4", "ISBN 9788741259614", "ISSN 0148-2963", "41 %", "1:25.000",
           "nr. 17", "akse 4", "3, 4 og 5", "10 20 30", "0,6113333", "474 481", "sag 2015-12345",
           "a@b", "@", "CVR 25313763", "cvr-nr. 25313763", "J.nr. 20151234", "version 10.20.30.40",
           "18.09.2014–30.03.2016", "25.126.780 kr.", "4,255,000", "0.466 og 0.400",
           "12 345 678 kroner", "12 345 678 %", "kl. 10.00-11.30", "2015-2016", "2015–2016",
           "E-001, E-008 og E-018", "1, 2, 3, 4, 5, 6, 7, 8", "(at)", "kl. 9(at)", "ISO 8601:2004",
           "11 af 17, 10 af 15", "01.10.2015–31.03.2016", "1.8.2015 og 3.3.2015",
           "sagsnr. 23456789", "EAN 5798000420526", "dok.nr. 23456789", "12345678901"),
};

Test(privacy_numbers, are_told_from_what_looks_like_them)
{
    ladle_arena *arena = ladle_arena_new();
    const ladle_numbers *numbers = ladle_numbers_new(arena);
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        for (const char *const *text = table[i].texts; *text; text++)
            cr_expect_eq(ladle_numbers_find(numbers, *text, NULL), table[i].kind, "%s: %u", *text,
                         ladle_numbers_find(numbers, *text, NULL));
    ladle_arena_free(arena);
}

Test(privacy_numbers, are_pointed_at)
{
    ladle_arena *arena = ladle_arena_new();
    size_t at = 0;
    cr_expect(ladle_numbers_find(ladle_numbers_new(arena), "På 23 45 67 89", &at));
    cr_expect_eq(at, 4);
    ladle_arena_free(arena);
}
