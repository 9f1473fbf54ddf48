package org.saisei.registry.identity;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.saisei.kit.id.Ids;

/**
 * The registry number (登録番号) of a subject: twelve digits, the first not 0 so that no spreadsheet shortens it, the last
 * Damm's check digit, so that a mistyped number names nobody. Drawn at random; nothing about the patient is in it.
 */
public record SubjectId(String number) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{11}");
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final BigInteger SMALLEST = BigInteger.TEN.pow(10);
    private static final BigInteger HOW_MANY = SMALLEST.multiply(BigInteger.valueOf(9));

    /** @throws IllegalArgumentException if it is no registry number */
    public SubjectId {
        if (!FORM.matcher(number).matches() || !Damm.holds(number)) {
            throw new IllegalArgumentException("not a registry number");
        }
    }

    /** Empty for a text that is not twelve digits with their check digit. */
    public static Optional<SubjectId> parse(String text) {
        return FORM.matcher(text).matches() && Damm.holds(text) ? Optional.of(new SubjectId(text)) : Optional.empty();
    }

    /** A new number out of 80 random bits. Two can be equal (one in 9·10¹⁰): whoever keeps it looks first. */
    public static SubjectId draw(Ids ids) {
        var random = BigInteger.ZERO;
        for (char symbol : ids.opaque().toCharArray()) {
            random = random.shiftLeft(5).or(BigInteger.valueOf(CROCKFORD.indexOf(symbol)));
        }
        var digits = random.mod(HOW_MANY).add(SMALLEST).toString();
        return new SubjectId(digits + Damm.checkDigit(digits));
    }

    @Override
    public String toString() {
        return number;
    }
}
