package pythonic.internal.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.Pickler;

/** Children that end before they have connected to their parent. */
@Timeout(120)
final class BriefChildTest {

  private static final double LIMIT = 60;

  /** What a child does: says something or nothing, and ends with a code. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Job(byte[] word, int code) implements ChildJob {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public int run() {
      ParentLink link = ParentLink.current();
      if (link != null) {
        link.begin();
        if (word.length > 0) {
          link.send(word);
        }
      }
      return code;
    }
  }

  private static ChildJvm launch(OneShot begun, byte[] word, int code) {
    return ChildJvm.launch(Launch.usual(), () -> Pickler.dumps(new Job(word, code), ""), ClassSource.none(), _ -> begun.happen());
  }

  @Test
  void whatItHasSent_arrives() {
    ChildJvm child = launch(new OneShot(), new byte[] {1, 2}, 0);
    assertThat(child.receive()).containsExactly(1, 2);
    assertThat(child.receive()).as("the end").isNull();
    assertThat(child.exitCode()).isZero();
  }

  @Test
  void whoSaysNothing_hasBegunAndEndedWell() {
    var begun = new OneShot();
    ChildJvm child = launch(begun, new byte[0], 0);
    assertThat(child.join(Deadline.after(LIMIT))).isTrue();
    assertThat(child.exitCode()).isZero();
    assertThat(child.receive()).isNull();
    assertThat(begun.await(Deadline.after(LIMIT))).isTrue();
  }

  @Test
  void whoSaysNothingAndFails_hasItsCode() {
    ChildJvm child = launch(new OneShot(), new byte[0], 3);
    assertThat(child.join(Deadline.after(LIMIT))).isTrue();
    assertThat(child.exitCode()).isEqualTo(3);
  }
}
