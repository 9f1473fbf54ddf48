package org.saisei.kit.audit.verify;

import java.util.UUID;

/** Something that a verification came upon, with where it is. */
public sealed interface Finding {

    /** What a finding means for the trail. */
    enum Weight {
        /** It was rewritten. */
        TAMPERED,
        /** It cannot be told from here: somebody has to compare it with what else is known. */
        OPEN,
        /** Worth knowing. */
        NOTE
    }

    Weight weight();

    /** In a sentence, for a person. */
    String text();

    /** Of weight {@link Weight#TAMPERED}. */
    sealed interface Tampering extends Finding {
        @Override
        default Weight weight() {
            return Weight.TAMPERED;
        }
    }

    /** Of weight {@link Weight#OPEN}. */
    sealed interface Question extends Finding {
        @Override
        default Weight weight() {
            return Weight.OPEN;
        }
    }

    /** Of weight {@link Weight#NOTE}. */
    sealed interface Remark extends Finding {
        @Override
        default Weight weight() {
            return Weight.NOTE;
        }
    }

    /** The row at a sealed position is not the row that was sealed. */
    record RowChanged(long position, UUID id, long block) implements Tampering {
        @Override
        public String text() {
            return "the row at position " + position + " (now id " + id + ") was changed after block " + block
                    + " sealed it";
        }
    }

    /** A sealed row is gone. */
    record RowRemoved(long position, long block) implements Tampering {
        @Override
        public String text() {
            return "the row at position " + position + ", sealed by block " + block + ", was removed";
        }
    }

    /** A row stands where none could be written any more. */
    record RowInserted(long position, UUID id) implements Tampering {
        @Override
        public String text() {
            return "the row at position " + position + " (id " + id
                    + ") was inserted after the positions around it had been sealed";
        }
    }

    /** A sealed row stands under another position. */
    record RowMoved(long from, long to, UUID id) implements Tampering {
        @Override
        public String text() {
            return "the row with id " + id + ", sealed at position " + from + ", now stands at position " + to;
        }
    }

    /** Two blocks claim a position. */
    record SealedTwice(long position, long block) implements Tampering {
        @Override
        public String text() {
            return "block " + block + " seals position " + position + " again, which an earlier block had sealed";
        }
    }

    /** A block is not what its own hash says. */
    record BlockChanged(long block) implements Tampering {
        @Override
        public String text() {
            return "block " + block + " was changed: it does not have the hash that it states";
        }
    }

    /** Blocks are gone that others stood upon. */
    record BlocksRemoved(long first, long last, long rows) implements Tampering {
        @Override
        public String text() {
            return (first == last ? "block " + first : "blocks " + first + " to " + last)
                    + " removed; nothing proves the " + rows + " rows that no other block seals there";
        }
    }

    /** A block stands on another block than the one before it. */
    record ChainBroken(long block) implements Tampering {
        @Override
        public String text() {
            return "block " + block + " does not stand on block " + (block - 1) + ": one of them was replaced";
        }
    }

    /** A block is another one than was told, though nothing was restored. */
    record ChainRewritten(Head head) implements Tampering {
        @Override
        public String text() {
            return "block " + head.number() + " is not the one whose hash " + head.hash()
                    + " was exported from the same database: the chain was rewritten";
        }
    }

    /** A block is another one than was told, and was made after a restore. */
    record RestoredAndContinued(Head head, long block, String origin) implements Question {
        @Override
        public String text() {
            return "block " + head.number() + " is not the one exported (hash " + head.hash() + ", origin "
                    + head.origin() + "): it was made at origin " + origin
                    + ". A backup from before was restored and continued, or somebody made it look so: compare with the"
                    + " log of restores";
        }
    }

    /** More was told than there is. */
    record BehindHead(Head head, long last) implements Question {
        @Override
        public String text() {
            return "block " + head.number() + " was exported, and the last one here is " + last
                    + ": restored from a backup, or the tail was removed. It cannot be told from here: compare with the"
                    + " log of restores";
        }
    }

    /** Rows, and no block at all. */
    record NothingSealed() implements Question {
        @Override
        public String text() {
            return "nothing is sealed: the sealer has not run yet, or every block was removed";
        }
    }

    /** A block in a format of a later version. */
    record FormatUnknown(long block, int format) implements Question {
        @Override
        public String text() {
            return "block " + block + " has format " + format
                    + ", which this version cannot check: use the version of the service";
        }
    }

    /** A trigger that refuses changes is not there or switched off. */
    record GuardOff(String table) implements Question {
        @Override
        public String text() {
            return "the trigger that refuses changes of " + table + " is missing or switched off";
        }
    }

    /** A trigger that keeps what a change replaces is switched off. */
    record HistoryOff(String table) implements Finding {
        @Override
        public Weight weight() {
            return Weight.OPEN;
        }

        @Override
        public String text() {
            return "the trigger that keeps the earlier states of " + table + " is switched off";
        }
    }

    /** The chain goes on elsewhere than it began: after a restore, a move or an upgrade of the server. */
    record OriginChanged(long block, String from, String to) implements Remark {
        @Override
        public String text() {
            return "from block " + block + " on the chain was made at origin " + to + ", before at " + from
                    + ": a restore, a move or an upgrade of the server; compare with the log of restores";
        }
    }
}
