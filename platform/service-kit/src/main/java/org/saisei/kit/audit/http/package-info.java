/**
 * The audit trail over HTTP. Promises that whoever asks sees what they or their facility did, who touched a resource of
 * theirs, and nothing that reveals another's; and that asking leaves a row itself.
 */
@NullMarked
package org.saisei.kit.audit.http;

import org.jspecify.annotations.NullMarked;
