-- From when on a state counts. Null where it was not told; a replica of the version before leaves the column alone.
ALTER TABLE facility_accreditation ADD COLUMN state_from date;
COMMENT ON COLUMN facility_accreditation.state_from IS 'inclusive; may be still to come';
