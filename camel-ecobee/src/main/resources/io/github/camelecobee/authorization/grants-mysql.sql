-- Tables of camel-ecobee's JdbcGrantStore, schema version 1, for MySQL and MariaDB.
-- One row an account: id is the SHA-256 of application and account, document is JSON in plain ASCII.
CREATE TABLE ecobee_grant (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    version NUMERIC(19) NOT NULL,
    document MEDIUMTEXT NOT NULL
);
-- One row an account, locked by the node that renews its grant.
CREATE TABLE ecobee_grant_lock (
    id VARCHAR(64) NOT NULL PRIMARY KEY
);
CREATE TABLE ecobee_grant_schema (
    version NUMERIC(9) NOT NULL PRIMARY KEY
);
INSERT INTO ecobee_grant_schema (version) VALUES (1);
