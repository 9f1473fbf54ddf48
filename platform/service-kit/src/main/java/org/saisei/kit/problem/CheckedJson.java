package org.saisei.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads one JSON document as a resource's body is read: strictly, and held against its constraints. For bodies that are
 * made of many documents.
 */
@Singleton
public class CheckedJson {
    private final ObjectMapper json;
    private final Validator validator;

    CheckedJson(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws ProblemException 400, with every field that breaks a constraint, or the first that cannot be read */
    public <T> T read(byte[] document, Class<T> type) {
        var read = parse(document, type);
        if (read == null) {
            throw new ProblemException(Problem.invalid("", "REQUIRED", "must not be null"));
        }
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.invalid(ViolationMapper.fieldErrors(violations)));
        }
        return read;
    }

    private <T> T parse(byte[] document, Class<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException fault) {
            throw new ProblemException(JsonProblems.of(fault));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }
}
