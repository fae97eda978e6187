package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

final class RunLessonsTest {
  @Test
  void runs() {
    assertThatCode(() -> RunLessons.main(new String[] {"all"})).doesNotThrowAnyException();
  }
}
