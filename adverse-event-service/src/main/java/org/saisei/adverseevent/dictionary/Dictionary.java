package org.saisei.adverseevent.dictionary;

/**
 * One version of one list. A version never changes: another list of terms is another version.
 *
 * @param origin where the list comes from, and what it is not
 */
public record Dictionary(String dictionary, String version, String origin, int terms) {}
