/**
 * Clients that send every command the services have, as journeys of made-up patients, and again until they know what came of
 * each. What they saw goes into the history. Bodies are made from the examples of the services' own OpenAPI documents.
 */
@NullMarked
package org.saisei.systemtests.chaos.load;

import org.jspecify.annotations.NullMarked;
