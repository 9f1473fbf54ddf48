/**
 * What a database has lost by a restore. Promises that before the service gives an event a sequence number, its own topics'
 * ends are compared with its outbox: what stands there and has no row is kept as a forgotten event, which an operator sees by
 * document number, and the sequence of its key goes on behind it; that what the service had read before, and its database
 * does not know any more, is read again; and that whoever gives out numbers of his own hears of it by
 * {@link org.saisei.kit.restore.Restored}. Without a broker a service opens on the database that it last compared, and on no
 * other; it publishes and reads nothing until it has compared.
 */
@NullMarked
package org.saisei.kit.restore;

import org.jspecify.annotations.NullMarked;
