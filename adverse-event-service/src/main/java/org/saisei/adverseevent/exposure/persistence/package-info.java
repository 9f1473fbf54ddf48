/** Exposures in PostgreSQL. */
@NullMarked
package org.saisei.adverseevent.exposure.persistence;

import org.jspecify.annotations.NullMarked;
