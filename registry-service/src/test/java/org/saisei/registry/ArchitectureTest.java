package org.saisei.registry;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.HouseRules;
import org.saisei.kit.test.MigrationRules;

class ArchitectureTest {

    @Test
    void theServiceIsBuiltAsTheHouseRulesSay() {
        HouseRules.check("org.saisei.registry");
    }

    @Test
    void migrationsLetThePreviousReleaseWrite() throws IOException {
        MigrationRules.check();
    }
}
