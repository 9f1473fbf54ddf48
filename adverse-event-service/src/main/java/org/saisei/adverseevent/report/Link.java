package org.saisei.adverseevent.report;

import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.exposure.Exposure;
import org.saisei.adverseevent.exposure.TreatmentPhase;

/**
 * The subject a case belongs to.
 *
 * @param facilityId the facility that enrolled the subject: of the hospitals, it alone may learn of the link
 * @param phase of the treatment at the onset; null while the onset or the exposures do not tell
 */
public record Link(
        String subjectId,
        String candidateId,
        String facilityId,
        String protocol,
        @Nullable TreatmentPhase phase) {

    static Link to(Exposure exposure, CaseContent content) {
        var subject = exposure.subject();
        var onset = content.onsetOn();
        return new Link(
                subject.subjectId(),
                subject.candidateId(),
                subject.facilityId(),
                subject.protocol(),
                onset == null ? null : exposure.phaseOn(onset).orElse(null));
    }
}
