package org.saisei.adverseevent.report.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.report.http.ReportBody.MalfunctionBody;
import org.saisei.adverseevent.report.http.ReportBody.Patient;
import org.saisei.adverseevent.report.http.ReportBody.ReactionBody;
import org.saisei.adverseevent.report.http.ReportBody.ReportedBy;
import org.saisei.adverseevent.report.http.ReportBody.SuspectBody;
import org.saisei.kit.http.Codes;

/** {@code POST /cases}. */
@Schema(name = "CaseReport")
record ReportRequest(
        @Schema(description = "Your own number of this report; used once")
        @NotNull
        @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        String documentNumber,

        @Nullable @Pattern(regexp = Patterns.PROTOCOL) String protocol,

        @Schema(description = "Day on which your facility became aware, calendar day in Japan") @Nullable
        LocalDate awareOn,

        @Nullable @Valid Patient patient,
        @Nullable @Valid ReportedBy reporter,
        @Nullable @Size(max = 20) @Unique List<@NotNull @Valid SuspectBody> suspects,
        @Nullable @Valid ReactionBody reaction,
        @Nullable @Valid MalfunctionBody malfunction,

        @Schema(description = "Encrypted for this case alone; never on the stream or the topic")
        @Nullable
        @Size(max = 20_000)
        String narrative)
        implements ReportBody.Parts {}
