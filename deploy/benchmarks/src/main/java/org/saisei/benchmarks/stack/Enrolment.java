package org.saisei.benchmarks.stack;

import java.nio.charset.StandardCharsets;

/** The requests of P1: each enrols another made-up patient under a document number and an Idempotency-Key of its own. */
final class Enrolment {
    private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

    /** Spreads neighbouring numbers over the whole range, as drawn candidate numbers are; has no factor 2 or 5. */
    private static final long SPREAD = 900_000_000_011L;

    private static final long RANGE = 10_000_000_000_000_000L;

    private Enrolment() {}

    /** @param number below 10⁷, so that no two are the same */
    static String candidate(int number) {
        return String.format("%016d", number * SPREAD % RANGE);
    }

    /** A whole HTTP request. */
    static byte[] request(int number, String token) {
        byte[] body = body(number).getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /subjects HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + token + "\r\nIdempotency-Key: enrolment-" + number
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static String body(int number) {
        return """
                {"documentNumber":"ENR-%d","protocol":"STEMIRAC","candidateId":"%s","injuryDate":"2026-05-01",\
                "sex":"FEMALE","enrolledOn":"2026-05-20","identity":{"nameKanji":"見本 花子","nameKana":"ミホン %s",\
                "birthDate":"19%d-0%d-1%d","medicalRecordNumber":"MR-%d"}}""".formatted(
                        number, candidate(number), kana(number), 50 + number % 50, 1 + number % 9, number % 10, number);
    }

    private static String kana(int number) {
        var name = new StringBuilder();
        for (int rest = number; rest > 0; rest /= KANA.length()) {
            name.append(KANA.charAt(rest % KANA.length()));
        }
        return name.toString();
    }
}
