package pythonic.internal.child;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import pythonic.multiprocessing.Multiprocessing;

final class SparesRefillTest {

  @Test
  void launcherThatCannotRun_programGoesOnWithout() {
    ChildCommand.executable("/nope/java");
    try {
      Multiprocessing.set_forkserver_spares(1);
      assertThatCode(Spares::refill).doesNotThrowAnyException();
    } finally {
      ChildCommand.executable(null);
      Multiprocessing.set_forkserver_spares(1); // as many as there are by default
    }
  }
}
