package org.saisei.eligibility.protocol;

import java.util.List;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

/** The protocols that the service is packaged with: those of the tests whose rules hold for every protocol. */
public final class AllProtocols {
    public static final List<Protocol> ALL = List.of(new Stemirac());

    private AllProtocols() {}

    static List<Protocol> withParameters() {
        return ALL.stream().filter(protocol -> !protocol.parameters().isEmpty()).toList();
    }
}
