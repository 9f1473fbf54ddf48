package org.saisei.kit.inbox;

/** What may be told of a handler's fault. */
final class Faulty {
    private Faulty() {}

    /** The fault's classes, the outermost first; its message may repeat values. */
    static String describe(Throwable fault) {
        var text = new StringBuilder(fault.getClass().getSimpleName());
        for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            text.append(" < ").append(cause.getClass().getSimpleName());
        }
        return text.toString();
    }
}
