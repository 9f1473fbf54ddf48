package org.saisei.eligibility.facility;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where accreditations are kept. */
public interface Accreditations {

    Optional<Accreditation> find(String facilityId, UUID accreditationId);

    Optional<UUID> recordedUnder(String facilityId, String documentNumber);

    /** The facility must be locked for change, and the document number be free. */
    void add(Accreditation accreditation);

    /** Changes state and last day only. */
    void update(Accreditation accreditation);

    /** Those in the state accredited, whether or not their days have come or gone. */
    List<Accreditation.Accredited> accredited(String facilityId);

    /**
     * A page, oldest decision first.
     *
     * @param documentNumber null for all
     * @param after the last id of the page before, null for the first
     */
    List<Accreditation> list(String facilityId, @Nullable String documentNumber, @Nullable UUID after, int limit);
}
