package org.saisei.local;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ends this JVM's child processes when the JVM is gone, however it went.
 *
 * <p>A small shell process reads a pipe that only this JVM holds open. When the pipe closes (a normal exit, a crash,
 * SIGKILL), the shell sends each held process its signal and, five seconds later, SIGKILL. It ignores Ctrl-C, since the
 * terminal sends that to the whole process group while the JVM may still be stopping things in order.
 */
final class Leash {

    private static final String SCRIPT = """
            trap '' INT TERM HUP QUIT
            held=''
            while read -r verb pid signal; do
              others=''
              for entry in $held; do
                [ "${entry%%:*}" = "$pid" ] || others="$others $entry"
              done
              held="$others"
              [ "$verb" = hold ] && held="$held $pid:$signal"
            done
            for entry in $held; do
              kill -CONT "${entry%%:*}"
              kill -"${entry##*:}" "${entry%%:*}"
            done 2>/dev/null
            for round in 1 2 3 4 5 6 7 8 9 10; do
              alive=''
              for entry in $held; do
                kill -0 "${entry%%:*}" 2>/dev/null && alive=yes
              done
              [ -z "$alive" ] && exit 0
              sleep 0.5
            done
            for entry in $held; do
              kill -KILL "${entry%%:*}" 2>/dev/null
            done
            """;

    private static @Nullable Writer pipe;

    private Leash() {}

    /** From now on the process is sent {@code signal} (a name, e.g. TERM) when this JVM is gone. */
    static synchronized void hold(long pid, String signal) {
        write("hold " + pid + " " + signal);
    }

    /** To be called once the process has ended, as the system may give its number to another. */
    static synchronized void release(long pid) {
        write("release " + pid + " -");
    }

    private static void write(String line) {
        try {
            Writer open = pipe;
            if (open == null) {
                Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "saisei-leash")
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
                open = new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.US_ASCII);
                pipe = open;
            }
            open.write(line + "\n");
            open.flush();
        } catch (IOException e) {
            pipe = null;
            throw new UncheckedIOException("The process that ends our children with us cannot be reached", e);
        }
    }
}
