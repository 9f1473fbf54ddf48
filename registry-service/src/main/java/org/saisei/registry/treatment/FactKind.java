package org.saisei.registry.treatment;

/** What a treatment fact is about. */
public enum FactKind {
    COLLECTION("Collection"),
    PRODUCT("Product"),
    ADMINISTRATION("Administration");

    private final String title;

    FactKind(String title) {
        this.title = title;
    }

    /** As it stands in names of operations, e.g. {@code recordCollection}. */
    public String title() {
        return title;
    }
}
