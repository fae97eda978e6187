/** The hazards of {@code pythonic.queue}, one to a class; a class named Broken shows that its hazard is real. */
package pythonic.jcstress.queue;
