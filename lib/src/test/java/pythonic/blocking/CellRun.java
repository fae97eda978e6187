package pythonic.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one cell of the table by one form of its call, and holds the outcome against the table. To an interrupt there is one
 * answer: a call that need not wait does not look at the flag; one that waits raises KeyboardInterrupt, clears the flag and
 * leaves everything as it was.
 */
final class CellRun<S> {

  private static final String ANSWER = "KeyboardInterrupt";

  private final Form<S> form;
  private final Situation<S> situation;
  private final Limit limit;
  private final Outcome expected;
  private final boolean virtual;

  private CellRun(Cell cell, Form<S> form, Situation<S> situation, boolean virtual) {
    this.form = form;
    this.situation = situation;
    limit = cell.limit();
    expected = cell.ours();
    this.virtual = virtual;
  }

  static <S> void run(Cell table, Form<S> form, Supplier<Situation<S>> state, Interruption interruption, boolean virtual)
      throws Throwable {
    var cell = new CellRun<>(table, form, state.get(), virtual);
    try {
      switch (interruption) {
        case NONE -> cell.undisturbed();
        case BEFORE -> cell.interruptedBefore();
        case DURING -> cell.interruptedDuring();
      }
    } finally {
      cell.situation.end().run();
    }
  }

  private Caller<S> start(Limit time, boolean interrupted) {
    return Caller.start(situation, form, time, interrupted, virtual);
  }

  private void undisturbed() throws Throwable {
    Caller<S> caller = start(limit, false);
    if (expected.until() == Outcome.Wait.UNTIL_RELEASED) {
      caller.awaitBlocked();
      if (expected.isEndless()) {
        caller.interrupt();
      } else {
        situation.release().run();
      }
    }
    assertThat(caller.outcome()).isEqualTo(expected.isEndless() ? ANSWER : expected.text());
    assertThat(caller.flag()).isFalse();
    if (expected.until() == Outcome.Wait.UNTIL_THE_TIME_IS_OVER) {
      assertThat(caller.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }
  }

  private void interruptedBefore() {
    Object before = situation.look().get();
    Caller<S> caller = start(expected.waits() ? undoubted() : limit, true);
    assertThat(caller.outcome()).isEqualTo(expected.waits() ? ANSWER : expected.text());
    assertThat(caller.flag()).as("the flag").isEqualTo(!expected.waits());
    leavesAllAsItWas(before);
  }

  private void interruptedDuring() {
    Object before = situation.look().get();
    Caller<S> caller = start(undoubted(), false).awaitBlocked();
    caller.interrupt();
    assertThat(caller.outcome()).isEqualTo(ANSWER);
    assertThat(caller.flag()).isFalse();
    leavesAllAsItWas(before);
  }

  /** {@return a time that is not over before the interrupt has been seen, however slow the machine} */
  private Limit undoubted() {
    return limit == Limit.SMALL ? Limit.SMALL_BUT_LONGER : limit;
  }

  private void leavesAllAsItWas(@Nullable Object before) {
    if (expected.waits()) {
      assertThat(situation.look().get()).isEqualTo(before);
    }
  }
}
