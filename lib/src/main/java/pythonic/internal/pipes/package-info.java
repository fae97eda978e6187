/**
 * Pipes to and from other processes that never block, so that a thread can wait for several of them, for a limited
 * time, and be interrupted. On Linux a process gets one end of a pipe of ours, by its name under {@code /proc}; elsewhere
 * a thread of the library copies between a pipe of ours and the JDK's stream, which can only block.
 */
package pythonic.internal.pipes;
