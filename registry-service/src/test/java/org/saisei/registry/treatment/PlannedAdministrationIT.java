package org.saisei.registry.treatment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.plan;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.product;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.treatment.Treatments.lotOfAnotherFacility;
import static org.saisei.registry.treatment.Treatments.path;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class PlannedAdministrationIT {

    @ParameterizedTest
    @Tag("S-T2")
    @CsvSource({
        "72.4, 49999999, false",
        "72.4, 50000000, true",
        "72.4, 200000000, true",
        "72.4, 200000001, false",
        "50.5, 168670000, true",
        "50.5, 168670001, false",
        "14.9, 50000000, false",
    })
    void aPlannedDoseIsHeldAgainstItsIntervalToOneCell(String weightKg, long cells, boolean allowed) {
        String subject = enrolEligible();
        var body = with(
                plan(lotOf(subject)), entry("cells", cells), entry("weightKg", new java.math.BigDecimal(weightKg)));

        var answer = post(path(subject, "planned-administrations"), body).then();

        if (allowed) {
            answer.statusCode(201);
        } else {
            answer.statusCode(422)
                    .body("ruleId", equalTo("S-T2"))
                    .body("errors.pointer", hasItem("/cells"))
                    .body("errors.rule", hasItem("S-T2"));
            assertThat(Database.rows("SELECT 1 FROM planned_administration WHERE subject_id = ?", subject))
                    .isEmpty();
        }
    }

    @Test
    @Tag("S-T6")
    void aPlanWithAnotherSubjectsLotIsRefusedWhetherOfTheSameFacilityOrAnother() {
        String subject = enrolEligible();
        collect(subject);
        var lotOfTheSameFacility = lotOf(enrolEligible());
        var lotElsewhere = lotOfAnotherFacility();
        var lotOfNobody = newDocument("LOT");

        var answers = List.of(lotOfTheSameFacility, lotElsewhere, lotOfNobody).stream()
                .map(lot -> post(path(subject, "planned-administrations"), plan(lot)))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> answer.then()
                        .statusCode(422)
                        .body("ruleId", equalTo("S-T6"))
                        .body("errors.pointer", contains("/lotNumber")));
        assertThat(answers.stream().map(answer -> answer.asString()).distinct())
                .as("the three cannot be told apart")
                .hasSize(1);
        assertThat(Database.rows("SELECT 1 FROM planned_administration WHERE subject_id = ?", subject))
                .isEmpty();
    }

    @Test
    @Tag("S-T6")
    void aPlanWithALotMadeFromAnotherSubjectsCollectionIsRefused() {
        String subject = enrolEligible();
        String foreign = collect(enrolEligible());
        var lot = newDocument("LOT");
        post(path(subject, "products"), product(lot, collect(subject), foreign))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T6"));

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-T6"));
    }

    @Test
    @Tag("S-T4")
    void aSecondAdministrationIsRefusedAsAPlanAndADeviationAsAFact() {
        String subject = enrolEligible();
        var lot = lotOf(subject);
        post(path(subject, "administrations"), administration(lot)).then().statusCode(201);

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-T4"));
        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T4"));
    }

    @Test
    @Tag("S-T2")
    void refusalsAndDeviationsCiteTheirClauseInTheSourcesWords() {
        String subject = enrolEligible();
        var lot = lotOf(subject);

        post(path(subject, "planned-administrations"), with(plan(lot), entry("cells", 200000001)))
                .then()
                .statusCode(422)
                .body("refusals[0].clause", equalTo("1"))
                .body("refusals[0].ja", org.hamcrest.Matchers.containsString("最大投与量"));
        post(path(subject, "administrations"), with(administration(lot), entry("cells", 200000001)))
                .then()
                .body("deviations[0].clause", equalTo("1"));
        hospital()
                .get(path(subject, "deviations"))
                .then()
                .body("items[0].clause", equalTo("1"))
                .body("items[0].ja", org.hamcrest.Matchers.containsString("点滴静注する。"));
    }

    @Test
    @Tag("S-T2")
    void aDoseOnAWeightFromBeforeTheInjuryIsRefusedAsAPlanAndADeviationAsAFact() {
        String subject = enrolEligible();
        var lot = lotOf(subject);
        var before = entry("weightMeasuredOn", "2026-04-04");

        post(path(subject, "planned-administrations"), with(plan(lot), before))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/weightMeasuredOn"))
                .body("errors.rule", contains("BEFORE_INJURY"));
        post(path(subject, "administrations"), with(administration(lot), before))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T2"))
                .body("deviations.code", contains("WEIGHT_BEFORE_INJURY"));
    }

    @Test
    void aPlanWithoutADecisionIsWarnedOf() {
        String subject = enrol(newCandidate());

        post(path(subject, "planned-administrations"), plan(lotOf(subject)))
                .then()
                .statusCode(201)
                .body("warnings.code", contains("NO_DECISION_YET"));
    }
}
