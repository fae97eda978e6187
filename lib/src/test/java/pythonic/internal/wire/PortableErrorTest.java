package pythonic.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectInputStream;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyError;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;

class PortableErrorTest {

  private static final ClassLoader LOADER = PortableErrorTest.class.getClassLoader();

  private static PortableError sent(Throwable error) {
    return (PortableError) Objects.requireNonNull(Pickler.loads(Pickler.dumps(PortableError.of(error), ""), LOADER));
  }

  private static Throwable travel(Throwable error) {
    return sent(error).toThrowable(LOADER);
  }

  private static final class Holding extends ValueError {
    private static final long serialVersionUID = 1L;

    Holding() {
      super("held", new ReentrantLock());
    }

    @Override
    public String getMessage() {
      return "held";
    }
  }

  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super("cannot be read back");
    }

    private void readObject(ObjectInputStream in) {
      throw new IllegalStateException("no");
    }
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Object broken = new Object();

    @Override
    public @Nullable String getMessage() {
      throw new IllegalStateException("no message " + broken);
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
      throw new IllegalStateException("no cause");
    }
  }

  @Test
  void toThrowable_ordinaryError_keepsTypeArgumentsStackAndCause() {
    var error = new KeyError("zz");
    error.initCause(new SystemExit(3));
    Throwable restored = travel(error);
    assertThat(restored).isExactlyInstanceOf(KeyError.class).hasMessage("'zz'").hasCauseExactlyInstanceOf(SystemExit.class);
    assertThat(((KeyError) restored).args()).containsExactly("zz");
    assertThat(restored.getStackTrace()).isEqualTo(error.getStackTrace());
  }

  @Test
  void toThrowable_errorWithALock_describesIt() {
    var error = new Holding();
    error.initCause(new IllegalArgumentException("deeper", new ValueError("deepest")));
    Throwable restored = travel(error);
    assertThat(restored)
        .isExactlyInstanceOf(RemoteFailure.class)
        .hasMessage(Holding.class.getName() + ": held");
    assertThat(restored.getStackTrace()).isEqualTo(error.getStackTrace());
    assertThat(restored).cause().hasMessage("java.lang.IllegalArgumentException: deeper");
    assertThat(restored).rootCause().hasMessage("pythonic.builtins.ValueError: deepest");
  }

  @Test
  void toThrowable_errorThatCannotBeReadBack_describesIt() {
    assertThat(travel(new Unreadable())).isInstanceOf(RemoteFailure.class).hasMessageEndingWith("cannot be read back");
  }

  @Test
  void toThrowable_errorWhoseMethodsFail_describesWhatItCan() {
    assertThat(travel(new Hostile())).isInstanceOf(Throwable.class);
    assertThat(PortableError.of(new Hostile()).className()).isEqualTo(Hostile.class.getName());
  }

  @Test
  void toThrowable_classMissingHere_describesIt() {
    Throwable restored = sent(new Unknown()).toThrowable(new ClassLoader(null) {});
    assertThat(restored).isInstanceOf(RemoteFailure.class).hasMessage(Unknown.class.getName() + ": unknown there");
  }

  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super("unknown there");
    }
  }

  @Test
  void toThrowable_ringOfCauses_ends() {
    var a = new RuntimeException("a");
    var b = new RuntimeException("b", a);
    a.initCause(b);
    assertThat(travel(a)).isInstanceOf(Throwable.class);
  }

  @Test
  void traceback_isPythons() {
    assertThat(PortableError.of(new ValueError("no")).traceback())
        .startsWith("Traceback (most recent call last):\n")
        .endsWith("\nValueError: no\n");
  }
}
