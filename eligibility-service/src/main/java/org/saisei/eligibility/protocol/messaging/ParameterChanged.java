package org.saisei.eligibility.protocol.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Value of saisei.eligibility.parameter-changed.v1. The reason stays here: it is free text. */
record ParameterChanged(
        String protocol,
        String documentNumber,
        String changeId,
        String parameter,
        BigDecimal value,
        String unit,
        LocalDate from) {}
