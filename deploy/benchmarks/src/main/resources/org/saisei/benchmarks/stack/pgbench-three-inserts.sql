\set number random(1, 1000000000)
BEGIN;
INSERT INTO document (content) VALUES (:payload);
INSERT INTO outbox (key, payload) VALUES ('key-' || :number, '{"documentNumber":"ENR-1","standing":"PENDING"}');
INSERT INTO audit (actor, action, resource_id) VALUES ('local-hospital-F-BENCH-01', 'enrolSubject', 'key-' || :number);
COMMIT;
