/**
 * Child JVMs: how they are started, how parent and child talk, and how they end.
 *
 * <pre>{@code
 *   parent JVM                                             child JVM
 *
 *   ChildJvm.start ──── java -cp ... ChildMain FOLDER ───► ChildMain
 *        │         ──── key, through standard input ─────►    │
 *        │                                                    │
 *   ControlLink ◄══ UNIX socket in a private folder, HMAC ══► ControlLink
 *    (reader thread,    JOB ─────────────────────────────►   (two daemon threads: reader, writer)
 *     virtual writer)   MESSAGE ◄────────────────────────►
 *                       CLASS_REQUEST ◄──────────────────    ShippedClassLoader
 *                       CLASS_REPLY ─────────────────────►
 *                       EXIT (code) ◄────────────────────
 *
 *   end of the socket: the child has ended                 end of the socket: the parent has ended, halt
 * }</pre>
 *
 * <p>The key is random, made for one child, and handed down through the child's standard input, so it stands on no
 * command line and in no environment variable. Nothing is deserialised before both sides have proved that they hold
 * it. The folder is readable by its owner only and is deleted as soon as the two are connected.
 */
package pythonic.internal.child;
