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

/**
 * Makes an AOT cache: has a child record what it loads, and the JDK make a cache of the record. It is done in a child
 * because that notices when the program is killed, and then ends the two at once; they would not notice themselves.
 */
final class AotJob implements ChildJob {

  @Serial private static final long serialVersionUID = 1L;

  private final byte[] training;
  private final String record;
  private final String cache;

  AotJob(byte[] training, String record, String cache) {
    this.training = training;
    this.record = record;
    this.cache = cache;
  }

  @Override
  public int run() {
    return record() && assemble() ? 0 : 1;
  }

  private boolean record() {
    var recording = new Launch(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record), true);
    ChildJvm recorder = ChildJvm.launch(recording, () -> training, ClassSource.none(), _ -> {});
    Lifecycle.atExit(recorder::kill);
    recorder.join(Deadline.NEVER);
    return Integer.valueOf(0).equals(recorder.exitCode()) && Files.exists(Path.of(record));
  }

  private boolean assemble() {
    List<String> command = ChildCommand.base(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + record, "-XX:AOTCache=" + cache));
    var builder = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    try {
      Process assembler = builder.start();
      Lifecycle.atExit(assembler::destroyForcibly);
      return assembler.onExit().join().exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
