package org.saisei.adverseevent.dictionary.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.saisei.adverseevent.dictionary.Term;
import org.saisei.adverseevent.dictionary.TermReference;

/** One entry of one version of a list. The table is Flyway's, and the runtime role may only read it. */
@Entity
@Immutable
@Table(name = "term")
@IdClass(TermEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class TermEntity extends PanacheEntityBase {

    record Key(String dictionary, String version, String code) implements Serializable {}

    @Id
    String dictionary;

    @Id
    String version;

    @Id
    String code;

    String ja;
    String en;

    @Column(name = "special_interest")
    boolean specialInterest;

    Term asTerm() {
        return new Term(new TermReference(dictionary, version, code), ja, en, specialInterest);
    }
}
