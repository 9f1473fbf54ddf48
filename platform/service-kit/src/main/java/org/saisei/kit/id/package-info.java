/**
 * Identifiers from one injectable source: UUIDv7 for rows, opaque numbers for people.
 */
@NullMarked
package org.saisei.kit.id;

import org.jspecify.annotations.NullMarked;
