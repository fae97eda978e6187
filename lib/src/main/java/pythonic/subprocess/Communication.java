package pythonic.subprocess;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Watch;
import pythonic.internal.errors.SystemError;
import pythonic.internal.pipes.ReadEnd;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Waiter;

/**
 * Sends a program its input and takes its output, both at once, so that neither side waits for the other for ever. A call whose time is
 * over leaves all where it was, for the next one.
 *
 * @param <S> byte[] or String
 */
final class Communication<S> {

  private static final int PIECE = 1 << 16;

  private final Form<S> form;
  private final @Nullable PipeWriter<S> stdin;
  private final @Nullable Collected<S> stdout;
  private final @Nullable Collected<S> stderr;

  /** Whoever holds it may communicate. */
  private final Mutex turn = new Mutex();

  private boolean isStarted;

  /** What is still to be sent, null when all is sent or nobody reads any more. */
  private @Nullable ByteBuffer input;

  Communication(Form<S> form, @Nullable PipeWriter<S> stdin, @Nullable PipeReader<S> stdout, @Nullable PipeReader<S> stderr) {
    this.form = form;
    this.stdin = stdin;
    this.stdout = stdout == null ? null : new Collected<>(stdout);
    this.stderr = stderr == null ? null : new Collected<>(stderr);
  }

  /** What was read from one pipe. */
  private static final class Collected<S> {
    private final PipeReader<S> reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** What somebody's reads had taken from the pipe and not asked for, null before it was looked at. */
    private @Nullable S before;

    private boolean isEnded;

    Collected(PipeReader<S> reader) {
      this.reader = reader;
    }

    void begin() {
      Received<S> received = reader.received();
      before = received.take(received.available());
      bytes.writeBytes(received.rest());
      isEnded = reader.closed();
    }

    /** {@return whether it was of use} */
    boolean read(byte[] piece) throws IOException {
      if (isEnded) {
        return false;
      }
      int count = reader.end().read(ByteBuffer.wrap(piece));
      if (count == ReadEnd.END) {
        isEnded = true;
      } else {
        bytes.write(piece, 0, count);
      }
      return count != 0;
    }

    @Nullable S all(Form<S> form) {
      S rest = form.whole(bytes.toByteArray());
      return before == null ? rest : form.join(before, rest);
    }

    byte @Nullable [] soFar(Form<S> form) {
      byte[] first = before == null ? new byte[0] : form.written(before);
      return first.length + bytes.size() == 0 ? null : Bytes.concat(first, bytes.toByteArray());
    }
  }

  /** {@return false if the deadline passed before the pipes were at their end} */
  boolean run(@Nullable Object given, Deadline deadline) {
    boolean isAlone = stdout == null && stderr == null && deadline.isNever(); // then Python writes it as any other, and its texts are others
    byte[] bytes = given == null ? new byte[0] : isAlone ? form.written(given) : form.input(given);
    if (!turn.acquire(deadline)) {
      return false;
    }
    try {
      if (isStarted && bytes.length > 0) {
        throw new ValueError("Cannot send input after starting communication");
      }
      if (!isStarted) {
        begin(bytes);
      }
      return exchange(deadline);
    } catch (IOException e) {
      throw SystemError.of(e);
    } finally {
      turn.tryRelease();
    }
  }

  private void begin(byte[] bytes) {
    if (stdin != null) {
      try {
        stdin.flush();
      } catch (BrokenPipeError e) {
        // the program does not want it
      }
      if (bytes.length > 0) {
        input = ByteBuffer.wrap(bytes);
      } else {
        endInput();
      }
    }
    if (stdout != null) {
      stdout.begin();
    }
    if (stderr != null) {
      stderr.begin();
    }
    isStarted = true;
  }

  private void endInput() {
    input = null;
    try {
      if (stdin != null) {
        stdin.close();
      }
    } catch (BrokenPipeError e) {
      // the program does not want it
    }
  }

  private boolean exchange(Deadline deadline) throws IOException {
    var piece = new byte[PIECE];
    while (true) {
      boolean moved = send();
      moved |= stdout != null && stdout.read(piece);
      moved |= stderr != null && stderr.read(piece);
      if (input == null && isEnded(stdout) && isEnded(stderr)) {
        close(stdout);
        close(stderr);
        return true;
      }
      if ((!moved && !await(deadline)) || deadline.hasPassed()) {
        return false;
      }
    }
  }

  private static boolean isEnded(@Nullable Collected<?> collected) {
    return collected == null || collected.isEnded;
  }

  private static void close(@Nullable Collected<?> collected) {
    if (collected != null) {
      collected.reader.close();
    }
  }

  private boolean send() {
    ByteBuffer left = input;
    if (left == null || stdin == null) {
      return false;
    }
    try {
      int count = stdin.end().write(left);
      if (!left.hasRemaining()) {
        endInput();
      }
      return count > 0;
    } catch (IOException e) { // the program does not want it
      endInput();
      return true;
    }
  }

  /** {@return false if the deadline passed before something could be done} */
  private boolean await(Deadline deadline) throws IOException {
    if (input == null && (isEnded(stdout) || isEnded(stderr))) {
      Collected<S> only = isEnded(stdout) ? stderr : stdout;
      return only == null || only.reader.end().await(deadline);
    }
    var waiter = new Waiter();
    var watches = new ArrayList<Watch>();
    try {
      if (input != null && stdin != null) {
        watches.add(stdin.end().watch(waiter::signal));
      }
      if (stdout != null && !stdout.isEnded) {
        watches.add(stdout.reader.end().watch(waiter::signal));
      }
      if (stderr != null && !stderr.isEnded) {
        watches.add(stderr.reader.end().watch(waiter::signal));
      }
      return waiter.await(deadline);
    } finally {
      watches.forEach(Watch::cancel);
    }
  }

  byte @Nullable [] outputSoFar() {
    return stdout == null ? null : stdout.soFar(form);
  }

  byte @Nullable [] errorsSoFar() {
    return stderr == null ? null : stderr.soFar(form);
  }

  /** {@return what was read, once all is} */
  Output<S> output() {
    return new Output<>(stdout == null ? null : stdout.all(form), stderr == null ? null : stderr.all(form));
  }
}
