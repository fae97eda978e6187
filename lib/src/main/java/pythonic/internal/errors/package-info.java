/** The system's errors in Python's terms. */
package pythonic.internal.errors;
