package org.saisei.adverseevent.report;

/**
 * Why a report cannot be true as it stands.
 *
 * @param pointer JSON pointer into the report
 * @param rule stable code
 * @param message for a person; repeats no value
 */
public record Objection(String pointer, String rule, String message) {}
