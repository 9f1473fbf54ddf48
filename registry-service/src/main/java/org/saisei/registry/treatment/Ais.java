package org.saisei.registry.treatment;

import java.time.LocalDate;

/** AIS (ASIA Impairment Scale) with its day. */
public record Ais(Grade grade, LocalDate assessedOn) {
    public enum Grade {
        A,
        B,
        C,
        D,
        E
    }
}
