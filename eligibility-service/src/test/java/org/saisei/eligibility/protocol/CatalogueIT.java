package org.saisei.eligibility.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.eligibility.protocol.stemirac.Stemirac;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class CatalogueIT {
    @Inject
    ProtocolCatalogue catalogue;

    private final Hospital hospital = Hospital.fresh();

    @Test
    void theProtocolsButTheToysAreThoseThatTheTestsOfEveryProtocolKnow() {
        assertThat(catalogue.all().stream()
                        .filter(protocol -> !protocol.id().equals("TOY"))
                        .map(CatalogueIT::named))
                .containsExactlyInAnyOrderElementsOf(
                        AllProtocols.ALL.stream().map(CatalogueIT::named).toList());
    }

    private static String named(Protocol protocol) {
        return protocol.id() + " " + protocol.version();
    }

    @Test
    void theCatalogueServesEveryCriterionWithItsCitation() {
        hospital.get("/protocols/STEMIRAC/criteria")
                .then()
                .statusCode(200)
                .body(
                        "items.criterion",
                        equalTo(new Stemirac()
                                .catalogue().stream().map(CriterionInfo::id).toList()))
                .body("items.find { it.criterion == 'S-P8' }.parameters.code", contains("marrowCollectionGuideDays"))
                .body("items.find { it.criterion == 'S-P8' }.parameters[0].defaultValue", equalTo(31))
                .body("items.findAll { it.text.ja.isEmpty() || it.text.en.isEmpty() }.criterion", empty())
                .body("items.find { it.criterion == 'S-P6.1' }.kind", equalTo("CAUTION"))
                .body("items.find { it.criterion == 'S-P6.1' }.ours", equalTo(true))
                .body("items.find { it.criterion == 'S-P2' }.clause", equalTo("5【有効性に関する事項】①; 5【患者選択について】※"));
    }
}
