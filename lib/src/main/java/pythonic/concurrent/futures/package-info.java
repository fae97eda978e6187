/**
 * Python's {@code concurrent.futures}: executors that run functions on threads, and
 * {@link pythonic.concurrent.futures.Future}, the result of one.
 */
package pythonic.concurrent.futures;
