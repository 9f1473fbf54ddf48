/**
 * Who acts. Promises that every act and every reading knows its {@link org.saisei.kit.access.Actor}, taken from a verified
 * bearer token and nothing else, and that self-made local tokens work on loopback only. A service injects
 * {@link org.saisei.kit.access.CurrentActor} in its resources and hands the actor to its acts.
 */
@NullMarked
package org.saisei.kit.access;

import org.jspecify.annotations.NullMarked;
