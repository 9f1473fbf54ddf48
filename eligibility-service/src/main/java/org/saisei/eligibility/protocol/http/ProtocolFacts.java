package org.saisei.eligibility.protocol.http;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/**
 * What the operator states of a protocol, because it changes without the protocol changing: approval status and its
 * dates. Served beside the protocol's own facts; no rule computes with it.
 */
@ConfigMapping(prefix = "saisei.protocols")
interface ProtocolFacts {

    /** By protocol id, then by a name of the operator's choice: {@code saisei.protocols.facts.STEMIRAC.approvalStatus}. */
    Map<String, Map<String, String>> facts();
}
