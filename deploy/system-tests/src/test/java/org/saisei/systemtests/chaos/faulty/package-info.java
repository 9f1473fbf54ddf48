/**
 * Services built wrongly on purpose, to see that the checker finds out: the kit's own source with a few lines of it replaced,
 * compiled against the packaged service and put into a copy of it. A line that has moved breaks at once, not by being passed
 * over.
 */
@NullMarked
package org.saisei.systemtests.chaos.faulty;

import org.jspecify.annotations.NullMarked;
