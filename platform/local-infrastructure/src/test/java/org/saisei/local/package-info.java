@NullMarked
package org.saisei.local;

import org.jspecify.annotations.NullMarked;
