/**
 * What processes say to each other: frames over a socket, the proof that the other end knows the key, and values as
 * bytes.
 *
 * <p>Frames and proof are those of CPython's {@code multiprocessing.connection}, so a Python program can be at the
 * other end. Values are Java's own and only Java reads them.
 */
package pythonic.internal.wire;
