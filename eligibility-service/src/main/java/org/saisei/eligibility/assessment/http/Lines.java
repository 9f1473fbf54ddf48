package org.saisei.eligibility.assessment.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a body as they come, of which only one is held at a time. */
final class Lines {
    private final InputStream in;
    private final byte[] chunk = new byte[8192];
    private final byte[] line;
    private int position;
    private int available;
    private int number;

    /** @param longest bytes of a line, without its end */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.line = new byte[longest];
    }

    /** A line that is not blank; the number counts blank ones too, from 1. */
    sealed interface Line {
        int number();

        @SuppressWarnings("ArrayRecordComponent") // read once, by whoever asked for it
        record Text(int number, byte[] bytes) implements Line {}

        record TooLong(int number) implements Line {}
    }

    /** Null at the end. Waits for the line's end or the body's, and no longer. */
    @Nullable
    Line next() throws IOException {
        while (true) {
            var length = 0;
            var blank = true;
            int read;
            while ((read = read()) >= 0 && read != '\n') {
                blank &= read == ' ' || read == '\t' || read == '\r';
                if (length < line.length) {
                    line[length] = (byte) read;
                }
                // past the longest it only matters that it is past
                length = Math.min(length + 1, line.length + 1);
            }
            number++;
            if (!blank) {
                return length > line.length
                        ? new Line.TooLong(number)
                        : new Line.Text(number, Arrays.copyOf(line, length));
            }
            if (read < 0) {
                return null;
            }
        }
    }

    private int read() throws IOException {
        if (position == available) {
            position = 0;
            available = in.read(chunk);
            if (available <= 0) {
                available = 0;
                return -1;
            }
        }
        return chunk[position++] & 0xff;
    }
}
