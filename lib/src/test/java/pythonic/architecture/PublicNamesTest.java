package pythonic.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PublicNamesTest {

  /** What users override, and may throw what they like in. */
  private static final Set<String> OVERRIDDEN_BY_USERS = Set.of("run", "setup", "handle", "finish", "_run");

  @Test
  void no_public_name_mentions_an_internal_type() {
    classes()
        .should(mentionNoInternalType())
        .because("internal packages change without notice, and users of the module path cannot read them")
        .check(Library.CLASSES);
  }

  @Test
  void no_public_method_throws_a_checked_exception() {
    codeUnits()
        .that(areVisibleMembers())
        .and(DescribedPredicate.describe("are not of a function that users write", unit -> !writtenByUsers(unit)))
        .and(DescribedPredicate.describe("do not come from java.util.concurrent", unit -> !isOfJavasConcurrency(unit)))
        .should(not(throwACheckedException()))
        .because("Python's exceptions are unchecked, so that a port reads line by line as its original")
        .check(Library.CLASSES);
  }

  private static boolean writtenByUsers(JavaCodeUnit unit) {
    return unit.getOwner().getPackageName().equals("pythonic.builtins.functions") || OVERRIDDEN_BY_USERS.contains(unit.getName());
  }

  /** A Future is a java.util.concurrent.Future too, and its get throws what Java says. */
  private static boolean isOfJavasConcurrency(JavaCodeUnit unit) {
    String[] parameters = unit.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    JavaClass owner = unit.getOwner();
    return Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
        .filter(type -> PackageMatchers.of("java.util.concurrent..").test(type.getPackageName()))
        .anyMatch(type -> type.tryGetMethod(unit.getName(), parameters).isPresent());
  }

  private static DescribedPredicate<JavaMember> areVisibleMembers() {
    return DescribedPredicate.describe("are visible to users", member -> isVisible(member));
  }

  /** A public class passes on the public members of a superclass that users cannot name. */
  private static boolean isVisible(JavaMember member) {
    JavaClass owner = member.getOwner();
    return (Library.isVisible(owner) || owner.getAllSubclasses().stream().anyMatch(Library::isVisible))
        && (member.getModifiers().contains(JavaModifier.PUBLIC) || member.getModifiers().contains(JavaModifier.PROTECTED));
  }

  private static ArchCondition<JavaCodeUnit> throwACheckedException() {
    return new ArchCondition<>("throw a checked exception") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        for (JavaClass thrown : unit.getExceptionTypes()) {
          boolean checked = !thrown.isAssignableTo(RuntimeException.class) && !thrown.isAssignableTo(Error.class);
          events.add(new SimpleConditionEvent(unit, checked, unit.getFullName() + " throws " + thrown.getName()));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> mentionNoInternalType() {
    return new ArchCondition<>("mention no internal type in what users see") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (Library.isVisible(type)) {
          report(type, type.getName(), headTypes(type), events);
        }
        for (JavaMember member : type.getMembers()) {
          if (isVisible(member)) {
            report(type, member.getFullName(), signatureTypes(member), events);
          }
        }
      }
    };
  }

  private static void report(JavaClass type, String where, Stream<JavaType> mentioned, ConditionEvents events) {
    Set<String> internal =
        mentioned
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(Collection::stream)
            .filter(it -> PackageMatchers.of("pythonic.internal..").test(it.getPackageName()))
            .map(JavaClass::getName)
            .collect(toSet());
    if (!internal.isEmpty()) {
      events.add(SimpleConditionEvent.violated(type, where + " mentions " + internal));
    }
  }

  private static Stream<JavaType> headTypes(JavaClass type) {
    return Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(), bounds(type.getTypeParameters())).flatMap(it -> it);
  }

  private static Stream<JavaType> signatureTypes(JavaMember member) {
    return switch (member) {
      case JavaField field -> Stream.of(field.getType());
      case JavaCodeUnit unit ->
          Stream.of(
                  Stream.of(unit.getReturnType()),
                  unit.getParameterTypes().stream(),
                  unit.getExceptionTypes().stream(),
                  bounds(unit.getTypeParameters()))
              .flatMap(it -> it);
      default -> throw new IllegalStateException("an unknown kind of member: " + member);
    };
  }

  private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> variables) {
    return variables.stream().flatMap(variable -> variable.getUpperBounds().stream());
  }
}
