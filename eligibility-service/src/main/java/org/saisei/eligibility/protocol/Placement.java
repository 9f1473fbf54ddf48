package org.saisei.eligibility.protocol;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A physician placed as the one responsible for the treatment (治療の責任者として配置) under a protocol.
 *
 * @param from first day
 * @param to last day, included; null while it lasts
 */
public record Placement(
        String protocol, LocalDate from, @Nullable LocalDate to) {}
