/** The hazards of {@code pythonic.queue}, a class each. */
package pythonic.jcstress.queue;
