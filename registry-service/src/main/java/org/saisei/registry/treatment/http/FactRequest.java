package org.saisei.registry.treatment.http;

import org.saisei.registry.treatment.FactContent;

/** A fact as sent, when it is recorded and when it is corrected. */
interface FactRequest {

    String documentNumber();

    FactContent toContent();
}
