package org.saisei.registry.facility;

import java.util.Optional;

/** Where accreditations are kept: every change, in the order told. */
public interface Accreditations {

    /**
     * @param sequence of the event among the facility's
     * @param content the event's value as it came, for what is not read yet
     */
    void add(Accreditation accreditation, long sequence, String content);

    Optional<Accreditation> latest(String facilityId, String protocol);
}
