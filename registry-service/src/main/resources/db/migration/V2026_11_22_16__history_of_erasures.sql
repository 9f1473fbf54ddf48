CALL keep_history('identity.erasure');
CALL keep_history('legal_hold');
CALL keep_history('legal_hold_lifting');
