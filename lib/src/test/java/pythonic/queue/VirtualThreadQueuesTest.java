package pythonic.queue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.testing.OnVirtualThreads;

/** The contracts of queues, held once more by virtual threads. */
@ExtendWith(OnVirtualThreads.class)
class VirtualThreadQueuesTest {

  @Nested
  class OnQueueTest extends QueueTest {}

  @Nested
  class OnLifoQueueTest extends LifoQueueTest {}

  @Nested
  class OnPriorityQueueTest extends PriorityQueueTest {}

  @Nested
  class OnSimpleQueueTest extends SimpleQueueTest {}
}
