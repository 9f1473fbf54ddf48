package org.saisei.eligibility.protocol.http;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.Stage;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.http.CriteriaAnswer.CriterionAnswer;

/** The criteria as a page for paper: one file, without scripts and without anything to be fetched. */
@ApplicationScoped
class CriteriaSheet {
    private static final String STYLE = resource("/protocol/criteria.css");

    /** Nothing but the page's own style. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Template template;

    CriteriaSheet(@Location("criteria.html") Template template) {
        this.template = template;
    }

    /** Which of the two languages a reader wants. */
    enum Language {
        ja,
        en,
        both;

        boolean japanese() {
            return this != en;
        }

        boolean english() {
            return this != ja;
        }
    }

    /** Criteria that bind at the same stages, or to which stages do not apply. */
    record Section(Text scope, List<Text> stages, List<Entry> entries) {}

    record Entry(CriterionAnswer criterion, Text kind) {}

    String render(Protocol protocol, CriteriaAnswer catalogue, Language language) {
        return template.data("catalogue", catalogue)
                .data("sections", sections(protocol, catalogue.items()))
                .data("ja", language.japanese())
                .data("en", language.english())
                .data("style", STYLE)
                .render();
    }

    private static List<Section> sections(Protocol protocol, List<CriterionAnswer> criteria) {
        record Place(Text scope, List<String> stages) {}
        var sections = new LinkedHashMap<Place, List<Entry>>();
        for (var criterion : criteria) {
            sections.computeIfAbsent(new Place(scope(criterion), criterion.stages()), place -> new ArrayList<>())
                    .add(new Entry(criterion, kind(criterion.kind())));
        }
        return sections.entrySet().stream()
                .map(section -> new Section(
                        section.getKey().scope(),
                        section.getKey().stages().stream()
                                .map(code ->
                                        protocol.stage(code).map(Stage::meaning).orElseThrow())
                                .toList(),
                        section.getValue()))
                .toList();
    }

    private static Text scope(CriterionAnswer criterion) {
        if (criterion.kind() == Kind.PRIORITY) {
            return new Text("患者の優先", "Priority among patients");
        }
        return switch (criterion.scope()) {
            case FACILITY -> new Text("施設", "Facility");
            case PHYSICIAN -> new Text("医師", "Physician");
            case PATIENT -> new Text("患者", "Patient");
            case PLAN -> new Text("投与計画", "Treatment plan");
        };
    }

    private static Text kind(Kind kind) {
        return switch (kind) {
            case REQUIREMENT -> new Text("要件", "Requirement");
            case EXCLUSION -> new Text("禁忌・除外", "Exclusion");
            case CAUTION -> new Text("慎重に考慮", "Caution");
            case ADVISORY -> new Text("目安", "Guide");
            case PRIORITY -> new Text("優先", "Priority");
        };
    }

    private static String resource(String name) {
        try (InputStream in = CriteriaSheet.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
