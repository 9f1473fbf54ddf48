package org.saisei.adverseevent.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.crypto.Envelope;

/** What each role may see of the cases; the caller audits the reading. */
@ApplicationScoped
public class ReadCases {
    private final Cases cases;
    private final CaseSeal seal;

    ReadCases(Cases cases, Envelope envelope) {
        this.cases = cases;
        this.seal = new CaseSeal(envelope);
    }

    /**
     * A case as one reader may see it.
     *
     * @param link null also where the reader may not learn of it
     * @param texts {@link CaseTexts#NONE} in lists and outlines; the patient's own reference only for the facility that gave it
     */
    public record Seen(SafetyCase safetyCase, @Nullable Link link, CaseTexts texts) {}

    /** Empty for an unknown case and for one that the reader may not see. */
    @Transactional
    public Optional<Seen> one(Actor actor, UUID caseId) {
        return CaseScope.of(actor)
                .flatMap(scope -> cases.find(caseId)
                        .filter(scope::covers)
                        .map(known -> new Seen(known, link(scope, known), texts(scope, caseId))));
    }

    /** As {@link #one}, without its texts. */
    @Transactional
    public Optional<Seen> outline(Actor actor, UUID caseId) {
        return CaseScope.of(actor)
                .flatMap(scope -> cases.find(caseId)
                        .filter(scope::covers)
                        .map(known -> new Seen(known, link(scope, known), CaseTexts.NONE)));
    }

    /** Newest first. */
    @Transactional
    public List<Seen> list(Actor actor, CaseQuery query) {
        return CaseScope.of(actor)
                .map(scope -> cases.list(scope, query).stream()
                        .map(known -> new Seen(known, link(scope, known), CaseTexts.NONE))
                        .toList())
                .orElse(List.of());
    }

    private CaseTexts texts(CaseScope scope, UUID caseId) {
        var texts = cases.texts(caseId).map(kept -> seal.open(caseId, kept)).orElse(CaseTexts.NONE);
        return scope.isOneFacility() ? texts : texts.withoutPatientReference();
    }

    private static @Nullable Link link(CaseScope scope, SafetyCase known) {
        return known instanceof ReportedCase reported && reported.link() != null && scope.showsLink(reported.link())
                ? reported.link()
                : null;
    }
}
