/**
 * SELECT bodies, through JSqlParser: what a query reads. The only package that may name that
 * library. DDL is never read here.
 */
package dev.schemend.parser.query;
