package pythonic.greenlet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.GeneratorExit;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.ValueError;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Raise;

/**
 * The function of a {@link GreenletGenerator}, and how far it is. It knows nothing of the generator that users hold, so
 * that one that nobody holds any more can be told from one that waits.
 */
final class GeneratorBody {

  /** The greenlet it runs on, by which {@code yield_} knows it. */
  private static final class Runner extends Greenlet {

    private final GeneratorBody body;

    Runner(GeneratorBody body) {
      this.body = body;
    }

    @Override
    public @Nullable Object run(@Nullable Object... arguments) {
      body.live();
      return null;
    }
  }

  private final Call call;

  /** Null until it begins and after its end. */
  private @Nullable Runner runner;

  private @Nullable AbandonedGenerators begun;
  private boolean running;
  private @Nullable Object item;
  private @Nullable Object sent;

  /** What ended it: a StopIteration with its result, or what it raised. */
  private @Nullable Throwable end;

  GeneratorBody(Call call) {
    this.call = call;
  }

  /** {@return the one that runs now} */
  static GeneratorBody current() {
    if (!(Greenlet.getcurrent() instanceof Runner here)) {
      throw new RuntimeError("'yield' outside function");
    }
    return here.body;
  }

  boolean hasBegun() {
    return begun != null;
  }

  private void live() {
    try {
      if (end != null) {
        throw Raise.unchecked(end); // thrown in before it began
      }
      Object result = call.run();
      end = result == null ? new StopIteration() : new StopIteration(result);
    } catch (StopIteration e) {
      end = new RuntimeError("generator raised StopIteration").initCause(e);
    } catch (Throwable e) {
      end = e;
    }
    runner = null;
    Objects.requireNonNull(begun).forget(this);
  }

  /** In the body: gives an item, and waits until the next is asked for. {@return what it is sent} */
  @Nullable Object yielded(@Nullable Object given) {
    item = given;
    Objects.requireNonNull(Objects.requireNonNull(runner).parent()).switch_();
    Object received = sent;
    sent = null;
    return received;
  }

  /** Goes to the body until it yields or ends, where an exception is raised first if there is one. */
  @Nullable Object resume(GreenletGenerator<?> owner, @Nullable Throwable exception, @Nullable Object value) {
    if (running) {
      throw new ValueError("generator already executing");
    }
    if (begun == null) {
      begun = AbandonedGenerators.ofThread();
      begun.add(owner, this);
      runner = new Runner(this);
      end = exception;
    } else if (runner == null) {
      throw Raise.unchecked(exception == null ? new StopIteration() : exception);
    } else if (exception == null) {
      sent = value;
    }
    begun.close();
    return advance(exception);
  }

  private @Nullable Object advance(@Nullable Throwable exception) {
    Runner own = Objects.requireNonNull(runner);
    running = true;
    try {
      own.parent(Greenlet.getcurrent());
      if (exception == null || !own.active()) {
        own.switch_();
      } else {
        own.throw_(exception);
      }
    } finally {
      running = false;
    }
    if (runner == null) {
      throw Raise.unchecked(Objects.requireNonNull(end));
    }
    Object given = item;
    item = null;
    return given;
  }

  /** Raises GeneratorExit in it if it has begun and not ended; else it never begins. */
  void close() {
    if (begun == null) {
      begun = AbandonedGenerators.ofThread();
    }
    if (runner == null) {
      return;
    }
    if (running) {
      throw new ValueError("generator already executing");
    }
    try {
      advance(new GeneratorExit());
    } catch (StopIteration | GeneratorExit e) {
      return;
    }
    throw new RuntimeError("generator ignored GeneratorExit");
  }
}
