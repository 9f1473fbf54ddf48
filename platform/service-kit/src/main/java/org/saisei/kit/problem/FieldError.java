package org.saisei.kit.problem;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer into the body ({@code /facts/ageYears}), or {@code header:NAME}, {@code query:NAME},
 *     {@code path:NAME}
 * @param rule stable code of what was broken, UPPER_SNAKE ({@code REQUIRED}, {@code OUT_OF_RANGE}) or a rule id
 *     ({@code S-T2})
 * @param message for a person; never repeats the value sent
 */
public record FieldError(String pointer, String rule, String message) {}
