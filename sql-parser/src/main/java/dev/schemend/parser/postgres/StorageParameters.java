package dev.schemend.parser.postgres;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code WITH (name = value, …)}. */
final class StorageParameters {

  private StorageParameters() {}

  /** Values as the catalog's {@code reloptions} hold them; one that is left out is {@code true}. */
  static SortedMap<String, String> read(
      PostgresParser.StorageParametersContext context, Names names) {
    SortedMap<String, String> read = new TreeMap<>();
    for (PostgresParser.StorageParameterContext one : context.storageParameter()) {
      String key =
          one.anyWord().stream()
              .map(part -> names.name(part).text())
              .collect(Collectors.joining("."));
      read.put(key, one.parameterValue() == null ? "true" : value(one.parameterValue(), names));
    }
    return read;
  }

  private static String value(PostgresParser.ParameterValueContext context, Names names) {
    if (context.stringConstant() != null) {
      return names.string(context.stringConstant());
    }
    return context.anyWord() == null ? context.getText() : names.name(context.anyWord()).text();
  }

  /** The parameters in brackets, every value quoted: all of them take strings. */
  static String print(SortedMap<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> key(one.getKey()) + " = " + Quoting.string(one.getValue()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The names of parameters in brackets. */
  static String names(Set<String> parameters) {
    return parameters.stream()
        .map(StorageParameters::key)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String key(String key) {
    return java.util.Arrays.stream(key.split("\\.", -1))
        .map(part -> Quoting.whereNeeded(dev.schemend.name.Identifier.of(part)))
        .collect(Collectors.joining("."));
  }
}
