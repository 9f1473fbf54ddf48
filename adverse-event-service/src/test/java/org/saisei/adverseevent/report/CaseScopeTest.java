package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;

@NullUnmarked
class CaseScopeTest {
    private static final Link LINK = new Link("S-1", "C-1", "F-OTHER", "STEMIRAC", null);

    @Test
    void aHospitalSeesItsOwnReportsOnly() {
        assertThat(covers(Role.HOSPITAL, "F-1", Set.of(), reported("STEMIRAC", null)))
                .isTrue();
        assertThat(covers(Role.HOSPITAL, "F-2", Set.of(), reported("STEMIRAC", null)))
                .isFalse();
    }

    @Test
    void aHospitalLearnsOfALinkToItsOwnSubjectOnly() {
        assertThat(scope(Role.HOSPITAL, "F-1", Set.of()).showsLink(LINK)).isFalse();
        assertThat(scope(Role.HOSPITAL, "F-OTHER", Set.of()).showsLink(LINK)).isTrue();
    }

    @Test
    void theProtocolOfALinkDoesNotChangeWhatAHospitalSees() {
        assertThat(covers(Role.HOSPITAL, "F-1", Set.of("VASCULAR_REGENERATION"), reported(null, LINK)))
                .isTrue();
    }

    @Test
    void aManufacturerSeesReportedCasesOfItsProductsProtocolOnly() {
        assertThat(covers(Role.MANUFACTURER, null, Set.of("STEMIRAC"), reported("STEMIRAC", null)))
                .isTrue();
        assertThat(covers(Role.MANUFACTURER, null, Set.of("STEMIRAC"), reported("VASCULAR_REGENERATION", null)))
                .isFalse();
        assertThat(covers(Role.MANUFACTURER, null, Set.of("STEMIRAC"), reported(null, null)))
                .isFalse();
        assertThat(covers(Role.MANUFACTURER, null, Set.of("STEMIRAC"), reported(null, LINK)))
                .isTrue();
        assertThat(covers(Role.MANUFACTURER, null, Set.of("STEMIRAC"), draft())).isFalse();
    }

    @Test
    void aSafetyOfficerOfAProtocolAlsoSeesCasesWhoseProtocolIsNotKnown() {
        assertThat(covers(Role.SAFETY_OFFICER, null, Set.of("STEMIRAC"), reported(null, null)))
                .isTrue();
        assertThat(covers(Role.SAFETY_OFFICER, null, Set.of("STEMIRAC"), reported("VASCULAR_REGENERATION", null)))
                .isFalse();
        assertThat(covers(Role.SAFETY_OFFICER, null, Set.of(), draft())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATOR", "ANALYST", "COMMITTEE", "UNBLINDED_STATISTICIAN"})
    void otherRolesSeeNoCase(Role role) {
        assertThat(CaseScope.of(new Actor("a", "c", Set.of(role), null, Set.of())))
                .isEmpty();
    }

    private static boolean covers(Role role, String facility, Set<String> protocols, SafetyCase known) {
        return scope(role, facility, protocols).covers(known);
    }

    private static CaseScope scope(Role role, String facility, Set<String> protocols) {
        return CaseScope.of(new Actor("a", "c", Set.of(role), facility, protocols))
                .orElseThrow();
    }

    private static SafetyCase reported(String protocol, Link link) {
        return new ReportedCase(header(), content(protocol), null, link);
    }

    private static SafetyCase draft() {
        return new DraftCase(header(), content("STEMIRAC"), null, List.of("/reporter"));
    }

    private static CaseContent content(String protocol) {
        return new CaseContent(protocol, null, null, null, List.of(), null, null);
    }

    private static CaseHeader header() {
        return new CaseHeader(new UUID(1, 1), "F-1", "AE-1", null, 1, 1, Instant.EPOCH);
    }
}
