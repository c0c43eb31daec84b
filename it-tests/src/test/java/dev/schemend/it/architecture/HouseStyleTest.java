package dev.schemend.it.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** How things are named and where they may speak. */
@AnalyzeClasses(packages = "dev.schemend", importOptions = ProductClasses.class)
class HouseStyleTest {

  @ArchTest
  static final ArchRule NO_CLASS_IS_NAMED_AFTER_NOTHING =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils)")
          .because("a name says what a thing is");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_SPEAKS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.schemend.cli..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .because("stdout is data and stderr is talk, and the command line decides on both");

  @ArchTest
  static final ArchRule NO_LOGGING_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j.."))
          .because("results and errors are values; what is not told to the caller is lost");
}
