package org.saisei.eligibility.protocol;

/** Something to be judged that holds the values of the protocol's parameters with which it is judged. */
interface Parameterised {

    Parameters parameters();
}
