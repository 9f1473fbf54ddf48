/** Who a patient is (kept apart, sealed), and the registry number that everything else knows the patient by. */
@NullMarked
package org.saisei.registry.identity;

import org.jspecify.annotations.NullMarked;
