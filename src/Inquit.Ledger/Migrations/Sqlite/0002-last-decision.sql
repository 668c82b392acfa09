-- The number of the last decision about actors that was made, also of one that was taken back: a number is given once.
ALTER TABLE ledger ADD COLUMN last_decision INTEGER NOT NULL DEFAULT 0;
UPDATE ledger SET last_decision = (SELECT coalesce(max(number), 0) FROM actor_decision);
