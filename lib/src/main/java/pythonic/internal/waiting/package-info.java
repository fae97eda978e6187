/**
 * Where threads wait. Every blocking call of the library ends in one of the classes here, so that deadlines, the
 * order of waiters and the answer to an interrupt are decided once.
 *
 * <p>The interrupt policy: a call that need not wait, or may not because its deadline has passed, does not look at
 * the interrupt flag. A call that waits raises
 * {@link pythonic.builtins.KeyboardInterrupt} when the thread is interrupted before or while it waits, and clears
 * the flag; it has then taken nothing. No signal is ever lost when a signal and an interrupt arrive together: for a
 * {@link pythonic.internal.waiting.Waiter} the signal wins, and the flag stays set for the next call that waits; on
 * the JDK's synchronizer, which serves locks, permits and one-shot events, the interrupt may win, and then the lock or
 * permit goes to the next thread, and the event has happened all the same.
 *
 * <p>The policy of looking: a platform thread that is to wait first looks for about as long as parking would cost, some
 * twenty microseconds, and a virtual thread never does ({@code Spin}). A look ends at the deadline and at an interrupt;
 * a thread that was interrupted before does not look, and its wait raises. For what threads take in turn it looks with
 * pauses, and only if no thread is queued ({@code Synchronizer}).
 *
 * <p>A thread of a {@link java.util.concurrent.ForkJoinPool} tells its pool that it blocks, which then has another thread
 * do what is queued: what it waits for may be among that ({@code Compensation}).
 *
 * <p>Fairness: threads that are queued are served in the order in which they came, but a lock or a permit is not handed
 * to the first of them: it is woken, and a thread that asks at that moment may be quicker. So no bound is promised to
 * one thread against others that ask again and again, as in the JDK's locks by default; each release gives the first
 * of the queue a chance, and who waits until a deadline gets it or leaves. A
 * {@link pythonic.internal.waiting.WaiterQueue} signals strictly in order, and nobody can take another's signal.
 */
package pythonic.internal.waiting;
