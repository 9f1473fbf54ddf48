/**
 * Operators' windows, the same in every service: received events that wait ({@code /parked-events}), own events that the
 * broker refuses ({@code /refused-events}), and own events whose acts a restore has lost ({@code /forgotten-events}). Promises
 * that an operator sees where an event stands and why, never what it says beyond whose act it tells and under which document
 * number, and that every act of an operator has a reason and its row in the audit trail. A service does nothing for them.
 */
@NullMarked
package org.saisei.kit.operator;

import org.jspecify.annotations.NullMarked;
