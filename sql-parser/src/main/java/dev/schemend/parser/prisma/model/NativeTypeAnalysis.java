package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Argument;
import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code @db.…}. */
final class NativeTypeAnalysis {

  private final Connector connector;
  private final Datasource datasource;
  private final Problems problems;

  NativeTypeAnalysis(Connector connector, Datasource datasource, Problems problems) {
    this.connector = connector;
    this.datasource = datasource;
    this.problems = problems;
  }

  Optional<NativeType> read(FieldDeclaration field, FieldKind kind) {
    List<Attribute> written =
        field.attributes().stream().filter(one -> one.name().text().contains(".")).toList();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (written.size() > 1) {
      problems.error(
          written.get(1).span(),
          "The field \"" + field.name() + "\" already has a native type.",
          "Leave one of the two out.");
    }
    return read(written.getFirst(), kind);
  }

  private Optional<NativeType> read(Attribute attribute, FieldKind kind) {
    String written = attribute.name().text();
    String prefix = written.substring(0, written.indexOf('.'));
    String name = written.substring(written.indexOf('.') + 1);
    if (!prefix.equals(datasource.name())) {
      problems.error(
          attribute.name().span(),
          "There is no datasource \"" + prefix + "\".",
          "Native types bear the name of the datasource: @" + datasource.name() + "." + name);
      return Optional.empty();
    }
    NativeTypeRule rule = connector.nativeTypes().get(name);
    if (rule == null) {
      problems.error(
          attribute.name().span(),
          connector.product() + " has no native type \"" + name + "\".",
          Problems.oneOf(
              name, connector.nativeTypes().keySet().stream().sorted().toList(), "native type"));
      return Optional.empty();
    }
    if (!(kind instanceof FieldKind.Scalar scalar) || !rule.scalars().contains(scalar.type())) {
      problems.error(
          attribute.span(),
          "The native type \"" + name + "\" does not fit a field of type " + kind.written() + ".",
          "It fits "
              + String.join(" or ", rule.scalars().stream().map(ScalarType::word).sorted().toList())
              + ".");
      return Optional.empty();
    }
    return arguments(attribute, rule).map(arguments -> new NativeType(name, arguments));
  }

  private Optional<List<String>> arguments(Attribute attribute, NativeTypeRule rule) {
    int given = attribute.arguments().size();
    if (given < rule.required() || given > rule.bounds().size()) {
      problems.error(
          attribute.span(),
          "The native type \"" + rule.name() + "\" takes " + count(rule) + ", not " + given + ".",
          "Write: @" + attribute.name() + example(rule));
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < given; i++) {
      Argument argument = attribute.arguments().get(i);
      NativeTypeRule.Bounds bounds = rule.bounds().get(i);
      Optional<Integer> number = argument.value().flatMap(NativeTypeAnalysis::whole);
      if (number.filter(n -> n >= bounds.least() && n <= bounds.most()).isEmpty()) {
        problems.error(
            argument.span(),
            "The argument of \"" + rule.name() + "\" is out of range.",
            "It is a whole number from " + bounds.least() + " to " + bounds.most() + ".");
        return Optional.empty();
      }
      arguments.add(String.valueOf(number.get()));
    }
    if (rule.name().equals("Decimal")
        && arguments.size() == 2
        && Integer.parseInt(arguments.get(1)) > Integer.parseInt(arguments.get(0))) {
      problems.error(
          attribute.span(),
          "The scale of a Decimal cannot be larger than its precision.",
          "Write the number of all digits first, and that of the fraction second.");
      return Optional.empty();
    }
    return Optional.of(arguments);
  }

  private static Optional<Integer> whole(Value value) {
    return value instanceof Value.Numeric number && number.written().matches("-?\\d{1,9}")
        ? Optional.of(Integer.valueOf(number.written()))
        : Optional.empty();
  }

  private static String count(NativeTypeRule rule) {
    int most = rule.bounds().size();
    String range = rule.required() == most ? "" + most : rule.required() + " to " + most;
    return (most == 0 ? "no" : range) + (most == 1 ? " argument" : " arguments");
  }

  private static String example(NativeTypeRule rule) {
    return switch (rule.bounds().size()) {
      case 0 -> "";
      case 1 -> "(" + Math.min(rule.bounds().getFirst().most(), 20) + ")";
      default -> "(10, 2)";
    };
  }
}
