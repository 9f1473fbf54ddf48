package org.saisei.adverseevent.report;

import java.util.Set;

/** The protocols of this installation (configuration). */
public interface Protocols {
    Set<String> names();
}
