/** Disclosures over HTTP, for the treating facility. */
@NullMarked
package org.saisei.registry.disclosure.http;

import org.jspecify.annotations.NullMarked;
