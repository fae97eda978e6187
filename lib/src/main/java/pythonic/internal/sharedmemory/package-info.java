/** Memory that processes share, and what is built of it. */
package pythonic.internal.sharedmemory;
