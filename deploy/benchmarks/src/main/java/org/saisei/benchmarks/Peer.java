package org.saisei.benchmarks;

import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.runtime.StatelessKieSession;

/** The same criteria as Drools rules, compiled once; one stateless session for each patient, as its manual has it. */
final class Peer {
    private final KieBase rules;

    Peer() {
        var services = KieServices.Factory.get();
        var files = services.newKieFileSystem();
        files.write(services.getResources().newClassPathResource("org/saisei/benchmarks/stemirac.drl", Peer.class));
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        this.rules = services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .getKieBase();
    }

    Map<String, Reasons.Verdict> judge(Patient patient) {
        var reasons = new Reasons();
        StatelessKieSession session = rules.newStatelessKieSession();
        session.setGlobal("reasons", reasons);
        session.execute(patient);
        return reasons.verdicts();
    }
}
