package dev.schemend.parser.prisma.postgres;

import dev.schemend.model.ReferentialAction;
import dev.schemend.parser.prisma.model.Connector;
import dev.schemend.parser.prisma.model.NativeTypeRule;
import dev.schemend.parser.prisma.model.ScalarField;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL can hold of a schema. */
public final class PostgresConnector implements Connector {

  /** NAMEDATALEN less one (manual, 4.1.1). */
  static final int LONGEST_NAME = 63;

  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.LISTS,
          Capability.SCHEMAS,
          Capability.NAMED_PRIMARY_KEYS,
          Capability.PARTIAL_INDEXES,
          Capability.FREE_AUTOINCREMENT,
          Capability.EXTENSIONS,
          Capability.REQUIRED_SET_NULL,
          Capability.GLOBAL_INDEX_NAMES);

  @Override
  public String product() {
    return "PostgreSQL";
  }

  @Override
  public boolean supports(Capability capability) {
    return CAPABILITIES.contains(capability);
  }

  @Override
  public int longestName() {
    return LONGEST_NAME;
  }

  @Override
  public Map<String, NativeTypeRule> nativeTypes() {
    return PostgresNativeType.RULES;
  }

  @Override
  public List<String> indexTypes() {
    return List.of("BTree", "Hash", "Gin", "Gist", "SpGist", "Brin");
  }

  @Override
  public Set<ReferentialAction> referentialActions() {
    return EnumSet.allOf(ReferentialAction.class);
  }

  @Override
  public Optional<String> operatorClass(String operatorClass, String indexType, ScalarField field) {
    return OperatorClasses.sqlName(operatorClass, indexType, field);
  }

  @Override
  public boolean hasDefaultOperatorClass(String indexType, ScalarField field) {
    return OperatorClasses.hasDefault(indexType, field);
  }
}
