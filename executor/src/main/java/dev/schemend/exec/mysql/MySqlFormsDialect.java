package dev.schemend.exec.mysql;

import dev.schemend.check.StoredForms;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.introspect.FormsDialect;
import java.util.Optional;

/** MySQL and MariaDB are asked in databases that nobody else uses: nothing is rolled back there. */
final class MySqlFormsDialect implements FormsDialect {

  @Override
  public Optional<StoredForms> forms(Database database, SqlFrontend frontend) {
    return Optional.empty();
  }

  @Override
  public Optional<StoredForms> scratchForms(Database database, SqlFrontend frontend) {
    return Optional.of(new MySqlForms(database, frontend));
  }
}
