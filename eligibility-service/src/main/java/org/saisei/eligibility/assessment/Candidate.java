package org.saisei.eligibility.assessment;

/**
 * A patient (候補患者) as this service knows them: by an opaque id and nothing else.
 *
 * @param facilityId the facility that first assessed them, and the only one that may assess them
 */
public record Candidate(String candidateId, String facilityId) {

    /** Regular expression of an id: Crockford's base 32. */
    public static final String ID = "^[0-9A-HJKMNP-TV-Z]{16}$";
}
