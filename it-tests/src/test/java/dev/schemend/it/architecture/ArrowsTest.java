package dev.schemend.it.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.schemend", importOptions = ProductClasses.class)
class ArrowsTest {

  private static final String[] SCHEMA_MODEL = {
    "dev.schemend.apply..",
    "dev.schemend.blame..",
    "dev.schemend.check..",
    "dev.schemend.code..",
    "dev.schemend.collect..",
    "dev.schemend.ddl..",
    "dev.schemend.dialect..",
    "dev.schemend.evaluate..",
    "dev.schemend.expr..",
    "dev.schemend.history..",
    "dev.schemend.model..",
    "dev.schemend.name..",
    "dev.schemend.plan..",
    "dev.schemend.query..",
    "dev.schemend.script..",
    "dev.schemend.source..",
    "dev.schemend.type.."
  };
  private static final String SQL_PARSER = "dev.schemend.parser..";
  private static final String[] DIFF_ENGINE = {
    "dev.schemend.diff..",
    "dev.schemend.hazard..",
    "dev.schemend.lint..",
    "dev.schemend.locate..",
    "dev.schemend.planning..",
    "dev.schemend.preflight..",
    "dev.schemend.rename..",
    "dev.schemend.repair..",
    "dev.schemend.verify.."
  };
  private static final String EXECUTOR = "dev.schemend.exec..";
  private static final String CLI = "dev.schemend.cli..";

  // A scan that finds nothing lets every rule pass. Raise it as the product grows.
  private static final int CLASSES_AT_LEAST = 1_000;

  @ArchTest
  static void theScanSawTheProduct(JavaClasses classes) {
    assertTrue(classes.size() >= CLASSES_AT_LEAST, () -> "saw only " + classes.size());
  }

  @ArchTest
  static final ArchRule MODULES_ARE_A_STAR =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.schemend..")
          .layer("schema-model")
          .definedBy(SCHEMA_MODEL)
          .optionalLayer("sql-parser")
          .definedBy(SQL_PARSER)
          .optionalLayer("diff-engine")
          .definedBy(DIFF_ENGINE)
          .optionalLayer("executor")
          .definedBy(EXECUTOR)
          .optionalLayer("cli")
          .definedBy(CLI)
          .whereLayer("schema-model")
          .mayNotAccessAnyLayer()
          .whereLayer("sql-parser")
          .mayOnlyAccessLayers("schema-model")
          .whereLayer("diff-engine")
          .mayOnlyAccessLayers("schema-model")
          .whereLayer("executor")
          .mayOnlyAccessLayers("schema-model")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .ensureAllClassesAreContainedInArchitectureIgnoring("dev.schemend.it..");

  @ArchTest
  static final ArchRule ONLY_THE_EXECUTOR_KNOWS_JDBC =
      noClasses()
          .that()
          .resideOutsideOfPackage(EXECUTOR)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.sql..", "javax.sql..", "com.zaxxer..", "org.postgresql..", "com.mysql.."));

  @ArchTest
  static final ArchRule ONLY_THE_DIALECTS_PARSERS_KNOW_ANTLR =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.schemend.parser.postgres..",
              "dev.schemend.parser.mysql..",
              "dev.schemend.parser.prisma",
              "dev.schemend.parser.antlr..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.antlr.."));

  @ArchTest
  static final ArchRule ONLY_THE_QUERY_PACKAGE_KNOWS_JSQLPARSER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.schemend.parser.query..")
          .should()
          .dependOnClassesThat(resideInAPackage("net.sf.jsqlparser.."));

  @ArchTest
  static final ArchRule POSTGRES_DOES_NOT_KNOW_MYSQL =
      noClasses()
          .that()
          .resideInAPackage("dev.schemend..postgres..")
          .should()
          .dependOnClassesThat(resideInAPackage("dev.schemend..mysql.."));

  @ArchTest
  static final ArchRule MYSQL_DOES_NOT_KNOW_POSTGRES =
      noClasses()
          .that()
          .resideInAPackage("dev.schemend..mysql..")
          .should()
          .dependOnClassesThat(resideInAPackage("dev.schemend..postgres.."));

  @ArchTest
  static final ArchRule THE_MODEL_STANDS_ON_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAnyPackage(SCHEMA_MODEL)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..").or(resideInAnyPackage(SCHEMA_MODEL)));

  @ArchTest
  static final ArchRule NO_CYCLE_OF_PACKAGES =
      slices().matching("dev.schemend.(**)").should().beFreeOfCycles();
}
