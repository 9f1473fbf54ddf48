package org.saisei.stack.demo;

import java.net.URI;
import java.util.Map;

/** Posts documents of the hospital and finds the ones that an earlier run has posted. */
final class Recorder {

    private Recorder() {}

    /**
     * A document that is there now.
     *
     * @param reply of the POST, or of the GET at the place where it was found
     * @param id the last part of its address
     */
    record Document(Reply reply, String id, boolean already) {}

    /** Posts it; a 409 that says where the same document number is leads there. */
    static Document post(Api api, String path, String idField, Map<String, Object> body) {
        Reply reply = api.post(path, Json.tree(body)).expect(201, 409);
        if (reply.status() == 201) {
            return new Document(reply, reply.text(idField), false);
        }
        URI location = reply.location()
                .orElseThrow(() -> new Unexpected(
                        reply.asked() + ": 409 without Location, so not the same document: " + reply.body()));
        Reply found = api.get(location.getRawPath()).expect(200);
        return new Document(found, found.text(idField), true);
    }
}
