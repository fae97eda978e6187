package pythonic.internal.child;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.sharedmemory.SharedHeap;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.waiting.ProcessEnd;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Spawning;

/**
 * A parent's side of a child JVM, from its start to its end. The child's death is noticed at once, by the end of its
 * socket and of its process; what it announced before is read first.
 */
public final class ChildJvm {

  private static final byte[] END = new byte[0];
  private static final ConcurrentHashMap<Long, ChildJvm> LIVE = new ConcurrentHashMap<>();

  private final Process process;
  private final Outbox outbox = new Outbox();
  private final LinkedBlockingQueue<byte[]> inbox = new LinkedBlockingQueue<>();
  private final OneShot end = new OneShot();

  /** What is to be done at the end. Looked through after {@link #end} has happened, added to before it is looked at. */
  private final ConcurrentLinkedQueue<Runnable> endListeners = new ConcurrentLinkedQueue<>();

  private final Consumer<ChildJvm> atBeginning;
  private final @Nullable Relay relay;
  private final ChildInput input;

  /** Set before the child can ask for a class. */
  private volatile ClassSource classes;

  /** What the child uses of this process's shared memory: it must not be freed before the child has ended. */
  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // held, not used
  private volatile List<Object> travelled = List.of();

  /** What this process holds for the child until that has begun, and holds it itself. Taken out by whoever does it. */
  private final ConcurrentLinkedQueue<Runnable> untilBegun = new ConcurrentLinkedQueue<>();

  /** Written once, before {@link #end} happens. */
  private volatile @Nullable Integer exitCode;

  /** Null until the child has connected. */
  private volatile @Nullable FrameChannel link;

  private ChildJvm(Launch.Launched launched, ClassSource classes, Consumer<ChildJvm> atBeginning) {
    this.process = launched.process();
    this.relay = launched.relay();
    this.input = launched.input();
    this.classes = classes;
    this.atBeginning = atBeginning;
  }

  /**
   * Starts a child without a job. Returns as soon as the system has made the process, long before it is connected.
   *
   * @param classes where the child finds classes that it lacks
   * @param atBeginning told, on a thread of its own, when the child begins with its job, or ends without one
   */
  static ChildJvm launch(Launch launch, ClassSource classes, Consumer<ChildJvm> atBeginning) {
    Launch.Launched launched = launch.start();
    var child = new ChildJvm(launched, classes, atBeginning);
    LIVE.put(child.pid(), child);
    child.serve(launched.rendezvous());
    return child;
  }

  /**
   * Starts a child with its job, which it begins with at once: it connects meanwhile.
   *
   * @param job asked when the process is made
   */
  static ChildJvm launch(Launch launch, Supplier<byte[]> job, ClassSource classes, Consumer<ChildJvm> atBeginning) {
    ChildJvm child = launch(launch, classes, atBeginning);
    try {
      child.give(job.get(), classes);
    } catch (RuntimeException | Error e) {
      child.kill(); // nobody else knows of it
      throw e;
    }
    return child;
  }

  /** Gives a child that was started without a job its job, once. */
  void give(byte[] job, ClassSource source) {
    classes = source;
    travelled = Spawning.travelling();
    untilBegun.addAll(Spawning.takeUntilBegun());
    if (exitCode != null) {
      release(); // it ended before it was given anything
    }
    if (!input.job(job)) {
      outbox.send(Frame.of(Frame.Kind.JOB, job));
    }
  }

  /** Gives a child that has no job yet something else to do. */
  void warmUp(byte[] job) {
    input.announce();
    outbox.send(Frame.of(Frame.Kind.WARM_UP, job));
  }

  private void serve(Rendezvous rendezvous) {
    // A child that dies before it has connected is waited for no longer.
    ProcessEnd.then(process, rendezvous::cancel);
    // A platform thread, which ends with the child: a virtual one would leave a poller behind that waits in the system
    // for ever, and the end of a JVM waits 300 ms for such a thread.
    Thread.ofPlatform().daemon().name("pythonic-child-" + pid() + "-reader").start(() -> {
      var word = new Word();
      try (FrameChannel channel = connect(rendezvous)) {
        link = channel;
        Thread.ofVirtual().name("pythonic-child-" + pid() + "-writer").start(() -> outbox.writeTo(channel));
        read(channel, word);
      } catch (IOException e) {
        // The end of the child, whatever it looks like from here: its exit code tells the rest.
      } finally {
        outbox.finish(Deadline.after(0));
        ended(word);
      }
    });
  }

