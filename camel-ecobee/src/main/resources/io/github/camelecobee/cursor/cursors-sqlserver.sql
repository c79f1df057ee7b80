-- Tables of camel-ecobee's JdbcCursorRepository, schema version 1, for Microsoft SQL Server.
-- One row a thermostat of a consumer: id is the SHA-256 of its name, name is consumer/account/thermostat for people.
CREATE TABLE ecobee_cursor (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    state VARCHAR(MAX) NOT NULL
);
CREATE TABLE ecobee_cursor_schema (
    version NUMERIC(9) NOT NULL PRIMARY KEY
);
INSERT INTO ecobee_cursor_schema (version) VALUES (1);
