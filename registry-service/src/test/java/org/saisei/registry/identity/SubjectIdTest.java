package org.saisei.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.saisei.kit.id.Ids;

class SubjectIdTest {

    @Property
    void anyWrongDigitIsFound(@ForAll @LongRange(min = 10_000_000_000L, max = 99_999_999_999L) long drawn) {
        var number = withCheckDigit(drawn);

        for (int place = 0; place < number.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var mistyped = number.substring(0, place) + digit + number.substring(place + 1);
                assertThat(SubjectId.parse(mistyped).isPresent()).isEqualTo(mistyped.equals(number));
            }
        }
    }

    @Property
    void anySwapOfNeighboursIsFound(@ForAll @LongRange(min = 10_000_000_000L, max = 99_999_999_999L) long drawn) {
        var number = withCheckDigit(drawn);

        for (int place = 0; place < number.length() - 1; place++) {
            var swapped = number.substring(0, place)
                    + number.charAt(place + 1)
                    + number.charAt(place)
                    + number.substring(place + 2);
            assertThat(SubjectId.parse(swapped).isPresent()).isEqualTo(swapped.equals(number));
        }
    }

    /** The example that Damm's page and thesis give: 572 takes 4. */
    @Test
    void theCheckDigitIsDamms() {
        assertThat(Damm.checkDigit("572")).isEqualTo('4');
        assertThat(Damm.holds("5724")).isTrue();
        assertThat(SubjectId.parse("401273651826")).isPresent();
    }

    @Test
    void whatIsNotTwelveDigitsNamesNobody() {
        assertThat(SubjectId.parse("")).isEmpty();
        assertThat(SubjectId.parse("40127365182")).isEmpty();
        assertThat(SubjectId.parse("4012736518260")).isEmpty();
        assertThat(SubjectId.parse("４０１２７３６５１８２６")).isEmpty();
        assertThat(SubjectId.parse("000000000000")).isEmpty();
        assertThatThrownBy(() -> new SubjectId("401273651827")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawnNumbersAreValidAndSpreadOverAllLeadingDigits() {
        var ids = new SeededIds();
        var leading = new HashSet<Character>();
        var numbers = new HashSet<SubjectId>();

        for (int i = 0; i < 2_000; i++) {
            var drawn = SubjectId.draw(ids);
            numbers.add(drawn);
            leading.add(drawn.number().charAt(0));
        }

        assertThat(numbers).hasSize(2_000);
        assertThat(leading).hasSize(9).doesNotContain('0');
    }

    private static String withCheckDigit(long drawn) {
        var digits = Long.toString(drawn);
        return digits + Damm.checkDigit(digits);
    }

    private static final class SeededIds implements Ids {
        private final Random random = new Random(20190225);

        @Override
        public UUID next() {
            return new UUID(random.nextLong(), random.nextLong());
        }

        @Override
        public String opaque() {
            var text = new StringBuilder();
            for (int i = 0; i < 16; i++) {
                text.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32)));
            }
            return text.toString();
        }
    }
}
