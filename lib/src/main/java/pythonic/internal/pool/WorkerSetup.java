package pythonic.internal.pool;

import static java.lang.Boolean.TRUE;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Keywords;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Target;
import pythonic.internal.calls.Call;
import pythonic.internal.sharedmemory.ByteStream;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.TaskBoard;

/** What a worker process is told at its start. No record: to restore a record takes a fresh JVM 20 ms. */
public final class WorkerSetup implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient TaskBoard board;
  private final transient ByteStream replies;
  private final int worker;
  private final @Nullable Call initializer;
  private final @Nullable Integer maxtasks;
  private final boolean keepsAll;
  private final @Nullable PoolExtras extras;

  /**
   * The setup of a worker.
   *
   * @param worker its number
   * @param initializer called first, null for none
   * @param maxtasks how many tasks it performs, null for no limit
   * @param keepsAll whether SystemExit and its like are the task's too, and do not end the worker
   * @param extras what Python's pools have not, null for nothing
   */
  WorkerSetup(
      TaskBoard board, ByteStream replies, int worker, @Nullable Call initializer, @Nullable Integer maxtasks, boolean keepsAll,
      @Nullable PoolExtras extras) {
    this.board = board;
    this.replies = replies;
    this.worker = worker;
    this.initializer = initializer;
    this.maxtasks = maxtasks;
    this.keepsAll = keepsAll;
    this.extras = extras;
  }

  /** What {@link #target} has said as plain data, which a fresh JVM reads in a tenth of the time. */
  private static WorkerSetup of(@Nullable Object[] plain) {
    return new WorkerSetup(
        TaskBoard.of(handle(plain[0])), ByteStream.of(handle(plain[1])), integer(plain[2]), null, (Integer) plain[3], TRUE.equals(plain[4]), null);
  }

  private static Handle handle(@Nullable Object data) {
    return Handle.of((Object[]) Objects.requireNonNull(data));
  }

  private static int integer(@Nullable Object data) {
    return (int) Objects.requireNonNull(data);
  }

  private boolean isPlain() {
    return initializer == null && extras == null;
  }

  /** {@return what the worker's process runs, with {@link #args}} */
  public Target target() {
    Procedure1<Object[]> plain = data -> Worker.worker(of(data));
    Procedure1<WorkerSetup> whole = Worker::worker;
    return Keywords.target(isPlain() ? plain : whole);
  }

  /** {@return what its target gets} The pool keeps the board and the stream as long as the process lives. */
  public Args args() {
    Object form = isPlain() ? new @Nullable Object[] {board.handle().data(), replies.handle().data(), worker, maxtasks, keepsAll} : this;
    return Keywords.args(form);
  }

  TaskBoard board() {
    return board;
  }

  ByteStream replies() {
    return replies;
  }

  /** {@return the worker's place among the others, from 0 on} */
  public int id() {
    return worker;
  }

  @Nullable Call initializer() {
    return initializer;
  }

  @Nullable Integer maxtasks() {
    return maxtasks;
  }

  boolean keepsAll() {
    return keepsAll;
  }

  @Nullable PoolExtras extras() {
    return extras;
  }

  @Serial
  private Object writeReplace() {
    return new Form(this);
  }

  private static final class Form implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    private final Handle board;
    private final Handle replies;
    private final int worker;
    private final @Nullable Call initializer;
    private final @Nullable Integer maxtasks;
    private final boolean keepsAll;
    private final @Nullable PoolExtras extras;

    Form(WorkerSetup setup) {
      board = setup.board.travel("pool");
      replies = setup.replies.travel("pool");
      worker = setup.worker;
      initializer = setup.initializer;
      maxtasks = setup.maxtasks;
      keepsAll = setup.keepsAll;
      extras = setup.extras;
    }

    @Serial
    private Object readResolve() {
      return new WorkerSetup(TaskBoard.of(board), ByteStream.of(replies), worker, initializer, maxtasks, keepsAll, extras);
    }
  }
}
