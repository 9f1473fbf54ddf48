package org.saisei.adverseevent.dictionary.persistence;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Dictionaries;
import org.saisei.adverseevent.dictionary.Dictionary;
import org.saisei.adverseevent.dictionary.Term;
import org.saisei.adverseevent.dictionary.TermReference;

/**
 * The catalogue as it stands in its tables; whoever asks within a transaction reads in it. A term that was read once is known
 * from then on, as a version never changes: every report asks for one.
 */
@ApplicationScoped
@Transactional
class PanacheDictionaries implements Dictionaries {
    private static final int MOST_KNOWN = 10_000;

    private final Map<TermReference, Term> known = new ConcurrentHashMap<>();

    @Override
    public List<Dictionary> all() {
        return DictionaryEntity.<DictionaryEntity>listAll(Sort.by("dictionary", "version")).stream()
                .map(DictionaryEntity::asDictionary)
                .toList();
    }

    @Override
    public Optional<Dictionary> find(String dictionary, String version) {
        return DictionaryEntity.<DictionaryEntity>findByIdOptional(new DictionaryEntity.Key(dictionary, version))
                .map(DictionaryEntity::asDictionary);
    }

    @Override
    public Optional<Term> term(TermReference reference) {
        var earlier = known.get(reference);
        if (earlier != null) {
            return Optional.of(earlier);
        }
        var term = TermEntity.<TermEntity>findByIdOptional(
                        new TermEntity.Key(reference.dictionary(), reference.version(), reference.code()))
                .map(TermEntity::asTerm);
        if (known.size() < MOST_KNOWN) {
            term.ifPresent(read -> known.put(reference, read));
        }
        return term;
    }

    @Override
    public List<Term> terms(String dictionary, String version, @Nullable String afterCode, int limit) {
        return TermEntity.<TermEntity>find(
                        "dictionary = ?1 and version = ?2 and code > ?3",
                        Sort.by("code"),
                        dictionary,
                        version,
                        afterCode == null ? "" : afterCode)
                .page(0, limit)
                .list()
                .stream()
                .map(TermEntity::asTerm)
                .toList();
    }
}
