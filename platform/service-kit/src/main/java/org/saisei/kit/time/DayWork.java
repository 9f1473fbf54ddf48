package org.saisei.kit.time;

import java.time.LocalDate;

/**
 * What a service does by itself once a day has come, e.g. to end what ended the day before. Every replica does it, so doing
 * it twice, or by two at once, must come to the same as once.
 */
public interface DayWork {

    /** What metrics and the log call it: in kebab-case, the same for ever, told apart from the service's other works. */
    String name();

    /**
     * Called when the service starts and soon after each midnight in Japan, again and again until it returns.
     *
     * @param today the regulatory day that has come
     */
    void dayHasCome(LocalDate today);
}
