/**
 * Channels that are ready or not, and the threads that wait for it. A thread of the system waits in a selector that it
 * borrows; for virtual threads, and for whoever waits for several things at once, a thread of the library watches all
 * channels in a selector of its own. Both answer an interrupt without closing the channel, as blocking channels would.
 */
package pythonic.internal.channels;
