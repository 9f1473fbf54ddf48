package org.saisei.adverseevent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class FeedPositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "-1", "a-1", "1-1-1", "1- 1", "+1-1", "1-9999999999999999999"})
    void textThatNoStreamGaveOutIsNoPosition(String text) {
        assertThat(FeedPosition.parse(text)).isEmpty();
    }

    @Test
    void aPositionReadsBackAsItWasWritten() {
        assertThat(FeedPosition.parse("3-42")).contains(new FeedPosition(3, 42));
    }

    @ParameterizedTest(name = "after {0}-{1}: {2}")
    @CsvSource({"2, 5, true", "2, 10, true", "2, 4, false", "2, 11, false", "1, 7, false", "3, 7, false"})
    void aStreamGoesOnOnlyWhereNothingIsLost(long generation, long position, boolean possible) {
        var head = new FeedHead(new FeedPosition(2, 10), 5);

        assertThat(head.canResumeAfter(new FeedPosition(generation, position))).isEqualTo(possible);
    }
}
