package org.saisei.eligibility.protocol.stemirac;

import java.util.List;
import java.util.Map;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Text;

/** S-F1.6, met by the facility's attestation from its day on; without one it is unknown. */
final class RegistryParticipation implements Criterion<FacilityOnDay> {
    private static final String ID = "S-F1.6";
    private static final String POINTER = FacilityOnDay.attestationPointer(ID, "");

    @Override
    public CriterionInfo info() {
        return CriterionInfo.facility(
                ID,
                "4①-1(6)",
                new Text(
                        "本品の有効性及び安全性に関する情報を収集するため、関係学会との連携の下で運営される本品の「患者登録システム（レジストリ）」に患者登録を行うとともに、"
                                + "本品に課せられている使用成績比較調査を適切に実施することが可能であること。",
                        "Able to register patients in the registry and to carry out the use-results comparison survey."),
                List.of(POINTER));
    }

    @Override
    public Finding judge(FacilityOnDay facility) {
        if (facility.attestationEnded(ID)) {
            return Finding.of(false, Map.of("day", facility.day()));
        }
        return facility.attestation(ID)
                .map(attestation -> Finding.of(true, Map.of("attestedOn", attestation.attestedOn())))
                .orElseGet(() -> Finding.unknown(Map.of("day", facility.day()), List.of(POINTER)));
    }
}
