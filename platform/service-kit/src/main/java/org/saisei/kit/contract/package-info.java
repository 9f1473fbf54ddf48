/**
 * The event contracts shipped with the build. Promises that topics, partitions and schemas are read from the same files that
 * consumers see.
 */
@NullMarked
package org.saisei.kit.contract;

import org.jspecify.annotations.NullMarked;
