package dev.schemend.rename;

import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.List;

/** Which of the objects that share a name are meant by what is written of it. */
final class Namesakes {

  private Namesakes() {}

  /**
   * The same word about each object that it is about. Where it says nothing of what tells namesakes
   * apart, it is about all of the old name; a rename changes nothing but the name.
   */
  static List<Declared> meant(Declared written, Schema from, Schema to) {
    ObjectRef old = written.from();
    if (!old.kind().hasNamesakes()) {
      return List.of(written);
    }
    return of(from, old).stream()
        .filter(ref -> isMeant(ref.member(), old.member()))
        .map(
            ref ->
                new Declared(
                    ref,
                    written.to().map(anew -> new ObjectRef(ref.kind(), anew.name(), ref.member())),
                    written.source(),
                    written.where()))
        .filter(one -> one.to().map(to::has).orElse(true))
        .toList();
  }

  /** All of a kind and a name, whatever the member says. */
  static List<ObjectRef> of(Schema schema, ObjectRef one) {
    return schema
        .objects()
        .valuesFrom(ObjectRef.to(one.kind(), one.name()))
        .map(SchemaObject::ref)
        .takeWhile(ref -> ref.kind() == one.kind() && ref.name().equals(one.name()))
        .toList();
  }

  // A type without a schema may be any of its name.
  private static boolean isMeant(Identifier signature, Identifier written) {
    if (written.isNone() || signature.isNone() || signature.equals(written)) {
      return true;
    }
    List<String> ours = Signatures.types(signature);
    List<String> theirs = Signatures.types(written);
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!ours.get(i).equals(theirs.get(i)) && !ours.get(i).endsWith("." + theirs.get(i))) {
        return false;
      }
    }
    return true;
  }
}
