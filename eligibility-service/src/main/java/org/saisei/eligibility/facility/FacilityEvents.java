package org.saisei.eligibility.facility;

import java.util.List;
import org.saisei.eligibility.protocol.ResponsiblePhysician;

/** Tells the world about facilities, in the running transaction. */
public interface FacilityEvents {

    void accreditationChanged(Accreditation accreditation, List<ResponsiblePhysician> responsiblePhysicians);
}
