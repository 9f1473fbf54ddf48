/**
 * Who did or read what. Promises that a write and its audit row are one transaction, that a read's row is committed
 * before the answer, and that the runtime role cannot change a row. Acts call
 * {@link org.saisei.kit.audit.AuditTrail#wrote}, resources {@link org.saisei.kit.audit.AuditTrail#read}.
 */
@NullMarked
package org.saisei.kit.audit;

import org.jspecify.annotations.NullMarked;
