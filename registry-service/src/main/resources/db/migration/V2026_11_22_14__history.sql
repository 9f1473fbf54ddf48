CALL keep_history('subject');
CALL keep_history('standing_change');
CALL keep_history('candidate_decision');
CALL keep_history('treatment_fact');
CALL keep_history('fact_correction', 'key_id', 'wrapped_key');
CALL keep_history('deviation');
CALL keep_history('planned_administration');
CALL keep_history('facility_accreditation');
CALL keep_history('safety_case');
