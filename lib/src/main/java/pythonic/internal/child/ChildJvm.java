package pythonic.internal.child;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.FrameChannel;

/**
 * A parent's side of a child JVM, from its start to its end. The child's death is noticed at once, by the end of its
 * socket and of its process; what it announced before is read first.
 */
public final class ChildJvm {

  private static final byte[] END = new byte[0];
  private static final ConcurrentHashMap<Long, ChildJvm> LIVE = new ConcurrentHashMap<>();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Process process;
  private final ClassSource classes;
  private final Outbox outbox = new Outbox();
  private final LinkedBlockingQueue<byte[]> inbox = new LinkedBlockingQueue<>();
  private final OneShot end = new OneShot();

  /** Written once, before {@link #end} happens. */
  private volatile @Nullable Integer exitCode;

  private ChildJvm(Process process, ClassSource classes) {
    this.process = process;
    this.classes = classes;
  }

  /**
   * Starts a child. Returns as soon as the system has made the process, long before it runs the job.
   *
   * @param job the pickled {@link ChildJob}
   * @param classes where the child finds classes that it lacks
   */
  public static ChildJvm start(byte[] job, ClassSource classes) {
    var key = new byte[ChildMain.KEY_SIZE];
    RANDOM.nextBytes(key);
    try {
      var rendezvous = new Rendezvous(key);
      try {
        var child = new ChildJvm(launch(rendezvous.folder(), key), classes);
        child.outbox.send(Frame.of(Frame.Kind.JOB, job));
        LIVE.put(child.pid(), child);
        child.serve(rendezvous);
        return child;
      } catch (IOException e) {
        rendezvous.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a child process", e);
    }
  }

  private static Process launch(PrivateFolder folder, byte[] key) throws IOException {
    var builder = new ProcessBuilder(ChildCommand.of(folder.path()));
    builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
    // Their options are on the command line already; left here they would count twice, and be announced on stderr.
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    Process process = builder.start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(key);
    } catch (IOException e) {
      // It has ended before it read the key: that is told as its end, with its exit code.
    }
    return process;
  }

  private void serve(Rendezvous rendezvous) {
    // A child that dies before it has connected is waited for no longer.
    var _ = process.onExit().thenRun(rendezvous::cancel);
    // A platform thread, which ends with the child: a virtual one would leave a poller behind that waits in the system
    // for ever, and the end of a JVM waits 300 ms for such a thread.
    Thread.ofPlatform().daemon().name("pythonic-child-" + pid() + "-reader").start(() -> {
      Integer announced = null;
      try (FrameChannel channel = connect(rendezvous)) {
        Thread.ofVirtual().name("pythonic-child-" + pid() + "-writer").start(() -> outbox.writeTo(channel));
        announced = readUntilExit(channel);
      } catch (IOException e) {
        // The end of the child, whatever it looks like from here: its exit code tells the rest.
      } finally {
        outbox.finish(Deadline.after(0));
        ended(announced);
      }
    });
  }

  private static FrameChannel connect(Rendezvous rendezvous) throws IOException {
    try (rendezvous) {
      return rendezvous.await();
    }
  }

  private @Nullable Integer readUntilExit(FrameChannel channel) throws IOException {
    Integer announced = null;
    try {
      while (true) {
        Frame frame = Frame.parse(channel.read());
        switch (frame.kind()) {
          case MESSAGE -> inbox.add(frame.bytes());
          case CLASS_REQUEST -> outbox.send(new Frame(Frame.Kind.CLASS_REPLY, frame.number(), classes.bytes(frame.text())));
          case EXIT -> announced = frame.number();
          default -> throw new IOException("a child does not send " + frame.kind());
        }
      }
    } catch (IOException e) {
      return announced; // the end of the socket: the child has ended, or is about to
    }
  }

  private void ended(@Nullable Integer announced) {
    int exitValue = process.onExit().join().exitValue();
    PrivateFolder.sweep(pid());
    exitCode = ExitCodes.of(exitValue, announced);
    end.happen();
    inbox.add(END);
    LIVE.remove(pid(), this);
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

  /** Ends the child by SIGTERM, where the system has it. */
  public void terminate() {
    process.destroy();
  }

  /** Ends the child by SIGKILL, where the system has it. */
  public void kill() {
    process.destroyForcibly();
  }
}
