package org.saisei.adverseevent.exposure;

public enum FactKind {
    COLLECTION,
    PRODUCT,
    ADMINISTRATION
}
