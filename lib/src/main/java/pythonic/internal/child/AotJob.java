package pythonic.internal.child;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.ProcessEnd;

/**
 * Makes an AOT cache: has a child record what it loads, and the JDK make a cache of the record. It is done in a child
 * because that notices when the program is killed, and then ends the two at once; they would not notice themselves.
 */
final class AotJob implements ChildJob {

  @Serial private static final long serialVersionUID = 1L;

  /** The exit code of a job that the JDK refuses: to try again would be in vain. */
  static final int REFUSED = 1;

  private static final int KILLED = 2;

  /** The system reports a process that was ended by a signal with this and the signal's number. */
  private static final int BY_SIGNAL = 128;

  private final byte[] training;
  private final String record;
  private final String cache;

  AotJob(byte[] training, String record, String cache) {
    this.training = training;
    this.record = record;
    this.cache = cache;
  }

  /** {@return 0 if it was made; 1 if the JDK refuses to; else 2: who was killed tells nothing about the JDK} */
  @Override
  public int run() {
    int code = record();
    return code == 0 ? assemble() : code;
  }

  private int record() {
    var recording = new Launch(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record), true);
    ChildJvm recorder = ChildJvm.launch(recording, () -> training, ClassSource.none(), _ -> {});
    Lifecycle.atExit(recorder::kill);
    recorder.join(Deadline.NEVER);
    Integer code = recorder.exitCode();
    if (code != null && code < 0) {
      return KILLED;
    }
    return code != null && code == 0 && Files.exists(Path.of(record)) ? 0 : REFUSED;
  }

  private int assemble() {
    List<String> command = ChildCommand.base(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + record, "-XX:AOTCache=" + cache));
    var builder = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    try {
      Process assembler = builder.start();
      Lifecycle.atExit(assembler::destroyForcibly);
      int value = ProcessEnd.awaitUninterruptibly(assembler);
      return value > BY_SIGNAL ? KILLED : value == 0 ? 0 : REFUSED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
