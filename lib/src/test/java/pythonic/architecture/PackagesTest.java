package pythonic.architecture;

import static com.google.common.collect.Sets.difference;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PackagesTest {

  /** The packages of the library, those that others build on first. One line is one floor. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("pythonic.internal.compiler", "pythonic.archunit"),
          Set.of("pythonic.builtins.functions"),
          Set.of("pythonic.builtins.keywords"),
          Set.of("pythonic.internal.console", "pythonic.internal.encodings"),
          Set.of("pythonic.builtins"),
          Set.of("pythonic.internal.calls", "pythonic.internal.text", "pythonic.internal.values"),
          Set.of("pythonic.internal.errors"),
          Set.of("pythonic.internal.waiting"),
          Set.of("pythonic.internal.channels"),
          Set.of("pythonic.internal.sockets"),
          Set.of("pythonic.internal.pipes"),
          Set.of("pythonic.internal.lifecycle"),
          Set.of("pythonic.time", "pythonic.os", "pythonic.sys", "pythonic.atexit", "pythonic.struct", "pythonic.contextvars"),
          Set.of("pythonic.subprocess"),
          Set.of("pythonic.internal.greenlets"),
          Set.of("pythonic.greenlet"),
          Set.of("pythonic.threading"),
          Set.of("pythonic.queue"),
          Set.of("pythonic.socket"),
          Set.of("pythonic.select"),
          Set.of("pythonic.selectors"),
          Set.of("pythonic.internal.wire"),
          Set.of("pythonic.internal.sharedmemory"),
          Set.of("pythonic.internal.child"),
          Set.of("pythonic.internal.pool"),
          Set.of("pythonic.internal.manager"),
          // One module of Python's: its package offers what its submodules hold, and they need it.
          Set.of("pythonic.multiprocessing", "pythonic.multiprocessing.connection", "pythonic.multiprocessing.context", "pythonic.multiprocessing.dummy",
              "pythonic.multiprocessing.managers", "pythonic.multiprocessing.pool", "pythonic.multiprocessing.shared_memory",
              "pythonic.multiprocessing.sharedctypes"),
          Set.of("pythonic.concurrent.futures"),
          Set.of("pythonic.socketserver"),
          // One module of Python's, as multiprocessing.
          Set.of("pythonic.gevent", "pythonic.gevent.event", "pythonic.gevent.exceptions", "pythonic.gevent.hub", "pythonic.gevent.local",
              "pythonic.gevent.lock", "pythonic.gevent.monkey", "pythonic.gevent.pool", "pythonic.gevent.queue", "pythonic.gevent.server", "pythonic.gevent.threadpool"));

  /** Fewer classes than this means that the rules look into the wrong folder. */
  private static final int CLASSES_AT_LEAST = 260;

  @Test
  void the_rules_see_the_library() {
    assertThat(Library.CLASSES).hasSizeGreaterThanOrEqualTo(CLASSES_AT_LEAST);
    assertThat(Library.packages()).containsAll(Library.exportedPackages());
  }

  @Test
  void every_package_has_its_place_in_the_order() {
    Set<String> placed = FLOORS.stream().flatMap(Set::stream).collect(toSet());
    Set<String> existing = Library.packages();
    assertThat(difference(existing, placed)).as("packages without a floor: put each above all that it uses").isEmpty();
    assertThat(difference(placed, existing)).as("floors without a class").isEmpty();
  }

  @Test
  void a_package_depends_only_on_packages_of_lower_floors() {
    classes()
        .should(dependOnlyOnLowerFloors())
        .because("a part can be understood, tested and replaced without those that build on it")
        .check(Library.CLASSES);
  }

  @Test
  void packages_are_free_of_cycles() {
    slices()
        .assignedFrom(eachPackage())
        .should()
        .beFreeOfCycles()
        .because("packages that need each other are one package")
        .check(Library.CLASSES);
  }

  @Test
  void the_module_exports_all_packages_but_the_internal_ones() {
    Set<String> meantForUsers = Sets.filter(Library.packages(), name -> !PackageMatchers.of("pythonic.internal..").test(name));
    assertThat(Library.exportedPackages()).isEqualTo(meantForUsers);
    assertThat(Library.module().exports()).allMatch(exports -> !exports.isQualified(), "exported to everybody");
  }

  private static ArchCondition<JavaClass> dependOnlyOnLowerFloors() {
    return new ArchCondition<>("depend only on packages of lower floors, or their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<String> allowed = lowerFloors(type.getPackageName());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String used = dependency.getTargetClass().getBaseComponentType().getPackageName();
          if (PackageMatchers.of("pythonic..").test(used) && !allowed.contains(used)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The package of a submodule belongs to its module: Python's multiprocessing and its pool need each other. */
  private static String module(String name) {
    return Stream.of("pythonic.multiprocessing", "pythonic.gevent").filter(module -> name.startsWith(module + ".")).findFirst().orElse(name);
  }

  private static Set<String> lowerFloors(String name) {
    Set<String> lower = new HashSet<>();
    for (Set<String> floor : FLOORS) {
      if (floor.contains(name)) {
        floor.stream().filter(other -> module(other).equals(module(name))).forEach(lower::add);
        return lower;
      }
      lower.addAll(floor);
    }
    return Set.of(name);
  }

  private static SliceAssignment eachPackage() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(module(type.getPackageName()));
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }
}
