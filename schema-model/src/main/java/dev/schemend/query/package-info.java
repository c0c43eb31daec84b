/**
 * Queries and their scalar expressions as values, and the values that they give when a model
 * answers them. Shared by all dialects; knows neither their text nor their catalogs.
 */
package dev.schemend.query;
