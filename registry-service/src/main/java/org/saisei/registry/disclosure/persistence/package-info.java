/** Reads what other features' tables hold of one subject. */
@NullMarked
package org.saisei.registry.disclosure.persistence;

import org.jspecify.annotations.NullMarked;
