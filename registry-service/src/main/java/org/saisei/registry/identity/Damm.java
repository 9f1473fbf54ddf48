package org.saisei.registry.identity;

/**
 * H. M. Damm's check digit (2004) over a totally anti-symmetric quasigroup of order 10. It finds every single wrong digit
 * and every swap of two neighbouring digits; ISO 7064 with one check digit in 0–9 (MOD 11,10) misses some swaps.
 */
final class Damm {
    private static final String[] TABLE = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    private Damm() {}

    /** @param digits ASCII digits only */
    static char checkDigit(CharSequence digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = TABLE[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return (char) ('0' + interim);
    }

    /** True if the last digit is the check digit of those before it. */
    static boolean holds(CharSequence digits) {
        return checkDigit(digits) == '0';
    }
}
