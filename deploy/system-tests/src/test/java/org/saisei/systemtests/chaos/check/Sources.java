package org.saisei.systemtests.chaos.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.Subscriptions;

/** Where there is something to read of a run. */
public record Sources(String bootstrapServers, List<Service> services) {

    public Sources {
        services = List.copyOf(services);
    }

    /**
     * @param name its folder
     * @param reads topics that it subscribes to
     * @param uri of one of its replicas, without a slash at the end
     * @param operatorToken for {@code GET /reconciliation}
     * @param heads the file to which its audit trail's heads are told
     */
    public record Service(
            String name, Set<String> reads, Database database, URI uri, String operatorToken, Path heads) {

        public Service {
            reads = Set.copyOf(reads);
        }
    }

    /** A service's database. */
    public interface Database {

        /** As superuser; the caller closes it. */
        Connection connect() throws SQLException;
    }

    /**
     * All of a stack.
     *
     * @param repository the checkout that it runs from
     * @param where a replica of each service that answers
     */
    public static Sources of(LocalStack stack, Path repository, Function<ServiceName, URI> where) {
        try {
            var reads = Subscriptions.of(repository);
            return new Sources(
                    stack.kafka().bootstrapServers(),
                    Arrays.stream(ServiceName.values())
                            .map(service -> new Service(
                                    service.folder(),
                                    reads.getOrDefault(service.folder(), Collections.emptySortedSet()),
                                    () -> stack.postgres().superuser(service.database()),
                                    where.apply(service),
                                    stack.issuer().token("operator", null, List.of()),
                                    stack.headFile(service)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
