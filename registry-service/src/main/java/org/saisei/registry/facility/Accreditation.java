package org.saisei.registry.facility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 施設要件の充足, as last told.
 *
 * @param stateFrom first day of the state, which may be still to come; null if refused, or told without it
 * @param from inclusive; null while not accredited
 * @param to inclusive; null: open
 */
public record Accreditation(
        String accreditationId,
        String facilityId,
        String protocol,
        String protocolVersion,
        String state,
        @Nullable LocalDate stateFrom,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
