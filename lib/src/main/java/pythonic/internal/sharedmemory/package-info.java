/**
 * Memory that processes share, the locks in it, and how threads wait for each other across processes.
 *
 * <pre>{@code
 *   /dev/shm/pythonic-PID-shm.../          0700, of the process PID that made it; deleted when that has ended
 *      heap    one file, mapped by PID and by all its descendants that were handed something of it
 *      d0 d1   sockets: "look, threads of yours have been signalled", one for each process
 *      b1 b2   arrays too large for the heap
 *      n-NAME  notes: the named block NAME belongs to PID
 *      q1-2    part 2 of the messages 1, where the heap has no room for them
 *      m1-42   the bytes of one large message of those
 *      l64-1   long bytes of the board or stream at 64 on their way
 *      a1      room for the long messages of one direction of a pipe
 *
 *   heap:
 *   +--------+---------------------+----------------------------------+---------------------------------------------+
 *   | header | members             | slots                            | objects                                     |
 *   | ticket | pid, start time,    | owner, key, ticket and state of  | kind and size, then                         |
 *   | number | who recovers it     | each thread that waits           |   mutex:   pid of the holder, contended     |
 *   |        | (512)               | (16384)                          |   permits: count, and what each member has  |
 *   |        |                     |                                  |   flag, rounds of a barrier, data ...       |
 *   |        |                     |                                  |   messages: two locks, ring with its ends   |
 *   +--------+---------------------+----------------------------------+---------------------------------------------+
 *
 *   wait:   take a slot, arm it (WAITING), look once more; then sleep   change a word; look for slots with its key;  :wake
 *           until the state is SIGNALLED                                move the oldest to SIGNALLED, wake its thread
 * }</pre>
 *
 * <p>A thread sleeps in the system by Linux's futex on its slot, where the JVM allows native access and the thread is
 * no virtual one; else in Java, and the waker writes a byte to the socket of its process, whose listening thread wakes
 * it. Both kinds wait for and wake each other. Children are started with native access; the first process has it if
 * the user gives {@code --enable-native-access}, and nothing is ever printed about it. {@code -Dpythonic.portable=true}
 * forbids the futex.
 *
 * <p>A process may be killed between any two instructions. So all that matters is in single words, changed by
 * compare-and-set, that say who did it; nothing is a list. Its parent notices the death, by the end of its process, and
 * {@link pythonic.internal.sharedmemory.Recovery} does what is left to do; of a process whose parent has died as well,
 * whoever recovers the parent does. A lock is kept, with a strong reference, as long as a child that was handed it
 * lives; what was freed is used again only after the time that orphans have to end.
 */
package pythonic.internal.sharedmemory;
