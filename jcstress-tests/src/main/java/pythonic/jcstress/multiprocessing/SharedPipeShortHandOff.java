package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.multiprocessing.Pipe;

/**
 * A message passes from one thread to another through a pipe between processes: it is whole, and the wake-up must not be lost.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedPipeShortHandOff}
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "It came, whole.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost, or the message torn.")
@State
public class SharedPipeShortHandOff {

  private static final Reused<Pipe> UNUSED = new Reused<>(() -> new Pipe());
  private static final int LENGTH = 1;

  private final Pipe pipe = UNUSED.take();

  /** Receives. */
  @Actor
  public void receiver(I_Result result) {
    if (pipe.conn1().poll(20)) {
      byte[] message = pipe.conn1().recv_bytes();
      result.r1 = message.length == LENGTH && message[0] == 7 && message[LENGTH - 1] == 7 ? 1 : -1;
    }
  }

  /** Sends. */
  @Actor
  public void sender() {
    var message = new byte[LENGTH];
    message[0] = 7;
    message[LENGTH - 1] = 7;
    pipe.conn2().send_bytes(message);
  }

  /** For the next time. */
  @Arbiter
  public void arbiter() {
    UNUSED.giveBack(pipe);
  }
}
