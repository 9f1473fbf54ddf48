package org.saisei.adverseevent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class FeedTailTest {
    private final FeedTail tail = new FeedTail();

    @Test
    void knowsNothingBeforeItHasLooked() {
        assertThat(tail.last()).isEmpty();
        assertThat(tail.after(at(0), 10)).isEmpty();
    }

    @Test
    void handsOutWhatFollowsUpToTheLimit() {
        tail.reached(at(4), entries(1, 4));
        tail.reached(at(6), entries(5, 6));

        assertThat(tail.after(at(0), 10)).hasValue(entries(1, 6));
        assertThat(tail.after(at(3), 2)).hasValue(entries(4, 5));
    }

    @Test
    void hasNothingForWhoeverIsAtTheEndOrBeyondWhatItKnows() {
        tail.reached(at(4), entries(1, 4));

        assertThat(tail.after(at(4), 10)).hasValue(List.of());
        assertThat(tail.after(at(7), 10)).hasValue(List.of());
    }

    @Test
    void leavesToTheDatabaseWhatItDoesNotKeep() {
        tail.reached(at(7), entries(5, 7));

        assertThat(tail.after(at(3), 10)).isEmpty();
        assertThat(tail.after(at(4), 10)).hasValue(entries(5, 7));
    }

    @Test
    void leavesAGapToTheDatabase() {
        tail.reached(at(4), entries(1, 4));
        tail.reached(at(9), entries(8, 9));

        assertThat(tail.after(at(4), 10)).isEmpty();
        assertThat(tail.after(at(7), 10)).hasValue(entries(8, 9));
    }

    @Test
    void leavesToTheDatabaseAnEndWhoseEntriesItWasNotTold() {
        tail.reached(at(4), entries(1, 4));
        tail.reached(at(6), List.of());

        assertThat(tail.after(at(4), 10)).isEmpty();
        assertThat(tail.last()).hasValue(at(6));
    }

    @Test
    void forgetsTheEntriesOfAnotherGeneration() {
        tail.reached(at(4), entries(1, 4));
        tail.reached(new FeedPosition(2, 5), entries(5, 5));

        assertThat(tail.after(at(3), 10)).isEmpty();
        assertThat(tail.after(new FeedPosition(2, 3), 10)).isEmpty();
        assertThat(tail.after(new FeedPosition(2, 4), 10)).hasValue(entries(5, 5));
    }

    @Test
    void keepsSoManyAndNoMore() {
        tail.reached(at(3_000), entries(1, 3_000));

        assertThat(tail.after(at(3_000 - FeedTail.KEPT), 10_000)).hasValue(entries(3_001 - FeedTail.KEPT, 3_000));
        assertThat(tail.after(at(3_000 - FeedTail.KEPT - 1), 10)).isEmpty();
    }

    private static FeedPosition at(long position) {
        return new FeedPosition(1, position);
    }

    private static List<PositionedEntry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(position -> new PositionedEntry(
                        position,
                        new FeedEntry(
                                new UUID(1, position),
                                1,
                                "case-reported",
                                null,
                                "F-TOKYO-01",
                                List.of(),
                                false,
                                false,
                                "{}")))
                .toList();
    }
}
