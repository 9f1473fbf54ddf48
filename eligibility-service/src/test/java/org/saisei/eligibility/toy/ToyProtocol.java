package org.saisei.eligibility.toy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolFact;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Stage;
import org.saisei.eligibility.protocol.Text;

/** A second protocol, of this file and {@link ToothIsWhite} alone: other stages, other facts, no facility requirement. */
@ApplicationScoped
public class ToyProtocol implements Protocol {
    static final String ID = "TOY";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public LocalDate effectiveFrom() {
        return LocalDate.of(2026, 1, 1);
    }

    @Override
    public Text name() {
        return new Text("歯の治療", "Treatment of a tooth");
    }

    @Override
    public Text source() {
        return new Text("試験用", "made up for tests");
    }

    @Override
    public List<Stage> stages() {
        return List.of(new Stage("CHAIR", new Text("着席", "seated")), new Stage("DRILL", new Text("開始", "begun")));
    }

    @Override
    public List<ProtocolFact> facts() {
        return List.of();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public FactsDefinition patientFacts() {
        return new FactsDefinition(List.of(ToothIsWhite.SHADE));
    }

    @Override
    public List<Fault> contradictions(Facts facts) {
        return List.of();
    }

    @Override
    public List<Criterion<FacilityOnDay>> facilityCriteria() {
        return List.of();
    }

    @Override
    public List<Criterion<PhysicianOnDay>> physicianCriteria() {
        return List.of();
    }

    @Override
    public List<Criterion<Circumstances>> patientCriteria() {
        return List.of(new ToothIsWhite());
    }

    @Override
    public List<String> declarablePhysicianRequirements() {
        return List.of();
    }

    @Override
    public List<ResponsiblePhysician> responsiblePhysicians(List<Physician> physicians) {
        return physicians.stream()
                .flatMap(physician -> physician.placements().stream()
                        .filter(placement -> placement.protocol().equals(ID))
                        .map(placement -> new ResponsiblePhysician(
                                physician.physicianId(), List.of(), placement.from(), placement.to())))
                .toList();
    }
}
