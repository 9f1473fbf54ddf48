package org.saisei.eligibility.protocol;

/**
 * A wording in both languages.
 *
 * @param ja where it cites, the source's own words, character by character
 * @param en our translation; the Japanese binds
 */
public record Text(String ja, String en) {}
