package org.saisei.systemtests.chaos.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.saisei.local.Ports;

/** Stands on a port of the loopback interface in the place of a server on another. */
public final class Proxy implements AutoCloseable {
    private final ServerSocket listening;
    private final Supplier<? extends Watch> watches;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Gate gate = new Gate();
    private volatile int serverPort;
    private volatile boolean refusing;

    /** Refuses connections until it knows where to {@link #forwardTo forward} them. */
    public Proxy() {
        this(() -> Watch.NONE);
    }

    /** @param watches one for each connection */
    public Proxy(Supplier<? extends Watch> watches) {
        this.watches = watches;
        try {
            listening = new ServerSocket();
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    public Proxy forwardTo(int port) {
        serverPort = port;
        return this;
    }

    /** Resets every connection; new ones are taken as before. @return how many there were */
    public int cut() {
        var open = Set.copyOf(links);
        open.forEach(Link::cut);
        return open.size();
    }

    /** From now on new connections are reset, until {@link #takeAgain}. */
    public void refuse() {
        refusing = true;
    }

    /** Takes back {@link #refuse}. */
    public void takeAgain() {
        refusing = false;
    }

    /** Connections stay open, new ones are taken, and no byte passes, until {@link #thaw}. */
    public void freeze() {
        gate.shut();
    }

    public void thaw() {
        gate.open();
    }

    /** The ports from which the server sees the present connections come. */
    public Set<Integer> portsAtServer() {
        return links.stream().map(Link::portAtServer).collect(Collectors.toUnmodifiableSet());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                Thread.ofVirtual().start(() -> take(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void take(Socket client) {
        try {
            gate.pass();
            if (refusing || serverPort == 0) {
                reset(client);
                return;
            }
            var link = Link.open(client, serverPort, gate, watches.get(), links::remove);
            links.add(link);
            link.forward();
        } catch (IOException serverAway) {
            reset(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset(client);
        }
    }

    private static void reset(Socket client) {
        try {
            client.setSoLinger(true, 0);
            client.close();
        } catch (IOException gone) {
            // it was to go
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gate.open();
        cut();
    }
}
