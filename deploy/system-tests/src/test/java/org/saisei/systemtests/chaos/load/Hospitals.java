package org.saisei.systemtests.chaos.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** Hospitals state themselves and their physician, and the registrar accredits them, suspends them and so on. */
final class Hospitals {
    /** Their days, in the examples of the three acts, follow each other. */
    private static final List<String> LIFE =
            List.of("suspendAccreditation", "resumeAccreditation", "withdrawAccreditation");

    private final List<String> accredited = new CopyOnWriteArrayList<>();

    /** One that treats patients. */
    String any(RandomGenerator random) {
        if (accredited.isEmpty()) {
            throw new JourneyEnds();
        }
        return accredited.get(random.nextInt(accredited.size()));
    }

    int count() {
        return accredited.size();
    }

    /** A new one, which treats patients from then on. */
    void open(Client client) {
        accredited.add(accredited(client));
    }

    /** A new one, which has its accreditation suspended, resumed and withdrawn, and treats nobody. */
    void riseAndFall(Client client) {
        var hospital = accredited(client);
        for (var act : LIFE) {
            client.step(act).at("facilityId", hospital).about(hospital).send();
        }
    }

    private static String accredited(Client client) {
        var hospital = client.unique("F");
        var stated = client.step("stateFacility")
                .by(hospital)
                .at("facilityId", hospital)
                .about(hospital)
                .header("If-None-Match", "*")
                .send();
        client.step("statePhysician")
                .by(hospital)
                .at("facilityId", hospital)
                .about(hospital)
                .header("If-None-Match", "*")
                .send();
        if (stated.tag() != null && client.chance(50)) {
            client.step("stateFacility")
                    .by(hospital)
                    .at("facilityId", hospital)
                    .about(hospital)
                    .header("If-Match", stated.tag())
                    .with(body -> body.put("name", "改称 " + hospital))
                    .send();
        }
        client.step("accreditFacility")
                .at("facilityId", hospital)
                .about(hospital)
                .send()
                .text("accreditationId");
        return hospital;
    }
}
