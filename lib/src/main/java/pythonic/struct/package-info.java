/**
 * Python's {@code struct}: numbers and bytes as C lays them out. {@link pythonic.struct.Struct} has the module's
 * functions as static methods, and is a compiled format itself.
 *
 * @see <a href="https://docs.python.org/3/library/struct.html">Python: struct</a>
 */
package pythonic.struct;
