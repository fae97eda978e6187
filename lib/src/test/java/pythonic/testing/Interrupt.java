package pythonic.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import pythonic.builtins.KeyboardInterrupt;

/** When a call that waits is interrupted. Its answer is the same: KeyboardInterrupt, with the flag cleared. */
public enum Interrupt {
  BEFORE,
  DURING;

  /** Makes a call that cannot but wait, in a thread of its own, and shows that an interrupt at this moment ends it. */
  public void ends(Threads.Action waiting) {
    var helper =
        Threads.run(
            () -> {
              if (this == BEFORE) {
                Thread.currentThread().interrupt();
              }
              assertThatThrownBy(waiting::run).isInstanceOf(KeyboardInterrupt.class);
              assertThat(Thread.currentThread().isInterrupted()).isFalse();
            });
    if (this == DURING) {
      helper.awaitParked().interrupt();
    }
    helper.join();
  }

  /** Makes a call that need not wait, in a thread whose flag is set, and shows that the flag stays set. */
  public static <T> T isNotLookedAtBy(Threads.Task<T> call) {
    return Threads.start(
            () -> {
              Thread.currentThread().interrupt();
              T value = call.run();
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              return value;
            })
        .join();
  }
}
