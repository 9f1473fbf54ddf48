package org.saisei.systemtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives a test the one running {@link Stack} as a parameter, or what came of the {@link SharedStack.Examples} sent to it.
 * Started with the first such test. One class at a time has it; those with stacks of their own run beside, one
 * at a time, too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedStack.class)
@ResourceLock("the shared stack")
@interface WithStack {}
