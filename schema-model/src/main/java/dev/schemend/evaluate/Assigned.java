package dev.schemend.evaluate;

import dev.schemend.code.CodeStatement;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which variables and cursors statements may change. */
final class Assigned {

  private static final Identifier FOUND = Identifier.of("found");

  private final Set<Identifier> names = new HashSet<>();
  private final Set<String> session = new HashSet<>();

  private Assigned() {}

  static Assigned in(List<CodeStatement> body) {
    Assigned assigned = new Assigned();
    assigned.names.add(FOUND);
    body.forEach(assigned::add);
    return assigned;
  }

  Set<Identifier> names() {
    return names;
  }

  Set<String> session() {
    return session;
  }

  private void add(CodeStatement statement) {
    switch (statement) {
      case CodeStatement.Block block -> {
        block.body().forEach(this::add);
        block.handlers().forEach(handler -> handler.body().forEach(this::add));
      }
      case CodeStatement.Assign assign -> add(assign.target());
      case CodeStatement.If choice -> {
        choice.branches().forEach(branch -> branch.body().forEach(this::add));
        choice.otherwise().forEach(this::add);
      }
      case CodeStatement.Loop loop -> loop.body().forEach(this::add);
      case CodeStatement.While loop -> loop.body().forEach(this::add);
      case CodeStatement.ForRange loop -> loop.body().forEach(this::add);
      case CodeStatement.ForRows loop -> {
        loop.targets().forEach(this::add);
        loop.body().forEach(this::add);
      }
      case CodeStatement.ForEach loop -> {
        loop.targets().forEach(this::add);
        loop.body().forEach(this::add);
      }
      case CodeStatement.Execute execute -> execute.into().forEach(this::add);
      case CodeStatement.Select select -> select.into().forEach(this::add);
      case CodeStatement.Sql sql -> sql.into().forEach(this::add);
      case CodeStatement.Ask ask -> ask.into().forEach(this::add);
      case CodeStatement.Fetch fetch -> {
        fetch.into().forEach(this::add);
        names.add(fetch.cursor());
      }
      case CodeStatement.Open open -> names.add(open.cursor());
      case CodeStatement.Call call -> {
        // Its OUT arguments are assigned by whoever runs it.
        call.arguments()
            .forEach(
                argument -> {
                  if (argument.value() instanceof dev.schemend.query.Scalar.Name name) {
                    names.add(name.path().getFirst());
                  }
                  if (argument.value()
                      instanceof dev.schemend.query.Scalar.SessionVariable variable) {
                    session.add(variable.name());
                  }
                });
      }
      case CodeStatement.Prepare prepare -> session.add(Machine.prepared(prepare.name()));
      case CodeStatement.ExecutePrepared execute -> {}
      case CodeStatement.Exit exit -> {}
      case CodeStatement.Continue again -> {}
      case CodeStatement.Return result -> {}
      case CodeStatement.ReturnRows rows -> {}
      case CodeStatement.Raise raise -> {}
      case CodeStatement.Reraise raise -> {}
      case CodeStatement.Nothing nothing -> {}
      case CodeStatement.Unreadable unreadable -> {}
    }
  }

  private void add(Target target) {
    switch (target) {
      case Target.Variable variable -> variable.path().forEach(names::add);
      case Target.Element element -> element.path().forEach(names::add);
      case Target.SessionVariable variable -> session.add(variable.name());
    }
  }
}
