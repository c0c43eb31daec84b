/**
 * What differs between two schemas, as facts, and which of those facts anyone may act upon. The
 * differ is total and takes no decisions; the policy only leaves out, it never adds. Nothing here
 * knows statements, dialects or text.
 */
package dev.schemend.diff;
