/**
 * Two replicas of each packaged service with a PostgreSQL and a Kafka of their own, a proxy on each way between them and from
 * their clients, and a look behind them. What is done here to one part, the others are not told.
 */
@NullMarked
package org.saisei.systemtests.chaos.cluster;

import org.jspecify.annotations.NullMarked;
