package pythonic.threading;

import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.manager.OnServedManager;
import pythonic.testing.Alike;

@ExtendWith(OnServedManager.class)
class ManagerEventTest extends EventContract {

  @Override
  EventLike create() {
    return Alike.as(EventLike.class, OnServedManager.manager().Event());
  }
}
