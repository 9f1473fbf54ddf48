-- Who may do what in a service's database; run by a superuser inside it, as often as one likes.
-- What the runtime role may do to each table is said by the migration that creates the table.
REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
GRANT CONNECT ON DATABASE ${name} TO ${name}_runtime, ${name}_sealer;
ALTER SCHEMA public OWNER TO ${name}_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ${name}_runtime, ${name}_sealer;
