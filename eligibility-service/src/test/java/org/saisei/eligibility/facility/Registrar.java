package org.saisei.eligibility.facility;

import static org.saisei.eligibility.Hospital.with;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Tokens;

/** A registrar who decides what becomes of a hospital's accreditation under STEMIRAC. */
public final class Registrar {
    private final Hospital hospital;

    public Registrar(Hospital hospital) {
        this.hospital = hospital;
    }

    public Response suspend(String from) {
        return act("suspension", from);
    }

    public Response resume(String from) {
        return act("resumption", from);
    }

    public Response withdraw(String from) {
        return act("withdrawal", from);
    }

    Response act(String what, String from) {
        return act(what, request(from), UUID.randomUUID().toString());
    }

    Response act(String what, Map<String, Object> request, String idempotencyKey) {
        return Hospital.as(Tokens.registrar())
                .header("Idempotency-Key", idempotencyKey)
                .body(request)
                .post("/facilities/" + hospital.facilityId() + "/accreditations/STEMIRAC/" + what);
    }

    Map<String, Object> request(String from) {
        return with(Map.of(), "documentNumber", hospital.documentNumber(), "from", from, "reason", "登録体制の確認のため（理由の目印）");
    }

    Response standing(String on) {
        return hospital.get("/facilities/" + hospital.facilityId() + "/accreditations/STEMIRAC/standing?on=" + on);
    }
}
