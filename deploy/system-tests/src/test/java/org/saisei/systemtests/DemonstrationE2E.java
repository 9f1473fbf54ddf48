package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;
import org.saisei.stack.demo.Demonstration;

/** What deploy/local/demo shows a newcomer. */
@WithStack
class DemonstrationE2E {

    @Test
    void theDemonstrationGoesAsExpectedAndFindsItsWorkWhenRunAgain(Stack stack) {
        assertThat(run(stack)).contains("All as expected");

        assertThat(run(stack)).contains("All as expected").contains(" 0 steps taken");
    }

    private static String run(Stack stack) {
        var told = new ByteArrayOutputStream();
        boolean asExpected = Demonstration.run(
                new PrintStream(told, true, StandardCharsets.UTF_8),
                stack.processes().tokens(),
                stack.service(ServiceName.ELIGIBILITY).uri(),
                stack.service(ServiceName.REGISTRY).uri(),
                stack.service(ServiceName.ADVERSE_EVENT).uri());
        var text = told.toString(StandardCharsets.UTF_8);
        assertThat(asExpected).as(text).isTrue();
        return text;
    }
}
