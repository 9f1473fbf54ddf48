CALL keep_history('facility');
CALL keep_history('physician');
CALL keep_history('accreditation');
CALL keep_history('accreditation_change');
-- a row lock needs a right to change something
CALL keep_history('candidate', 'recorded_at');
CALL keep_history('assessment', 'reasons_key_id', 'reasons_wrapped_key');
CALL keep_history('candidate_standing');
CALL keep_history('administration');
CALL keep_history('protocol_parameter_change');
