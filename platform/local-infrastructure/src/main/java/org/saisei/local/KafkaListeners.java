package org.saisei.local;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Where a broker listens, and the address that it tells whoever came there. Its ports stay the same over restarts. */
final class KafkaListeners {

    private static final String HOST = "://127.0.0.1:";

    private final int port;
    private final int controllerPort = Ports.free();
    private final boolean withTls;
    private final int tlsPort;
    /** The port of the listener behind each proxy, by the proxy's. */
    private final Map<Integer, Integer> behind = new TreeMap<>();

    KafkaListeners(int port, boolean withTls, Collection<Integer> proxies) {
        this.port = port;
        this.withTls = withTls;
        this.tlsPort = withTls ? Ports.free() : 0;
        proxies.forEach(proxy -> behind.put(proxy, Ports.free()));
    }

    int port() {
        return port;
    }

    int tlsPort() {
        return tlsPort;
    }

    int portBehind(int proxy) {
        return Optional.ofNullable(behind.get(proxy)).orElseThrow();
    }

    /** Lines of the broker's configuration. */
    String properties() {
        String plainAndTls = "PLAINTEXT" + HOST + port + (withTls ? ",SSL" + HOST + tlsPort : "");
        return String.join(
                "\n",
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "listeners=" + plainAndTls + eachProxy((proxy, own) -> name(proxy) + HOST + own) + ",CONTROLLER" + HOST
                        + controllerPort,
                "advertised.listeners=" + plainAndTls + eachProxy((proxy, own) -> name(proxy) + HOST + proxy),
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SSL:SSL,CONTROLLER:PLAINTEXT"
                        + eachProxy((proxy, own) -> name(proxy) + ":PLAINTEXT"));
    }

    private static String name(int proxy) {
        return "BEHIND" + proxy;
    }

    private String eachProxy(BiFunction<Integer, Integer, String> entry) {
        return behind.entrySet().stream()
                .map(proxy -> "," + entry.apply(proxy.getKey(), proxy.getValue()))
                .collect(Collectors.joining());
    }
}
