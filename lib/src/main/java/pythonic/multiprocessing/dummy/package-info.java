/**
 * Python's {@code multiprocessing.dummy}: what {@code multiprocessing} offers, on threads of this process.
 * {@link pythonic.multiprocessing.dummy.Dummy} has the functions of the module, among them those that make locks and the like,
 * which are {@code threading}'s own.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.dummy">Python:
 *     multiprocessing.dummy</a>
 */
package pythonic.multiprocessing.dummy;
