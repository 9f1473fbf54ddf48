/** What a registrar may see of identities: masked, and only of suspected duplicates. */
@NullMarked
package org.saisei.registry.identity.http;

import org.jspecify.annotations.NullMarked;
