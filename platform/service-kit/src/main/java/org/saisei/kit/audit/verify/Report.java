package org.saisei.kit.audit.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a verification proves, and what it does not.
 *
 * @param database its name
 * @param blocks how many there are
 * @param sealed rows that the blocks seal
 * @param last block; empty before the first
 * @param unsealed rows that no block seals yet
 * @param unsealedSince the oldest of those after the last block, by the database's clock
 * @param confirmed the last exported head that the chain has
 * @param findings empty where all is as it was sealed
 * @param left how many findings more there were
 */
public record Report(
        String database,
        long blocks,
        long sealed,
        Optional<Block> last,
        long unsealed,
        Optional<String> unsealedSince,
        Optional<Head> confirmed,
        List<Finding> findings,
        long left) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** The heaviest finding; {@link Finding.Weight#NOTE} where the trail is proven. */
    public Finding.Weight verdict() {
        return findings.stream().map(Finding::weight).min(Enum::compareTo).orElse(Finding.Weight.NOTE);
    }

    /** For a person, a line a finding, what is proven and what not. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        findings.forEach(finding -> lines.add(finding.weight() + " " + finding.text()));
        if (left > 0) {
            lines.add(verdict() + " and " + left + " findings more");
        }
        lines.add(switch (verdict()) {
                    case TAMPERED -> "the audit trail of " + database + " was TAMPERED with";
                    case OPEN ->
                        "the audit trail of " + database + " is not proven: what is said above has to be compared";
                    case NOTE -> "the audit trail of " + database + " is as it was sealed";
                }
                + ": " + sealed + " rows in " + blocks + " blocks"
                + last.map(block -> ", the last sealed " + block.sealedAt() + " (block " + block.number() + ", hash "
                                + block.hash() + ")")
                        .orElse(""));
        lines.add(confirmed.map(this::against).orElseGet(this::againstNone));
        lines.add(
                unsealed == 0
                        ? "no row waits for its seal"
                        : unsealed + " rows are not sealed yet"
                                + unsealedSince.map(since -> ", since " + since).orElse("")
                                + ": nothing is proven of them");
        return List.copyOf(lines);
    }

    private String against(Head head) {
        boolean doubted = verdict() == Finding.Weight.TAMPERED
                || findings.stream().anyMatch(finding -> finding instanceof Finding.FormatUnknown);
        return doubted
                ? "block " + head.number() + " is the one that an exported head tells of: that is no proof of what is"
                        + " named above"
                : "proven against an exported head up to block " + head.number() + " (" + head.rows()
                        + " rows): not even who may rewrite everything has changed those";
    }

    private String againstNone() {
        boolean compared = findings.stream()
                .anyMatch(finding -> finding instanceof Finding.ChainRewritten
                        || finding instanceof Finding.RestoredAndContinued
                        || finding instanceof Finding.BehindHead);
        return (compared ? "no exported head is of a block that is here" : "not compared with an exported head")
                + ": whoever may rewrite every row and block could have made another chain as a whole";
    }
}
