package pythonic.subprocess;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.CaptureOutput;
import pythonic.builtins.keywords.Check;
import pythonic.builtins.keywords.InputBytes;
import pythonic.builtins.keywords.InputText;
import pythonic.builtins.keywords.Keyword;
import pythonic.builtins.keywords.Shell;
import pythonic.builtins.keywords.Stderr;
import pythonic.builtins.keywords.Stdin;
import pythonic.builtins.keywords.Stdout;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;

/** Programs from their start to their end. */
final class Runs {

  private static final String CALL = "run";

  private Runs() {}

  static <S> CompletedProcess<S> run(Object args, Keyword... keywords) {
    Object input = input(keywords);
    Stdin stdin = Given.find(CALL, keywords, Stdin.class);
    if (input != null && stdin != null && stdin.source() != null) {
      throw new ValueError("stdin and input arguments may not both be used.");
    }
    boolean captures = Given.find(CALL, keywords, CaptureOutput.class) instanceof CaptureOutput(boolean value) && value;
    Stdout stdout = Given.find(CALL, keywords, Stdout.class);
    Stderr stderr = Given.find(CALL, keywords, Stderr.class);
    if (captures && ((stdout != null && stdout.sink() != null) || (stderr != null && stderr.sink() != null))) {
      throw new ValueError("stdout and stderr arguments may not be used with capture_output.");
    }
    Timeout timeout = Given.find(CALL, keywords, Timeout.class);
    Check check = Given.find(CALL, keywords, Check.class);
    Stream<Keyword> all = Arrays.stream(keywords);
    if (input != null) {
      all = with(all, new Stdin(Subprocess.PIPE));
    }
    if (captures) {
      all = with(with(all, new Stdout(Subprocess.PIPE)), new Stderr(Subprocess.PIPE));
    }
    Settings settings = Settings.of(args, all.toArray(Keyword[]::new));
    return completed(settings, input, timeout == null ? null : timeout.seconds(), check != null && check.value());
  }

  private static Stream<Keyword> with(Stream<Keyword> keywords, Keyword keyword) {
    return Stream.concat(keywords.filter(other -> !other.getClass().equals(keyword.getClass())), Stream.of(keyword));
  }

  private static @Nullable Object input(Keyword... keywords) {
    InputBytes bytes = Given.find(CALL, keywords, InputBytes.class);
    InputText text = Given.find(CALL, keywords, InputText.class);
    return bytes != null ? bytes.value() : text != null ? text.value() : null;
  }

  private static <S> CompletedProcess<S> completed(Settings settings, @Nullable Object input, @Nullable Double timeout, boolean check) {
    try (var process = new Popen<S>(settings)) {
      Output<S> output = orKill(process, () -> process.communicate(input, timeout));
      var completed = new CompletedProcess<>(settings.args(), process.wait_(), output.stdout(), output.stderr());
      if (check && completed.returncode() != 0) {
        throw CalledProcessError.of(completed);
      }
      return completed;
    }
  }

  /** Whatever ends the wait early ends the program. */
  private static <T> T orKill(Popen<?> process, Supplier<T> wait) {
    boolean ended = false;
    try {
      T result = wait.get();
      ended = true;
      return result;
    } finally {
      if (!ended) {
        process.kill();
      }
    }
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // standard output is a pipe; the caller knows its keywords
  static <S> S output(Object args, Keyword... keywords) {
    if (Given.find("check_output", keywords, Stdout.class) != null) {
      throw new ValueError("stdout argument not allowed, it will be overridden.");
    }
    if (Given.find("check_output", keywords, Check.class) != null) {
      throw new ValueError("check argument not allowed, it will be overridden.");
    }
    Stream<Keyword> given = Arrays.stream(keywords).map(Runs::orEmpty);
    Stream<Keyword> all = with(with(given, new Stdout(Subprocess.PIPE)), new Check(true));
    return Runs.<S>run(args, all.toArray(Keyword[]::new)).stdout();
  }

  /** An input of None is one without anything here, in Python as well. */
  private static Keyword orEmpty(Keyword keyword) {
    return switch (keyword) {
      case InputBytes(byte[] value) when value == null -> new InputBytes(new byte[0]);
      case InputText(String value) when value == null -> new InputText("");
      default -> keyword;
    };
  }

  static int call(Object args, Keyword... keywords) {
    Timeout timeout = Given.find("call", keywords, Timeout.class);
    try (var process = new Popen<>(Settings.of(args, keywords))) {
      return orKill(process, () -> process.wait_(timeout == null ? new Timeout(null) : timeout));
    }
  }

  static int checked(Object args, Keyword... keywords) {
    int code = call(args, keywords);
    if (code != 0) {
      throw new CalledProcessError(code, args);
    }
    return code;
  }

  static StatusOutput shell(String command, TextForm form) {
    Settings settings = Settings.of(command, new Shell(true), new Stdout(Subprocess.PIPE), new Stderr(Subprocess.STDOUT));
    CompletedProcess<byte[]> done = completed(settings, null, null, false);
    byte[] bytes = done.stdout();
    String text = form.whole(bytes == null ? new byte[0] : bytes);
    return new StatusOutput(done.returncode(), text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
  }
}
