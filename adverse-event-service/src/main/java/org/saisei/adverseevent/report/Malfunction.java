package org.saisei.adverseevent.report;

import org.jspecify.annotations.Nullable;

/** A fault of the product (不具合), with or without harm; its description is among the {@link CaseTexts}. */
public record Malfunction(@Nullable String lotNumber) {}
