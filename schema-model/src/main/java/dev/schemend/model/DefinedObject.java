package dev.schemend.model;

/**
 * An object that one {@code CREATE} statement defines as a whole, and that is compared and replaced
 * as a whole.
 */
public sealed interface DefinedObject extends SchemaObject
    permits DomainType,
        CompositeType,
        RangeType,
        View,
        StoredDefinition,
        MaterializedView,
        Routine,
        Trigger,
        Policy,
        RewriteRule,
        Extension,
        Declaration,
        ForeignTable {}
