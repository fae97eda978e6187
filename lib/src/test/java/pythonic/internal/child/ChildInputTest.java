package pythonic.internal.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class ChildInputTest {

  private static final byte[] KEY = new byte[ChildInput.KEY_SIZE];
  private static final byte[] SHORT = {1, 2, 3};
  private static final byte[] LONG = new byte[4096];

  private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
  private final ChildInput input = new ChildInput(pipe);
  private final Queue<Frame> orders = new ArrayDeque<>();
  private final List<byte[]> warmUps = new ArrayList<>();

  private byte[] received() throws IOException {
    InputStream in = new ByteArrayInputStream(pipe.toByteArray());
    assertThat(ChildInput.key(in)).isEqualTo(KEY);
    return ChildInput.awaitJob(in, orders::remove, warmUps::add);
  }

  @Test
  void shortJob_arrivesWithTheKey() throws IOException {
    input.key(KEY);
    assertThat(input.job(SHORT)).isTrue();
    assertThat(received()).isEqualTo(SHORT);
  }

  @Test
  void longJob_isAwaitedOnTheLink() throws IOException {
    input.key(KEY);
    assertThat(input.job(LONG)).isFalse();
    orders.add(Frame.of(Frame.Kind.JOB, LONG));
    assertThat(received()).isEqualTo(LONG);
  }

  @Test
  void warmUp_isDone_untilTheJobIsThere() throws IOException {
    input.key(KEY);
    input.announce();
    orders.add(Frame.of(Frame.Kind.WARM_UP, SHORT));
    assertThat(received()).as("the parent is gone").isNull();
    assertThat(warmUps).containsExactly(SHORT);
    orders.add(Frame.of(Frame.Kind.WARM_UP, SHORT));
    input.job(SHORT);
    assertThat(received()).isEqualTo(SHORT);
    assertThat(warmUps).as("not when the job waits").hasSize(1);
  }

  @Test
  void whatNobodyReads_isNeverMoreThanAPipeTakes() {
    input.key(KEY);
    for (int i = 0; i < LONG.length; i++) {
      input.announce();
    }
    int before = pipe.size();
    assertThat(input.job(SHORT)).isFalse();
    assertThat(pipe.size() - before).isEqualTo(1);
  }

  @Test
  void parentThatEndedAtOnce_leavesNoKey() throws IOException {
    assertThat(ChildInput.key(new ByteArrayInputStream(new byte[] {1}))).isNull();
  }

  @Test
  void childThatHasEnded_isNoFailureHere() {
    var broken = new ChildInput(new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("Broken pipe");
      }

      @Override
      public void close() throws IOException {
        throw new IOException("Broken pipe");
      }
    });
    broken.key(KEY);
    assertThat(broken.job(SHORT)).isTrue();
    broken.close();
    assertThat(pipe.size()).isZero();
  }
}
