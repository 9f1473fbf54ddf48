@NullMarked
package org.saisei.stack.demo;

import org.jspecify.annotations.NullMarked;
