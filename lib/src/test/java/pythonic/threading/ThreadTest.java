package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import pythonic.builtins.TypeError;
import pythonic.builtins.keywords.ThreadKeyword;

class ThreadTest extends ThreadContract {

  @Override
  Thread thread(ThreadKeyword... keywords) {
    return new Thread(keywords);
  }

  private static void nothing() {}

  @Test
  void constructor_positional_followsPythonsOrder() {
    var seen = new ArrayList<Object>();
    ended(new Thread(null, target((String a) -> seen.add(a)), "named", args("p")));
    ended(new Thread(null, target((String a) -> seen.add(a)), args("k")));
    ended(new Thread(args("first"), target((String a) -> seen.add(a))));
    ended(new Thread(target(() -> seen.add("alone"))));
    assertThat(seen).containsExactly("p", "k", "first", "alone");
    assertThat(new Thread(null, target(ThreadTest::nothing), "named").name()).isEqualTo("named");
    assertThatThrownBy(() -> new Thread(null, target(ThreadTest::nothing), target(ThreadTest::nothing)))
        .isInstanceOf(TypeError.class)
        .hasMessage("Thread.__init__() got multiple values for keyword argument 'target'");
  }

  @Test
  void daemon_set_reachesJavaThread() {
    var seen = new ArrayList<Boolean>();
    for (boolean daemonic : new boolean[] {true, false}) {
      var thread = new Thread(target(() -> seen.add(java.lang.Thread.currentThread().isDaemon())));
      thread.daemon(daemonic);
      ended(thread);
    }
    assertThat(seen).containsExactly(true, false);
  }

  @Test
  void isVirtual_byDefault_isFalse() {
    assertThat(new Thread().is_virtual()).isFalse();
    assertThat(Threading.current_thread().is_virtual()).isFalse();
  }

  @Test
  void nativeId_onLinux_isTheSystems() {
    var seen = new ArrayList<Boolean>();
    ended(new Thread(target(() -> seen.add(Files.exists(Path.of("/proc/self/task", "" + Threading.get_native_id()))))));
    assertThat(seen).containsExactly(Files.exists(Path.of("/proc/thread-self")));
  }
}
