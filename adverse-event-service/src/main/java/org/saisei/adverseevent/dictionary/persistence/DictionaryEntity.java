package org.saisei.adverseevent.dictionary.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.saisei.adverseevent.dictionary.Dictionary;

/** One version of one list. The table is Flyway's, and the runtime role may only read it. */
@Entity
@Immutable
@Table(name = "dictionary")
@IdClass(DictionaryEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class DictionaryEntity extends PanacheEntityBase {

    record Key(String dictionary, String version) implements Serializable {}

    @Id
    String dictionary;

    @Id
    String version;

    String origin;

    @Formula("(SELECT count(*) FROM term t WHERE t.dictionary = dictionary AND t.version = version)")
    int terms;

    Dictionary asDictionary() {
        return new Dictionary(dictionary, version, origin, terms);
    }
}
