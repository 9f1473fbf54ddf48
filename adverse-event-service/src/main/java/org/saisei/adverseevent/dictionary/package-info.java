/** Versioned lists of terms that reactions are coded with. */
@NullMarked
package org.saisei.adverseevent.dictionary;

import org.jspecify.annotations.NullMarked;
