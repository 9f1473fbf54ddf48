package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.verdict;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class ChildIT {
    private static final Map<String, Object> IN_FAVOUR = Map.of(
            "weighedOn",
            "2026-04-09",
            "ageConsidered",
            true,
            "weightConsidered",
            true,
            "generalConditionConsidered",
            true,
            "inFavour",
            true);

    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospitalWithAPaediatrician() {
        hospital = Hospital.accredited();
        paediatrician(Map.of("requirement", "S-F4p", "attestedOn", "2026-03-16"), "\"1\"");
    }

    @ParameterizedTest
    @Tag("S-P4")
    @Tag("S-F4p")
    @CsvSource({"14, MET", "15, NOT_APPLICABLE", "54, NOT_APPLICABLE"})
    void aPatientUnder15IsAChild(int age, String verdict) {
        var answer = hospital.assess(with(Hospital.facts(), "ageYears", age, "paediatricWeighing", IN_FAVOUR));

        answer.then().statusCode(201).body("decision", equalTo("ELIGIBLE"));
        assertThat(verdict(answer, "S-P4")).isEqualTo(verdict);
        assertThat(verdict(answer, "S-F4p")).isEqualTo(verdict);
    }

    @Test
    @Tag("S-P4")
    void aChildWithoutAWrittenWeighingIsUnknown() {
        var answer = hospital.assess(with(Hospital.facts(), "ageYears", 14));

        answer.then()
                .body("decision", equalTo("INDETERMINATE"))
                .body(
                        "missing",
                        contains(
                                "/facts/paediatricWeighing/weighedOn",
                                "/facts/paediatricWeighing/ageConsidered",
                                "/facts/paediatricWeighing/weightConsidered",
                                "/facts/paediatricWeighing/generalConditionConsidered",
                                "/facts/paediatricWeighing/inFavour"));
        assertThat(verdict(answer, "S-P4")).isEqualTo("UNKNOWN");
    }

    @Test
    @Tag("S-P4")
    void nothingOverridesAWeighingAgainst() {
        var facts = with(Hospital.facts(), "ageYears", 14, "paediatricWeighing", with(IN_FAVOUR, "inFavour", false));

        var answer = hospital.create(
                "/assessments",
                with(
                        hospital.assessment(facts),
                        "noOtherTreatmentOption",
                        Map.of("declaredOn", "2026-04-10", "reasons", "他に選択肢がない")));

        answer.then().body("decision", equalTo("INELIGIBLE"));
        assertThat(verdict(answer, "S-P4")).isEqualTo("NOT_MET");
    }

    @Test
    @Tag("S-P4")
    void anUnknownAgeIsAskedFor() {
        hospital.assess(with(Hospital.facts(), "ageYears", null))
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("missing", contains("/facts/ageYears"));
    }

    @Test
    @Tag("S-F4p")
    void aFacilityThatStatesNoPaediatricianLeavesAChildUnknownAndAnAdultAlone() {
        paediatrician(null, "\"2\"");

        hospital.assess(with(Hospital.facts(), "ageYears", 14, "paediatricWeighing", IN_FAVOUR))
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("missing", contains("/attestations/S-F4p"));
        hospital.assess(Hospital.facts()).then().body("decision", equalTo("ELIGIBLE"));
    }

    @Test
    @Tag("S-F4p")
    void aFacilityWhosePaediatricianLeftMayNotTreatAChild() {
        paediatrician(Map.of("requirement", "S-F4p", "attestedOn", "2026-03-16", "endedOn", "2026-04-09"), "\"2\"");

        var answer = hospital.assess(with(Hospital.facts(), "ageYears", 14, "paediatricWeighing", IN_FAVOUR));

        answer.then().body("decision", equalTo("INELIGIBLE"));
        assertThat(verdict(answer, "S-F4p")).isEqualTo("NOT_MET");
        assertThat(verdict(answer, "S-P0")).isEqualTo("MET");
    }

    private void paediatrician(@Nullable Map<String, Object> attestation, String version) {
        var attestations = new ArrayList<Object>();
        ((List<?>) Objects.requireNonNull(Hospital.facility().get("attestations"))).forEach(stated -> {
            if (!"S-F4p".equals(((Map<?, ?>) stated).get("requirement"))) {
                attestations.add(stated);
            }
        });
        if (attestation != null) {
            attestations.add(attestation);
        }
        hospital.restate(
                        "/facilities/" + hospital.facilityId(),
                        with(Hospital.facility(), "attestations", attestations),
                        version)
                .then()
                .statusCode(200);
    }
}
