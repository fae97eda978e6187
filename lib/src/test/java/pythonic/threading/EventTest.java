package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pythonic.testing.Alike;

class EventTest extends EventContract {

  @Override
  EventLike create() {
    return Alike.as(EventLike.class, new Event());
  }

  @Test
  @SuppressWarnings("deprecation") // lessons still use the old spelling
  void isSet_oldSpelling_isIsSet() {
    var event = new Event();
    assertThat(event.isSet()).isFalse();
    event.set();
    assertThat(event.isSet()).isTrue();
  }

  @Test
  void toString_saysWhetherSet() {
    var event = new Event();
    assertThat(event.toString()).matches("<threading\\.Event at 0x[0-9a-f]+: unset>");
    event.set();
    assertThat(event.toString()).matches("<threading\\.Event at 0x[0-9a-f]+: set>");
  }
}
