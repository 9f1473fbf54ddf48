/** Cases in PostgreSQL. */
@NullMarked
package org.saisei.registry.safety.persistence;

import org.jspecify.annotations.NullMarked;
