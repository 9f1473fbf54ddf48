/** What a governed treatment demands: its criteria, the facts they read, its parameters, and what they look at. */
@NullMarked
package org.saisei.eligibility.protocol;

import org.jspecify.annotations.NullMarked;
