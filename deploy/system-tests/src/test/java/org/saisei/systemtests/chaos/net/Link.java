package org.saisei.systemtests.chaos.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;

/** One connection through the proxy: the client's and the one made to the server for it. They end together. */
final class Link {
    private static final int BUFFER = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final Gate gate;
    private final Watch watch;
    private final Consumer<Link> ended;

    private Link(Socket client, Socket server, Gate gate, Watch watch, Consumer<Link> ended) {
        this.client = client;
        this.server = server;
        this.gate = gate;
        this.watch = watch;
        this.ended = ended;
    }

    /** @throws IOException if the server takes no connection; the client's is then the caller's to close */
    static Link open(Socket client, int serverPort, Gate gate, Watch watch, Consumer<Link> ended) throws IOException {
        var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        return new Link(client, server, gate, watch, ended);
    }

    void forward() {
        Thread.ofVirtual()
                .start(() -> forward(client, server, (buffer, length) -> {
                    watch.toServer(buffer, length);
                    return true;
                }));
        Thread.ofVirtual().start(() -> forward(server, client, watch::toClient));
    }

    /** The port from which the server sees this connection come. */
    int portAtServer() {
        return server.getLocalPort();
    }

    /** Both ends find it reset. */
    void cut() {
        close(client);
        close(server);
        ended.accept(this);
    }

    private interface Look {
        boolean goesOn(byte[] buffer, int length);
    }

    private void forward(Socket from, Socket to, Look look) {
        var buffer = new byte[BUFFER];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                gate.pass();
                if (!look.goesOn(buffer, length)) {
                    cut();
                    return;
                }
                out.write(buffer, 0, length);
            }
            gate.pass();
            end();
        } catch (IOException gone) {
            cut();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            cut();
        }
    }

    /** One side has closed it, and what it sent before has gone on. */
    private void end() throws IOException {
        client.close();
        server.close();
        ended.accept(this);
    }

    private static void close(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closedAlready) {
            return;
        }
        try {
            socket.close();
        } catch (IOException gone) {
            // it was to go
        }
    }
}
