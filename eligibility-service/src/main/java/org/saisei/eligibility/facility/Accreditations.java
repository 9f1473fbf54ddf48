package org.saisei.eligibility.facility;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where accreditations are kept. Whoever writes has locked the facility for change. */
public interface Accreditations {

    Optional<Accreditation> find(String facilityId, UUID accreditationId);

    /** The decision that was recorded under the document number. */
    Optional<UUID> recordedUnder(String facilityId, String documentNumber);

    /** The accreditation that was changed by an act recorded under the document number. */
    Optional<UUID> changedUnder(String facilityId, String documentNumber);

    /** The document number must be free. */
    void add(Accreditation accreditation);

    /** Keeps its period's last day. */
    void keepPeriod(Accreditation.Granted accreditation);

    /** Keeps the last of its changes, which is new, and its period's last day. */
    void keepChange(Accreditation.Granted accreditation);

    /** In the order decided, with all that became of them, but without verdicts: nothing of that depends on them. */
    List<Accreditation.Granted> granted(String facilityId);

    /** Facilities that were ever granted an accreditation. */
    List<String> facilitiesEverGranted();

    /**
     * A page, oldest decision first.
     *
     * @param documentNumber of the decision or of a change; null for all
     * @param protocols only of these; empty for all
     * @param after the last id of the page before, null for the first
     */
    List<Accreditation> list(
            String facilityId, @Nullable String documentNumber, Set<String> protocols, @Nullable UUID after, int limit);
}
