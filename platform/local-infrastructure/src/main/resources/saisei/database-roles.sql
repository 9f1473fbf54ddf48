-- A service's three roles; run by a superuser in any database, as often as one likes.
-- ${name} is the database's name. Passwords are set anew on each run.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}_owner') THEN
        CREATE ROLE ${name}_owner;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}_runtime') THEN
        CREATE ROLE ${name}_runtime;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}_sealer') THEN
        CREATE ROLE ${name}_sealer;
    END IF;
END
$$;
ALTER ROLE ${name}_owner   LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '${ownerPassword}';
ALTER ROLE ${name}_runtime LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '${runtimePassword}';
ALTER ROLE ${name}_sealer  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '${sealerPassword}';

-- A frozen process must hold nobody up; a migration may take its time.
ALTER ROLE ${name}_runtime SET idle_in_transaction_session_timeout = '2s';
ALTER ROLE ${name}_runtime SET lock_timeout = '1s';
ALTER ROLE ${name}_sealer SET idle_in_transaction_session_timeout = '2s';
ALTER ROLE ${name}_sealer SET lock_timeout = '1s';
