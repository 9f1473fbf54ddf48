package org.saisei.adverseevent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class FeedFilterTest {

    @ParameterizedTest(name = "{0} of a case with {1}: {2}")
    @CsvSource({
        "SERIOUS, DEATH, true",
        "SERIOUS, '', false",
        "NOT_SERIOUS, '', true",
        "NOT_SERIOUS, DEATH, false",
        "DEATH, DEATH, true",
        "DEATH, DISABILITY, false"
    })
    void seriousnessIsAskedForInAllOrByCriterion(String asked, String criterion, boolean sent) {
        var filter = new FeedFilter(null, asked, null, null, Set.of(), true);

        assertThat(filter.lets(entry("STEMIRAC", criterion.isEmpty() ? List.of() : List.of(criterion), false)))
                .isEqualTo(sent);
    }

    @Test
    void anAlertPassesFiltersOfSeriousnessAndInterestButNotOfTheProtocol() {
        var alert = entry("STEMIRAC", List.of(), true);

        assertThat(new FeedFilter(null, FeedFilter.SERIOUS, true, null, Set.of(), true).lets(alert))
                .isTrue();
        assertThat(new FeedFilter("VASCULAR_REGENERATION", null, null, null, Set.of(), true).lets(alert))
                .isFalse();
    }

    @Test
    void aTokenLimitedToAProtocolIsSentNoOther() {
        var limited = new FeedFilter(null, null, null, null, Set.of("STEMIRAC"), false);

        assertThat(limited.lets(entry("STEMIRAC", List.of(), false))).isTrue();
        assertThat(limited.lets(entry("VASCULAR_REGENERATION", List.of(), false)))
                .isFalse();
        assertThat(limited.lets(entry(null, List.of(), false))).isFalse();
    }

    private static FeedEntry entry(String protocol, List<String> seriousness, boolean alert) {
        return new FeedEntry(new UUID(1, 1), 1, "case-reported", protocol, "F-1", seriousness, false, alert, "{}");
    }
}
