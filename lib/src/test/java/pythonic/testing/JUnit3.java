package pythonic.testing;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Runs the suites of Guava's testlib, which are written for JUnit 3, as dynamic tests. */
public final class JUnit3 {

  private JUnit3() {}

  /** {@return the tests of a suite, and of the suites in it} */
  public static Stream<DynamicNode> tests(TestSuite suite) {
    Enumeration<junit.framework.Test> tests = suite.tests();
    return Collections.list(tests).stream().map(JUnit3::node);
  }

  private static DynamicNode node(junit.framework.Test test) {
    return test instanceof TestSuite suite
        ? DynamicContainer.dynamicContainer(suite.getName(), tests(suite))
        : DynamicTest.dynamicTest(test.toString(), () -> run(test));
  }

  private static void run(junit.framework.Test test) throws Throwable {
    var result = new TestResult();
    test.run(result);
    if (result.runCount() != 1) {
      throw new AssertionError("did not run: " + test);
    }
    for (Enumeration<TestFailure> problems : List.of(result.failures(), result.errors())) {
      if (problems.hasMoreElements()) {
        throw problems.nextElement().thrownException();
      }
    }
  }
}
