package org.saisei.adverseevent;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.HouseRules;

@NullUnmarked
class ArchitectureTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        HouseRules.check("org.saisei.adverseevent");
    }
}
