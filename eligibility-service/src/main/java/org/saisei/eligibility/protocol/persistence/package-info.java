/** Changes of protocols' parameters in PostgreSQL. */
@NullMarked
package org.saisei.eligibility.protocol.persistence;

import org.jspecify.annotations.NullMarked;
