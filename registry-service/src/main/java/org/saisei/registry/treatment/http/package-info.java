/** Treatment facts, plans and deviations over HTTP. */
@NullMarked
package org.saisei.registry.treatment.http;

import org.jspecify.annotations.NullMarked;
