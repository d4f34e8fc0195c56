-- Two roles for one database: the owner makes and changes tables, the portal's own works with their rows.
-- Run once by PostgreSQL's administrator:
--   psql --set=owner_password=… --set=portal_password=… --file=roles.sql
\set ON_ERROR_STOP on

CREATE ROLE join_the_dots_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE join_the_dots LOGIN PASSWORD :'portal_password' CONNECTION LIMIT 60;
CREATE DATABASE join_the_dots OWNER join_the_dots_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE join_the_dots FROM PUBLIC;
GRANT CONNECT ON DATABASE join_the_dots TO join_the_dots;

\connect join_the_dots
ALTER SCHEMA public OWNER TO join_the_dots_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
