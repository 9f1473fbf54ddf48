package org.saisei.planted.feature;

import jakarta.inject.Inject;

/** Breaks "only acts know the container". */
class RuleWithContainer {
    @Inject
    String text;
}
