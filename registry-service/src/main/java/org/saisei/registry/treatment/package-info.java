/** What was collected, made and given; what lay outside a rule; corrections, which never delete. */
@NullMarked
package org.saisei.registry.treatment;

import org.jspecify.annotations.NullMarked;
