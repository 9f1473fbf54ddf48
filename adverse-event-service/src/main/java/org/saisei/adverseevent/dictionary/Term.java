package org.saisei.adverseevent.dictionary;

/**
 * One entry of a list.
 *
 * @param ja the preferred term, as the list spells it
 * @param en its English
 * @param specialInterest the term alone makes a case one of special interest (S-A3). Interests that hang on more than the
 *     term (severe anaemia after a blood collection, vital signs at a collection, an infection from the material) are not
 *     marked here
 */
public record Term(TermReference reference, String ja, String en, boolean specialInterest) {}
