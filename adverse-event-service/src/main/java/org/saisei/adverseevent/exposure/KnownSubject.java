package org.saisei.adverseevent.exposure;

/** What every event of the registry says about the subject it concerns. */
public record KnownSubject(String subjectId, String candidateId, String facilityId, String protocol) {}
