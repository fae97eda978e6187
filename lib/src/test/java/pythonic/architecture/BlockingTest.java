package pythonic.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static pythonic.architecture.CodeUnitUses.methods;
import static pythonic.architecture.CodeUnitUses.target;
import static pythonic.architecture.CodeUnitUses.use;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.MonitorInstruction;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class BlockingTest {

  private static final Set<String> MAKERS_OF_THREADS =
      Set.of("<init>", "ofPlatform", "ofVirtual", "startVirtualThread");

  @Test
  void no_method_is_synchronized() {
    noMethods()
        .should()
        .haveModifier(JavaModifier.SYNCHRONIZED)
        .because("a monitor has no time-out and no answer to an interrupt, and callers could take it too")
        .check(Library.CLASSES);
  }

  @Test
  void no_code_enters_a_monitor() {
    classes()
        .should(neverEnterAMonitor())
        .because("a monitor has no time-out and no answer to an interrupt")
        .check(Library.CLASSES);
  }

  @Test
  void no_class_sleeps() {
    noClasses()
        .should(use(methods(Thread.class, Set.of("sleep"))))
        .orShould(use(methods(TimeUnit.class, Set.of("sleep", "timedJoin", "timedWait"))))
        .because("who sleeps misses the signal: pythonic.internal.waiting waits for both, the signal and the deadline")
        .check(Library.CLASSES);
  }

  @Test
  void no_class_uses_the_monitor_methods_of_Object() {
    Set<String> names = Set.of("wait", "notify", "notifyAll");
    noClasses()
        .should(use(target("wait, notify or notifyAll", it -> names.contains(it.getName()))))
        .because("a monitor has no order of waiters")
        .check(Library.CLASSES);
  }

  @Test
  void only_the_waiting_package_parks() {
    noClasses()
        .that()
        .resideOutsideOfPackage("pythonic.internal.waiting")
        .should(use(target("LockSupport.park", it -> it.getOwner().isEquivalentTo(LockSupport.class) && it.getName().startsWith("park"))))
        .because("deadlines, the order of waiters and the answer to an interrupt are decided in one place")
        .check(Library.CLASSES);
  }

  @Test
  void no_class_is_told_of_the_end_of_its_own_processes_by_the_common_pool() {
    noClasses()
        .should(use(methods(Process.class, Set.of("onExit"))))
        .because("all threads of the common pool may wait for just that: use pythonic.internal.waiting.ProcessEnd")
        .check(Library.CLASSES);
  }

  @Test
  void only_threading_and_internal_packages_make_threads() {
    noClasses()
        .that()
        .resideOutsideOfPackages("pythonic.threading", "pythonic.internal..")
        .should(use(methods(Thread.class, MAKERS_OF_THREADS)))
        .because("a thread that threading does not know is missing in enumerate(), and nobody joins it at exit")
        .check(Library.CLASSES);
  }

  @Test
  void no_overload_is_named_wait_or_notify() {
    noMethods()
        .should()
        .haveName("wait")
        .orShould()
        .haveName("notify")
        .because("x.wait(1) would silently mean Object.wait(long); Python's names are wait_ and notify_ here")
        .check(Library.CLASSES);
  }

  private static ArchCondition<JavaClass> neverEnterAMonitor() {
    return new ArchCondition<>("never enter a monitor") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (MethodModel method : classFile(type).methods()) {
          if (method.code().stream().flatMap(code -> code.elementStream()).anyMatch(MonitorInstruction.class::isInstance)) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + "." + method.methodName() + " has a synchronized block"));
          }
        }
      }
    };
  }

  private static ClassModel classFile(JavaClass type) {
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
