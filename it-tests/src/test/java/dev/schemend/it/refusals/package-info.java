/**
 * What servers refuse, as tables: a script, and the code that its last statement gets. The tables
 * are resources; the law that the model answers as the servers do is here. What a statement does
 * when it is accepted is asked elsewhere.
 */
package dev.schemend.it.refusals;
