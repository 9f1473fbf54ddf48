/**
 * Repeats of a creating request. Promises one effect and one stored answer for each key, stored in the effect's own
 * transaction and sent after its commit; a refused or failed request leaves nothing. A resource hands
 * {@link org.saisei.kit.idempotency.Idempotency#answer} its act.
 */
@NullMarked
package org.saisei.kit.idempotency;

import org.jspecify.annotations.NullMarked;
