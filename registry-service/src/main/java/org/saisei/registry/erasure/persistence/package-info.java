/** Erasures and holds in PostgreSQL, the journal in a folder outside of it. */
@NullMarked
package org.saisei.registry.erasure.persistence;

import org.jspecify.annotations.NullMarked;
