/** Texts that several modules print: tracebacks. */
package pythonic.internal.text;
