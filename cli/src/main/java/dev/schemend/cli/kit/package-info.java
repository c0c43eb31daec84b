/**
 * The dialects in one piece each, put together from the modules that know a part of them. The only
 * place that names two dialects. Nothing here decides anything.
 */
package dev.schemend.cli.kit;
