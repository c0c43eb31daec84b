package dev.schemend.exec.introspect;

import dev.schemend.exec.error.ExecException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A session in which catalogs are asked. Failures come out as {@link IntrospectionError}. */
public final class CatalogSession {

  private final Connection connection;

  /** Asks over {@code connection}, which stays the caller's to close. */
  public CatalogSession(Connection connection) {
    this.connection = Objects.requireNonNull(connection, "connection");
  }

  /**
   * The rows of {@code query}, in its order.
   *
   * @param parameters its parameters: strings, or arrays of strings where the server has arrays
   */
  public <T> List<T> rows(CatalogQuery query, List<?> parameters, RowReader<T> reader) {
    try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
      for (int i = 0; i < parameters.size(); i++) {
        bind(statement, i + 1, parameters.get(i));
      }
      List<T> values = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          values.add(reader.read(row));
        }
      }
      return values;
    } catch (SQLException failure) {
      throw new ExecException(IntrospectionError.of(query.catalogs(), failure), failure);
    }
  }

  private void bind(PreparedStatement statement, int index, Object parameter) throws SQLException {
    if (parameter instanceof String[] texts) {
      statement.setArray(index, connection.createArrayOf("text", texts));
    } else {
      statement.setObject(index, parameter);
    }
  }
}
