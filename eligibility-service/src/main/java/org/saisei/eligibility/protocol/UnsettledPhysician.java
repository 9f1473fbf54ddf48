package org.saisei.eligibility.protocol;

import java.util.List;

/**
 * A physician of whom it is not known whether they may be responsible for the treatment (治療の責任者) on a day.
 *
 * @param missing JSON pointers into the facility's record of exactly the fields that would settle it; never empty
 */
public record UnsettledPhysician(String physicianId, List<String> missing) {

    public UnsettledPhysician {
        missing = List.copyOf(missing);
    }
}
