package pythonic.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlaceholderTest {
  @Test
  void greets() {
    assertThat(Placeholder.greet("you")).isEqualTo("Hello you");
  }
}
