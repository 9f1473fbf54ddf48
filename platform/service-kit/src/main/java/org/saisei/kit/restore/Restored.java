package org.saisei.kit.restore;

/**
 * The service runs on a database that was restored, or may have been. Told in the transaction that keeps what was forgotten,
 * at least once for each restore: numbers that were given out may be given again unless their observers see to it.
 */
public record Restored() {}
