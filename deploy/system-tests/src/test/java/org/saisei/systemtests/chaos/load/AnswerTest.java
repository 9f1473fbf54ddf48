package org.saisei.systemtests.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

class AnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    201 | no  | {"caseId": "1"}                                     | OK      | false
                    200 | no  | {}                                                  | OK      | false
                    422 | no  | {"detail": "It is in the future."}                  | FAIL    | false
                    409 | yes | {"detail": "Nothing is decided yet: send it again"} | FAIL    | true
                    503 | yes | {"detail": "Nothing was recorded."}                 | FAIL    | true
                    503 | yes | {"detail": "It is not known whether it was."}       | UNKNOWN | true
                    503 | no  | {"detail": "Nothing was recorded."}                 | UNKNOWN | true
                    500 | no  | {"detail": "Nothing was recorded."}                 | UNKNOWN | true
                    502 | no  | <html>                                              | UNKNOWN | true
                    """)
    void aCommandIsRefusedOnlyWhereTheAnswerSaysThatItCameToNothing(
            int status, String retryAfter, String body, Outcome outcome, boolean again) {
        var headers = retryAfter.equals("yes") ? Map.of("Retry-After", List.of("1")) : Map.<String, List<String>>of();

        var answer = Answer.of(status, HttpHeaders.of(headers, (name, value) -> true), body);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.again()).isEqualTo(again);
    }
}
