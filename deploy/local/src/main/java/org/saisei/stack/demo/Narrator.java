package org.saisei.stack.demo;

import java.io.PrintStream;

/** Tells each step as it is taken, and counts. */
final class Narrator {

    private final PrintStream out;
    private int created;
    private int found;
    private int checked;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        out.println();
        out.println(text);
    }

    void says(String text) {
        out.println("  " + text);
    }

    /** A step and whether it was taken now or found done by an earlier run. */
    void step(String what, String result, boolean already) {
        if (already) {
            found++;
        } else {
            created++;
        }
        out.println("  " + what + ": " + result + (already ? "  (already there)" : ""));
    }

    /** A refusal or another answer that is as it should be and leaves nothing behind. */
    void check(String what, String result) {
        checked++;
        out.println("  " + what + ": " + result);
    }

    int created() {
        return created;
    }

    int found() {
        return found;
    }

    int checked() {
        return checked;
    }
}
