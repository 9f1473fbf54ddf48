/**
 * The audit trail's seals: what a block holds, how it is hashed, and the proof that nothing below it was changed. Plain JDBC
 * and nothing else, so that an auditor can run it anywhere; it asks the database for stored values only, and trusts none of
 * its functions, views or triggers. Promises to name the row or block that was changed, removed, inserted or moved, to say
 * what it cannot prove, and to call nothing tampered that a restore brings about.
 */
@NullMarked
package org.saisei.kit.audit.verify;

import org.jspecify.annotations.NullMarked;
