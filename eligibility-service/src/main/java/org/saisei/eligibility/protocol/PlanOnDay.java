package org.saisei.eligibility.protocol;

/** A planned treatment with the protocol's parameters as they hold on the day on which it is looked at. */
public record PlanOnDay(PlannedTreatment plan, Parameters parameters) implements Parameterised {}
