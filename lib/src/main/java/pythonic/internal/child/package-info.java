/**
 * Child JVMs: how they are started, how parent and child talk, and how they end.
 *
 * <pre>{@code
 *   parent JVM                                             child JVM
 *
 *   Launch ──── java -cp ... ChildMain FOLDER ───────► ChildMain
 *      │   ──── key, job: through standard input ────►    │
 *      ▼                                                  ▼
 *   ChildJvm ◄══ UNIX socket in a private folder, HMAC ══► ParentLink
 *    (reader thread,    WARM_UP (of a spare) ────────────►   (two daemon threads: reader, writer)
 *     virtual writer)   JOB (a long one) ────────────────►
 *                       BEGUN ◄──────────────────────────
 *                       MESSAGE ◄────────────────────────►
 *                       INTERRUPT ───────────────────────►   the main thread
 *                       CLASS_REQUEST ◄──────────────────    ShippedClassLoader
 *                       CLASS_REPLY ─────────────────────►
 *                       EXIT (code) ◄────────────────────
 *                       end of the socket ───────────────►   its last thread ends
 *
 *   end of the socket: the child has ended                 end of the socket: the parent has ended, halt
 * }</pre>
 *
 * <p>The key is random, made for one child, and handed down through the child's standard input, so it stands on no
 * command line and in no environment variable. Nothing is deserialised before both sides have proved that they hold
 * it. The folder is readable by its owner only and is deleted as soon as the two are connected.
 *
 * <p>{@link pythonic.internal.child.Spares} keeps children in reserve, which have no job yet.
 * {@link pythonic.internal.child.AotMaker} has a child make the cache with which the others start sooner.
 */
package pythonic.internal.child;
