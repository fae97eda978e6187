/**
 * The hazards of {@code pythonic.threading}, one to a class. Where it teaches something there are three for a hazard: a
 * class named Model has the least that excludes it, one named Broken lacks one step and shows that the hazard is real and
 * that the harness finds it, and the third tries the real class.
 */
package pythonic.jcstress.threading;
