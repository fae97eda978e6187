package pythonic.internal.sharedmemory;

/**
 * A message of {@link SharedMessages}.
 *
 * @param tag a number from 0 to 255 that whoever put it gave it
 * @param bytes the bytes; the array is the receiver's
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Message(int tag, byte[] bytes) {}
