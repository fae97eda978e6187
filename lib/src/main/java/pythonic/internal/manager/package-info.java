/**
 * A process that keeps objects for others, and how those call them. {@code pythonic.multiprocessing.managers} has the
 * faces that programs see.
 *
 * <pre>{@code
 *   any process that has the key                       manager process (or a thread of any process: Server)
 *
 *   DictProxy, AcquirerProxy ... Token                  ManagerServer ── accepts at a path or an address
 *        │ object id, method, arguments                    │ Reception: HMAC before anything, then who it is
 *   ManagerClient ═══ a connection per call in ═══► Conversation, a thread for each connection
 *        │            progress, kept for the next          │ request by request; may be interrupted from another
 *        │                                                 ▼
 *        │                                              Referent: object, its kind, its table of methods
 *        └──────────── lifeline, says nothing ────► Session, a process: what it holds, refers to, has under way
 * }</pre>
 *
 * <p>Why a connection per call in progress, and not one for all: the calling thread writes and reads itself, so a call
 * costs no hand-over between threads, and both sides look for some thirty microseconds before they wait ({@link
 * pythonic.internal.manager.EagerChannel}). Connections belong to no thread, but for one: a thread that owns an RLock in
 * the server keeps its connection, since there the thread of that connection is the owner. The first connections are
 * served by threads of the system, the others by virtual ones; so many calls may wait as there are.
 *
 * <p>An interrupt of a call goes to the server, by another connection, and to the thread there that makes the call; what
 * the call makes of it comes back. So a call that waits for a lock, a queue or a condition keeps what threads are
 * promised: the signal or the interrupt, and never half of each.
 *
 * <p>When a lifeline ends the process has: its calls under way are interrupted, its locks are marked as abandoned and
 * freed, its permits given back if it was killed, and the objects that only it referred to are let go. Each proxy is
 * counted for its process, and disposed of with one of the next calls after it was collected. One that travels is counted
 * by the server itself if it travels in an answer; else a lease keeps the object until it has arrived.
 */
package pythonic.internal.manager;
