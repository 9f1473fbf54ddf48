package org.saisei.eligibility.protocol;

/**
 * One thing wrong with what was sent.
 *
 * @param pointer JSON pointer into the request
 * @param rule stable code in UPPER_SNAKE, or a rule id
 * @param message for a person; never repeats a value
 */
public record Fault(String pointer, String rule, String message) {}
