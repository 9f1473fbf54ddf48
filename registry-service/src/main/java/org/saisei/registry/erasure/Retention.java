package org.saisei.registry.erasure;

import java.time.LocalDate;
import org.saisei.registry.enrolment.Subject;

/** For how long an identity has to be kept, as the operator has set it. */
public interface Retention {

    /**
     * The last day on which the identity has to be kept, in Japan: counted from the enrolment or the latest day of any
     * recorded fact, whichever is later.
     */
    LocalDate until(Subject subject);
}
