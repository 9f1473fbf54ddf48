/** Holds the contract files to each other and to what the bus may carry. */
@NullMarked
package org.saisei.contracts;

import org.jspecify.annotations.NullMarked;
