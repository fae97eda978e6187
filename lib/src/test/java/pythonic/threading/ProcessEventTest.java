package pythonic.threading;

import pythonic.testing.Alike;

class ProcessEventTest extends EventContract {

  @Override
  EventLike create() {
    return Alike.as(EventLike.class, new pythonic.multiprocessing.Event());
  }
}
