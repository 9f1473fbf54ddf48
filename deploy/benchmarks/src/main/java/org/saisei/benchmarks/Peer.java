package org.saisei.benchmarks;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.runtime.StatelessKieSession;
import org.saisei.eligibility.assessment.Result;
import org.saisei.eligibility.protocol.Circumstances;

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

    Result judge(Patient patient, Circumstances circumstances, boolean declared) {
        var findings = new Findings(circumstances);
        StatelessKieSession session = rules.newStatelessKieSession();
        session.setGlobal("findings", findings);
        session.execute(patient);
        return findings.result(declared);
    }
}
