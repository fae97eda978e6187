package pythonic.queue;

/** What any queue of {@code queue} does, whatever the order of its items. */
abstract class BasicQueueContract extends ItemsContract implements ShutdownContract {}
