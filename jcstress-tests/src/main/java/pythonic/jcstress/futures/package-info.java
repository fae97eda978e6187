/** The hazards of {@code pythonic.concurrent.futures}, a class each. */
package pythonic.jcstress.futures;
