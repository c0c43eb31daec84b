/**
 * How MySQL and MariaDB carry statements out: whether they change the catalogs alone, build in
 * place or copy, and what others can do meanwhile, by product and version. The facts are a table
 * after the manuals' pages on online DDL; tests hold them against servers that are asked to refuse
 * any other way. Nothing here decides what to do about it.
 */
package dev.schemend.hazard.mysql;
