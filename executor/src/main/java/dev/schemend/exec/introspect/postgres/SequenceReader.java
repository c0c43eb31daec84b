package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DdlStatement.SequenceOwner.OwningColumn;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.exec.introspect.Findings;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads sequences: made before the tables whose defaults draw on them, owned after. */
record SequenceReader(
    CatalogSession catalogs, List<?> parameters, CatalogNames names, CatalogTexts texts) {

  private static final String USUAL_TYPE = "bigint";

  List<Sequence> read() {
    return catalogs.rows(CatalogQueries.SEQUENCES, parameters, this::sequence);
  }

  private Sequence sequence(ResultSet row) throws SQLException {
    ObjectName name = names.object(row, 1);
    String typeName = row.getString(3);
    Optional<SqlType> type =
        typeName.equals(USUAL_TYPE)
            ? Optional.empty()
            : Optional.of(texts.type(typeName, "type of sequence " + name));
    Optional<ObjectRef> owner =
        row.getString(12) == null
            ? Optional.empty()
            : Optional.of(ObjectRef.column(names.object(row, 10), names.member(row.getString(12))));
    return new Sequence(name, SequenceDefaults.options(row, 4, typeName, type), owner);
  }

  static List<DdlStatement> creations(List<Sequence> sequences) {
    return sequences.stream()
        .<DdlStatement>map(
            sequence ->
                new DdlStatement.CreateSequence(
                    sequence.name(), sequence.options(), Optional.empty(), false))
        .toList();
  }

  /** {@code OWNED BY} of every sequence whose owner is among {@code tables}. */
  static List<DdlStatement> ownerships(
      List<Sequence> sequences, Set<ObjectName> tables, Findings findings) {
    return sequences.stream()
        .flatMap(
            sequence ->
                sequence.ownedBy().stream()
                    .filter(
                        column -> {
                          boolean modelled = tables.contains(column.name());
                          if (!modelled) {
                            findings.notModelled(
                                "sequence " + sequence.name() + " is owned by " + column,
                                "that table is outside of what was read as a table");
                          }
                          return modelled;
                        })
                    .<DdlStatement>map(column -> ownership(sequence.name(), column)))
        .toList();
  }

  private static DdlStatement.AlterSequence ownership(ObjectName sequence, ObjectRef column) {
    return new DdlStatement.AlterSequence(
        sequence,
        SequenceOptions.DEFAULT,
        Optional.empty(),
        Optional.of(new OwningColumn(column.name(), column.member())),
        false);
  }
}
