/**
 * The ports through which a dialect enters: facts about servers and versions, rules for names,
 * types and expressions, and the frontend that reads and prints. The dialects themselves are the
 * packages below. Nothing here names one dialect's behaviour.
 */
package dev.schemend.dialect;
