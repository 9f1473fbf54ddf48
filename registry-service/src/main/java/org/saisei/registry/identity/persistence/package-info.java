/** The schema {@code identity}: sealed rows and keyed hashes, nothing readable. */
@NullMarked
package org.saisei.registry.identity.persistence;

import org.jspecify.annotations.NullMarked;
