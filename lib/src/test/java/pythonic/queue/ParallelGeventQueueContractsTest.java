package pythonic.queue;

import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.testing.InParallel;

/** Queues of gevent, used by greenlets that run all at once. */
@ExtendWith(InParallel.class)
class ParallelGeventQueueContractsTest extends EveryGeventContractTest {}
