package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.FieldDeclaration.Arity;
import java.util.Objects;
import java.util.Optional;

/**
 * A field that is a column.
 *
 * @param declaration as written
 * @param column its name in the database
 * @param kind what its values are
 * @param nativeType where one is written
 * @param defaultValue where one is written
 * @param generated the expression of {@code @generated}, by which the database computes it
 */
public record ScalarField(
    FieldDeclaration declaration,
    String column,
    FieldKind kind,
    Optional<NativeType> nativeType,
    Optional<DefaultValue> defaultValue,
    Optional<String> generated) {

  /** Rejects null parts. */
  public ScalarField {
    Objects.requireNonNull(declaration, "declaration");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(nativeType, "nativeType");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(generated, "generated");
  }

  /** Its name in the schema. */
  public String name() {
    return declaration.name().text();
  }

  /** How many values it holds. */
  public Arity arity() {
    return declaration.arity();
  }

  /** Whether it always holds exactly one value. */
  public boolean isRequired() {
    return arity() == Arity.REQUIRED;
  }

  /** Whether the database counts it up. */
  public boolean isAutoIncrement() {
    return defaultValue.filter(DefaultValue.AutoIncrement.class::isInstance).isPresent();
  }

  /** Whether its values are of that scalar type. */
  public boolean is(ScalarType type) {
    return kind instanceof FieldKind.Scalar scalar && scalar.type() == type;
  }
}
