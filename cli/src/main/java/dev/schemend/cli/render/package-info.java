/**
 * Values as text: plans as a summary, a script or JSON, failures, and the account of a run. Every
 * function here is pure and gives lines; commands write them. Nothing is decided here.
 */
package dev.schemend.cli.render;
