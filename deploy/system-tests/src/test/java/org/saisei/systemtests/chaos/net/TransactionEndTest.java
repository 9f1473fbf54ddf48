package org.saisei.systemtests.chaos.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionEndTest {
    private static final short PRODUCE = 0;
    private static final short END_TXN = 26;

    private final AtomicInteger acts = new AtomicInteger();
    private final TransactionEnd ends = new TransactionEnd();
    private Watch watch;

    @BeforeEach
    void armedOnce() {
        ends.arm(acts::incrementAndGet);
        watch = ends.get();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 64, 4096})
    void actsOnceAtTheAnswerToTheEndOfATransactionHoweverTheBytesArrive(int atATime) {
        toServer(atATime, request(PRODUCE, 7, 300), request(END_TXN, 8, 40), request(END_TXN, 9, 40));

        toClient(atATime, answer(7, 100));
        assertThat(acts).hasValue(0);
        toClient(atATime, answer(8, 10));
        assertThat(acts).hasValue(1);
        toClient(atATime, answer(9, 10));
        assertThat(acts).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096})
    void doesNothingOnceItIsDisarmed(int atATime) {
        toServer(atATime, request(END_TXN, 8, 40));

        assertThat(ends.disarm()).isTrue();
        toClient(atATime, answer(8, 10));

        assertThat(acts).hasValue(0);
    }

    private static byte[] request(short kind, int number, int rest) {
        return ByteBuffer.allocate(4 + 8 + rest)
                .putInt(8 + rest)
                .putShort(kind)
                .putShort((short) 5)
                .putInt(number)
                .array();
    }

    private static byte[] answer(int number, int rest) {
        return ByteBuffer.allocate(4 + 4 + rest).putInt(4 + rest).putInt(number).array();
    }

    private void toServer(int atATime, byte[]... frames) {
        for (var frame : frames) {
            for (int at = 0; at < frame.length; at += atATime) {
                var piece = Arrays.copyOfRange(frame, at, Math.min(frame.length, at + atATime));
                watch.toServer(piece, piece.length);
            }
        }
    }

    private void toClient(int atATime, byte[] frame) {
        for (int at = 0; at < frame.length; at += atATime) {
            var piece = Arrays.copyOfRange(frame, at, Math.min(frame.length, at + atATime));
            assertThat(watch.toClient(piece, piece.length)).isTrue();
        }
    }
}
