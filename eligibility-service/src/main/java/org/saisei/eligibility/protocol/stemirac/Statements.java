package org.saisei.eligibility.protocol.stemirac;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.AttestedCriterion.Form;
import org.saisei.eligibility.protocol.Days;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;

/**
 * Holds a facility's statement of a requirement against a day. Not met once the statement, or the link to the partner it
 * names, has ended, or while its filing lies ahead; unknown while it is not stated, or not in full.
 */
final class Statements {

    private Statements() {}

    static Finding judge(FacilityOnDay facility, String requirement, Form form) {
        var stated = facility.attestation(requirement).orElse(null);
        if (stated == null) {
            Map<String, Object> day = Map.of("day", facility.day());
            return facility.attestationEnded(requirement)
                    ? Finding.of(false, day)
                    : Finding.unknown(day, List.of(FacilityOnDay.attestationPointer(requirement, "")));
        }
        var values = values(facility, stated);
        if (isFiledLater(facility, stated, form) || partnerLinkEnded(facility, stated)) {
            return Finding.of(false, values);
        }
        var missing = missing(facility, stated, form);
        return missing.isEmpty() ? Finding.of(true, values) : Finding.unknown(values, missing);
    }

    private static boolean isFiledLater(FacilityOnDay facility, Attestation stated, Form form) {
        var filedOn = stated.filedOn();
        return form.filed() && filedOn != null && filedOn.isAfter(facility.day());
    }

    private static boolean partnerLinkEnded(FacilityOnDay facility, Attestation stated) {
        var partner = stated.partnerFacilityId();
        return partner != null
                && !linkedTo(partner, facility)
                && facility.links().stream()
                        .anyMatch(link -> isPartner(link, partner) && Days.endsBefore(link.to(), facility.day()));
    }

    private static List<String> missing(FacilityOnDay facility, Attestation stated, Form form) {
        var missing = new ArrayList<String>();
        if (!form.filings().isEmpty() && stated.filing() == null) {
            missing.add(FacilityOnDay.attestationPointer(stated.requirement(), "filing"));
        }
        if (form.filed() && stated.filedOn() == null && stated.filingNumber() == null) {
            missing.add(FacilityOnDay.attestationPointer(stated.requirement(), "filedOn"));
        }
        var partner = stated.partnerFacilityId();
        if (partner != null && !linkedTo(partner, facility)) {
            missing.add(FacilityOnDay.linkPointer(partner, ""));
        }
        return missing;
    }

    private static boolean linkedTo(String partner, FacilityOnDay facility) {
        return facility.links().stream().anyMatch(link -> isPartner(link, partner) && link.on(facility.day()));
    }

    private static boolean isPartner(FacilityLink link, String facilityId) {
        return link.kind() == FacilityLink.Kind.PARTNER && link.facilityId().equals(facilityId);
    }

    private static Map<String, Object> values(FacilityOnDay facility, Attestation stated) {
        var values = new LinkedHashMap<String, Object>();
        values.put("day", facility.day());
        values.put("attestedOn", stated.attestedOn());
        values.put("endedOn", stated.endedOn());
        values.put("filing", stated.filing());
        values.put("filingNumber", stated.filingNumber());
        values.put("filedOn", stated.filedOn());
        values.put("partnerFacilityId", stated.partnerFacilityId());
        return values;
    }
}
