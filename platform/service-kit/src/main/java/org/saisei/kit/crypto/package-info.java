/**
 * Texts that only a few may read. Promises that each text has a data key of its own, wrapped by a key from the
 * environment, so that destroying one row's wrapped key erases that row alone. A service seals through
 * {@link org.saisei.kit.crypto.Envelope} and stores the {@link org.saisei.kit.crypto.SealedText}'s parts in its own table.
 */
@NullMarked
package org.saisei.kit.crypto;

import org.jspecify.annotations.NullMarked;
