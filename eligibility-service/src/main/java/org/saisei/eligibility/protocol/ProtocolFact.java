package org.saisei.eligibility.protocol;

/** Something to know about a protocol that no rule computes with, e.g. its product's name. */
public record ProtocolFact(String code, Text value) {}
