package org.saisei.eligibility.protocol;

/** What a physician is placed for. */
public enum PlacementRole {
    /** 治療の責任者として配置. */
    RESPONSIBLE,
    /**
     * On staff (所属) as one with sufficient knowledge and experience of the diagnosis, treatment, functional evaluation
     * and rehabilitation of the condition treated; the placement is the facility's word for that.
     */
    CARE,
    /** 治療の責任者として配置 at a facility that patients are transferred to after the administration. */
    RESPONSIBLE_AFTER_TRANSFER
}
