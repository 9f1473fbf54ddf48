package org.saisei.benchmarks.stack;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.saisei.benchmarks.parts.Part;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;
import org.saisei.stack.ServiceProcess;

/** One service of the stack while it is measured, with the processor time that it and PostgreSQL have taken. */
final class Service implements AutoCloseable {
    private static final Duration READY_PATIENCE = Duration.ofSeconds(120);

    private final LocalStack stack;
    private final ServiceProcess process;
    private final Path agent;

    private Service(LocalStack stack, ServiceProcess process, Path agent) {
        this.stack = stack;
        this.agent = agent;
        this.process = process;
    }

    /** Processor time in milliseconds; {@code postgres} is that of all its processes. */
    record Cpu(double service, double postgres) {
        Cpu since(Cpu before) {
            return new Cpu(service - before.service, postgres - before.postgres);
        }
    }

    static Service start(LocalStack stack, ServiceName name, Settings settings) {
        var process = stack.start(name, 1, Map.of());
        process.awaitReady(READY_PATIENCE);
        return new Service(stack, process, settings.repository().resolve("deploy/benchmarks/target/benchmarks.jar"));
    }

    /** Takes these parts out of the running service, and puts the others back. */
    void leaveOut(Set<Part> parts) {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid()));
            try {
                machine.loadAgent(
                        agent.toString(), parts.stream().map(Part::name).collect(Collectors.joining(",")));
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IllegalStateException("the service cannot be taken apart", e);
        }
    }

    int port() {
        return process.port();
    }

    long pid() {
        return process.process().pid();
    }

    Cpu cpu() {
        return new Cpu(
                ProcessCpu.of(pid()),
                ProcessCpu.ofFamily(stack.postgres().process().pid()));
    }

    /** Where a token for each of so many hospitals stands, one a line, the first facility's first. */
    static Path hospitals(LocalStack stack, int number) {
        return write(
                stack,
                "hospitals",
                IntStream.range(0, number)
                        .mapToObj(i -> stack.tokens().token("hospital", facility(i), Set.of()))
                        .toList());
    }

    static Path safetyOfficer(LocalStack stack) {
        return write(stack, "safety-officer", List.of(stack.tokens().token("safety_officer", null, Set.of())));
    }

    static String facility(int index) {
        return String.format("F-BENCH-%02d", index);
    }

    private static Path write(LocalStack stack, String name, List<String> tokens) {
        try {
            Files.createDirectories(stack.logs());
            return Files.write(stack.logs().resolve(name + ".tokens"), tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.stop();
    }
}
