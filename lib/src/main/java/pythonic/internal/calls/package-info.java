/** Calling functions as Python does: arguments bound by position and by name, with Python's TypeErrors. */
package pythonic.internal.calls;
