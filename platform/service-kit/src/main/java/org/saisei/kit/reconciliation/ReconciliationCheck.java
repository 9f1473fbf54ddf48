package org.saisei.kit.reconciliation;

/** One thing that a service can find out about itself. Each bean of this type is part of {@code GET /reconciliation}. */
public interface ReconciliationCheck {

    /** In kebab-case, unique in the service. */
    String name();

    /**
     * Looks without changing anything. Costs no more than its scope says: queries go through {@link BoundedSql}.
     *
     * @throws RuntimeException if it cannot look; the check is then told as incomplete, by the exception's class
     */
    Findings look(Scope scope);
}
