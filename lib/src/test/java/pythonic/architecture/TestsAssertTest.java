package pythonic.architecture;

import static com.google.common.collect.Sets.intersection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test that cannot fail guards nothing: each must reach an assertion, itself or through what it calls in the tests. */
final class TestsAssertTest {

  /** Fewer tests than this means that the rule looks into the wrong folder. */
  private static final int TESTS_AT_LEAST = 400;

  private static final Set<String> TEST_ANNOTATIONS =
      Set.of("Test", "TestFactory", "RepeatedTest", "ParameterizedTest", "TestTemplate");

  private record Method(String owner, String name, String type) {}

  private final Map<Method, List<Method>> calls = new HashMap<>();
  private final Map<String, Set<String>> relatives = new HashMap<>();
  private final Set<Method> tests = new HashSet<>();
  private final Set<String> concreteClasses = new HashSet<>();

  TestsAssertTest() throws IOException {
    for (var file : Library.testClassFiles()) {
      read(ClassFile.of().parse(Files.readAllBytes(file)));
    }
  }

  @Test
  void every_test_reaches_an_assertion() {
    assertThat(tests).hasSizeGreaterThanOrEqualTo(TESTS_AT_LEAST);
    assertThat(tests.stream().filter(test -> !reachesAnAssertion(test)).map(test -> test.owner + "." + test.name))
        .as("tests without an assertion")
        .isEmpty();
  }

  @Test
  void every_class_with_tests_has_a_name_that_is_run() {
    Set<String> withTests = tests.stream().map(Method::owner).flatMap(owner -> family(owner).stream()).collect(toSet());
    assertThat(intersection(withTests, concreteClasses))
        .allMatch(name -> name.replaceAll("\\$.*", "").endsWith("Test"), "is named ...Test");
  }

  private void read(ClassModel type) {
    String owner = type.thisClass().asInternalName();
    type.superclass().ifPresent(parent -> relate(owner, parent.asInternalName()));
    type.interfaces().forEach(parent -> relate(owner, parent.asInternalName()));
    for (MethodModel method : type.methods()) {
      Method id = new Method(owner, method.methodName().stringValue(), method.methodType().stringValue());
      calls.put(id, callsOf(method));
      if (isTest(method)) {
        tests.add(id);
      }
    }
    if (!type.flags().has(AccessFlag.ABSTRACT)) {
      concreteClasses.add(owner);
    }
  }

  private void relate(String type, String parent) {
    if (parent.startsWith("pythonic/")) {
      relatives.computeIfAbsent(type, _ -> new HashSet<>()).add(parent);
      relatives.computeIfAbsent(parent, _ -> new HashSet<>()).add(type);
    }
  }

  private static boolean isTest(MethodModel method) {
    return method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
        .flatMap(attribute -> attribute.annotations().stream())
        .map(annotation -> annotation.classSymbol())
        .anyMatch(annotation -> annotation.packageName().startsWith("org.junit.jupiter") && TEST_ANNOTATIONS.contains(annotation.displayName()));
  }

  private static List<Method> callsOf(MethodModel method) {
    List<Method> called = new ArrayList<>();
    method.code().ifPresent(code -> code.forEach(element -> {
      switch (element) {
        case InvokeInstruction call ->
            called.add(new Method(call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue()));
        case InvokeDynamicInstruction lambda -> lambda.bootstrapArgs().stream()
            .filter(DirectMethodHandleDesc.class::isInstance)
            .map(DirectMethodHandleDesc.class::cast)
            .forEach(it -> called.add(new Method(internalName(it), it.methodName(), it.lookupDescriptor())));
        default -> {}
      }
    }));
    return called;
  }

  private static String internalName(DirectMethodHandleDesc method) {
    String descriptor = method.owner().descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private boolean reachesAnAssertion(Method test) {
    Set<Method> seen = new HashSet<>(Set.of(test));
    Deque<Method> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Method method = open.remove();
      if (isAssertion(method)) {
        return true;
      }
      bodies(method).flatMap(body -> calls.get(body).stream()).filter(seen::add).forEach(open::add);
    }
    return false;
  }

  /** The bodies that a call may mean: the method's own, and those in subclasses and superclasses. */
  private Stream<Method> bodies(Method method) {
    return family(method.owner).stream().map(owner -> new Method(owner, method.name, method.type)).filter(calls::containsKey);
  }

  private Set<String> family(String type) {
    Set<String> family = new HashSet<>(Set.of(type));
    Deque<String> open = new ArrayDeque<>(family);
    while (!open.isEmpty()) {
      relatives.getOrDefault(open.remove(), Set.of()).stream().filter(family::add).forEach(open::add);
    }
    return family;
  }

  private static boolean isAssertion(Method method) {
    return switch (method.owner) {
      case "org/junit/jupiter/api/Assertions", "java/lang/AssertionError" -> true;
      case String owner when owner.startsWith("com/tngtech/archunit/") -> method.name.equals("check");
      case String owner -> owner.startsWith("org/assertj/core/api/") && asserts(method.name);
    };
  }

  /** Of AssertJ, {@code assertThat(x).as("...")} asserts nothing yet. */
  private static boolean asserts(String name) {
    boolean onlyBegins = name.startsWith("assertThat") && !name.startsWith("assertThatThrownBy");
    return !onlyBegins && !Set.of("as", "describedAs", "<init>").contains(name);
  }
}
