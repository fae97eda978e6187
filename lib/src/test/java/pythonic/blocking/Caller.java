package pythonic.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Builtins;
import pythonic.builtins.Keywords;
import pythonic.testing.Threads;

/** A thread that makes one call. */
@NullUnmarked
final class Caller<S> {

  private final CompletableFuture<Thread> running = new CompletableFuture<>();
  private final pythonic.threading.Thread thread;
  private final boolean interrupted;
  private String outcome; // written by the thread, read after its end
  private boolean flag;
  private Duration waited;

  private Caller(Situation<S> situation, Form<S> form, Limit limit, boolean interrupted, boolean virtual) {
    this.interrupted = interrupted;
    thread =
        new pythonic.threading.Thread(
            Keywords.target(() -> run(situation, form, limit)), Keywords.daemon(true), Keywords.virtual(virtual));
  }

  /** Starts a call, with the thread's interrupt flag set first or not. */
  static <S> Caller<S> start(Situation<S> situation, Form<S> form, Limit limit, boolean interrupted, boolean virtual) {
    var caller = new Caller<>(situation, form, limit, interrupted, virtual);
    caller.thread.start();
    return caller;
  }

  private void run(Situation<S> situation, Form<S> form, Limit limit) {
    running.complete(Thread.currentThread());
    long begin = 0;
    try {
      situation.before().run();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      begin = System.nanoTime();
      outcome = Builtins.repr(form.call(situation.subject(), limit));
    } catch (Throwable e) {
      String message = Builtins.str(e);
      outcome = e.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
    waited = Duration.ofNanos(System.nanoTime() - begin);
    flag = Thread.interrupted();
  }

  /** Returns when the thread is blocked, and shows that it is the library in which it waits. */
  Caller<S> awaitBlocked() {
    Thread java = running.join();
    Threads.await(
        this + " waits",
        () -> {
          assertThat(java.isAlive()).as("%s waits", this).isTrue();
          return (java.getState() == Thread.State.WAITING || java.getState() == Thread.State.TIMED_WAITING) && isInLibrary(java);
        });
    return this;
  }

  private static boolean isInLibrary(Thread java) {
    return Arrays.stream(java.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith("pythonic.internal.waiting."));
  }

  void interrupt() {
    running.join().interrupt();
  }

  /** {@return the value or exception of the call, after its end} */
  String outcome() {
    Threads.await(this + " ends", () -> !thread.is_alive());
    return outcome;
  }

  /** {@return whether the interrupt flag was set at the end} */
  boolean flag() {
    return flag;
  }

  /** {@return how long the call took} */
  Duration waited() {
    return waited;
  }

  @Override
  public String toString() {
    return "the call, which gave " + outcome;
  }
}
