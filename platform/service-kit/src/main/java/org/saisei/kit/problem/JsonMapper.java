package org.saisei.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.saisei.kit.http.Answers;

@Provider
class JsonMapper implements ExceptionMapper<JsonMappingException> {
    @Override
    public Response toResponse(JsonMappingException fault) {
        return Answers.problem(JsonProblems.of(fault));
    }
}
