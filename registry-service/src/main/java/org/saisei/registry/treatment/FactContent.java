package org.saisei.registry.treatment;

import java.time.LocalDate;
import java.util.Optional;

/** What happened. Quantities are exact, with their unit in the name. */
public sealed interface FactContent permits Collection, Product, Administration {

    FactKind kind();

    /** Calendar day in Japan. */
    LocalDate happenedOn();

    /** The product lot it concerns. */
    Optional<String> lot();
}
