/** Erasure and legal holds over HTTP, for registrars. */
@NullMarked
package org.saisei.registry.erasure.http;

import org.jspecify.annotations.NullMarked;
