/**
 * Plain SQL and what its failures mean. Promises that services run as a role that cannot rewrite history: migrations run as
 * {@code <database>_owner}, the service as {@code <database>_runtime}, sealing of the audit trail as
 * {@code <database>_sealer}; each migration grants what the runtime role needs, by the Flyway placeholder
 * {@code ${runtime}}.
 */
@NullMarked
package org.saisei.kit.database;

import org.jspecify.annotations.NullMarked;
