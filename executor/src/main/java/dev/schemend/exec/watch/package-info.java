/**
 * What a server shows of its sessions to another session: who keeps a statement waiting, how far a
 * long one has come, and which statements are still at work whose client is gone.
 */
package dev.schemend.exec.watch;
