/**
 * Real parts for one machine: PostgreSQL, Kafka, Keycloak and an issuer of tokens that needs no server.
 *
 * <p>Each server is a process of its own on the loopback interface, so that a test can stop, kill or freeze it. Tests
 * of the services and the local stack share these classes; nothing here is meant for production, where operators bring
 * their own servers and identity provider. Every started process dies with the JVM that started it, also when that JVM
 * is killed (see {@link org.saisei.local.ManagedProcess}).
 */
@NullMarked
package org.saisei.local;

import org.jspecify.annotations.NullMarked;
