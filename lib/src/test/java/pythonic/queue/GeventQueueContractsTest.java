package pythonic.queue;

import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.testing.InHub;

/** Queues of gevent, used by greenlets that take turns. */
@ExtendWith(InHub.class)
class GeventQueueContractsTest extends EveryGeventContractTest {}
