package dev.schemend.parser.postgres;

import dev.schemend.ddl.IndexAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.name.Identifier;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The actions of {@code ALTER TABLE} and {@code ALTER INDEX} that set one thing. */
final class SettingBuilder {

  private static final Identifier DEFAULT_TABLESPACE = Identifier.of("pg_default");

  private final Names names;
  private final ExpressionBuilder expressions;

  SettingBuilder(Names names, ExpressionBuilder expressions) {
    this.names = names;
    this.expressions = expressions;
  }

  /** Empty where the action is none of these. */
  Optional<OfPostgres> action(PostgresParser.TableActionContext context) {
    return switch (context) {
      case PostgresParser.ResetStorageContext it ->
          Optional.of(
              new OfPostgres.ResetOptions(
                  StorageParameters.read(it.storageParameters(), names).keySet()));
      case PostgresParser.InheritContext it ->
          Optional.of(
              it.NO() == null
                  ? new OfPostgres.Inherit(names.object(it.qualifiedName()))
                  : new OfPostgres.NoInherit(names.object(it.qualifiedName())));
      case PostgresParser.OfTypeContext it ->
          Optional.of(
              new OfPostgres.SetOfType(Optional.ofNullable(it.qualifiedName()).map(names::object)));
      case PostgresParser.SetLoggedContext it ->
          Optional.of(new OfPostgres.SetLogged(it.LOGGED() != null));
      case PostgresParser.RowSecurityContext it ->
          Optional.of(
              it.FORCE() == null
                  ? new OfPostgres.EnableRowSecurity(it.ENABLE() != null)
                  : new OfPostgres.ForceRowSecurity(it.NO() == null));
      case PostgresParser.ReplicaIdentityContext it ->
          Optional.of(new OfPostgres.SetReplicaIdentity(identity(it)));
      case PostgresParser.ClusterOnContext it ->
          Optional.of(new OfPostgres.ClusterOn(Optional.ofNullable(it.name()).map(names::name)));
      case PostgresParser.SetTablespaceContext it ->
          Optional.of(new OfPostgres.SetTablespace(tablespace(it.name())));
      case PostgresParser.SetAccessMethodContext it ->
          Optional.of(
              new OfPostgres.SetAccessMethod(Optional.ofNullable(it.name()).map(names::name)));
      case PostgresParser.SetExpressionContext it ->
          Optional.of(
              new OfPostgres.SetExpression(
                  names.name(it.name()), expressions.expression(it.expr())));
      default -> column(context);
    };
  }

  private Optional<OfPostgres> column(PostgresParser.TableActionContext context) {
    return switch (context) {
      case PostgresParser.SetStatisticsContext it -> {
        if (it.name() == null) {
          throw new BeyondTheModel(it, "statistics of a column by its number");
        }
        yield Optional.of(
            new OfPostgres.SetStatistics(names.name(it.name()), target(it.signedNumber())));
      }
      case PostgresParser.SetColumnStorageContext it ->
          Optional.of(
              new OfPostgres.SetStorage(
                  names.name(it.name(0)),
                  it.DEFAULT() == null ? storage(it.name(1)) : Optional.empty()));
      case PostgresParser.SetCompressionContext it ->
          Optional.of(
              new OfPostgres.SetCompression(
                  names.name(it.name(0)),
                  it.DEFAULT() == null
                      ? Optional.of(names.name(it.name(1)).text())
                      : Optional.empty()));
      case PostgresParser.ColumnParametersContext it -> {
        var parameters = StorageParameters.read(it.storageParameters(), names);
        yield Optional.of(
            it.SET() != null
                ? new OfPostgres.SetColumnParameters(names.name(it.name()), parameters)
                : new OfPostgres.ResetColumnParameters(names.name(it.name()), parameters.keySet()));
      }
      default -> Optional.empty();
    };
  }

  private ReplicaIdentity identity(PostgresParser.ReplicaIdentityContext context) {
    if (context.INDEX() != null) {
      return new ReplicaIdentity.ByIndex(names.name(context.name()));
    }
    if (context.FULL() != null) {
      return new ReplicaIdentity.Full();
    }
    return context.NOTHING() == null ? ReplicaIdentity.USUAL : new ReplicaIdentity.Nothing();
  }

  /** A tablespace; the database's own has no name in the model. */
  Optional<Identifier> tablespace(ParserRuleContext name) {
    return Optional.ofNullable(name)
        .map(names::name)
        .filter(one -> !one.equals(DEFAULT_TABLESPACE));
  }

  Optional<PostgresColumnOptions.Storage> storage(ParserRuleContext name) {
    String word = names.name(name).text().toUpperCase(Locale.ROOT);
    try {
      return Optional.of(PostgresColumnOptions.Storage.valueOf(word));
    } catch (IllegalArgumentException unknown) {
      throw new RefusedText(name, "22023", "invalid storage type");
    }
  }

  private static Optional<Integer> target(PostgresParser.SignedNumberContext number) {
    return Optional.ofNullable(number)
        .map(Numbers::whole)
        .map(Long::intValue)
        .filter(target -> target >= 0);
  }

  private static int number(ParserRuleContext context, TerminalNode digits) {
    try {
      return Integer.parseInt(digits.getText());
    } catch (NumberFormatException outOfRange) {
      throw new RefusedText(context, "42601", "the number of a column is one of 32 bits");
    }
  }

  IndexAction index(PostgresParser.AlterIndexContext context) {
    if (context.ATTACH() != null) {
      return new IndexAction.AttachPartition(names.object(context.qualifiedName(1)));
    }
    if (context.STATISTICS() != null) {
      return new IndexAction.SetStatistics(
          number(context, context.INTEGER()), target(context.signedNumber()));
    }
    if (context.storageParameters() == null) {
      return new IndexAction.SetTablespace(tablespace(context.name(0)));
    }
    var parameters = StorageParameters.read(context.storageParameters(), names);
    return context.SET() == null
        ? new IndexAction.ResetParameters(parameters.keySet())
        : new IndexAction.SetParameters(parameters);
  }
}
