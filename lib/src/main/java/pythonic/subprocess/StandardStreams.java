package pythonic.subprocess;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.NotImplementedError;
import pythonic.builtins.ValueError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.pipes.Plumbing;
import pythonic.internal.pipes.ReadEnd;
import pythonic.internal.pipes.WriteEnd;
import pythonic.sys.Sys;
import pythonic.sys.TextInput;
import pythonic.sys.TextOutput;

/** The three standard streams of a program that is about to be started. Closed without being connected, it closes its pipes. */
final class StandardStreams implements AutoCloseable {

  private static final int STDIN_NUMBER = 0;
  private static final int STDOUT_NUMBER = 1;
  private static final int STDERR_NUMBER = 2;

  private final Plumbing.@Nullable In in;
  private final Plumbing.@Nullable Out out;
  private final Plumbing.@Nullable Out err;
  private final Redirect input;
  private final Redirect output;

  /** Null if errors go where the output goes. */
  private final @Nullable Redirect errors;

  private boolean isConnected;

  StandardStreams(@Nullable Object stdin, @Nullable Object stdout, @Nullable Object stderr) {
    if (is(stdout, Subprocess.STDOUT)) {
      throw new ValueError("STDOUT can only be used for stderr");
    }
    // What needs no pipe is looked at first: it may be refused.
    Redirect given = is(stdin, Subprocess.PIPE) ? null : source(stdin);
    Redirect givenOutput = is(stdout, Subprocess.PIPE) ? null : sink(stdout, STDOUT_NUMBER);
    Redirect givenErrors = is(stderr, Subprocess.PIPE) || is(stderr, Subprocess.STDOUT) ? null : sink(stderr, STDERR_NUMBER);
    try {
      in = given == null ? new Plumbing.In() : null;
      out = givenOutput == null ? new Plumbing.Out(false) : null;
      err = givenErrors == null && !is(stderr, Subprocess.STDOUT) ? new Plumbing.Out(true) : null;
    } catch (IOException e) {
      throw SystemError.of(e);
    }
    input = in == null ? present(given) : in.redirect();
    output = out == null ? present(givenOutput) : out.redirect();
    errors = err != null ? err.redirect() : isSameFile(givenOutput, givenErrors) ? null : givenErrors;
  }

  /** Opened twice, each would write over what the other wrote; a file of Python has one place, where both go on. */
  private static boolean isSameFile(@Nullable Redirect output, @Nullable Redirect errors) {
    return errors != null && errors.type() == Redirect.Type.WRITE && errors.equals(output);
  }

  private static Redirect present(@Nullable Redirect redirect) {
    return redirect == null ? Redirect.INHERIT : redirect;
  }

  private static boolean is(@Nullable Object value, int number) {
    return value instanceof Integer given && given == number;
  }

  private static Redirect source(@Nullable Object source) {
    return switch (source) {
      case null -> Redirect.INHERIT;
      case TextInput _ -> Redirect.INHERIT;
      case Integer number when number == STDIN_NUMBER -> Redirect.INHERIT;
      case Integer number when number == Subprocess.DEVNULL -> Redirect.from(Launch.nothing());
      case Integer _ -> throw SystemError.EBADF.raised();
      case PipeReader<?> reader -> pipe(reader.end().redirect());
      case Path path -> Redirect.from(path.toFile());
      case File file -> Redirect.from(file);
      case Redirect redirect -> redirect;
      default -> throw noFile(source);
    };
  }

  private static Redirect sink(@Nullable Object sink, int own) {
    return switch (sink) {
      case null -> Redirect.INHERIT;
      case TextOutput stream -> standard(stream.equals(Sys.stdout()) ? STDOUT_NUMBER : STDERR_NUMBER, own);
      case Integer number when number == STDOUT_NUMBER || number == STDERR_NUMBER -> standard(number, own);
      case Integer number when number == Subprocess.DEVNULL -> Redirect.to(Launch.nothing());
      case Integer _ -> throw SystemError.EBADF.raised();
      case PipeWriter<?> writer -> pipe(writer.end().redirect());
      case Path path -> Redirect.to(path.toFile());
      case File file -> Redirect.to(file);
      case Redirect redirect -> redirect;
      default -> throw noFile(sink);
    };
  }

  /** One's own standard output may be a file, which must not be cut off. */
  private static Redirect standard(int number, int own) {
    return number == own ? Redirect.INHERIT : Redirect.appendTo(new File("/dev/fd/" + number));
  }

  private static Redirect pipe(@Nullable Redirect redirect) {
    if (redirect == null) {
      throw new NotImplementedError("a pipe of another process: only on Linux");
    }
    return redirect;
  }

  private static AttributeError noFile(Object value) {
    return new AttributeError("'" + Builtins.type_name(value) + "' object has no attribute 'fileno'");
  }

  /** {@return this process's end of the pipe that the program reads, null if there is none} */
  @Nullable WriteEnd in() {
    return in == null ? null : in.end();
  }

  /** {@return this process's end of the pipe that the program writes to, null if there is none} */
  @Nullable ReadEnd out() {
    return out == null ? null : out.end();
  }

  /** {@return this process's end of the pipe that the program writes errors to, null if there is none} */
  @Nullable ReadEnd err() {
    return err == null ? null : err.end();
  }

  void prepare(ProcessBuilder builder) {
    builder.redirectInput(input).redirectOutput(output);
    if (errors == null) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(errors);
    }
  }

  /** The program has started. */
  void connect(Process process) throws IOException {
    isConnected = true;
    for (Plumbing pipe : new @Nullable Plumbing[] {in, out, err}) {
      if (pipe != null) {
        pipe.connect(process);
      }
    }
  }

  @Override
  public void close() {
    if (isConnected) {
      return;
    }
    try (var _ = in; var _ = out; var _ = err) {
      isConnected = true;
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }
}
