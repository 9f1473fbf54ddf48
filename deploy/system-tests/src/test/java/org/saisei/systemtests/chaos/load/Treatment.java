package org.saisei.systemtests.chaos.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A patient's way through the three services, from the first assessment to what is reported and kept, or erased, afterwards. */
final class Treatment implements Journey {
    private static final String ADMINISTRATION = "2026-05-22";

    private final Hospitals hospitals;

    Treatment(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    @Override
    public void go(Client client) {
        new Patient(client, hospitals.any(client.random())).isTreated();
    }

    private static final class Patient {
        private final Client client;
        private final String hospital;
        private final String lot;

        Patient(Client client, String hospital) {
            this.client = client;
            this.hospital = hospital;
            this.lot = client.unique("LOT");
        }

        void isTreated() {
            var candidate = assessed();
            if (client.chance(20)) {
                reportedAs("candidateId", candidate);
            }
            if (client.chance(10)) {
                client.step("checkTreatmentPlan")
                        .by(hospital)
                        .about(candidate)
                        .with(body -> body.put("candidateId", candidate))
                        .send();
            }
            var subject = enrolled(candidate);
            var collections = List.of(collected(subject, "PERIPHERAL_BLOOD"), collected(subject, "BONE_MARROW"));
            made(subject, collections);
            of(subject, "planAdministration").with(this::ofLot).send();
            assessedAgain(candidate);
            administered(subject);
            for (int reports = client.random().nextInt(3); reports >= 0; reports--) {
                reportedAs("subjectId", subject);
            }
            isRemembered(subject);
        }

        private String assessed() {
            var answer = assessment(client.chance(10) ? "D" : "A");
            if (client.chance(20)) {
                client.step("replayAssessment")
                        .by(hospital)
                        .at("assessmentId", answer.text("assessmentId"))
                        .send();
            }
            return answer.text("candidateId");
        }

        private Answer assessment(String ais) {
            return client.step("assessPatient")
                    .by(hospital)
                    .with(body -> facts(body).withObject("/ais").put("grade", ais))
                    .send();
        }

        private void assessedAgain(String candidate) {
            client.step("assessPatient")
                    .by(hospital)
                    .about(candidate)
                    .with(body -> {
                        body.put("candidateId", candidate)
                                .put("stage", "PRE_ADMINISTRATION")
                                .put("assessedOn", ADMINISTRATION);
                        facts(body)
                                .put("firstCollectionOn", "2026-04-18")
                                .withObject("/ais")
                                .put("assessedOn", ADMINISTRATION);
                        for (var affirmed : List.of("materialsRead", "clinicalNecessityWeighed", "judgedAppropriate")) {
                            facts(body)
                                    .putObject(affirmed)
                                    .put("affirmed", true)
                                    .put("statedOn", ADMINISTRATION);
                        }
                    })
                    .send();
        }

        private static ObjectNode facts(ObjectNode assessment) {
            return assessment.withObject("/facts");
        }

        private String enrolled(String candidate) {
            var name = client.unique("P");
            return client.step("enrolSubject")
                    .by(hospital)
                    .about(candidate)
                    .with(body -> body.put("candidateId", candidate)
                            .withObject("/identity")
                            .put("nameKanji", "見本 " + name)
                            .put("nameKana", "ミホン " + name)
                            .put("medicalRecordNumber", name))
                    .send()
                    .text("subjectId");
        }

        private Step of(String subject, String operationId) {
            return client.step(operationId)
                    .by(hospital)
                    .at("subjectId", subject)
                    .about(subject);
        }

        private String collected(String subject, String kind) {
            var collection = of(subject, "recordCollection")
                    .with(body ->
                            body.put("kind", kind).putArray("containerNumbers").add(client.unique("C")));
            var fact = collection.send().text("factId");
            correctedPerhaps(
                    "correctCollection", subject, fact, collection.body().put("volumeMl", 52.5));
            return fact;
        }

        private void made(String subject, List<String> collections) {
            var product = of(subject, "recordProduct").with(body -> {
                ofLot(body);
                var from = body.putArray("fromCollections");
                collections.forEach(from::add);
            });
            var fact = product.send().text("factId");
            correctedPerhaps("correctProduct", subject, fact, product.body().put("cells", 185_000_000));
        }

        private void administered(String subject) {
            var administration = of(subject, "recordAdministration").with(this::ofLot);
            var fact = administration.send().text("factId");
            correctedPerhaps(
                    "correctAdministration",
                    subject,
                    fact,
                    administration.body().put("flowMlPerMin", 0.9));
        }

        private void correctedPerhaps(String operationId, String subject, String fact, ObjectNode corrected) {
            if (client.chance(20)) {
                of(subject, operationId)
                        .at("factId", fact)
                        .with(body -> body.set("corrected", corrected))
                        .send();
            }
        }

        private void ofLot(ObjectNode body) {
            body.put("lotNumber", lot);
        }

        /** The example lacks the reporter: as it stands, it opens a draft, which is then completed. */
        private void reportedAs(String named, String patient) {
            boolean draft = client.chance(25);
            var report = client.step("reportCase").by(hospital).with(body -> {
                body.put("awareOn", client.calendar().today())
                        .putObject("patient")
                        .put(named, patient);
                if (!draft) {
                    body.putObject("reporter").put("profession", "PHYSICIAN");
                }
            });
            var caseId = report.send().text("caseId");
            if (draft) {
                client.step("addCaseVersion")
                        .by(hospital)
                        .at("caseId", caseId)
                        .about(caseId)
                        .header("If-Match", "\"1\"")
                        .with(body -> body.putObject("patient").put(named, patient))
                        .send();
            }
        }

        private void isRemembered(String subject) {
            if (client.chance(10)) {
                var hold = ofRegistrar(subject, "placeLegalHold").send().text("holdId");
                ofRegistrar(subject, "liftLegalHold").at("holdId", hold).send();
            }
            if (client.chance(5)) {
                ofRegistrar(subject, "eraseIdentity").send();
            }
        }

        private Step ofRegistrar(String subject, String operationId) {
            return client.step(operationId).at("subjectId", subject).about(subject);
        }
    }
}
