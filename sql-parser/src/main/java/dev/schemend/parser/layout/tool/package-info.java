/**
 * One class for each tool whose directories are known (Flyway and Liquibase have packages of their
 * own), and the choice between them. Each names the tool's manual or source that it follows. None
 * of them reads SQL: they know names, settings and the lines that mark sections.
 */
package dev.schemend.parser.layout.tool;
