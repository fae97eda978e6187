/**
 * Python's {@code greenlet}: functions that pass control to each other by hand. {@link pythonic.greenlet.Greenlet} is
 * the class; the module's functions are static methods of it.
 */
package pythonic.greenlet;
