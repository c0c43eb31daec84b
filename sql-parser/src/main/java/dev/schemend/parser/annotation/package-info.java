/** What authors write for this tool in the comments of their scripts. */
package dev.schemend.parser.annotation;
