package pythonic.queue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.testing.OnStrands;

/** The contracts of queues, held once more by threads that wait as greenlets do. */
@ExtendWith(OnStrands.class)
class GreenletQueuesTest {

  @Nested
  class InHubQueueTest extends QueueTest {}

  @Nested
  class InHubLifoQueueTest extends LifoQueueTest {}

  @Nested
  class InHubPriorityQueueTest extends PriorityQueueTest {}

  @Nested
  class InHubSimpleQueueTest extends SimpleQueueTest {}
}
