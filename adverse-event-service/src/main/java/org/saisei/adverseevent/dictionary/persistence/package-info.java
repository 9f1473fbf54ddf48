/** The lists in PostgreSQL. */
@NullMarked
package org.saisei.adverseevent.dictionary.persistence;

import org.jspecify.annotations.NullMarked;
