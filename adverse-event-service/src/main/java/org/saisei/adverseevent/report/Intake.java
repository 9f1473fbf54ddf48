package org.saisei.adverseevent.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Dictionaries;
import org.saisei.adverseevent.dictionary.Term;

/**
 * What is wrong with a report; incompleteness is not, nor a list of terms that is not held here. A code that the list it
 * names does not have, a protocol that nobody has, or a day that has not come is handed back with the places to mend.
 *
 * <p>An onset may lie after the day of awareness: several things may be reported in one, learnt of one after another.
 *
 * @param term of the reaction, if its list is held here
 */
record Intake(@Nullable Term term, List<Objection> objections) {

    static Intake examine(CaseContent content, Dictionaries dictionaries, Set<String> protocols, LocalDate today) {
        var objections = new ArrayList<Objection>();
        if (content.protocol() != null && !protocols.contains(content.protocol())) {
            objections.add(new Objection("/protocol", "UNKNOWN_PROTOCOL", "is no protocol of this installation"));
        }
        var aware = content.awareOn();
        if (aware != null && aware.isAfter(today)) {
            objections.add(new Objection("/awareOn", "IN_FUTURE", "lies after today in Japan"));
        }
        var onset = content.onsetOn();
        if (onset != null && onset.isAfter(today)) {
            objections.add(new Objection("/reaction/onsetOn", "IN_FUTURE", "lies after today in Japan"));
        }
        return new Intake(term(content, dictionaries, objections), List.copyOf(objections));
    }

    private static @Nullable Term term(CaseContent content, Dictionaries dictionaries, List<Objection> objections) {
        var reference = content.reaction() == null ? null : content.reaction().term();
        if (reference == null) {
            return null;
        }
        var term = dictionaries.term(reference);
        if (term.isEmpty()
                && dictionaries
                        .find(reference.dictionary(), reference.version())
                        .isPresent()) {
            objections.add(new Objection("/reaction/term/code", "UNKNOWN_TERM", "is not in that version of the list"));
        }
        return term.orElse(null);
    }
}
