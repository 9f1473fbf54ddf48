package org.saisei.eligibility.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A registrar's word that a parameter has a value from a day on. Never changes; a later one says what holds.
 *
 * @param protocol id; a change holds for every version under which the parameter may be changed
 * @param parameter its code
 * @param documentNumber the registrar's own, unique among the protocol's changes
 * @param value a whole number
 * @param from first day
 * @param reason in the registrar's words, 1 to 500 characters; on no event
 */
public record ParameterChange(
        UUID changeId,
        String protocol,
        String parameter,
        String documentNumber,
        BigDecimal value,
        LocalDate from,
        String reason,
        Instant recordedAt) {}
