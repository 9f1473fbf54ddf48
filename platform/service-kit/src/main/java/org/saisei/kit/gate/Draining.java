package org.saisei.kit.gate;

/** The replica was asked to end: requests are refused from now on. Observers let go of what others could take, and do not wait. */
public record Draining() {}
