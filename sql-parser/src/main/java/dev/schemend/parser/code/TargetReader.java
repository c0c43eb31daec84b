package dev.schemend.parser.code;

import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What code assigns to. */
final class TargetReader {

  private final Lexemes lexemes;
  private final QueryReader queries;

  TargetReader(Lexemes lexemes, QueryReader queries) {
    this.lexemes = lexemes;
    this.queries = queries;
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    do {
      targets.add(target());
    } while (lexemes.takeSymbol(","));
    return targets;
  }

  Target target() {
    if (lexemes.peek().kind() == Lexeme.Kind.VARIABLE) {
      return new Target.SessionVariable(lexemes.next().text());
    }
    List<Identifier> path = new ArrayList<>();
    if (lexemes.peek().kind() == Lexeme.Kind.PARAMETER) {
      path.add(Identifier.of("$" + lexemes.next().text()));
    } else {
      path.add(lexemes.name());
    }
    Optional<Scalar> index = Optional.empty();
    while (true) {
      if (lexemes.isSymbol(".") && lexemes.peek(1).isName()) {
        lexemes.next();
        path.add(lexemes.name());
      } else if (lexemes.takeSymbol("[")) {
        index = Optional.of(index.isPresent() ? beyond() : queries.expression());
        if (lexemes.takeSymbol(":")) {
          index = Optional.of(beyond());
        }
        lexemes.expectSymbol("]");
      } else {
        return index
            .<Target>map(one -> new Target.Element(path, one))
            .orElseGet(() -> new Target.Variable(path));
      }
    }
  }

  private Scalar beyond() {
    queries.expression();
    return new Scalar.Constant(Value.unknown("an element of an array"));
  }
}
