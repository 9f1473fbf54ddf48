package org.saisei.registry.treatment.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.registry.protocol.Needs;

@Schema(name = "Missing", description = "What a rule could not be weighed on; a correction supplies it")
record MissingAnswer(
        String ruleId,

        @Schema(description = "JSON pointers into the fact") List<String> pointers) {

    static MissingAnswer of(Needs needs) {
        return new MissingAnswer(needs.ruleId(), needs.pointers());
    }
}
