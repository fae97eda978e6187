/** How Python compares values, where Java's own classes would do it otherwise. */
package pythonic.internal.values;
