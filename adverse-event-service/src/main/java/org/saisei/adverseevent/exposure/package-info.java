/** What subjects were exposed to (collections, products, administrations), as the registry's events told it. */
@NullMarked
package org.saisei.adverseevent.exposure;

import org.jspecify.annotations.NullMarked;
