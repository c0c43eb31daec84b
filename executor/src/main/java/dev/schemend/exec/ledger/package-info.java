/**
 * The history table: what it says, what it means beside the local migrations, and what may be
 * written into it. Decisions are pure functions over rows; each tool's table is behind {@link
 * dev.schemend.exec.ledger.Ledger}, what differs between servers behind {@link
 * dev.schemend.exec.ledger.LedgerDialect} and {@link dev.schemend.exec.ledger.OtherToolsDialect}.
 * Scripts are not run here.
 */
package dev.schemend.exec.ledger;
