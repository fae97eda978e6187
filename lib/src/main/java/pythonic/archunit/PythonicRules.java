package pythonic.archunit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchRule;

/**
 * ArchUnit's rules for programs that use Pythonic. In a test: {@code PythonicRules.NO_MONITOR_CALLS.check(classes)}. Not in
 * Python.
 */
public final class PythonicRules {

  /**
   * No class that uses Pythonic calls {@code wait}, {@code notify} or {@code notifyAll} of {@link Object}: Python's are
   * {@code wait_}, {@code notify_} and {@code notify_all}. Compiled code does not tell on which type such a method is
   * called, so this refuses monitors altogether; the compiler, with the library on its class path, refuses only the calls
   * on Pythonic's types.
   */
  @SuppressWarnings("exports") // who uses it has ArchUnit; who does not must not need it
  public static final ArchRule NO_MONITOR_CALLS =
      noClasses()
          .that(describe("use Pythonic", type -> type.getDirectDependenciesFromSelf().stream()
              .anyMatch(used -> used.getTargetClass().getPackageName().startsWith("pythonic."))))
          .should()
          .accessTargetWhere(target(owner(Predicates.equivalentTo(Object.class)))
              .and(target(nameMatching("wait|notify|notifyAll")))
              .as("wait, notify or notifyAll of Object"))
          .because("of Pythonic's types these are wait_(), notify_() and notify_all()")
          .allowEmptyShould(true);

  private PythonicRules() {}
}
