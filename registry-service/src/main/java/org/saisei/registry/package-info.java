/** The registry: who was treated, how, and what became of them. */
@NullMarked
package org.saisei.registry;

import org.jspecify.annotations.NullMarked;
