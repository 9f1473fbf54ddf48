/** 開示: everything the registry holds on one patient, and who has touched it here. Promises to name every table that has rows. */
@NullMarked
package org.saisei.registry.disclosure;

import org.jspecify.annotations.NullMarked;
