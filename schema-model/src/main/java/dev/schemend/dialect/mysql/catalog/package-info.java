/**
 * What code asks a server of MySQL or MariaDB about itself: its information schema, its functions
 * and its conditions, answered by the model. Nothing here changes a schema.
 */
package dev.schemend.dialect.mysql.catalog;
