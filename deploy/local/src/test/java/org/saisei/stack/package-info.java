@NullMarked
package org.saisei.stack;

import org.jspecify.annotations.NullMarked;
