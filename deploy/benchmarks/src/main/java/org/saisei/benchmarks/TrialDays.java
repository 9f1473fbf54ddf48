package org.saisei.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Fact;
import org.saisei.eligibility.protocol.ValuesBuilder;

/** The planned days beside those of the trial, as they are shown with S-P9. */
final class TrialDays {
    private record Guide(String name, Fact<?> planned, BigDecimal first, BigDecimal last) {
        static Guide of(String name, Fact<?> planned, int first, int last) {
            return new Guide(name, planned, BigDecimal.valueOf(first), BigDecimal.valueOf(last));
        }
    }

    private static final List<Guide> GUIDES = List.of(
            Guide.of("firstBloodCollectionInTrial", Known.FIRST_BLOOD, 5, 17),
            Guide.of("marrowCollectionInTrial", Known.MARROW, 11, 25),
            Guide.of("lastBloodCollectionInTrial", Known.LAST_BLOOD, 15, 39),
            Guide.of("administrationInTrial", Known.ADMINISTRATION, 43, 54),
            Guide.of("administrationInTrialPlan", Known.ADMINISTRATION, 26, 54));

    private TrialDays() {}

    static Map<String, Object> shown(Circumstances circumstances, Map<String, Object> planned) {
        var days = new ValuesBuilder(GUIDES.size());
        var outside = new ArrayList<Map<String, Object>>();
        for (var guide : GUIDES) {
            var day = Known.daysSinceInjury(circumstances, guide.planned());
            if (day != null) {
                days.put(guide.planned().path(), day);
                if (day.compareTo(guide.first()) < 0 || day.compareTo(guide.last()) > 0) {
                    outside.add(new ValuesBuilder(4)
                            .put("day", day)
                            .put("firstDay", guide.first())
                            .put("guide", guide.name())
                            .put("lastDay", guide.last())
                            .build());
                }
            }
        }
        return new ValuesBuilder(planned, 2)
                .put("daysSinceInjury", days.build())
                .put("outside", outside)
                .build();
    }
}
