package pythonic.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;

/** Conditions on the methods and constructors that a class calls or refers to ({@code Thread::sleep}). */
final class CodeUnitUses {
  private CodeUnitUses() {}

  static DescribedPredicate<CodeUnitAccessTarget> methods(Class<?> owner, Set<String> names) {
    return target(owner.getSimpleName() + "." + names, it -> it.getOwner().isEquivalentTo(owner) && names.contains(it.getName()));
  }

  static DescribedPredicate<CodeUnitAccessTarget> target(String description, Predicate<CodeUnitAccessTarget> matches) {
    return DescribedPredicate.describe(description, matches);
  }

  static ArchCondition<JavaClass> use(DescribedPredicate<CodeUnitAccessTarget> target) {
    return new ArchCondition<>("use " + target.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
          if (target.test(access.getTarget())) {
            events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
          }
        }
      }
    };
  }
}
