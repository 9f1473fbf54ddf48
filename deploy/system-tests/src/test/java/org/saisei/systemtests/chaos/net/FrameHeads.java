package org.saisei.systemtests.chaos.net;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Finds the first bytes of each frame in one direction of a Kafka connection, however it is cut into reads. A frame is its
 * length in four bytes and so many bytes more.
 */
final class FrameHeads {
    private static final int LENGTH = 4;

    private final ByteBuffer head;
    private final Consumer<ByteBuffer> found;
    private long toSkip;

    /**
     * @param headBytes how many of a frame's bytes after its length are wanted; every frame has as many
     * @param found is lent them, ready to be read
     */
    FrameHeads(int headBytes, Consumer<ByteBuffer> found) {
        this.head = ByteBuffer.allocate(LENGTH + headBytes);
        this.found = found;
    }

    void read(byte[] buffer, int length) {
        int at = 0;
        while (at < length) {
            if (toSkip > 0) {
                int skipped = (int) Math.min(toSkip, length - at);
                toSkip -= skipped;
                at += skipped;
            } else {
                int taken = Math.min(head.remaining(), length - at);
                head.put(buffer, at, taken);
                at += taken;
                if (!head.hasRemaining()) {
                    head.flip();
                    toSkip = head.getInt() + LENGTH - head.capacity();
                    found.accept(head);
                    head.clear();
                }
            }
        }
    }
}
