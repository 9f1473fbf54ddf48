package org.saisei.eligibility.protocol.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.eligibility.protocol.Parameter;
import org.saisei.eligibility.protocol.ParameterChange;
import org.saisei.eligibility.protocol.ParameterEvents;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;

@ApplicationScoped
class OutboxParameterEvents implements ParameterEvents {
    private static final String TOPIC = "saisei.eligibility.protocols";
    private static final String TYPE = "saisei.eligibility.parameter-changed.v1";

    private final Outbox outbox;

    OutboxParameterEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(ParameterChange change, Parameter parameter) {
        outbox.append(new OutboxEvent(
                TOPIC,
                change.protocol(),
                TYPE,
                new ParameterChanged(
                        change.protocol(),
                        change.documentNumber(),
                        change.changeId().toString(),
                        change.parameter(),
                        change.value(),
                        parameter.unit(),
                        change.from())));
    }
}
