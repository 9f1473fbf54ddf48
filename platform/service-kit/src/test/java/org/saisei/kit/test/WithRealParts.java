package org.saisei.kit.test;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For a {@code @QuarkusTest}: the service runs against a real PostgreSQL as its runtime role, and a real Kafka with all
 * topics. {@link Tokens}, {@link Database} and {@link KafkaProbe} reach them from the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(RealParts.class)
public @interface WithRealParts {}
