package org.saisei.systemtests.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY = """
            {"enrolledOn": "2026-05-31", "facts": {"ais": {"assessedOn": "2026-06-01"}}, "days": ["2026-12-31"],
             "documentNumber": "D-2026-05-31", "volumeMl": 50}""";

    @Test
    void aClockThatIsADayAheadWritesEveryDayOfABodyADayLater() throws Exception {
        var calendar = new Calendar();
        calendar.shift(1);
        var body = JSON.readTree(BODY);

        calendar.write(body);

        assertThat(body).isEqualTo(JSON.readTree("""
                {"enrolledOn": "2026-06-01", "facts": {"ais": {"assessedOn": "2026-06-02"}}, "days": ["2027-01-01"],
                 "documentNumber": "D-2026-05-31", "volumeMl": 50}"""));
        assertThat(calendar.headers()).containsKey("Date");
    }

    @Test
    void aClockThatIsRightLeavesABodyAsItIs() throws Exception {
        var calendar = new Calendar();
        var body = JSON.readTree(BODY);

        calendar.write(body);

        assertThat(body).isEqualTo(JSON.readTree(BODY));
        assertThat(calendar.headers()).isEmpty();
    }
}
