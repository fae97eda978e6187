/** How Python compares values, and what its arrays take, where Java's own classes would do it otherwise. */
package pythonic.internal.values;
