/** Python's module {@code multiprocessing.managers}: objects that several processes share, kept by one of them. */
package pythonic.multiprocessing.managers;
