package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** What the audit trail says after the documented journey, and to whom. */
@WithStack
class AuditTrailE2E {
    /** What makes something new, of which there was nothing before. */
    private static final Set<String> MAKING = Set.of(
            "accreditFacility",
            "assessPatient",
            "enrolSubject",
            "noteAccreditation",
            "noteAdministration",
            "noteCase",
            "noteDecision",
            "noteExposure",
            "planAdministration",
            "placeLegalHold",
            "raiseAlert",
            "recordAdministration",
            "recordCollection",
            "recordProduct",
            "reportCase");

    /** What makes something new the first time, and changes it from then on. */
    private static final Set<String> STATING = Set.of("noteStanding", "stateFacility", "statePhysician");

    /** What is answered under these names belongs to the facility that acted, in the services where it is kept. */
    private static final Map<ServiceName, List<String>> OWNED = Map.of(
            ServiceName.ELIGIBILITY, List.of("candidateId", "assessmentId", "accreditationId", "facilityId"),
            ServiceName.REGISTRY, List.of("subjectId", "planId"),
            ServiceName.ADVERSE_EVENT, List.of("caseId"));

    private static final String PROTOCOL = "STEMIRAC";

    @Test
    void everyChangeSaysWhatWasBeforeItAndWhatAfter(Stack stack) {
        new DocumentedJourney(stack, "F-BEF-" + shortId(), false).play();

        var softly = new SoftAssertions();
        for (var service : ServiceName.values()) {
            var changes = stack.rows(service, """
                    SELECT action, before IS NOT NULL, after IS NOT NULL,
                           row_number() OVER (PARTITION BY action, resource_ids ORDER BY position)
                    FROM audit WHERE kind = 'WRITE'
                    """);
            for (var change : changes) {
                var action = (String) change.get(0);
                boolean first = ((Number) change.get(3)).longValue() == 1;
                boolean making = MAKING.contains(action) || STATING.contains(action) && first;
                softly.assertThat(change.get(1))
                        .as("%s of %s: before", action, service)
                        .isEqualTo(!making);
                softly.assertThat(change.get(2))
                        .as("%s of %s: after", action, service)
                        .isEqualTo(true);
            }
            assertThat(changes).as(service.folder()).isNotEmpty();
        }
        softly.assertAll();
    }

    @Test
    void aResourceTellsItsOwnFacilityWhoTouchedItAndNobodyElse(Stack stack) {
        var facility = "F-TOUCH-" + shortId();
        var steps = new DocumentedJourney(stack, facility, false).play();

        var softly = new SoftAssertions();
        OWNED.forEach((service, names) -> {
            var issued = issued(steps, service, names);
            softly.assertThat(issued).as("resources of %s", service).hasSizeGreaterThanOrEqualTo(names.size());
            for (var id : issued) {
                softly.assertThat(touched(stack.hospital(service, facility), id))
                        .as("%s of %s, asked by its facility", id, service)
                        .isNotEmpty();
                softly.assertThat(touched(stack.hospital(service, "F-OTHER-" + facility), id))
                        .as("%s of %s, asked by another", id, service)
                        .isEmpty();
                softly.assertThat(touched(limitedRegistrar(stack, service, PROTOCOL), id))
                        .as("%s of %s, asked by a registrar of its protocol", id, service)
                        .isNotEmpty();
            }
        });
        softly.assertAll();
    }

    @Test
    void aRegistrarOfAnotherProtocolSeesNobodyTouchASubjectOrItsCase(Stack stack) {
        var steps = new DocumentedJourney(stack, "F-TOUCH-" + shortId(), false).play();
        var another = "VASCULAR_REGENERATION";

        for (var subject : issued(steps, ServiceName.REGISTRY, List.of("subjectId"))) {
            assertThat(touchedByHospitals(limitedRegistrar(stack, ServiceName.REGISTRY, another), subject))
                    .isEmpty();
        }
        for (var assessment : issued(steps, ServiceName.ELIGIBILITY, List.of("candidateId", "assessmentId"))) {
            assertThat(touchedByHospitals(limitedRegistrar(stack, ServiceName.ELIGIBILITY, another), assessment))
                    .isEmpty();
        }
    }

    private static Set<String> issued(List<DocumentedJourney.Step> steps, ServiceName service, List<String> names) {
        var ids = new LinkedHashSet<String>();
        steps.stream()
                .filter(step -> step.operation().service() == service
                        && step.operation().changes())
                .filter(step -> step.reply().status() < 300)
                .forEach(step -> names.stream()
                        .map(name -> step.reply().body().path(name).asText())
                        .filter(id -> !id.isEmpty())
                        .forEach(ids::add));
        return ids;
    }

    private static List<JsonNode> touched(Caller caller, String id) {
        return StreamSupport.stream(
                        caller.get("/audit?resourceId=" + id)
                                .expect(200)
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(row -> !row.path("action").asText().equals("readAudit"))
                .toList();
    }

    /** The registrar of the journey is the one who asks, and sees what they did themselves. */
    private static List<JsonNode> touchedByHospitals(Caller caller, String id) {
        return touched(caller, id).stream()
                .filter(row -> row.path("roles").toString().contains("hospital"))
                .toList();
    }

    private static Caller limitedRegistrar(Stack stack, ServiceName service, String protocol) {
        return new Caller(
                () -> stack.service(service).uri(),
                stack.processes().tokens().token("registrar", null, List.of(protocol)));
    }

    private static String shortId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
