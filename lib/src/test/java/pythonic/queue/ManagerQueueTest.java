package pythonic.queue;

import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.manager.OnServedManager;
import pythonic.multiprocessing.managers.QueueProxy;
import pythonic.testing.Shown;

@ExtendWith(OnServedManager.class)
class ManagerQueueTest extends QueueContract {

  @Override
  QueueLike<Integer> create(int maxsize) {
    QueueProxy<Integer> queue = OnServedManager.manager().Queue(maxsize);
    return QueueLike.of(new Shown(queue), queue);
  }

  @Override
  int scale() {
    return 10;
  }
}
