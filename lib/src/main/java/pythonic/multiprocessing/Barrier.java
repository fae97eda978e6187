package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.keywords.Action;
import pythonic.builtins.keywords.BarrierKeyword;
import pythonic.builtins.keywords.Parties;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;
import pythonic.internal.calls.Raise;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.SharedRounds;
import pythonic.threading.BrokenBarrierError;

/**
 * A place where a fixed number of threads of any processes wait until all have come; then all go on. It can be used
 * again and again. It travels to a process when that is started, and its action must be able to travel then.
 *
 * <p>A thread that fails to wait to the end, because its time was over, it was interrupted, its process died, or the
 * action raised, breaks the barrier: all others that wait, or come later, get a {@link BrokenBarrierError}, until
 * {@link #reset()}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Barrier">Python:
 *     multiprocessing.Barrier</a>
 */
public final class Barrier implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient @Nullable Callable action;
  private final transient @Nullable Double timeout;
  private final transient SharedRounds rounds;

  /**
   * A barrier without an action or a time-out.
   *
   * @param parties how many threads it gathers
   * @throws ValueError if that is less than 1
   */
  public Barrier(int parties) {
    this(parties, null, (Double) null);
  }

  /**
   * A barrier with an action.
   *
   * @param parties how many threads it gathers
   * @param action called by the thread that comes last, before all go on; None for nothing
   * @throws ValueError if that is less than 1
   */
  public Barrier(int parties, @Nullable Procedure0 action) {
    this(parties, action, (Double) null);
  }

  /**
   * A barrier with an action and a time-out.
   *
   * @param parties how many threads it gathers
   * @param action called by the thread that comes last, before all go on; None for nothing
   * @param timeout the longest time each waits in seconds, where {@code wait_} is given none
   * @throws ValueError if that is less than 1
   */
  public Barrier(int parties, @Nullable Procedure0 action, double timeout) {
    this(parties, action, (Double) timeout);
  }

  /**
   * A barrier with an action and a time-out.
   *
   * @param parties how many threads it gathers
   * @param action called by the thread that comes last, before all go on; None for nothing
   * @param timeout the longest time each waits, where {@code wait_} is given none; None for no limit
   * @throws ValueError if that is less than 1
   */
  public Barrier(int parties, @Nullable Procedure0 action, Timeout timeout) {
    this(parties, action, timeout.seconds());
  }

  /**
   * A barrier by keywords.
   *
   * @param parties how many threads it gathers
   * @param keywords {@code action} and {@code timeout}, by default None
   * @throws ValueError if there are less than 1
   * @throws TypeError if the parties are given again
   */
  public Barrier(int parties, BarrierKeyword... keywords) {
    this(only(parties, keywords), action(keywords), timeout(keywords));
  }

  /**
   * A barrier by keywords.
   *
   * @param keywords {@code parties}, which must be there, {@code action} and {@code timeout}, by default None
   * @throws ValueError if there are less than 1
   * @throws TypeError if the parties are missing
   */
  public Barrier(BarrierKeyword... keywords) {
    this(parties(keywords), action(keywords), timeout(keywords));
  }

  private Barrier(int parties, @Nullable Callable action, @Nullable Double timeout) {
    this(action, timeout, make(parties));
  }

  private Barrier(@Nullable Callable action, @Nullable Double timeout, SharedRounds rounds) {
    this.action = action;
    this.timeout = timeout;
    this.rounds = rounds;
  }

  private static SharedRounds make(int parties) {
    if (parties < 1) {
      throw new ValueError("parties must be > 0");
    }
    return SharedRounds.make(parties);
  }

  private static int only(int parties, BarrierKeyword[] keywords) {
    if (Given.find(INIT, keywords, Parties.class) != null) {
      throw new TypeError(INIT + "() got multiple values for argument 'parties'");
    }
    return parties;
  }

  private static final String INIT = "Barrier.__init__";

  private static int parties(BarrierKeyword[] keywords) {
    Parties given = Given.find(INIT, keywords, Parties.class);
    if (given == null) {
      throw new TypeError(INIT + "() missing 1 required positional argument: 'parties'");
    }
    return given.count();
  }

  private static @Nullable Callable action(BarrierKeyword[] keywords) {
    Action given = Given.find(INIT, keywords, Action.class);
    return given == null ? null : given.function();
  }

  private static @Nullable Double timeout(BarrierKeyword[] keywords) {
    Timeout given = Given.find(INIT, keywords, Timeout.class);
    return given == null ? null : given.seconds();
  }

  /**
   * Waits until all have come, at most the barrier's own time-out.
   *
   * @return how many came before this thread, from 0 to parties - 1, different for each thread of a round
   * @throws BrokenBarrierError if the time was over, or if the barrier is broken or reset
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits; that breaks
   *     the barrier if the thread had arrived at it
   */
  public int wait_() {
    return await(timeout);
  }

  /**
   * Waits until all have come.
   *
   * @param timeout the longest time to wait in seconds; 0 and less for the one that comes last only
   * @return how many came before this thread, from 0 to parties - 1, different for each thread of a round
   * @throws BrokenBarrierError if the time was over, or if the barrier is broken or reset
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits; that breaks
   *     the barrier if the thread had arrived at it
   */
  public int wait_(double timeout) {
    return await(timeout);
  }

  /**
   * Waits until all have come, as {@link #wait_(double)} does.
   *
   * @param timeout the longest time to wait, None for the barrier's own
   * @return how many came before this thread, from 0 to parties - 1, different for each thread of a round
   * @throws BrokenBarrierError if the time was over, or if the barrier is broken or reset
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits; that breaks
   *     the barrier if the thread had arrived at it
   */
  public int wait_(Timeout timeout) {
    Double seconds = timeout.seconds();
    return await(seconds == null ? this.timeout : seconds);
  }

  private int await(@Nullable Double seconds) {
    int index = rounds.await(seconds, this::act);
    if (index == SharedRounds.BROKE) {
      throw new BrokenBarrierError();
    }
    return index;
  }

  private void act() {
    if (action != null) {
      try {
        Call.of(action).run();
      } catch (Exception e) {
        throw Raise.unchecked(e);
      }
    }
  }

  /**
   * Empties the barrier and mends it. Threads that wait get a {@link BrokenBarrierError}; those that come from now on
   * wait anew. Waits for an action that is running.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while an action is running
   */
  public void reset() {
    rounds.reset();
  }

  /**
   * Breaks the barrier: threads that wait, or come until it is reset, get a {@link BrokenBarrierError}. Waits for an
   * action that is running.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while an action is running
   */
  public void abort() {
    rounds.abort();
  }

  /** {@return how many threads the barrier gathers} */
  public int parties() {
    return rounds.parties();
  }

  /** {@return how many threads wait at this moment, 0 while they go on} */
  public int n_waiting() {
    return rounds.waiting();
  }

  /** {@return whether the barrier is broken} */
  public boolean broken() {
    return rounds.isBroken();
  }

  /** {@return {@code <multiprocessing.synchronize.Barrier at 0x...: waiters=0/3>}, or {@code broken} in the end} */
  @Override
  public String toString() {
    return "<multiprocessing.synchronize.Barrier at 0x" + Integer.toHexString(System.identityHashCode(this)) + ": "
        + (broken() ? "broken" : "waiters=" + n_waiting() + "/" + parties()) + ">";
  }

  @Serial
  private Object writeReplace() {
    return new Form(rounds.travel("Condition"), action, timeout);
  }

  private record Form(Handle handle, @Nullable Callable action, @Nullable Double timeout) implements Serializable {

    @Serial
    private Object readResolve() {
      return new Barrier(action, timeout, SharedRounds.of(handle));
    }
  }
}
