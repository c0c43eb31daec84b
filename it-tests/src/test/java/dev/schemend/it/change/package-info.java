/**
 * Golden directories for the kinds of change, {@code resources/changes/DIALECT/NAME} with {@code
 * from.sql}, {@code to.sql} and {@code plan.sql}: each is planned offline and compared byte for
 * byte, then run on the real servers, there and back.
 */
package dev.schemend.it.change;
