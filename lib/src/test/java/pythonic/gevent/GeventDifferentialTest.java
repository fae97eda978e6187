package pythonic.gevent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pythonic.testing.Greenlets;
import pythonic.testing.Threads;

/** Small programs, run by gevent itself and by ours: what they tell, line by line, is the same. */
@org.junit.jupiter.api.Timeout(value = 120, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class GeventDifferentialTest {

  private static final int PROGRAMS_AT_LEAST = 40;

  @TestFactory
  Stream<DynamicTest> programs_likeGevents() {
    List<String> sections = Splitter.on("\n\n").omitEmptyStrings().splitToList(
        Greenlets.output("pythonic/gevent/programs.py", "pythonic/gevent/recorded.txt", ""));
    assertThat(sections).hasSizeGreaterThanOrEqualTo(PROGRAMS_AT_LEAST);
    return sections.stream().map(section -> {
      List<String> lines = Splitter.on('\n').splitToList(section.strip());
      return DynamicTest.dynamicTest(lines.getFirst(), () -> assertThat(run(lines.getFirst())).isEqualTo(lines.subList(1, lines.size())));
    });
  }

  /** On a thread of its own, and so in a hub of its own. */
  private static List<String> run(String name) {
    return Threads.start(() -> {
      var programs = new GeventPrograms();
      var method = GeventPrograms.class.getDeclaredMethod(name);
      method.setAccessible(true);
      method.invoke(programs);
      return new ArrayList<>(programs.out);
    }).join();
  }
}
