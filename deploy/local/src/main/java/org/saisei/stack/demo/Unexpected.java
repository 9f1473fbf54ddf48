package org.saisei.stack.demo;

/** A step did not go as it should; the message says which, what was expected and what came. */
final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unexpected(String message) {
        super(message);
    }

    Unexpected(String message, Throwable cause) {
        super(message, cause);
    }

    static void unless(boolean asExpected, String message) {
        if (!asExpected) {
            throw new Unexpected(message);
        }
    }
}
