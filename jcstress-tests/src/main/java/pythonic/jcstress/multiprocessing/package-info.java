/** The hazards of what processes share, by two threads of one process: the words are the same. */
package pythonic.jcstress.multiprocessing;
