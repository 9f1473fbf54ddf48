package org.saisei.registry;

import org.junit.jupiter.api.Test;
import org.saisei.kit.test.HouseRules;

class ArchitectureTest {

    @Test
    void theServiceIsBuiltAsTheHouseRulesSay() {
        HouseRules.check("org.saisei.registry");
    }
}
