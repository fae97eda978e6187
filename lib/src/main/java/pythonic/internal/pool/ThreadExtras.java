package pythonic.internal.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.internal.console.Console;
import pythonic.internal.text.Traceback;
import pythonic.threading.Threading;

/** What a worker thread does for the extras of its pool, around its tasks. */
public final class ThreadExtras {

  private final PoolExtras extras;
  private final CurrentWorker self;
  private final @Nullable Timeline timeline;
  private long begun;

  /** Made by the thread itself. */
  public ThreadExtras(PoolExtras extras, int id) {
    this.extras = extras;
    this.self = CurrentWorker.thread(id);
    this.timeline = extras.timeline();
    if (timeline != null) {
      timeline.started(id);
    }
  }

  /** The initializer was called. */
  public void ready() throws Exception {
    Function0<?> factory = extras.workerState();
    if (factory != null) {
      self.state(factory.call());
    }
    if (timeline != null) {
      timeline.ready(self.id());
    }
  }

  void begin() {
    if (timeline != null) {
      begun = Timeline.now();
    }
  }

  void end(Task task) {
    if (timeline != null) {
      timeline.performed(self.id(), begun, Timeline.now(), task);
    }
  }

  /** The thread performs no more tasks. */
  public void leave() {
    if (timeline != null) {
      timeline.leaving(self.id(), Timeline.now());
    }
    Procedure0 hook = extras.workerExit();
    if (hook == null) {
      return;
    }
    Thread.interrupted(); // what was meant for a task
    try {
      hook.call();
    } catch (Throwable e) { // user code: whatever it is, the thread ends anyway
      String name = Threading.current_thread().name();
      Console.write(System.err, "Exception in worker_exit of " + name + ":\n" + Traceback.format(e));
    }
  }

  void ended() {
    if (timeline != null) {
      timeline.ended(self.id());
    }
  }
}
