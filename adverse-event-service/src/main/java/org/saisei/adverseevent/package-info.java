/** What went wrong, who must know, by when. Features: {@code report}, {@code exposure}, {@code dictionary}, {@code feed}. */
@NullMarked
package org.saisei.adverseevent;

import org.jspecify.annotations.NullMarked;
