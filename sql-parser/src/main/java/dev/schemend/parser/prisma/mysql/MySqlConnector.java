package dev.schemend.parser.prisma.mysql;

import dev.schemend.model.ReferentialAction;
import dev.schemend.parser.prisma.model.Connector;
import dev.schemend.parser.prisma.model.NativeTypeRule;
import dev.schemend.parser.prisma.model.ScalarField;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What MySQL and MariaDB can hold of a schema. */
public final class MySqlConnector implements Connector {

  /** Characters to the server (manual, 9.2.1), bytes to Prisma. */
  static final int LONGEST_NAME = 64;

  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(Capability.PREFIX_LENGTHS, Capability.FULLTEXT);

  @Override
  public String product() {
    return "MySQL";
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
    return MySqlNativeType.RULES;
  }

  @Override
  public List<String> indexTypes() {
    return List.of("BTree");
  }

  @Override
  public Set<ReferentialAction> referentialActions() {
    return EnumSet.allOf(ReferentialAction.class);
  }

  @Override
  public Optional<String> operatorClass(String operatorClass, String indexType, ScalarField field) {
    return Optional.empty();
  }

  @Override
  public boolean hasDefaultOperatorClass(String indexType, ScalarField field) {
    return true;
  }
}
