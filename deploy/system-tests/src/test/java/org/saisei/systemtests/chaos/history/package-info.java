/**
 * What clients of the running services saw, what was done to those services meanwhile, and when: one line of JSON each, in a
 * file that is kept when something is wrong. It says nothing of what the services hold; that is read afterwards, by the checker.
 */
@NullMarked
package org.saisei.systemtests.chaos.history;

import org.jspecify.annotations.NullMarked;
