package org.saisei.eligibility.facility.http;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.AccreditationLookup;
import org.saisei.eligibility.protocol.AccreditationOnDay.UnknownRequirement;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.UnsettledPhysician;

@Schema(
        name = "AccreditationStanding",
        description = "How a facility's accreditation stands on a day, as far as the record tells now.")
record StandingAnswer(
        String facilityId,
        String protocol,

        @Schema(description = "The version in force on the day, by which the requirements are judged.")
        String protocolVersion,

        LocalDate on,

        @Nullable @Schema(description = "The accreditation that counts on the day; null if there is none.")
        String accreditationId,

        @Nullable @Schema(description = "Null if there is none; ACCREDITED alone is in force.")
        AccreditationState state,

        @Nullable @Schema(description = "First day of that state.")
        LocalDate stateFrom,

        @Nullable @Schema(description = "Of the act by which it stands so; null where there was none.")
        String documentNumber,

        @Nullable @Schema(description = "First day of the accreditation.")
        LocalDate from,

        @Nullable @Schema(description = "Its last day, included; open if null.")
        LocalDate to,

        @Schema(description = "Rule ids of the facility requirements known not to be met on the day.")
        List<String> requirementsNotMet,

        @Schema(description = "Facility requirements of which the record does not say enough, and what it lacks.")
        List<UnknownRequirement> requirementsUnknown,

        List<ResponsiblePhysician> responsiblePhysicians,

        @Schema(description = "Physicians of whom it is not known whether they are responsible on the day.")
        List<UnsettledPhysician> unsettledPhysicians,

        @Schema(description = "Requirements that bind some patients or a transfer, and not the accreditation.")
        List<Judged> otherRequirements) {

    static StandingAnswer of(
            String facilityId, Protocol protocol, LocalDate on, AccreditationLookup.Standing standing) {
        var accreditation = standing.accreditation();
        var by = standing.by();
        return new StandingAnswer(
                facilityId,
                protocol.id(),
                protocol.version(),
                on,
                accreditation.accreditationId(),
                accreditation.state(),
                by == null ? null : by.from(),
                by == null ? null : by.documentNumber(),
                accreditation.from(),
                accreditation.to(),
                accreditation.requirementsNotMet(),
                accreditation.requirementsUnknown(),
                accreditation.responsiblePhysicians(),
                accreditation.unsettledPhysicians(),
                accreditation.otherRequirements());
    }
}
