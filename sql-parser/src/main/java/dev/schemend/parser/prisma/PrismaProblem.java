package dev.schemend.parser.prisma;

import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import java.util.Optional;

/** Errors in a Prisma schema, under the code that Prisma has for all of them. */
public final class PrismaProblem {

  /** Prisma's code for a schema that is not valid (error reference, P1012). */
  public static final String CODE = "P1012";

  private PrismaProblem() {}

  /** An error at a place. */
  public static Diagnostic error(SourceSpan span, String message, String hint) {
    return new Diagnostic(CODE, Diagnostic.Severity.ERROR, Optional.of(span), message, hint);
  }

  /** Something to know that keeps nothing from working. */
  public static Diagnostic warning(SourceSpan span, String message, String hint) {
    return new Diagnostic(CODE, Diagnostic.Severity.WARNING, Optional.of(span), message, hint);
  }
}
