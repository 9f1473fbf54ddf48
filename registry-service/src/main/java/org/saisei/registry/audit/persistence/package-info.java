/** Whom the resources belong to that this service's audit trail names. */
@NullMarked
package org.saisei.registry.audit.persistence;

import org.jspecify.annotations.NullMarked;
