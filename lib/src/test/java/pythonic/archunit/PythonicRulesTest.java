package pythonic.archunit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import pythonic.threading.Event;

final class PythonicRulesTest {

  private static JavaClasses program(Class<?> type) {
    return new ClassFileImporter().importClasses(type);
  }

  @Test
  void monitorOfAPythonicObject_isRefused_withThePythonicNames() {
    assertThatThrownBy(() -> PythonicRules.NO_MONITOR_CALLS.check(program(Wrong.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("wait_()").hasMessageContaining("Wrong.signal").hasMessageContaining("Wrong.reference");
  }

  @Test
  void programWithPythonsNames_isFine() {
    assertThatCode(() -> PythonicRules.NO_MONITOR_CALLS.check(program(Right.class))).doesNotThrowAnyException();
  }

  static final class Wrong {
    static void signal(Event event) {
      event.notifyAll();
    }

    static Runnable reference(Event event) {
      return event::notify;
    }
  }

  static final class Right {
    static boolean wait(Event event) {
      return event.wait_(1);
    }
  }
}
