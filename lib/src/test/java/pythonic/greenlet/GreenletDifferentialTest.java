package pythonic.greenlet;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.testing.Greenlets;
import pythonic.testing.Threads;

/**
 * Plans of switches, run by greenlet itself and by ours: who runs when, and with what values and exceptions, is the
 * same. {@code -Dgreenlet.plans=20000} makes it longer, {@code -Dgreenlet.record=true} records anew what is compared
 * with where greenlet is missing.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class GreenletDifferentialTest {

  private static final int RECORDED = 400;
  private static final int PLANS = Integer.getInteger("greenlet.plans", RECORDED);

  @Test
  void switches_likeGreenlets() throws IOException {
    List<SwitchPlan> plans = LongStream.range(0, PLANS).mapToObj(SwitchPlan::new).toList();
    String output = Greenlets.output("pythonic/greenlet/switches.py", "pythonic/greenlet/recorded.txt",
        plans.stream().map(SwitchPlan::text).collect(joining("\n\n")));
    if (Boolean.getBoolean("greenlet.record")) {
      Files.writeString(Path.of("src/test/resources/pythonic/greenlet/recorded.txt"), output);
    }
    List<String> expected = Splitter.on("\n\n").omitEmptyStrings().splitToList(output);
    assertThat(expected).hasSizeGreaterThanOrEqualTo(RECORDED);
    for (int i = 0; i < expected.size(); i++) {
      SwitchPlan plan = plans.get(i);
      List<String> ours = new ArrayList<>(Threads.start(plan::run).join());
      assertThat(ours).as("plan %s:%n%s", i, plan.text()).isEqualTo(Splitter.on('\n').splitToList(expected.get(i).strip()));
    }
  }
}
