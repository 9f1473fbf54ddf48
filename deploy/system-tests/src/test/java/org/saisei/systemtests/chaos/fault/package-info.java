/**
 * What is done to the system: one class each, and the draw of which comes next. A blow says what was really seen of it, undoes
 * itself, and takes only parts that no other blow has at the time.
 */
@NullMarked
package org.saisei.systemtests.chaos.fault;

import org.jspecify.annotations.NullMarked;
