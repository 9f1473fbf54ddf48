package org.saisei.eligibility.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.assessment.Decision;
import org.saisei.eligibility.assessment.Result;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.Verdict;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/** What an integrator is shown keeps up with the criteria that the protocol comes to have. */
class AssessmentExamplesTest {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final Stemirac stemirac = new Stemirac();

    @Test
    void thePlanningExampleSatisfiesEveryCriterionOfItsStageAtTheFacilityOfTheExamples()
            throws JsonProcessingException {
        var result = planning();

        assertThat(result.decision()).isEqualTo(Decision.ELIGIBLE);
        assertThat(result.verdicts())
                .hasSameSizeAs(stemirac.patientCriteria())
                .allSatisfy(judged -> assertThat(judged.deviation()).isNull())
                .extracting(Judged::verdict)
                .containsOnly(Verdict.MET, Verdict.ABSENT, Verdict.WITHIN, Verdict.NOT_APPLICABLE);
        assertThat(result.verdicts())
                .filteredOn(judged -> judged.verdict() == Verdict.NOT_APPLICABLE)
                .extracting(Judged::criterion)
                .as("a child's criteria, and one of the other stage")
                .containsExactly("S-P4", "S-F4p", "S-P10");
    }

    @Test
    void theAnswersExampleIsWhatComesOfIt() throws JsonProcessingException {
        var answer = json.readTree(AssessmentExamples.ANSWER);
        var judged = planning().verdicts();

        assertThat(answer.path("facts"))
                .isEqualTo(json.readTree(AssessmentExamples.PLANNING).path("facts"));
        assertThat(answer.path("verdicts"))
                .isNotEmpty()
                .allSatisfy(shown -> assertThat(shown)
                        .isEqualTo(judged.stream()
                                .filter(verdict -> verdict.criterion().equals(text(shown, "criterion")))
                                .map(this::tree)
                                .findFirst()
                                .orElseThrow()));
    }

    private Result planning() throws JsonProcessingException {
        var example = json.readTree(AssessmentExamples.PLANNING);
        var accreditation = json.readTree(AssessmentExamples.ANSWER).path("accreditation");
        var facts = (Reading.Accepted) stemirac.patientFacts()
                .read(json.convertValue(example.path("facts"), new TypeReference<Map<String, Object>>() {}));
        assertThat(stemirac.contradictions(facts.facts())).isEmpty();
        return Result.of(
                stemirac,
                new Circumstances(
                        text(example, "stage"),
                        LocalDate.parse(text(example, "assessedOn")),
                        facts.facts(),
                        Map.of(),
                        json.treeToValue(accreditation, AccreditationOnDay.class),
                        text(example, "responsiblePhysicianId"),
                        Parameters.defaults(stemirac.parameters())),
                false);
    }

    /** As it would be read back. */
    private JsonNode tree(Judged judged) {
        try {
            return json.readTree(json.writeValueAsString(judged));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode example, String member) {
        return example.path(member).asText();
    }
}
