/**
 * Breaks a running system in many ways while clients use it, and says whether anything answered was lost, anything
 * happened twice or half, or one key's events changed their order. {@code deploy/system-tests/chaos} starts it.
 */
@NullMarked
package org.saisei.systemtests.chaos;

import org.jspecify.annotations.NullMarked;
