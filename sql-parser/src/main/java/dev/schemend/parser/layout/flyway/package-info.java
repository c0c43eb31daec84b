/**
 * Flyway's directories: names of migrations, settings from {@code flyway.conf} or {@code
 * flyway.toml}, placeholders, callbacks. Source: documentation.red-gate.com/flyway, "Migrations",
 * "Baseline migrations", "Configuration", "Placeholders", "Callback events".
 */
package dev.schemend.parser.layout.flyway;
