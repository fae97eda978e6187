package pythonic.internal.channels;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.ArrayBlockingQueue;

/** Selectors for threads that wait, used again because to open one takes the system three calls. */
final class Selectors {

  /** As many as wait at once, more or less; each holds two descriptors. */
  private static final int KEPT = 8;

  private static final ArrayBlockingQueue<Selector> FREE = new ArrayBlockingQueue<>(KEPT);

  private Selectors() {}

  static Selector take() throws IOException {
    Selector selector = FREE.poll();
    return selector == null ? Selector.open() : selector;
  }

  /** Takes a selector back, whose keys are cancelled. */
  static void give(Selector selector) throws IOException {
    selector.selectNow(); // lets go of the cancelled keys, and forgets a wake-up
    selector.selectedKeys().clear();
    if (!FREE.offer(selector)) {
      selector.close();
    }
  }
}
