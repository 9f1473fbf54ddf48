/**
 * Who the patient was is destroyed at a registrar's word, unless a legal hold stands; what was done to the patient stays on
 * record under the registry number. Promises that a restored database serves no identity that was erased before.
 */
@NullMarked
package org.saisei.registry.erasure;

import org.jspecify.annotations.NullMarked;
