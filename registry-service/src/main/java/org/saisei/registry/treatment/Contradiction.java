package org.saisei.registry.treatment;

/**
 * Why data cannot be true.
 *
 * @param pointer JSON pointer into the fact, e.g. {@code /administeredOn}
 * @param rule stable code
 */
public record Contradiction(String pointer, String rule, String message) {}
