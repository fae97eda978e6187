/**
 * A process that keeps objects for others, and how those call them. {@code pythonic.multiprocessing.managers} has the
 * faces that programs see.
 *
 * <pre>{@code
 *   any process of the family                         manager process
 *
 *   DictProxy, ListProxy                              ManagerServer ── accepts on a UNIX socket in a private folder
 *        │ object id, method, arguments                    │
 *   ManagerClient ═══ a connection per call in ═══► Conversation (a virtual thread per connection)
 *        ▲            progress, kept for the next          │ handshake, then request by request
 *        │            one; HMAC before anything            ▼
 *      Reply ◄──────────────────────────────────────  Referent: object, its lock, its table of methods
 * }</pre>
 *
 * <p>Why a connection per call in progress, and not one for all: the calling thread writes and reads itself, so a call
 * costs no hand-over between threads, and a call that is interrupted takes down its own connection only. Connections
 * belong to no thread, so none is left when a thread ends.
 */
package pythonic.internal.manager;
