/**
 * The history table: what it says, what it means beside the local migrations, and what may be
 * written into it. Decisions are pure functions over rows; the SQL is {@link
 * dev.schemend.exec.ledger.PrismaLedger}'s, with what differs between servers behind {@link
 * dev.schemend.exec.ledger.LedgerDialect}. Scripts are not run here.
 */
package dev.schemend.exec.ledger;