  private static FrameChannel connect(Rendezvous rendezvous) throws IOException {
    try (rendezvous) {
      return rendezvous.await();
    }
  }

  /** What a child has said of itself so far. Used by the reading thread alone. */
  private static final class Word {
    private @Nullable Integer exit;
    private boolean begun;
  }

  private void read(FrameChannel channel, Word word) throws IOException {
    while (true) {
      Frame frame = Frame.parse(channel.read());
      switch (frame.kind()) {
        case MESSAGE -> inbox.add(frame.bytes());
        case CLASS_REQUEST -> outbox.send(new Frame(Frame.Kind.CLASS_REPLY, frame.number(), classes.bytes(frame.text())));
        case BEGUN -> begun(word);
        case EXIT -> {
          word.exit = frame.number();
          return; // its last word, and it waits until the link is closed
        }
        default -> throw new IOException("a child does not send " + frame.kind());
      }
    }
  }

  private void release() {
    for (Runnable action = untilBegun.poll(); action != null; action = untilBegun.poll()) {
      action.run();
    }
  }

  private void begun(Word word) {
    release();
    if (!word.begun) {
      word.begun = true;
      Thread.ofVirtual().name("pythonic-child-" + pid() + "-begun").start(() -> atBeginning.accept(this));
    }
  }

  private void ended(Word word) {
    int exitValue = ProcessEnd.awaitUninterruptibly(process);
    input.close();
    boolean orderly = word.exit != null || exitValue == 0;
    if (!orderly) {
      PrivateFolder.sweep(pid());
    }
    if (relay != null) {
      relay.finish();
    }
    SharedHeap.ended(pid());
    travelled = List.of();
    exitCode = ExitCodes.of(exitValue, word.exit);
    LIVE.remove(pid(), this);
    release(); // before anybody sees the end: what was held for the child is not there any more then
    end.happen();
    inbox.add(END);
    for (Runnable listener = endListeners.poll(); listener != null; listener = endListeners.poll()) {
      listener.run();
    }
    begun(word);
    if (orderly && word.exit == null) {
      PrivateFolder.sweep(pid()); // in vain, unless it was halted; so nobody waits for it
    }
  }

  /** Has an action done when the child has ended, at once if it has; on the thread that notices, so it must be short. */
  public void onEnd(Runnable action) {
    endListeners.add(action);
    if (end.hasHappened() && endListeners.remove(action)) {
      action.run();
    }
  }

  /** Takes back what {@link #onEnd} was told, unless it is done already. */
  public void forget(Runnable action) {
    endListeners.remove(action);
  }

  /** Sends a message to the child, once it is connected; it is dropped if the child has ended. */
  public void send(byte[] message) {
    outbox.send(Frame.of(Frame.Kind.MESSAGE, message));
  }

  /**
   * Waits for the child's next message. {@return the message, null when the child has ended and all were taken}
   *
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  @SuppressWarnings("ReferenceEquality") // END is one particular object
  public byte @Nullable [] receive() {
    try {
      byte[] message = inbox.take();
      if (message == END) {
        inbox.add(END); // for whoever asks next
        return null;
      }
      return message;
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }

  /** {@return the running child with a process id, null if there is none} */
  public static @Nullable ChildJvm of(long pid) {
    return LIVE.get(pid);
  }

  public long pid() {
    return process.pid();
  }

  /** {@return the exit code in Python's terms, null while the child runs} */
  public @Nullable Integer exitCode() {
    return exitCode;
  }

  /**
   * Waits for the child's end. {@return false if the deadline passed first}
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean join(Deadline deadline) {
    return end.await(deadline);
  }

  /** Interrupts the child's main thread, once it has its job. */
  public void interrupt() {
    outbox.send(Frame.of(Frame.Kind.INTERRUPT, new byte[0]));
  }

  /** Ends the child by SIGTERM, where the system has it. */
  public void terminate() {
    process.destroy();
  }

  /** Ends the child by SIGKILL, where the system has it. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Has all children see at once that they have no parent any more: at an end that would otherwise wait for theirs. */
  static void disownAll() {
    for (ChildJvm child : LIVE.values()) {
      FrameChannel connected = child.link;
      if (connected != null) {
        connected.close();
      }
    }
  }

  /** Ends the child and all that it has started, and waits for the child's end. */
  void killTree() {
    var descendants = process.descendants().toList();
    kill();
    descendants.forEach(ProcessHandle::destroyForcibly);
    end.awaitUninterruptibly();
  }
}
