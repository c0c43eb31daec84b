/**
 * Running scripts: statement by statement, in one transaction where the server can, with an exact
 * account of what is applied and what is not. Keeping that account ({@link
 * dev.schemend.exec.run.ScriptProgress}) is pure; talking to the server is in the dialect packages.
 * History tables are not known here.
 */
package dev.schemend.exec.run;
