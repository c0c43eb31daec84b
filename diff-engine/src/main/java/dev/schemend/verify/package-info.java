/**
 * The proof of a plan: its statements are replayed on the schema it starts from and must lead to
 * the one it is for. The entry point of this module is here, because no plan leaves it unproven.
 * Nothing here decides what to change or touches a server.
 */
package dev.schemend.verify;
