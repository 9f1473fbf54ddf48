package org.saisei.systemtests.chaos;

import java.nio.file.Path;
import java.util.List;
import org.saisei.systemtests.chaos.cluster.Cluster;

/** Finds out, from what the clients saw and from what the parts hold, whether anything is wrong. */
public interface Judge {
    /** The last line of a verdict on a system that keeps its promises. */
    String CLEAN = "lost 0 duplicated 0 reordered 0 unseen 0 half-applied 0";

    /**
     * @param history its file, to which nothing is added any more
     * @param cluster runs, and has nothing left to do
     */
    Verdict judge(Path history, Cluster cluster) throws Exception;

    /**
     * @param findings each with its ids, for people
     * @param lastLine {@value #CLEAN}, or what is wrong in the same words
     */
    record Verdict(List<String> findings, String lastLine) {
        public Verdict {
            findings = List.copyOf(findings);
        }

        public boolean isClean() {
            return lastLine.equals(CLEAN);
        }
    }
}
