package org.saisei.adverseevent.dictionary;

/** Names one term without carrying it, as MedDRA-coded data do. */
public record TermReference(String dictionary, String version, String code) {}
