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
 */
package pythonic.internal.waiting;
