package org.saisei.benchmarks.parts;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** Loaded into a running service as often as one likes; its argument names the parts to leave out, with commas between. */
public final class Agent {
    private static final String WOVEN = "saisei.benchmark.woven";

    private Agent() {}

    public static void agentmain(String parts, Instrumentation instrumentation) {
        if (System.getProperty(WOVEN) == null) {
            System.setProperty(WOVEN, "true");
            weave(instrumentation);
        }
        var out = "," + parts + ",";
        for (var part : Part.values()) {
            System.setProperty(part.property(), Boolean.toString(out.contains("," + part.name() + ",")));
        }
    }

    private static void weave(Instrumentation instrumentation) {
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(named("org.saisei.kit.audit.JdbcAuditTrail"))
                .transform((type, description, loader, module, domain) ->
                        type.visit(Advice.to(WithoutAudit.class).on(named("wrote"))))
                .type(named("org.saisei.kit.access.AcceptedTokens"))
                .transform((type, description, loader, module, domain) ->
                        type.visit(Advice.to(WithoutMemory.class).on(named("remembered"))))
                .installOn(instrumentation);
    }

    static final class WithoutAudit {
        private WithoutAudit() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return Boolean.getBoolean("saisei.benchmark.without-AUDIT");
        }
    }

    static final class WithoutMemory {
        private WithoutMemory() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return Boolean.getBoolean("saisei.benchmark.without-ACCEPTED_TOKENS");
        }
    }
}
