package org.saisei.adverseevent;

import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.HouseRules;
import org.saisei.kit.test.MigrationRules;

@NullUnmarked
class ArchitectureTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        HouseRules.check("org.saisei.adverseevent");
    }

    @Test
    void migrationsLetThePreviousReleaseWrite() throws IOException {
        MigrationRules.check();
    }
}
