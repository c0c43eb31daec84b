package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.SequenceOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements on sequences, and the options that identity columns share with them. */
final class SequenceBuilder {

  private final Names names;
  private final TypeBuilder types;

  SequenceBuilder(Names names, TypeBuilder types) {
    this.names = names;
    this.types = types;
  }

  DdlStatement create(PostgresParser.CreateSequenceContext context) {
    return new DdlStatement.CreateSequence(
        TableBuilder.name(context.persistence(), names.object(context.qualifiedName())),
        options(context.sequenceOption()),
        owner(context.sequenceOption()),
        context.IF() != null);
  }

  /** Empty where nothing but the owner, the persistence or the next value changes. */
  Optional<DdlStatement> alter(PostgresParser.AlterSequenceContext context) {
    ObjectName name = names.object(context.qualifiedName());
    boolean ifExists = context.IF() != null;
    if (context.RENAME() != null) {
      return Optional.of(
          new DdlStatement.RenameObject(
              ObjectKind.SEQUENCE, name, names.name(context.name()), ifExists));
    }
    if (context.SCHEMA() != null) {
      return Optional.of(
          new DdlStatement.SetObjectSchema(
              ObjectKind.SEQUENCE, name, names.name(context.name()), ifExists));
    }
    boolean lasting =
        context.sequenceOption().stream().anyMatch(option -> option.RESTART() == null);
    if (!lasting) {
      return Optional.empty();
    }
    SequenceOptions options = options(context.sequenceOption());
    return Optional.of(
        new DdlStatement.AlterSequence(
            name,
            options,
            options.type(),
            owner(context.sequenceOption()),
            ifExists,
            context.sequenceOption().stream().anyMatch(SequenceBuilder::isRestart)));
  }

  // A value that is to come next is nothing of the schema.
  private static boolean isRestart(PostgresParser.SequenceOptionContext option) {
    return option.RESTART() != null && option.signedNumber() == null;
  }

  SequenceOptions options(List<PostgresParser.SequenceOptionContext> written) {
    Optional<SqlType> type = Optional.empty();
    Optional<Long> start = Optional.empty();
    Optional<Long> increment = Optional.empty();
    Optional<Long> minimum = Optional.empty();
    Optional<Long> maximum = Optional.empty();
    Optional<Long> cache = Optional.empty();
    boolean cycle = false;
    Set<SequenceOptions.Reset> resets = EnumSet.noneOf(SequenceOptions.Reset.class);
    for (PostgresParser.SequenceOptionContext option : written) {
      Optional<Long> number = Optional.ofNullable(option.signedNumber()).map(Numbers::whole);
      if (option.AS() != null) {
        type = Optional.of(types.type(option.typeName()));
      } else if (option.START() != null) {
        start = number;
      } else if (option.INCREMENT() != null) {
        increment = number;
      } else if (option.NO() != null) {
        resets.add(reset(option));
      } else if (option.MINVALUE() != null) {
        minimum = number;
      } else if (option.MAXVALUE() != null) {
        maximum = number;
      } else if (option.CACHE() != null) {
        cache = number;
      } else if (option.CYCLE() != null) {
        cycle = true;
      }
    }
    return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle, resets);
  }

  private static SequenceOptions.Reset reset(PostgresParser.SequenceOptionContext option) {
    if (option.CYCLE() != null) {
      return SequenceOptions.Reset.NO_CYCLE;
    }
    return option.MINVALUE() == null
        ? SequenceOptions.Reset.NO_MAXVALUE
        : SequenceOptions.Reset.NO_MINVALUE;
  }

  private Optional<DdlStatement.SequenceOwner> owner(
      List<PostgresParser.SequenceOptionContext> written) {
    return written.stream().filter(option -> option.OWNED() != null).findFirst().map(this::owner);
  }

  private DdlStatement.SequenceOwner owner(PostgresParser.SequenceOptionContext option) {
    PostgresParser.OwnerColumnContext column = option.ownerColumn();
    if (column == null) {
      return new DdlStatement.SequenceOwner.Nobody();
    }
    List<Identifier> path = new ArrayList<>();
    path.add(names.name(column.name()));
    column.anyWord().forEach(part -> path.add(names.name(part)));
    int table = path.size() - 2;
    return new DdlStatement.SequenceOwner.OwningColumn(
        new ObjectName(table == 0 ? Identifier.NONE : path.get(table - 1), path.get(table)),
        path.getLast());
  }
}
