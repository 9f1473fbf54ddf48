-- Facilities that a facility works together with (連携). A replica of the version before leaves the column alone.
ALTER TABLE facility ADD COLUMN links jsonb NOT NULL DEFAULT '[]';
GRANT UPDATE (links) ON facility TO "${runtime}";
