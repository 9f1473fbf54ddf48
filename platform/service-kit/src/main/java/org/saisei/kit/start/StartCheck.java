package org.saisei.kit.start;

/** Something that has to be right before a service starts. */
public interface StartCheck {

    /** @throws IllegalStateException saying what is wrong, and in which property; never a value */
    void check();
}
