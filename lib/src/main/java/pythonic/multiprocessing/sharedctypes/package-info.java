/**
 * Python's {@code multiprocessing.sharedctypes}: values and arrays that processes share. Its types are those of {@link
 * pythonic.multiprocessing}; its functions are static methods of {@link pythonic.multiprocessing.sharedctypes.Sharedctypes}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.sharedctypes">Python:
 *     multiprocessing.sharedctypes</a>
 */
package pythonic.multiprocessing.sharedctypes;
