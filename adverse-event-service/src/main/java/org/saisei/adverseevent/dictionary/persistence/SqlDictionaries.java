package org.saisei.adverseevent.dictionary.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Dictionaries;
import org.saisei.adverseevent.dictionary.Dictionary;
import org.saisei.adverseevent.dictionary.Term;
import org.saisei.adverseevent.dictionary.TermReference;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlDictionaries implements Dictionaries {
    private static final String SELECT_DICTIONARY = """
            SELECT d.dictionary, d.version, d.origin,
                   (SELECT count(*) FROM term t WHERE t.dictionary = d.dictionary AND t.version = d.version)
            FROM dictionary d
            """;
    private static final String SELECT_TERM = "SELECT dictionary, version, code, ja, en, special_interest FROM term ";

    private final Sql sql;

    SqlDictionaries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Dictionary> all() {
        return sql.list(SELECT_DICTIONARY + "ORDER BY d.dictionary, d.version", SqlDictionaries::dictionary);
    }

    @Override
    public Optional<Dictionary> find(String dictionary, String version) {
        return sql.first(
                SELECT_DICTIONARY + "WHERE d.dictionary = ? AND d.version = ?",
                SqlDictionaries::dictionary,
                dictionary,
                version);
    }

    @Override
    public Optional<Term> term(TermReference reference) {
        return sql.first(
                SELECT_TERM + "WHERE dictionary = ? AND version = ? AND code = ?",
                SqlDictionaries::term,
                reference.dictionary(),
                reference.version(),
                reference.code());
    }

    @Override
    public List<Term> terms(String dictionary, String version, @Nullable String afterCode, int limit) {
        return sql.list(
                SELECT_TERM + "WHERE dictionary = ? AND version = ? AND code > ? ORDER BY code LIMIT ?",
                SqlDictionaries::term,
                dictionary,
                version,
                afterCode == null ? "" : afterCode,
                limit);
    }

    private static Dictionary dictionary(ResultSet row) throws SQLException {
        return new Dictionary(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(
                new TermReference(row.getString(1), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6));
    }
}
