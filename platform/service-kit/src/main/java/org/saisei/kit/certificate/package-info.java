/**
 * Until when certificates are valid. Promises the gauge {@code saisei_certificate_seconds}, by {@code of}: what the service's HTTPS
 * and management ports show to a client at this moment, and what it shows to Kafka and PostgreSQL and trusts of them by its
 * files; infinite where there is none, NaN where it cannot be read, negative once it has ended. A service does nothing for it.
 */
@NullMarked
package org.saisei.kit.certificate;

import org.jspecify.annotations.NullMarked;
