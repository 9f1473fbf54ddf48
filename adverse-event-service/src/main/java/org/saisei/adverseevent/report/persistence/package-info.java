/** Cases in PostgreSQL; narratives only as ciphertext. */
@NullMarked
package org.saisei.adverseevent.report.persistence;

import org.jspecify.annotations.NullMarked;
