package dev.schemend.exec.introspect;

import dev.schemend.check.StoredForms;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.exec.connect.Database;
import java.util.Optional;

/** How a kind of server is asked for the forms in which it stores texts. */
public interface FormsDialect {

  /** Empty where such a server cannot be asked without a trace. */
  Optional<StoredForms> forms(Database database, SqlFrontend frontend);

  /** The same of a database that nobody else uses, where asking may leave traces for a moment. */
  default Optional<StoredForms> scratchForms(Database database, SqlFrontend frontend) {
    return forms(database, frontend);
  }
}
