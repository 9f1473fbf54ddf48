package org.saisei.registry.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The protocols this service knows. */
public final class Protocols {
    private static final Map<String, TreatmentProtocol> BY_CODE =
            ServiceLoader.load(TreatmentProtocol.class, TreatmentProtocol.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .collect(Collectors.toUnmodifiableMap(TreatmentProtocol::code, Function.identity()));

    private Protocols() {}

    public static Optional<TreatmentProtocol> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** @throws IllegalStateException for a code that no enrolment could have been made under */
    public static TreatmentProtocol of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("unknown protocol " + code));
    }
}
