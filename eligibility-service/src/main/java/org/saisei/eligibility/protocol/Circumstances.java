package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import java.util.Map;

/**
 * All that a patient criterion may look at; kept whole with the assessment, so that it can be judged again.
 *
 * @param stage code of one of the protocol's stages
 * @param earlierStages facts of the candidate's standing assessment at each other stage, by stage
 * @param accreditation of the facility, on the day of the assessment
 */
public record Circumstances(
        String stage,
        LocalDate assessedOn,
        Facts facts,
        Map<String, Facts> earlierStages,
        AccreditationOnDay accreditation,
        String responsiblePhysicianId,
        Parameters parameters)
        implements Parameterised {

    public Circumstances {
        earlierStages = Map.copyOf(earlierStages);
    }
}
