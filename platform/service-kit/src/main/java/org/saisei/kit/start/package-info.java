/**
 * What a service makes sure of before it touches anything. Promises that one that is set up wrongly ends with a line that
 * says what to set, before it connects to its database and before a port is open, and that no line repeats a secret.
 */
@NullMarked
package org.saisei.kit.start;

import org.jspecify.annotations.NullMarked;
