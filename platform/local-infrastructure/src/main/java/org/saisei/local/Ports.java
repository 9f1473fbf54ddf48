package org.saisei.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Free TCP ports of the loopback interface. */
public final class Ports {

    // Below the range that systems give to outgoing connections: while a server is down for a restart, a client that
    // keeps connecting to a port of that range can end up connected to itself and hold the port.
    private static final int FIRST = 20_000;
    private static final int LAST = 29_999;

    private Ports() {}

    /** A port nobody listens on now, between 20000 and 29999. */
    public static int free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
    }

    /** The first free port from {@code wanted} upwards. */
    public static int freeFrom(int wanted) {
        for (int port = wanted; port < wanted + 1000 && port < 65_536; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + wanted + " upwards");
    }

    /** False if anybody listens on the port, on the loopback interface or on all. */
    public static boolean isFree(int port) {
        if (answers(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            // Connections that a former server closed linger for a minute and do not hinder a new one.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** True if a server accepts a connection on the port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
