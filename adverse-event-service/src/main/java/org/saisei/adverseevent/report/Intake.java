package org.saisei.adverseevent.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Dictionaries;
import org.saisei.adverseevent.dictionary.Term;

/**
 * What is wrong with a report; incompleteness is not. A report that is coded with an unknown term, or cannot be true, is
 * handed back with the places to mend.
 *
 * @param term of the reaction, if it has one that is known
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
        } else if (onset != null && aware != null && onset.isAfter(aware)) {
            objections.add(new Objection("/reaction/onsetOn", "AFTER_AWARENESS", "lies after the day in /awareOn"));
        }
        return new Intake(term(content, dictionaries, objections), List.copyOf(objections));
    }

    private static @Nullable Term term(CaseContent content, Dictionaries dictionaries, List<Objection> objections) {
        var reference = content.reaction() == null ? null : content.reaction().term();
        if (reference == null) {
            return null;
        }
        var term = dictionaries.term(reference);
        if (term.isEmpty()) {
            objections.add(
                    dictionaries
                                    .find(reference.dictionary(), reference.version())
                                    .isPresent()
                            ? new Objection("/reaction/term/code", "UNKNOWN_TERM", "is not in that version of the list")
                            : new Objection(
                                    "/reaction/term/dictionary",
                                    "UNKNOWN_DICTIONARY",
                                    "GET /dictionaries names the lists and versions held here"));
        }
        return term.orElse(null);
    }
}
