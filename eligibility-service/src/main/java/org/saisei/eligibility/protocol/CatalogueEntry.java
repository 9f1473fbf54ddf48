package org.saisei.eligibility.protocol;

import java.util.List;

/** Something that stands in a protocol's catalogue. */
public interface CatalogueEntry {

    /** The same at every call. */
    CriterionInfo info();

    /** The protocol's parameters that what it says depends on. */
    default List<Parameter> parameters() {
        return List.of();
    }
}
