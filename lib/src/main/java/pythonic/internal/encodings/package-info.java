/** Encodings of text, by Python's names. */
package pythonic.internal.encodings;
