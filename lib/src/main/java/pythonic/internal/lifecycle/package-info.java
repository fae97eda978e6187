/** The beginning and the end of a program: the thread it began with, what is done before it ends, and its exit code. */
package pythonic.internal.lifecycle;
