package org.saisei.kit.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicHistoryTest {
    private final TopicHistory history = new TopicHistory();
    private final UUID first = new UUID(0, 1);
    private final UUID second = new UUID(0, 2);

    @Test
    void eventsInSequenceAreWell() {
        history.saw("t", "k", 7, first);
        history.saw("t", "k", 8, second);

        assertThat(history.reordered()).isEmpty();
        assertThat(history.duplicated()).isEmpty();
        assertThat(history.gaps()).isEmpty();
    }

    @Test
    void anEventThatStandsThereAgainIsRepeatedAndNoAnomaly() {
        history.saw("t", "k", 1, first);
        history.saw("t", "k", 2, second);
        history.saw("t", "k", 1, first);

        assertThat(history.repeated()).isEqualTo(1);
        assertThat(history.reordered()).isEmpty();
        assertThat(history.duplicated()).isEmpty();
    }

    @Test
    void anEventAfterALaterOneOfItsKeyIsReordered() {
        history.saw("t", "k", 2, second);
        history.saw("t", "k", 1, first);

        assertThat(history.reordered()).containsExactly(first.toString());
    }

    @Test
    void anotherEventInTheSamePlaceIsADuplicate() {
        history.saw("t", "k", 1, first);
        history.saw("t", "k", 1, second);

        assertThat(history.duplicated()).containsExactly(second.toString());
    }

    @Test
    void placesWithoutAnEventAreNamed() {
        history.saw("t", "k", 1, first);
        history.saw("t", "k", 4, second);

        assertThat(history.gaps()).containsExactly("t k 2-3");
    }

    @Test
    void keysAndTopicsHaveSequencesOfTheirOwn() {
        history.saw("t", "k", 2, first);
        history.saw("t", "other", 1, second);
        history.saw("other", "k", 1, second);

        assertThat(history.reordered()).isEmpty();
        assertThat(history.gaps()).isEmpty();
    }
}
