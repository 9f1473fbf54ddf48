/** Safety cases (症例報告) as far as they concern subjects: enough to find them in the adverse-event service. */
@NullMarked
package org.saisei.registry.safety;

import org.jspecify.annotations.NullMarked;
