package org.saisei.adverseevent.dictionary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists this installation holds. */
public interface Dictionaries {

    List<Dictionary> all();

    Optional<Dictionary> find(String dictionary, String version);

    Optional<Term> term(TermReference reference);

    /**
     * @param afterCode exclusive; null for the first page
     * @param limit most terms to return, in the order of their codes
     */
    List<Term> terms(String dictionary, String version, @Nullable String afterCode, int limit);
}
