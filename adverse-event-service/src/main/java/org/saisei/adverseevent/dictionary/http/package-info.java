/** The lists over HTTP. */
@NullMarked
package org.saisei.adverseevent.dictionary.http;

import org.jspecify.annotations.NullMarked;
