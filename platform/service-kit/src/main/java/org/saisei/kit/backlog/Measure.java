package org.saisei.kit.backlog;

/** A backlog of a service's own. Each bean of this type is a gauge, looked at every few seconds, NaN while it cannot be. */
public interface Measure {

    /** The gauge's name, with dots: {@code saisei.feed.oldest.waiting.seconds}. */
    String gauge();

    String description();

    /** Asks the database; by a query whose cost does not grow with what is done already. */
    double look();
}
