package org.saisei.kit.database;

import org.jspecify.annotations.Nullable;

/** Unwinds an act whose group is rolled back. Not a fault: the act runs again, alone. */
final class GroupFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GroupFailed(@Nullable Throwable cause) {
        super("the group is rolled back", cause, false, false);
    }
}
