package pythonic.internal.sharedmemory;

import java.util.function.BooleanSupplier;
import pythonic.internal.waiting.Deadline;

/**
 * A flag between processes that threads wait for. The word counts its changes, and is odd while it is set; so who has
 * begun to wait sees that it was set, even if it has been cleared since.
 */
public final class SharedFlag extends SharedObject {

  private static final long WORD = HEADER;

  SharedFlag(Place place) {
    super(place);
  }

  /** A flag that is not set, in this process's heap. */
  public static SharedFlag make() {
    return SharedHeap.make(Kind.OTHER, Long.BYTES, SharedFlag::new);
  }

  /** {@return the flag that another process has sent} */
  public static SharedFlag of(Handle handle) {
    return handle.resolve(SharedFlag::new);
  }

  private long key() {
    return offset + WORD;
  }

  private static boolean isSet(long word) {
    return (word & 1) != 0;
  }

  public boolean isSet() {
    return isSet(word(WORD));
  }

  /** Sets it; all that wait go on. */
  public void set() {
    long word = word(WORD);
    while (!isSet(word)) {
      if (swap(WORD, word, word + 1)) {
        heap.waits().wakeAll(key());
        return;
      }
      word = word(WORD);
    }
  }

  public void clear() {
    long word = word(WORD);
    while (isSet(word) && !swap(WORD, word, word + 1)) {
      word = word(WORD);
    }
  }

  /**
   * Waits until it is set. {@return false if the deadline passed first}
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean await(Deadline deadline) {
    long before = word(WORD);
    BooleanSupplier changed = () -> word(WORD) != before;
    return isSet(before) || heap.waits().await(key(), changed, changed, deadline);
  }
}
