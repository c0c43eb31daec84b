package dev.schemend.model;

/** What is said of owners and privileges; in a schema only where they are asked for. */
public sealed interface AccessObject extends SchemaObject permits Rights, DefaultRights {}
