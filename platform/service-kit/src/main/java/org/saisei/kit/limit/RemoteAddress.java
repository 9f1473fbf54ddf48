package org.saisei.kit.limit;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from, as far as one caller can be told from another by it. */
final class RemoteAddress {
    private static final int GROUPS_OF_A_NETWORK = 4;

    private RemoteAddress() {}

    /** The IPv4 address, or the /64 of an IPv6 address: one host has all of that to send from. */
    static String of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "" : network(remote.hostAddress());
    }

    /** @param address as Java prints one: an IPv6 address has all its eight groups */
    static String network(String address) {
        var groups = address.split(":", -1);
        return groups.length <= GROUPS_OF_A_NETWORK
                ? address
                : String.join(":", java.util.Arrays.copyOf(groups, GROUPS_OF_A_NETWORK));
    }
}
