package org.saisei.kit.audit.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares blocks with what was told of them. */
final class HeadsTold {
    private final Map<Long, List<Head>> byNumber;
    private boolean restored;
    private boolean rewritten;
    private @Nullable Head confirmed;

    HeadsTold(List<Head> heads) {
        byNumber = heads.stream()
                .collect(Collectors.groupingBy(
                        Head::number,
                        Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), List::copyOf)));
    }

    /** The first block that was rewritten, and the first that a restore put in the place of another, are told of. */
    Optional<Finding> compare(Block block) {
        for (var head : byNumber.getOrDefault(block.number(), List.of())) {
            if (head.hash().equals(block.hash())) {
                confirmed = head;
            } else if (restoredSince(head, block)) {
                if (!restored) {
                    restored = true;
                    return Optional.of(new Finding.RestoredAndContinued(head, block.number(), block.origin()));
                }
            } else if (!rewritten) {
                rewritten = true;
                return Optional.of(new Finding.ChainRewritten(head));
            }
        }
        return Optional.empty();
    }

    /** What a restored database seals in the place of a block, it seals elsewhere, and later. */
    private static boolean restoredSince(Head head, Block block) {
        return !head.origin().equals(block.origin()) && block.sealedAt().isAfter(head.sealedAt());
    }

    /** @param last block; null where there is none */
    List<Finding> atTheEnd(@Nullable Block last) {
        long reached = last == null ? 0 : last.number();
        var findings = new ArrayList<Finding>();
        byNumber.values().stream()
                .flatMap(List::stream)
                .filter(head -> head.number() > reached)
                .max(Comparator.comparingLong(Head::number))
                .ifPresent(head -> findings.add(new Finding.BehindHead(head, reached)));
        return findings;
    }

    /** The last block that is the one that was told. */
    Optional<Head> confirmed() {
        return Optional.ofNullable(confirmed);
    }
}
